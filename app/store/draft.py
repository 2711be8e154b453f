"""What is half typed, in a small file of its own: it is no fact yet, and the log holds only facts.

It is replaced whole, so that a kill leaves the old words or the new ones, never a torn line.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.errors import NotKept
from app.settings import replace_file
from app.words import say

NAME = "draft.json"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Words on their way: `text` to be a note of the session `session_id`, `message` to its wall."""

    session_id: str
    text: str = ""
    message: str = ""


def write_draft(folder: Path, draft: Draft) -> None:
    """Replace the draft in `folder`; an empty one takes the file away. Raises NotKept."""
    path = folder / NAME
    if draft.text.strip() or draft.message.strip():
        replace_file(path, msgspec.json.encode(draft))
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise NotKept(say("{file} could not be taken away ({reason}); you can delete it yourself.",
                          file=str(path), reason=fault.strerror or str(fault))) from fault


def read_draft(folder: Path, session_id: str) -> Draft:
    """What is half typed in that session. A file that cannot be understood holds nothing."""
    nothing = Draft(session_id=session_id)
    try:
        draft = msgspec.json.decode((folder / NAME).read_bytes(), type=Draft)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return nothing
    return draft if draft.session_id == session_id else nothing
