"""Everything that can be found in all sessions, in memory only, and renewed where a session has changed.

Nothing of it lies on the disk: what the file forgets is not found any more, and no other place has to be cleaned.
"""

from __future__ import annotations

import sqlite3

import msgspec

from app.harvest.found import Run, Saying
from app.live.sayings import sayings_of
from app.live.session import fold
from app.store.store import SessionRow, Store

Mark = tuple[int, int, int]


class Recall:
    """Used by one thread at a time; `forget` may come from another."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = -1
        self._kept: dict[str, tuple[Mark, SessionRow, tuple[Saying, ...] | None]] = {}
        self._all: tuple[Saying, ...] = ()

    def sayings(self) -> tuple[Saying, ...]:
        """All of them as the file is now, the newest session first."""
        changes = self._store.changes
        if changes != self._seen:
            rows, marks = self._store.aside(lambda: (self._store.sessions(), self._store.marks()))
            before = self._kept
            self._kept = {row.id: self._renewed(row, marks[row.id], before) for row in rows if row.id in marks}
            self._all = tuple(saying for _mark, _row, said in self._kept.values() for saying in said or ())
            self._seen = changes
        return self._all

    def is_quick(self, most: int) -> bool:
        """Whether everything is as the file is now, and no more than `most` sayings."""
        return self._seen == self._store.changes and len(self._all) <= most

    def unread(self) -> tuple[Run, ...]:
        """The sessions whose log can no longer be read, so that nothing of them is found."""
        return tuple(_run(row) for _mark, row, said in self._kept.values() if said is None)

    def forget(self) -> None:
        """Let go at once of every session that is no longer there."""
        here = {row.id for row in self._store.sessions()}
        self._kept = {session_id: kept for session_id, kept in self._kept.items() if session_id in here}
        self._all = tuple(saying for saying in self._all if saying.run.session_id in here)
        self._seen = -1

    def _renewed(self, row: SessionRow, mark: Mark,
                 before: dict[str, tuple[Mark, SessionRow, tuple[Saying, ...] | None]]
                 ) -> tuple[Mark, SessionRow, tuple[Saying, ...] | None]:
        known = before.get(row.id)
        return known if known is not None and known[0] == mark else (mark, row, self._read(row))

    def _read(self, row: SessionRow) -> tuple[Saying, ...] | None:
        """What one session holds; None where damage has made its log unreadable."""
        try:
            session = fold(self._store.aside(lambda: self._store.log(row.id)))
        except (sqlite3.Error, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        if session is None:
            return None
        return sayings_of(_run(row), session)


def _run(row: SessionRow) -> Run:
    return Run(row.id, row.gathering_id, row.title, row.began)
