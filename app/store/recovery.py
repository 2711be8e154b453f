"""When the database is damaged, gone or cut short: the newest whole backup, the second copies and what can still be
read of the file make a new one.

It is made in a folder beside the data, `recovering`, together with an untouched copy of what was found. Only when all
is whole that folder is renamed `damaged-…`, and then the new file takes its place. A kill before that leaves the
damaged file where it was, a kill after it leaves the new one to be put in place: the next start does the rest.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from app.errors import Damaged, NotKept
from app.live.events import Began
from app.store.backup import backups, newest_good, sync, taken
from app.store.database import NAME, in_use, unwritable
from app.store.forgetting import wishes
from app.store.salvage import salvage, salvage_photos
from app.store.second_copy import copies, not_among, read_copy
from app.store.store import Store
from app.words import Text, say

ASIDE, BUILDING, REBUILT = "damaged", "recovering", "rebuilt.db"
_LOCK = f"{BUILDING}.lock"
_LOG_OF_PAGES = f"{NAME}-wal"


def open_or_recover(folder: Path, now: datetime) -> tuple[Store, Text | None]:
    """The data in `folder`; where they were not whole, all that could be saved and one sentence about it.

    What was being forgotten when the last run stopped is forgotten first, and again in whatever was made whole from
    older pieces. Raises NotKept, InUse, Trouble.
    """
    if not wishes(folder):
        return _as_it_is(folder, now)
    with contextlib.suppress(Damaged, NotKept), contextlib.closing(Store.open(folder)) as store:
        store.finish_forgetting()
    store, told = _as_it_is(folder, now)
    try:
        store.finish_forgetting()
    except NotKept as trouble:
        return store, trouble.text
    return store, told


def _as_it_is(folder: Path, now: datetime) -> tuple[Store, Text | None]:
    if not _needs_care(folder):
        with contextlib.suppress(Damaged):
            store, lacking = _opened(folder)
            return store, _completed(store, folder) if lacking else None
    try:
        with _alone(folder):
            return _with_care(folder, now)
    except OSError as fault:
        raise NotKept(say("The data in {folder} is damaged and could not be put aside ({reason}); nothing was lost. "
                          "Make room or free the disk, then start again.", folder=str(folder),
                          reason=fault.strerror or str(fault))) from fault


def _needs_care(folder: Path) -> bool:
    """Whether the last stop was a hard one, or the file is not there and something to make it of is."""
    log = folder / _LOG_OF_PAGES
    try:
        return ((folder / _LOCK).exists() or _unfinished(folder) is not None or _is_gone(folder)
                or (log.exists() and log.stat().st_size > 0))
    except OSError:   # whoever opens the file says what is wrong
        return False


def _is_gone(folder: Path) -> bool:
    path = folder / NAME
    return (not path.exists() or path.stat().st_size == 0) and bool(backups(folder) or copies(folder))


def _unfinished(folder: Path) -> Path | None:
    """The folder whose new file is whole and waits to be put in place, or None."""
    return next((found.parent for found in sorted(folder.glob(f"{ASIDE}-*/{REBUILT}"))), None)


def _opened(folder: Path) -> tuple[Store, bool]:
    """The store, when its facts are what was kept, and whether the copies have some that it lacks.

    Raises Damaged, InUse, Trouble.
    """
    store, lacking = Store.open(folder), False
    with _or_damaged(store, folder):
        live = store.live_session()
        if live is not None:
            store.log(live.id)
        for session_id, path in copies(folder).items():
            unknown = not_among(path, store.written(session_id))
            if unknown and {event.id for event in unknown} & {event.id for event in store.log(session_id)}:
                raise ValueError("a fact and its copy differ")
            lacking = lacking or bool(unknown)
    return store, lacking


@contextlib.contextmanager
def _or_damaged(store: Store, folder: Path) -> Iterator[None]:
    """What cannot be read closes the store and is Damaged."""
    try:
        yield
    except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError) as fault:
        store.close()
        raise Damaged(say("{file} is damaged ({reason}).", file=str(folder / NAME), reason=str(fault))) from fault
    except BaseException:
        store.close()
        raise


def _with_care(folder: Path, now: datetime) -> tuple[Store, Text | None]:
    unfinished = _unfinished(folder)
    if unfinished is not None:
        _put_in_place(unfinished, folder)
        return Store.open(folder), say("The data was damaged, and a file made of the backup and the second copies "
                                       "took its place. The damaged file lies in {folder}.", folder=str(unfinished))
    gone = _is_gone(folder)
    if not gone:
        try:
            _copy_untouched(folder)   # to open a file after a hard stop is to change it
        except OSError:               # no room: what is whole can be hosted all the same, what is not waits for room
            shutil.rmtree(folder / BUILDING, ignore_errors=True)
            return _opened(folder)[0], None
        with contextlib.suppress(Damaged):
            store, lacking = _opened(folder)
            with _or_damaged(store, folder):
                store.gatherings()
            told = _completed(store, folder) if lacking else None
            shutil.rmtree(folder / BUILDING)
            return store, told
    backup = newest_good(folder)
    facts, unread = _build(folder, backup)
    aside = folder / f"{ASIDE}-{now.strftime('%Y%m%d-%H%M%S-%f')}"
    (folder / BUILDING).rename(aside)
    sync(folder)
    _put_in_place(aside, folder)
    if gone:
        with contextlib.suppress(OSError):
            aside.rmdir()
    return Store.open(folder), _told(folder, aside, backup, facts, unread, gone=gone)


def _completed(store: Store, folder: Path) -> Text:
    """Add what the copies have and a file cut short does not."""
    with _or_damaged(store, folder):
        facts, _ = _add_copies(store, folder)
        store.bring_back_photos(folder)
    return say("The data was cut short: {count} facts came back from the second copies.", count=facts)


def _told(folder: Path, aside: Path, backup: Path | None, facts: int, unread: int, *, gone: bool) -> Text:
    if gone:
        return say("{file} was gone: it was made again from the backups and second copies beside it. "
                   "To begin anew, choose another folder with --data.", file=str(folder / NAME))
    if backup is None:
        return say("The data was damaged and there was no backup: {count} facts came back from the second copies and "
                   "from what could still be read; {unread} lines could not be read. The damaged file lies in "
                   "{folder}.", count=facts, unread=unread, folder=str(aside))
    return say("The data was damaged: the backup of {when} UTC took its place, and {count} later facts came back from "
               "the second copies and from what could still be read; {unread} lines could not be read. The damaged "
               "file lies in {folder}.",
               when=taken(backup).strftime("%Y-%m-%d %H:%M"), count=facts, unread=unread, folder=str(aside))


def _copy_untouched(folder: Path) -> None:
    """The files as they are now, in the folder of the new one; those that a kill left there are older and truer."""
    place = folder / BUILDING
    place.mkdir(exist_ok=True)
    if (place / NAME).exists():
        return
    for name in (_LOG_OF_PAGES, NAME):   # the database last: with it the pair is whole
        if (folder / name).exists():
            beside = place / f"{name}.new"
            shutil.copyfile(folder / name, beside)
            sync(beside)
            beside.replace(place / name)


def _build(folder: Path, backup: Path | None) -> tuple[int, int]:
    """Make the new file; how many facts came to the backup's, and how many lines could not be read."""
    place = folder / BUILDING
    fresh, reading = place / "building", place / "reading"
    for half in (fresh, reading):
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
    if backup is not None:
        shutil.copyfile(backup, fresh / NAME)
    for name in (NAME, _LOG_OF_PAGES):
        if (place / name).exists():
            shutil.copyfile(place / name, reading / name)
    with contextlib.closing(Store.open(fresh)) as store:
        facts, unread = _add_copies(store, folder)
        facts += salvage(reading / NAME, store)
        store.bring_back_photos(folder)
        salvage_photos(reading / NAME, store)
    sync(fresh / NAME)
    (fresh / NAME).replace(place / REBUILT)
    for half in (fresh, reading):
        shutil.rmtree(half)
    sync(place)
    return facts, unread


def _put_in_place(aside: Path, folder: Path) -> None:
    # the old log of pages goes first: it is never read with a file that is not its own
    (folder / _LOG_OF_PAGES).unlink(missing_ok=True)
    sync(folder)
    (aside / REBUILT).replace(folder / NAME)
    sync(folder)


def _add_copies(store: Store, folder: Path) -> tuple[int, int]:
    """Add what the copies know and the file does not; how many facts that were, and how many unreadable lines.

    A plan that is nowhere else comes back as it was when it was hosted last. A gathering of one step never was a plan.
    """
    added, unread = 0, 0
    for session_id, path in copies(folder).items():
        try:
            events, torn = read_copy(path)
        except OSError:
            events, torn = (), 1
        unread += torn
        added += store.bring_back(session_id, events)
    for row in store.sessions():   # the newest first
        began = next((event.what for event in store.log(row.id) if isinstance(event.what, Began)), None)
        if began is not None and len(began.gathering.steps) > 1 and store.gathering(row.gathering_id) is None:
            store.keep_gathering(began.gathering, row.began)
    return added, unread


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two starts at once do not mend the same file. The lock is SQLite's, so that a kill lets go of it."""
    path = folder / _LOCK
    with contextlib.closing(sqlite3.connect(path, timeout=0.2)) as lock:
        try:
            lock.execute("PRAGMA journal_mode=MEMORY")   # no second file
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as fault:
            raise (in_use(folder) if "locked" in str(fault) else unwritable(folder, fault)) from fault
        yield
    with contextlib.suppress(OSError):
        path.unlink()
