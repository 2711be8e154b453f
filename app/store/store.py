"""Where everything lies. Each write is one short transaction that is durable before the call returns;
when it fails nothing has changed and NotKept says so.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec

from app.design.gathering import Gathering, Plans, new_id
from app.errors import NotKept
from app.live.events import Began, Event, Finished, from_json, to_json
from app.live.session import Session
from app.store import photos
from app.store.backup import copy_pages, take_backup
from app.store.database import SHARES_THREADS, open_database
from app.store.forgetting import (
    Wish,
    not_yet,
    out_of_copies,
    out_of_database,
    out_of_the_rest,
    resume,
    wishes,
    write_wish,
)
from app.store.second_copy import SecondCopy
from app.words import say

logger = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One run of a gathering. `began` and `finished` are epoch milliseconds; None while it runs."""

    id: str
    gathering_id: str
    title: str
    began: int
    finished: int | None


class Store:
    """Gatherings and sessions in one SQLite file, held alone by this process."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self.folder = folder
        self._second: SecondCopy | None = None
        self._backing_up = Lock()

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open or make the data in `folder`. Raises InUse when another process has it, Trouble otherwise."""
        return cls(open_database(folder), folder)

    def close(self) -> None:
        """Let go of the file; the second copy is written to its end."""
        self._db.close()
        if self._second is not None:
            self._second.close()

    def copy_to(self, second: SecondCopy) -> None:
        """From now on give every event to `second` once it was kept, and first what a crash left out of it."""
        self._second = second
        live = self.live_session()
        if live is not None:
            copied = second.ids(live.id)
            self._copy(live.id, [event for event in self.log(live.id) if event.id not in copied])
        for session_id, photo_id in photos.uncopied(self._db, self.folder):
            self._copy_photo(session_id, photo_id, self.photo(photo_id) or b"")

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        found = self._db.execute("select exists (select 1 from gatherings) or exists (select 1 from sessions)")
        return not found.fetchone()[0]

    def pragmas(self) -> dict[str, str]:
        """What the open file says of how it keeps things."""
        return {name: str(self._db.execute(f"PRAGMA {name}").fetchone()[0])
                for name in ("journal_mode", "synchronous", "locking_mode")}

    # --- backups

    @property
    def shares_threads(self) -> bool:
        """Whether `back_up` may be called in another thread than everything else."""
        return SHARES_THREADS

    @property
    def changes(self) -> int:
        """A number that grows with every change since the file was opened."""
        return self._db.total_changes

    def back_up(self, now: datetime) -> Path:
        """Make a verified copy of everything beside the data, named after `now` (UTC). Raises NotKept."""
        with self._backing_up:
            return take_backup(self.folder, now, lambda target: copy_pages(self._db, target))

    # --- forgetting

    def forget_gathering(self, gathering_id: str) -> None:
        """Forget a plan and every session of it, here and in the second copies; `forget_elsewhere` does the rest.

        Raises NotKept. From the first moment on the next start finishes what a stop cuts short.
        """
        sessions = tuple(row.id for row in self.sessions() if row.gathering_id == gathering_id)
        self._forget(Wish(gathering_id=gathering_id, sessions=sessions))

    def forget_notes(self, session_id: str, notes: Collection[str]) -> None:
        """Forget every word these notes of a session ever held, likewise. Raises NotKept."""
        self._forget(Wish(sessions=(session_id,), notes=tuple(sorted(notes))))

    def forget_elsewhere(self) -> None:
        """Take what was forgotten out of backups and everything else that lies in the folder. Raises NotKept.

        May run in another thread; it waits for a backup that is being made, and the next one waits for it.
        """
        with self._backing_up:
            out_of_the_rest(self.folder)

    def finish_forgetting(self) -> None:
        """Do what an earlier run was kept from doing. Raises NotKept."""
        resume(self.folder, self._db)

    def _forget(self, wish: Wish) -> None:
        write_wish(self.folder, wish)
        todo = wishes(self.folder)
        try:
            with self._backing_up:
                out_of_database(self._db, todo)
            if self._second is not None:
                self._second.between(lambda: out_of_copies(self.folder, todo))
            else:
                out_of_copies(self.folder, todo)
        except (OSError, sqlite3.Error) as fault:
            raise not_yet(self.folder, fault) from fault

    # --- gatherings

    def gatherings(self) -> tuple[Gathering, ...]:
        """Every plan that was not removed and can be read, the one changed last first."""
        rows = self._db.execute("select id, plan from gatherings where removed = 0 order by changed desc, rowid desc")
        return tuple(plan for row in rows if (plan := _plan(*row)) is not None)

    def plans(self) -> Plans:
        """Every plan that was not removed, the one that begins last first. None is read before it is asked for."""
        rows = self._db.execute("select id from gatherings where removed = 0 order by starts desc, rowid")
        return Plans(tuple(gathering_id for gathering_id, in rows), self.gathering)

    def sample(self) -> str:
        """The id of the sample among the plans that were not removed, or ""."""
        found = self._db.execute(
            "select id from gatherings where removed = 0 and json_extract(plan, '$.sample') limit 1").fetchone()
        return str(found[0]) if found else ""

    def gathering(self, gathering_id: str) -> Gathering | None:
        """The plan of that id, removed or not, or None; also where damage has made it unreadable."""
        row = self._db.execute("select id, plan from gatherings where id = ?", [gathering_id]).fetchone()
        return _plan(*row) if row else None

    def keep_gathering(self, gathering: Gathering, now: int, *, only_newer: bool = False) -> bool:
        """Keep a plan as it is now (`now` in epoch ms). False when `only_newer` and what is kept is as new."""
        plan = msgspec.json.encode(gathering).decode()
        with self._writing():
            done = self._db.execute(
                "insert into gatherings (id, title, starts, changed, removed, plan) values (?, ?, ?, ?, 0, ?) "
                "on conflict (id) do update set title = excluded.title, starts = excluded.starts, "
                "changed = excluded.changed, plan = excluded.plan where ? or excluded.changed > gatherings.changed",
                [gathering.id, gathering.title, gathering.starts.isoformat(), now, plan, not only_newer])
        return done.rowcount > 0

    def remove_gathering(self, gathering_id: str, *, removed: bool = True) -> None:
        """Put a plan out of sight, or bring it back. Its sessions stay."""
        with self._writing():
            self._db.execute("update gatherings set removed = ? where id = ?", [int(removed), gathering_id])

    # --- sessions

    def begin(self, events: Sequence[Event], gathering: Gathering) -> str:
        """Keep a new session with its first events; its id."""
        session_id = new_id()
        with self._writing():
            self._insert_session(session_id, gathering, events[0].at)
            for event in events:
                self._insert(session_id, event)
        self._copy(session_id, events)
        return session_id

    def bring_back(self, session_id: str, events: Sequence[Event]) -> int:
        """Keep these events of a session, which may be known; how many were not there, or not so.

        Of a session that is not known and whose *began* is not among them nothing can be kept.
        """
        have = {event.id: event for event in self.log(session_id)}
        new = [event for event in events if have.get(event.id) != event]
        began = next((event.what.gathering for event in events if isinstance(event.what, Began)), None)
        if not new or (not have and began is None):
            return 0
        with self._writing():
            if began is not None:
                self._insert_session(session_id, began, events[0].at)
            for event in new:
                self._insert(session_id, event, anew=True)
        return len(new)

    def append_to(self, session_id: str) -> Callable[[Event], None]:
        """A function that keeps one more event of this session."""
        def append(event: Event) -> None:
            with self._writing():
                self._insert(session_id, event)
            self._copy(session_id, (event,))
        return append

    def sessions(self) -> tuple[SessionRow, ...]:
        """Every session, the newest first."""
        rows = self._db.execute(
            "select id, gathering_id, title, began, finished from sessions order by began desc, rowid desc")
        return tuple(SessionRow(*row) for row in rows)

    def live_session(self) -> SessionRow | None:
        """The newest session that was not finished, or None."""
        return next((row for row in self.sessions() if row.finished is None), None)

    def log(self, session_id: str) -> tuple[Event, ...]:
        """Every event of a session, in order."""
        rows = self._db.execute("select event from events where session_id = ? order by id", [session_id])
        return tuple(from_json(event) for event, in rows)

    def written(self, session_id: str) -> tuple[bytes, ...]:
        """Every event of a session as it was written, in order, not decoded."""
        rows = self._db.execute("select event from events where session_id = ? order by id", [session_id])
        return tuple(str(event).encode() for event, in rows)

    def marks(self) -> dict[str, tuple[int, int, int]]:
        """For each session a mark that is another one after every change of its log, forgetting included."""
        rows = self._db.execute(
            "select session_id, count(*), max(id), sum(length(event)) from events group by session_id").fetchall()
        return {session_id: (count, last, letters) for session_id, count, last, letters in rows}

    def aside(self, read: Callable[[], T]) -> T:
        """Do `read` in another thread, while nothing is forgotten and no backup is made: those want the file alone."""
        with self._backing_up:
            return read()

    # --- photographs

    def keep_photo(self, session_id: str, photo_id: str, jpeg: bytes) -> None:
        """Keep the pixels of a photograph of this session; the fact that it is there comes after. Raises NotKept."""
        with self._writing():
            photos.insert(self._db, session_id, photo_id, jpeg)
        self._copy_photo(session_id, photo_id, jpeg)

    def photo(self, photo_id: str) -> bytes | None:
        """The photograph as JPEG, or None."""
        return photos.read(self._db, photo_id)

    def photos_of(self, session: Session) -> dict[str, bytes]:
        """The photographs of a session as JPEG, by their ids; without those that were taken away."""
        found = ((photo.id, self.photo(photo.id)) for photo in session.photos.here)
        return {photo_id: jpeg for photo_id, jpeg in found if jpeg is not None}

    def bring_back_photos(self, folder: Path) -> None:
        """Keep again what only the second copies in `folder` have. Raises NotKept."""
        with self._writing():
            photos.bring_back(self._db, folder)

    # --- inside

    def _copy(self, session_id: str, events: Sequence[Event]) -> None:
        if self._second is not None and events:
            self._second.add(session_id, events)

    def _copy_photo(self, session_id: str, photo_id: str, jpeg: bytes) -> None:
        if self._second is not None:
            self._second.add_file(lambda: photos.write_copy(self.folder, session_id, photo_id, jpeg))

    def _insert_session(self, session_id: str, gathering: Gathering, began: int) -> None:
        self._db.execute("insert or ignore into sessions (id, gathering_id, title, began) values (?, ?, ?, ?)",
                         [session_id, gathering.id, gathering.title, began])

    def _insert(self, session_id: str, event: Event, *, anew: bool = False) -> None:
        fact = str(type(event.what).__struct_config__.tag)
        self._db.execute(f"insert {'or replace ' if anew else ''}into events (session_id, id, at, fact, event) "
                         "values (?, ?, ?, ?, ?)",
                         [session_id, event.id, event.at, fact, to_json(event).decode()])
        if isinstance(event.what, Finished):
            self._db.execute("update sessions set finished = ? where id = ?", [event.at, session_id])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()     # of no effect where the fault has done it
                raise
        except sqlite3.Error as fault:
            raise NotKept(say("This could not be kept in {folder} ({reason}); make room or free the disk, "
                              "then try again.", folder=str(self.folder), reason=str(fault))) from fault


def _plan(gathering_id: str, plan: str) -> Gathering | None:
    """A plan as it lies in the file. A disk that turned one letter of it costs this plan and not the list of all."""
    try:
        return msgspec.json.decode(plan, type=Gathering)
    except (msgspec.DecodeError, UnicodeDecodeError):
        logger.error("the plan %s cannot be read any more; a backup may still have it", gathering_id)
        return None
