"""When the program was last there, in a small file of its own: a crash leaves no fact behind.

The file is one record of constant length, written over the last one in place and never synced: a kill cannot tear a
single write, a full disk has the room already, and after a power cut an older moment only makes the absence longer.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from app.errors import NotKept
from app.live.away import Away
from app.words import say

NAME = "presence.json"
LENGTH = 240
"""Bytes of the record; blanks fill it up."""


class Presence(msgspec.Struct, frozen=True, kw_only=True):
    """At `at` (epoch ms) the program ran the session `session_id`; `away` is what the host has not answered yet."""

    session_id: str
    at: int
    away: Away | None = None


def write_presence(folder: Path, presence: Presence) -> None:
    """Write the record over the last one. Raises NotKept."""
    path = folder / NAME
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        try:
            os.write(handle, msgspec.json.encode(presence).ljust(LENGTH))
        finally:
            os.close(handle)
    except OSError as fault:
        raise NotKept(say("{file} could not be written ({reason}); choose a folder that can be.",
                          file=str(path), reason=fault.strerror or str(fault))) from fault


def read_presence(folder: Path, session_id: str) -> Presence:
    """When that session's program was last there; at 0, long ago, where the file does not say."""
    try:
        presence = msgspec.json.decode((folder / NAME).read_bytes(), type=Presence)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Presence(session_id=session_id, at=0)
    return presence if presence.session_id == session_id else Presence(session_id=session_id, at=0)
