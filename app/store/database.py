"""Opens the one file, alone: the exclusive lock is what keeps two consoles apart.

The order matters: exclusive locking first, then WAL, then full sync, then one empty write so that the lock is
truly held. One connection and one process, because older SQLite can lose commits when two connections
checkpoint at once; full sync, because WAL with less loses acknowledged notes in a power cut.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from app.errors import Damaged, InUse, Trouble
from app.words import say

NAME = "convener.db"
APPLICATION_ID = 0x436F6E76
"""Says "this is Convener's file" to whoever looks at its header: the letters Conv."""
SCHEMA_VERSION = 2
"""How many steps of `migrations` the file has taken."""
IMPLAUSIBLE = 10_000
"""No release will have taken so many steps: a greater number is damage."""
SHARES_THREADS = sqlite3.threadsafety == 3
"""Whether threads may take turns on the one connection: a backup is then made in a thread of its own."""


def open_database(folder: Path) -> sqlite3.Connection:
    """The database in `folder`, made or brought up to date; no statement opens a transaction by itself.

    Raises InUse or Trouble.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=0.2, check_same_thread=not SHARES_THREADS)
    except (OSError, sqlite3.Error) as fault:
        raise unwritable(folder, fault) from fault
    try:
        return hold(connection, folder)
    except BaseException:
        connection.close()
        raise


def hold(db: sqlite3.Connection, folder: Path) -> sqlite3.Connection:
    """Make `db` the one holder of the file in `folder`, and the file up to date. Raises InUse or Trouble."""
    db.isolation_level = None
    try:
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            db.execute(f"PRAGMA {pragma}")
        if sys.platform == "darwin":
            db.execute("PRAGMA fullfsync=ON")
            db.execute("PRAGMA checkpoint_fullfsync=ON")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        _recognise(db, folder)
        found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        if db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
            from app.store.migrations import bring_up_to_date, migrations

            bring_up_to_date(db, folder, migrations(), SCHEMA_VERSION)
        return db
    except sqlite3.OperationalError as fault:
        if "locked" in str(fault) or "busy" in str(fault):
            raise in_use(folder) from fault
        raise unwritable(folder, fault) from fault
    except (sqlite3.DatabaseError, UnicodeDecodeError) as fault:   # a damaged name of a table is decoded for a message
        raise Damaged(say("{file} is damaged or is not a database ({reason}); put it aside and start again, "
                          "or choose another folder with --data.", file=str(folder / NAME), reason=str(fault))
                      ) from fault


def _recognise(db: sqlite3.Connection, folder: Path) -> None:
    """Refuse a file that another program, or a newer Convener, wrote; a header that is damaged is neither."""
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    tables = {name for name, in db.execute("select name from sqlite_master where type = 'table'")}
    if version > IMPLAUSIBLE or (mark != APPLICATION_ID and {"gatherings", "sessions", "events"} <= tables):
        raise sqlite3.DatabaseError("its header is not the one that was written")
    if (mark != APPLICATION_ID and tables) or mark not in (0, APPLICATION_ID):
        raise Trouble(say("{file} was not written by Convener; choose another folder with --data.",
                          file=str(folder / NAME)))
    if version > SCHEMA_VERSION:
        raise Trouble(say("{file} was written by a newer Convener (data version {version}, this one knows {known}); "
                          "use the newer one, or choose another folder with --data.",
                          file=str(folder / NAME), version=version, known=SCHEMA_VERSION))


def in_use(folder: Path) -> InUse:
    """What is told when another process holds the data in `folder`."""
    return InUse(say("Convener is already open with the data in {folder}; close it there, "
                     "or choose another folder with --data.", folder=str(folder)))


def unwritable(folder: Path, fault: Exception) -> Trouble:
    """What is told of a folder in which nothing can be kept."""
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return Trouble(say("The data folder {folder} cannot be used ({reason}); choose one that can be written "
                       "with --data.", folder=str(folder), reason=reason))
