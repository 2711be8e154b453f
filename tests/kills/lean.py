"""A session without windows: store, second copy, draft, presence and backups under hands that press anything, fast."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from app.groups.forms import Form
from app.library.protocol import Keeps
from app.live.away import away_from
from app.live.clock import system_clock
from app.live.engine import Engine, opening
from app.live.events import Event, to_json
from app.store.draft import Draft, write_draft
from app.store.presence import Presence, read_presence, write_presence
from app.store.second_copy import SecondCopy
from app.store.store import Store
from app.words import Text
from tests.kills.mother import Say
from tests.plans import staff_meeting

LONG_ENOUGH = 400
"""Facts after which a session is finished and the next begins."""
Append = Callable[[Event], None]


def live(folder: Path, seed: int, say: Say) -> None:
    """Go on with the session there is; every word that was kept is said, and only then."""
    def kept(session: str, append: Append) -> Append:
        def keep(event: Event) -> None:
            append(event)
            say_kept(say, session, event)
        return keep

    _live(folder, seed, say, kept)


def live_carelessly(folder: Path, seed: int, say: Say) -> None:
    """The planted fault: what was said to be kept is written with the word that comes after it."""
    def kept(session: str, append: Append) -> Append:
        waiting: list[Event] = []

        def keep(event: Event) -> None:
            waiting.append(event)
            say_kept(say, session, event)
            if len(waiting) > 1:
                append(waiting.pop(0))
        return keep

    _live(folder, seed, say, kept)


def say_kept(say: Say, session: str, event: Event) -> None:
    """Acknowledge one fact."""
    say({"kept": session, "id": event.id, "event": to_json(event).decode()})


def _live(folder: Path, seed: int, say: Say, kept: Callable[[str, Append], Append]) -> None:
    dice, clock = random.Random(seed), system_clock()
    store = Store.open(folder)
    store.copy_to(SecondCopy(folder, _refuse))
    while True:
        session = _session(store, say)
        log = store.log(session)
        last = read_presence(folder, session)
        away = away_from(log, clock(), seen=last.at, before=last.away)
        write_presence(folder, Presence(session_id=session, at=clock(), away=away))
        engine = Engine(log, kept(session, store.append_to(session)), clock)
        state = engine.session
        say({"up": session, "events": len(log), "step": state.step_id, "beat": state.beat.value,
             "countdown": repr(state.countdown), "lost": away.lost if away is not None else 0})
        _host(engine, session, store, dice, say)
        engine.finish()


def _session(store: Store, say: Say) -> str:
    row = store.live_session()
    if row is not None:
        return row.id
    plan = staff_meeting()
    first = opening(plan, system_clock()())
    session = store.begin(first, plan)
    for event in first:
        say_kept(say, session, event)
    return session


def _host(engine: Engine, session: str, store: Store, dice: random.Random, say: Say) -> None:
    clock, copying, typed = system_clock(), Thread(), 0
    for turn in range(max(1, LONG_ENOUGH - len(engine.log))):
        if turn % 7 == 0:
            write_presence(store.folder, Presence(session_id=session, at=clock()))
        if dice.random() < 0.2:
            typed += 1
            write_draft(store.folder, Draft(session_id=session, text=f"half {os.getpid()} {typed}"))
            say({"draft": f"half {os.getpid()} {typed}", "of": session})
        if dice.random() < 0.1 and not copying.is_alive():
            copying = Thread(target=store.back_up, args=(datetime.now(UTC),))
            copying.start()
        if dice.random() < 0.6:
            engine.keep(f"Note {turn} of {os.getpid()}: müde, aber froh.", dice.choice(list(Keeps)))
        else:
            _press(engine, dice)
    copying.join() if copying.ident else None


def _press(engine: Engine, dice: random.Random) -> None:
    notes = engine.session.notes
    presses: list[Callable[[], object]] = [
        engine.next, engine.next, engine.back, engine.redo, engine.hold_or_release, lambda: engine.stretch(1),
        lambda: engine.give_back(dice.randint(1, 60_000)), lambda: engine.count(dice.randint(1, 300)),
        lambda: engine.reform(dice.choice(list(Form))), lambda: engine.blank(on=dice.random() < 0.5),
        lambda: bool(notes) and engine.drop(dice.choice(notes).id),
    ]
    dice.choice(presses)()


def _refuse(text: Text) -> None:
    raise AssertionError(text)
