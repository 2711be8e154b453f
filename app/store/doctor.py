"""`python3 -m app doctor`: the state of the data in plain words. It opens the data as the console does, mends nothing
and writes nothing of its own.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import Damaged, Trouble
from app.store.backup import backups, taken, what_is_wrong
from app.store.database import NAME
from app.store.second_copy import copies, read_copy
from app.store.store import Store
from app.words import Text, Words, say

LOG = "convener.log"


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
    if not path.exists():
        raise Trouble(say("There are no data in {folder}; the console makes them when it is opened.",
                          folder=str(folder)))
    lines = [say("The data lie in {file}, {size} KB.", file=str(path), size=-(-path.stat().st_size // 1024))]
    try:
        store = Store.open(folder)
    except Damaged as found:
        return [*lines, found.text, *_backups(folder, now)[0],
                say("The next start of the console puts the damaged file aside and brings back the rest.")], False
    try:
        read = store.pragmas()
        durable = read == {"journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive"}
        lines.append(say("The database is whole, and held by one program at a time."))
        lines.append(say("Read back from it: {pragmas}.", pragmas=", ".join(f"{k} {v}" for k, v in read.items())))
        if not durable:
            lines.append(say("These are not the settings that keep a note through a power cut."))
        lines.append(say("Gatherings in it: {plans}. Sessions in it: {sessions}.", plans=len(store.gatherings()),
                         sessions=len(store.sessions())))
        copied, copies_well = _copies(store, folder)
    finally:
        store.close()
    backed, backups_well = _backups(folder, now)
    log = folder / LOG
    lines += [*backed, *copied]
    lines.append(say("What went wrong is written in {file}.", file=str(log)) if log.exists() and log.stat().st_size
                 else say("Nothing that went wrong was written down."))
    return lines, durable and copies_well and backups_well


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
