"""When the database is damaged: it is put aside untouched, and the newest whole backup and the second copies take
its place. Nothing is ever deleted here.
"""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from app.errors import NotKept
from app.live.events import Began
from app.store.backup import newest_good, taken
from app.store.database import NAME
from app.store.second_copy import copies, read_copy
from app.store.store import Store
from app.words import Text, say

ASIDE = "damaged"


def recover(folder: Path, now: datetime) -> tuple[Store, Text]:
    """A store with all that could be saved, and one sentence about it. Raises NotKept, InUse, Trouble."""
    backup = newest_good(folder)
    try:
        aside = _put_aside(folder, now)
        if backup is not None:
            _put_in_place(backup, folder / NAME)
    except OSError as fault:
        raise NotKept(say("The data in {folder} is damaged and could not be put aside ({reason}); nothing was lost. "
                          "Make room or free the disk, then start again.", folder=str(folder),
                          reason=fault.strerror or str(fault))) from fault
    store = Store.open(folder)
    try:
        facts, unread = _add_copies(store, folder)
    except BaseException:
        store.close()
        raise
    return store, _told(backup, aside, facts, unread)


def _told(backup: Path | None, aside: Path, facts: int, unread: int) -> Text:
    if backup is None:
        return say("The data was damaged and there was no backup: {count} facts came back from the second copies, "
                   "plans did not; {unread} lines could not be read. The damaged file lies in {folder}.",
                   count=facts, unread=unread, folder=str(aside))
    return say("The data was damaged: the backup of {when} UTC took its place, and {count} later facts came back from "
               "the second copies; {unread} lines could not be read. The damaged file lies in {folder}.",
               when=taken(backup).strftime("%Y-%m-%d %H:%M"), count=facts, unread=unread, folder=str(aside))


def _put_aside(folder: Path, now: datetime) -> Path:
    aside = folder / f"{ASIDE}-{now.strftime('%Y%m%d-%H%M%S-%f')}"
    aside.mkdir()
    # the log of pages goes first: should a kill come between, the old file is never read with a new one's log
    for name in (f"{NAME}-wal", f"{NAME}-shm", NAME):
        if (folder / name).exists():
            (folder / name).rename(aside / name)
    return aside


def _put_in_place(backup: Path, path: Path) -> None:
    beside = path.with_suffix(".new")
    shutil.copyfile(backup, beside)
    handle = os.open(beside, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.replace(path)


def _add_copies(store: Store, folder: Path) -> tuple[int, int]:
    """Add what the copies know and the backup does not; how many facts that were, and how many unreadable lines."""
    added, unread = 0, 0
    known = {row.id for row in store.sessions()}
    for session_id, path in copies(folder).items():
        try:
            events, torn = read_copy(path)
        except OSError:
            unread += 1
            continue
        unread += torn
        if session_id in known:
            have = {event.id for event in store.log(session_id)}
            new = tuple(event for event in events if event.id not in have)
            append = store.append_to(session_id)
            for event in new:
                append(event)
        elif events and isinstance(events[0].what, Began):
            new = events
            store.bring_back(session_id, new, events[0].what.gathering)
        else:
            new = ()
        added += len(new)
    return added, unread
