"""Where the pixels of photographs lie: a table of their own, and one file each beside the second copies."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from app.harvest.photos import is_whole
from app.settings import replace_file
from app.store.backup import sync
from app.store.second_copy import FOLDER as COPIES

FOLDER = "photos"
_SUFFIX = ".jpg"


def insert(db: sqlite3.Connection, session_id: str, photo_id: str, jpeg: bytes) -> None:
    """Keep a picture, within a transaction. Raises sqlite3.Error."""
    db.execute("insert or ignore into photos (id, session_id, jpeg) values (?, ?, ?)", [photo_id, session_id, jpeg])


def read(db: sqlite3.Connection, photo_id: str) -> bytes | None:
    """The picture, or None."""
    row = db.execute("select jpeg from photos where id = ?", [photo_id]).fetchone()
    return bytes(row[0]) if row else None


def delete(db: sqlite3.Connection, gathering_id: str) -> None:
    """Take every picture of a gathering out, also of a file that is too old to have any. Raises sqlite3.Error."""
    if db.execute("select 1 from sqlite_master where type = 'table' and name = 'photos'").fetchone():
        db.execute("delete from photos where session_id in (select id from sessions where gathering_id = ?)",
                   [gathering_id])


def write_copy(folder: Path, session_id: str, photo_id: str, jpeg: bytes) -> None:
    """Keep a picture a second time. Raises NotKept, OSError."""
    place = folder / COPIES / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    replace_file(place / f"{session_id}.{photo_id}{_SUFFIX}", jpeg)


def copied(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """(session, photo, file) of every second copy of a picture."""
    for path in sorted((folder / COPIES / FOLDER).glob(f"*{_SUFFIX}")):
        session_id, _, photo_id = path.stem.partition(".")
        yield session_id, photo_id, path


def delete_copies(folder: Path, session_id: str) -> None:
    """Take the second copies of a session's pictures away, finished or not. Raises OSError."""
    place = folder / COPIES / FOLDER
    if place.is_dir():
        for path in place.glob(f"{session_id}.*"):
            path.unlink()
        sync(place)


def bring_back(db: sqlite3.Connection, folder: Path) -> None:
    """Keep again what only the second copies have, of sessions that are known; what is no whole picture stays out."""
    known = {session_id for session_id, in db.execute("select id from sessions")}
    have = {photo_id for photo_id, in db.execute("select id from photos")}
    for session_id, photo_id, path in copied(folder):
        if session_id in known and photo_id not in have:
            with contextlib.suppress(OSError):
                jpeg = path.read_bytes()
                if is_whole(jpeg):
                    insert(db, session_id, photo_id, jpeg)


def uncopied(db: sqlite3.Connection, folder: Path) -> list[tuple[str, str]]:
    """(session, photo) of every picture that has no second copy."""
    have = {(session_id, photo_id) for session_id, photo_id, _ in copied(folder)}
    return [pair for pair in db.execute("select session_id, id from photos") if pair not in have]
