"""What a note is. A promise is a note with somebody who heard it."""

from __future__ import annotations

import msgspec

from app.library.protocol import Keeps

LONGEST = 20_000
"""Characters in one note; the box refuses more, so that nothing is cut in silence."""


class Note(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Words the room spoke to the room. `at` is milliseconds since the epoch.

    `name` is empty unless the named person agreed; `to` is who heard a promise, `by_when` is free text.
    """

    id: str
    step_id: str
    kind: Keeps
    text: str
    at: int
    name: str = ""
    to: str = ""
    by_when: str = ""
