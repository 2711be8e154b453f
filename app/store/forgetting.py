"""Forgetting, and then it is forgotten: a whole gathering, or the notes of a session that were for nobody.

The words, and with a gathering its photographs, leave the file and its free pages, the second copies, the backups, what
was put aside as damaged, the draft and the log. First a file says by ids what is to be forgotten and goes only when
nothing is left to do: a kill or a full disk in between leaves the rest to the next start, and no second copy can bring
the words back.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from app.errors import NotKept
from app.live.events import from_json, to_json
from app.live.forgetting import WORDED, redacted
from app.settings import replace_file
from app.store import draft, photos
from app.store.backup import FOLDER as BACKUPS
from app.store.backup import backups, sync, what_is_wrong
from app.store.second_copy import FOLDER as COPIES
from app.store.second_copy import copies, line_of, read_copy
from app.words import say

NAME = "forgetting.json"
LOG = "convener.log"
ASIDE = ("damaged-*", "recovering")
"""Where recovery puts what it found: a file nobody can take single words out of goes whole."""


class Wish(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A gathering with these sessions of it; or, without one, these notes of one session. Ids only, no words."""

    gathering_id: str = ""
    sessions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def wishes(folder: Path) -> tuple[Wish, ...]:
    """What was to be forgotten and is not yet, wholly."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=tuple[Wish, ...])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ()


def write_wish(folder: Path, wish: Wish) -> None:
    """From here on it is going to be forgotten. Raises NotKept, and then it is not."""
    replace_file(folder / NAME, msgspec.json.encode(tuple(dict.fromkeys((*wishes(folder), wish)))))


def out_of_database(db: sqlite3.Connection, todo: tuple[Wish, ...]) -> None:
    """Take the words out of the file and out of its free pages. Raises sqlite3.Error."""
    db.execute("PRAGMA secure_delete=ON")
    db.execute("BEGIN")
    try:
        for wish in todo:
            _take_out(db, wish)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def out_of_copies(folder: Path, todo: tuple[Wish, ...]) -> None:
    """Take the words out of the second copies, where nothing else writes there. Raises OSError, NotKept."""
    for wish in todo:
        for session_id in wish.sessions:
            if wish.gathering_id:
                photos.delete_copies(folder, session_id)
            path = copies(folder).get(session_id)
            if path is None:
                continue
            if wish.gathering_id:
                path.unlink()
            else:
                events, _torn = read_copy(path)
                replace_file(path, b"".join(line_of(event) for event in redacted(events, wish.notes)))
    if (folder / COPIES).is_dir():
        for unfinished in (folder / COPIES).glob("*.new"):
            unfinished.unlink()
        sync(folder / COPIES)


def out_of_the_rest(folder: Path) -> None:
    """Take the words out of everything but the file itself and the second copies, then strike the wish.

    May run in a thread, while no backup is being made. Raises NotKept; then the next start does it.
    """
    todo = wishes(folder)
    try:
        for path in backups(folder):
            _out_of_backup(path, todo)
        for unfinished in (folder / BACKUPS).glob("*.new*"):
            unfinished.unlink()
        concerned = tuple(one.encode() for wish in todo for one in (wish.gathering_id, *wish.sessions) if one)
        for pattern in ASIDE:
            for place in folder.glob(pattern):
                if any(_holds(path, concerned) for path in place.rglob("*")):
                    shutil.rmtree(place)
        for typed in folder.glob(f"{draft.NAME}*"):
            if _holds(typed, concerned) or typed.name != draft.NAME:
                typed.unlink()
        for log in folder.glob(f"{LOG}*"):
            with log.open("r+b") as file:   # the handler goes on writing at its end
                file.truncate()
        if todo:
            (folder / NAME).unlink(missing_ok=True)
            sync(folder)
    except OSError as fault:
        raise not_yet(folder, fault) from fault


def resume(folder: Path, db: sqlite3.Connection) -> None:
    """Finish what a stop cut short, before anything is compared with anything. Raises NotKept."""
    todo = wishes(folder)
    if todo:
        try:
            out_of_database(db, todo)
            out_of_copies(folder, todo)
        except (OSError, sqlite3.Error) as fault:
            raise not_yet(folder, fault) from fault
        out_of_the_rest(folder)


def not_yet(folder: Path, fault: Exception) -> NotKept:
    """What is told when something kept the words from going."""
    reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return NotKept(say("Not everything could be forgotten in {folder} yet ({reason}); the next start of Convener "
                       "does the rest.", folder=str(folder), reason=reason))


def _take_out(db: sqlite3.Connection, wish: Wish) -> None:
    if wish.gathering_id:
        photos.delete(db, wish.gathering_id)
        db.execute("delete from events where session_id in (select id from sessions where gathering_id = ?)",
                   [wish.gathering_id])
        db.execute("delete from sessions where gathering_id = ?", [wish.gathering_id])
        db.execute("delete from gatherings where id = ?", [wish.gathering_id])
    for session_id in wish.sessions if wish.notes else ():
        tags = [str(fact.__struct_config__.tag) for fact in WORDED]
        rows = db.execute("select event from events where session_id = ? and fact in "
                          f"({', '.join('?' * len(tags))})", [session_id, *tags])
        events = tuple(from_json(written) for written, in rows)
        for old, new in zip(events, redacted(events, wish.notes), strict=True):
            if new != old:
                db.execute("update events set fact = ?, event = ? where session_id = ? and id = ?",
                           [str(type(new.what).__struct_config__.tag), to_json(new).decode(), session_id, new.id])


def _out_of_backup(path: Path, todo: tuple[Wish, ...]) -> None:
    """Write a backup anew without the words; one that cannot be goes. Raises OSError."""
    beside = path.with_suffix(".new")
    shutil.copyfile(path, beside)
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as db:
            out_of_database(db, todo)
        whole = not what_is_wrong(beside)
    except (sqlite3.Error, msgspec.MsgspecError, UnicodeDecodeError):
        whole = False
    if whole:
        sync(beside)
        beside.replace(path)
    else:
        beside.unlink()
        path.unlink()


def _holds(path: Path, concerned: tuple[bytes, ...]) -> bool:
    if not path.is_file():
        return False
    held = path.read_bytes()
    return any(one in held for one in concerned)
