"""`python3 -m app doctor`: the state of the data in plain words. It only looks: what is opened is a copy, because to
open the file itself may bring it up to date, and after a hard stop changes it.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import Damaged, Trouble
from app.store.backup import backups, taken, what_is_wrong
from app.store.crash import crash_files
from app.store.database import NAME, SCHEMA_VERSION, in_use
from app.store.recovery import ASIDE, BUILDING, REBUILT
from app.store.second_copy import copies, read_copy
from app.store.store import Store
from app.words import Text, Words, say

LOG = "convener.log"
_LOCK_BYTES = 0x40000000, 512
"""Where every program of SQLite's puts its locks: first byte and how many."""


def main(folder: Path) -> int:
    """Print what is found; 0 when all is well, 1 when something is not. Raises InUse, Trouble."""
    words = Words()
    lines, well = examine(folder, datetime.now(UTC))
    for line in lines:
        print(words(line))
    return 0 if well else 1


def examine(folder: Path, now: datetime) -> tuple[list[Text], bool]:
    """What there is to say about the data in `folder`, and whether all is well. Raises InUse, Trouble."""
    path = folder / NAME
    if not path.exists() and not backups(folder) and not copies(folder):
        raise Trouble(say("There are no data in {folder}; the console makes them when it is opened.",
                          folder=str(folder)))
    if path.exists():
        found, well = _database(folder)
    else:
        found, well = [say("The file {file} is gone; the next start of the console makes it anew from backup and "
                           "second copies.", file=str(path))], False
    halves = _halves(folder)
    backed, backups_well = _backups(folder, now)
    return [*found, *halves, *backed, *_written_down(folder)], well and backups_well and not halves


def _database(folder: Path) -> tuple[list[Text], bool]:
    path = folder / NAME
    lines = [say("The data lie in {file}, {size} KB.", file=str(path), size=-(-path.stat().st_size // 1024))]
    with _copied(folder) as copy:
        try:
            version = _version(copy)
            store = Store.open(copy)
        except Damaged as found:
            return [*lines, _told_of(found.text, copy, folder),
                    say("The next start of the console puts the damaged file aside and brings back the rest.")], False
        except Trouble as found:
            return [*lines, _told_of(found.text, copy, folder)], False
        with closing(store):
            read = store.pragmas()
            durable = read == {"journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive"}
            lines.append(say("The database is whole; a copy of it was opened as the console opens it."))
            lines.append(say("Read back from it: {pragmas}.", pragmas=", ".join(f"{k} {v}" for k, v in read.items())))
            if not durable:
                lines.append(say("These are not the settings that keep a note through a power cut."))
            if version < SCHEMA_VERSION:
                lines.append(say("It is of an older Convener; the next start of the console brings it up to date."))
            lines.append(say("Gatherings in it: {plans}. Sessions in it: {sessions}.", plans=len(store.gatherings()),
                             sessions=len(store.sessions())))
            copied, copies_well = _copies(store, folder)
    return [*lines, *copied], durable and copies_well


@contextmanager
def _copied(folder: Path) -> Iterator[Path]:
    """A folder with a copy of the file and of its log of pages, taken while nobody can write. Raises InUse, Trouble."""
    with tempfile.TemporaryDirectory(prefix="convener-") as made:
        copy = Path(made)
        try:
            with (folder / NAME).open("rb") as file:
                if not _lock(file.fileno()):
                    raise in_use(folder)
                for name in (NAME, f"{NAME}-wal"):
                    if (folder / name).exists():
                        shutil.copyfile(folder / name, copy / name)
        except OSError as fault:
            raise Trouble(say("The data in {folder} cannot be read ({reason}).", folder=str(folder),
                              reason=fault.strerror or str(fault))) from fault
        yield copy


def _lock(handle: int) -> bool:
    """Keep writers out until the file is closed; False when one is in. Changes no byte of it."""
    if sys.platform == "win32":   # whoever holds it there lets nobody read the locked bytes; copying says so
        return True
    import fcntl

    try:
        fcntl.lockf(handle, fcntl.LOCK_SH | fcntl.LOCK_NB, _LOCK_BYTES[1], _LOCK_BYTES[0])
    except (BlockingIOError, PermissionError):
        return False
    return True


def _version(copy: Path) -> int:
    try:
        with closing(sqlite3.connect(copy / NAME)) as db:
            return int(db.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError:   # whoever opens it says what is wrong
        return SCHEMA_VERSION


def _told_of(text: Text, copy: Path, folder: Path) -> Text:
    """What was told of the copy, told of the data."""
    return replace(text, values=tuple((name, str(value).replace(str(copy), str(folder)))
                                      for name, value in text.values))


def _halves(folder: Path) -> list[Text]:
    """What a recovery that was stopped has left."""
    lines = []
    if next(folder.glob(f"{ASIDE}-*/{REBUILT}"), None) is not None:
        lines.append(say("A new file was made of what could be saved, and waits; the next start of the console puts "
                         "it in place."))
    elif (folder / BUILDING).exists():
        lines.append(say("A recovery was begun and stopped; the next start of the console does it again. "
                         "Nothing was lost by that."))
    return lines


def _written_down(folder: Path) -> Iterator[Text]:
    aside, crashed, log = sorted(folder.glob(f"{ASIDE}-*")), crash_files(folder), folder / LOG
    if aside:
        yield say("Damaged files were put aside: {count}, the last in {folder}.", count=len(aside),
                  folder=str(aside[-1]))
    if crashed:
        yield say("Crashes that were written down: {count}, the last in {file}. It holds no word that anybody typed.",
                  count=len(crashed), file=str(crashed[0]))
    if log.exists() and log.stat().st_size:
        yield say("What went wrong is written in {file}.", file=str(log))
    elif not crashed:
        yield say("Nothing that went wrong was written down.")


def _backups(folder: Path, now: datetime) -> tuple[list[Text], bool]:
    found = backups(folder)
    if not found:
        return [say("There is no backup yet; the first is made when a session begins.")], True
    spoilt = [path for path in found if what_is_wrong(path)]
    age = now.replace(tzinfo=None) - taken(found[0])
    lines = [say("Backups: {count}. Hours since the newest: {hours}.", count=len(found),
                 hours=max(0, age // timedelta(hours=1)))]
    lines += [say("The backup {file} is not whole: {reason}.", file=path.name, reason=what_is_wrong(path))
              for path in spoilt]
    return lines, not spoilt


def _copies(store: Store, folder: Path) -> tuple[list[Text], bool]:
    found, torn, missing = copies(folder), 0, 0
    for row in store.sessions():
        if row.id in found:
            events, unread = read_copy(found[row.id])
            torn += unread
            missing += len({event.id for event in store.log(row.id)} - {event.id for event in events})
    lines = [say("Second copies of sessions: {count}. Lines that cannot be read: {torn}. Facts they lack: {missing}.",
                 count=len(found), torn=torn, missing=missing)]
    return lines, missing == 0
