"""What a note is. A promise is a note with somebody who heard it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from app.errors import Trouble
from app.library.protocol import Keeps
from app.words import say

OWN = ("name", "to", "by_when")
"""The ids of the fields a note holds itself."""
LONGEST = 20_000
"""Characters in one note; the box refuses more, so that nothing is cut in silence."""


STANDS_ALONE = (Keeps.THEME, Keeps.PROMISE, Keeps.OFFER, Keeps.REQUEST)
"""Kinds that are gathered under no theme: themes themselves, and what people give each other."""


class Reach(StrEnum):
    """How far a note may go: onto the wall as well, into the harvest, or no further than the end of the gathering."""

    WALL = "wall"
    HARVEST = "harvest"
    NOBODY = "nobody"


class Note(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Words the room spoke to the room. `at` is milliseconds since the epoch.

    `name` is empty unless the named person agreed; `to` is who heard a promise, `by_when` is free text.
    `fields` are the other fields of its kind that were filled: (id, text), ids as in `kinds.fields_of`.
    `theme` is the id of the theme it was gathered under, or ""; a theme is itself a note (`shaping.by_theme`).
    One for nobody helps the host through the day and is forgotten when the gathering ends.
    """

    id: str
    step_id: str
    kind: Keeps
    text: str
    at: int
    name: str = ""
    to: str = ""
    by_when: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    reach: Reach = Reach.HARVEST
    theme: str = ""

    def said(self, field_id: str) -> str:
        """What stands in a field, or ""."""
        return str(getattr(self, field_id)) if field_id in OWN else dict(self.fields).get(field_id, "")

    def all_said(self) -> dict[str, str]:
        """Every field in which something stands, id to text."""
        own = {field_id: self.said(field_id) for field_id in OWN}
        return {field_id: text for field_id, text in {**own, **dict(self.fields)}.items() if text}

    def filled(self, values: Mapping[str, str]) -> Note:
        """This note with exactly these fields (id to text), trimmed; empty ones are left out."""
        said = {field_id: text.strip() for field_id, text in values.items() if text.strip()}
        return msgspec.structs.replace(
            self, name=said.get("name", ""), to=said.get("to", ""), by_when=said.get("by_when", ""),
            fields=tuple((field_id, text) for field_id, text in said.items() if field_id not in OWN))


def checked(note: Note) -> Note:
    """The note as it is kept: trimmed, and under no theme where its kind stands alone.

    Raises Trouble for one without words, and for one that is too long.
    """
    length = len(note.text.strip()) + sum(len(text) for text in note.all_said().values())
    if not note.text.strip():
        raise Trouble(say("There is nothing in this note yet; write a word and press Enter."))
    if length > LONGEST:
        raise Trouble(say("This note has {length} characters and {most} is the most one can hold; keep it as two.",
                          length=length, most=LONGEST))
    theme = "" if note.kind in STANDS_ALONE else note.theme
    return msgspec.structs.replace(note, text=note.text.strip(), theme=theme).filled(note.all_said())
