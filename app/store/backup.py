"""Verified copies of the database: one counts only after it was opened, checked, synced and renamed.

The file is held by one connection, so the copy goes through that very connection, in a worker thread: SQLite built
"serialized" (`sqlite3.threadsafety == 3`) lets threads take turns on it, `Connection.backup` lets go of it between
steps, and a step of 100 pages takes about 2 ms. Slices driven by a timer are not to be had, because that call returns
only when all is copied; `serialize` holds the connection for the whole file. Where SQLite is built otherwise the
connection stays with its own thread and the copy waits for a quiet moment there.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from app.errors import NotKept
from app.store.database import APPLICATION_ID, SCHEMA_VERSION
from app.words import say

FOLDER = "backups"
PAGES = 100
PAUSE = 0.001
"""Seconds between two steps in which a note can be kept; without them one waited for the whole copy."""
NEWEST, DAYS = 10, 14
_STAMP = "%Y%m%d-%H%M%S-%f"
_PREFIX, _SUFFIX = "convener-", ".db"

CopyInto = Callable[[sqlite3.Connection], None]


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy `source` whole, in small steps. What is committed meanwhile through `source` is copied too."""
    source.backup(target, pages=PAGES, progress=lambda *_: time.sleep(PAUSE))


def take_backup(folder: Path, now: datetime, copy: CopyInto) -> Path:
    """A verified copy in `folder`/backups, named after `now` (UTC); older ones are thinned. Raises NotKept."""
    place = folder / FOLDER
    path = place / f"{_PREFIX}{now.strftime(_STAMP)}{_SUFFIX}"
    beside = path.with_suffix(".new")
    try:
        place.mkdir(exist_ok=True)
        for unfinished in place.glob(f"{_PREFIX}*.new*"):   # a kill came between
            unfinished.unlink()
        with closing(sqlite3.connect(beside)) as target:
            target.execute("PRAGMA synchronous=OFF")   # synced once, below
            copy(target)
            target.execute("PRAGMA journal_mode=DELETE")   # one file, that any program can open
        fault = what_is_wrong(beside)
        if fault:
            raise OSError(fault)
        sync(beside)
        beside.replace(path)
        sync(place)
        for old in thinned([taken(p) for p in backups(folder)]):
            (place / f"{_PREFIX}{old.strftime(_STAMP)}{_SUFFIX}").unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as why:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise NotKept(say("No backup could be made in {folder} ({reason}). Your notes are kept; it is tried again in "
                          "ten minutes.", folder=str(place), reason=str(why))) from why
    return path


def backups(folder: Path) -> tuple[Path, ...]:
    """Every backup in `folder`, the newest first, unchecked."""
    found = (p for p in (folder / FOLDER).glob(f"{_PREFIX}*{_SUFFIX}") if _is_ours(p))
    return tuple(sorted(found, reverse=True))


def newest_good(folder: Path) -> Path | None:
    """The newest backup that is whole today, or None."""
    return next((p for p in backups(folder) if not what_is_wrong(p)), None)


def taken(path: Path) -> datetime:
    """When a backup was made (UTC, without zone)."""
    return datetime.strptime(path.name[len(_PREFIX):-len(_SUFFIX)], _STAMP)


def what_is_wrong(path: Path) -> str:
    """Why this file is no whole copy of our data, in SQLite's words, or ""."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as db:
            mark = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if mark != APPLICATION_ID or not 0 < version <= SCHEMA_VERSION:
                return "not a copy of this program's data"
            said = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
            return "" if said == "ok" else said
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        return str(fault)


def thinned(times: Sequence[datetime]) -> tuple[datetime, ...]:
    """Which of these backups may go: the newest ten stay, then the newest of each day, then of each week."""
    order = sorted(times, reverse=True)
    if not order:
        return ()
    seen: set[tuple[int, ...]] = set()
    gone: list[datetime] = []
    for place, when in enumerate(order):
        recent = when > order[0] - timedelta(days=DAYS)
        slot = (when.year, when.month, when.day) if recent else tuple(when.isocalendar())[:2]
        if place >= NEWEST and slot in seen:
            gone.append(when)
        seen.add(slot)
    return tuple(gone)


def _is_ours(path: Path) -> bool:
    try:
        taken(path)
    except ValueError:
        return False
    return True


def sync(path: Path) -> None:
    """Make a file, or the names in a folder, durable. Raises OSError."""
    if path.is_dir() and os.name == "nt":   # Windows has no handle for a folder
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
