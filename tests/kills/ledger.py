"""Remembers what was acknowledged, and finds in the data what is missing. It never acts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.live.clock import Countdown, Running
from app.live.events import Event, to_json
from app.live.session import Session, fold
from app.store.backup import backups, what_is_wrong
from app.store.database import NAME
from app.store.draft import read_draft
from app.store.second_copy import SecondCopy, copies, read_copy
from app.store.store import Store
from app.words import Text


@dataclass
class Ledger:
    """Every life's words. `kept`: facts as JSON by session and number; `ups`: how each life found its session."""

    kept: dict[str, dict[int, str]] = field(default_factory=dict)
    ups: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    lives: int = 0

    def hear(self, said: list[dict[str, Any]]) -> None:
        """One more life is over, and this is what it said."""
        self.lives += 1
        for word in said:
            if "kept" in word:
                self.kept.setdefault(word["kept"], {})[word["id"]] = word["event"]
            elif "up" in word:
                self.ups.append((max(self.kept.get(word["up"], {0: ""})), word))
            elif "draft" in word:
                self.drafts[word["of"]] = word["draft"]

    @property
    def facts(self) -> int:
        """How many facts were acknowledged."""
        return sum(len(session) for session in self.kept.values())

    def faults(self, folder: Path) -> list[str]:
        """Everything in `folder` that is not as it was promised."""
        with closing(Store.open(folder)) as store:
            logs = {row.id: store.log(row.id) for row in store.sessions()}
            live = store.live_session()
        found = [fault for session, kept in self.kept.items() for fault in _lost(kept, logs.get(session, ()))]
        found += [fault for known, up in self.ups for fault in _changed(up, known, logs.get(up["up"], ()))]
        unsaid = sum(len(logs.get(session, ())) for session in self.kept) - self.facts
        if unsaid > self.lives:   # one may be on its way when a life ends
            found.append(f"{unsaid} facts that nobody acknowledged, after {self.lives} lives")
        with closing(sqlite3.connect(folder / NAME)) as db:
            found += [said for said, in db.execute("PRAGMA quick_check") if said != "ok"]
        if live is not None and live.id in self.drafts:
            found += _older(self.drafts[live.id], read_draft(folder, live.id).text)
        return found

    def copies_at_fault(self, folder: Path) -> list[str]:
        """Backups that are not whole, and what the second copy of the live session lacks after one more start."""
        found = [f"{path.name}: {wrong}" for path in backups(folder) if (wrong := what_is_wrong(path))]
        troubles: list[Text] = []
        with closing(Store.open(folder)) as store:
            store.copy_to(SecondCopy(folder, troubles.append))
            live = store.live_session()
            log = store.log(live.id) if live is not None else ()
        if live is not None and read_copy(copies(folder)[live.id])[0] != log:
            found.append("the second copy is not the log")
        return found + [str(trouble) for trouble in troubles]


def _lost(kept: dict[int, str], log: tuple[Event, ...]) -> list[str]:
    there = {event.id: to_json(event).decode() for event in log}
    found = [f"lost: {fact}" for number, fact in kept.items() if there.get(number) != fact]
    return found if sorted(there) == list(range(1, len(there) + 1)) else [*found, "the numbers have a gap"]


def _changed(up: dict[str, Any], known: int, log: tuple[Event, ...]) -> list[str]:
    """A life that did not find the session as the facts leave it: step, beat, countdown, and the wall's ring."""
    was: Session | None = fold(log[:up["events"]])
    if was is None or up["events"] < known:
        return [f"taken up with {up['events']} of {known} facts"]
    found = (up["step"], up["beat"], up["countdown"])
    right = (was.step_id, was.beat.value, repr(was.countdown))
    if found != right:
        return [f"taken up at {found} and not at {right}"]
    if up.get("ring") is not None and up["ring"] != _deadline(was.countdown):
        return [f"the wall's ring closes at {up['ring']} and not at {_deadline(was.countdown)}"]
    if up.get("draft") and up["draft"] in {note.text for note in was.notes}:
        return [f"a note that was kept is offered again: {up['draft']}"]
    return []


def _deadline(countdown: Countdown) -> int | None:
    return countdown.deadline if isinstance(countdown, Running) else None


def _older(said: str, there: str) -> list[str]:
    """A draft may be the last one acknowledged or the next of the same life, never an older one."""
    who, number = said.rsplit(" ", 1)
    newer = f"{who} {int(number) + 1}"
    if there in (said, newer) or (there.startswith("half ") and there.split()[1] != said.split()[1]):
        return []
    return [f"the draft is “{there}” and “{said}” was acknowledged"]
