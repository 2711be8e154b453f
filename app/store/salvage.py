"""Reads what can still be read of a damaged database. A copy is read, never the file itself."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import msgspec

from app.design.gathering import Gathering
from app.harvest.photos import is_whole
from app.live.events import Event, from_json, to_json
from app.store.store import Store


def salvage(path: Path, into: Store) -> int:
    """Add to `into` the facts and newer plans that can be read in `path`; how many facts that were.

    What `into` holds already stays as it is: a backup and a copy were checked, this file was not.
    """
    found: dict[str, dict[int, Event]] = defaultdict(dict)
    for session_id, written in _rows(path, "select session_id, event from events"):
        with suppress(msgspec.MsgspecError, ValueError, TypeError, AttributeError):
            event = from_json(written)
            if to_json(event) != written:   # a changed letter of a name is read as a name that nobody knows
                continue
            found[session_id.decode()][event.id] = event
    for written, changed, removed in _rows(path, "select plan, changed, removed from gatherings"):
        with suppress(msgspec.MsgspecError, ValueError, TypeError):
            plan = msgspec.json.decode(written, type=Gathering)
            whole = msgspec.json.encode(plan) == written
            if whole and into.keep_gathering(plan, int(changed), only_newer=True) and removed == 1:
                into.remove_gathering(plan.id)
    facts = 0
    for session_id, events in found.items():
        have = {event.id for event in into.log(session_id)}
        facts += into.bring_back(session_id, [events[number] for number in sorted(events.keys() - have)])
    return facts


def salvage_photos(path: Path, into: Store) -> None:
    """Add to `into` the photographs it lacks and that can be read whole in `path`, of sessions it knows."""
    known = {row.id for row in into.sessions()}
    for number, session_id, photo_id in _rows(path, "select rowid, session_id, id from photos"):
        with suppress(ValueError, AttributeError):   # another kind of value, or letters that are none
            session, photo = session_id.decode(), photo_id.decode()
            found = _rows(path, f"select jpeg from photos where rowid = {int(number)}")   # one hole costs one picture
            jpeg = next((jpeg for jpeg, in found if isinstance(jpeg, bytes)), b"")
            if session in known and into.photo(photo) is None and is_whole(jpeg):
                into.keep_photo(session, photo, jpeg)


def _rows(path: Path, select: str) -> Iterator[tuple[Any, ...]]:
    """The rows from the front until the first that cannot be read, then from the back. Texts come as bytes."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as db:
        db.text_factory = bytes
        for order in ("", " order by rowid desc"):
            with suppress(sqlite3.Error, UnicodeDecodeError):
                yield from db.execute(select + order)
