"""What is half written, in small files of their own: it is no fact yet, and neither the log nor the shelf holds it.

Each is replaced whole, so that a kill leaves the old words or the new ones, never a torn line.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from app.errors import NotKept
from app.library.protocol import Protocol
from app.settings import replace_file
from app.words import say

NAME = "draft.json"
PROTOCOL = "draft-protocol.json"

T = TypeVar("T")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Words on their way: `text` to be a note of the session `session_id`, `message` to its wall."""

    session_id: str
    text: str = ""
    message: str = ""


def write_draft(folder: Path, draft: Draft) -> None:
    """Replace the draft in `folder`; an empty one takes the file away. Raises NotKept."""
    _write(folder / NAME, draft if draft.text.strip() or draft.message.strip() else None)


def read_draft(folder: Path, session_id: str) -> Draft:
    """What is half typed in that session. A file that cannot be understood holds nothing."""
    draft = _read(folder / NAME, Draft)
    return draft if draft is not None and draft.session_id == session_id else Draft(session_id=session_id)


def write_protocol_draft(folder: Path, protocol: Protocol | None) -> None:
    """Replace the protocol in `folder` that is written on, sound or not; None takes the file away. Raises NotKept."""
    _write(folder / PROTOCOL, protocol)


def read_protocol_draft(folder: Path, shelf: Iterable[Protocol]) -> Protocol | None:
    """The protocol that was written on and is not on the `shelf` as it stands there: a kill may have come between
    keeping it and the draft's end. A file that cannot be understood holds nothing.
    """
    draft = _read(folder / PROTOCOL, Protocol)
    if draft is None or any(replace(draft, id=kept.id) == kept for kept in shelf if draft.id in ("", kept.id)):
        return None
    return draft


def _write(path: Path, held: msgspec.Struct | None) -> None:
    if held is not None:
        replace_file(path, msgspec.json.encode(held))
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise NotKept(say("{file} could not be taken away ({reason}); you can delete it yourself.",
                          file=str(path), reason=fault.strerror or str(fault))) from fault


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
