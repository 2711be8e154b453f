"""A harvest without names: no field that names anybody, and where the words themselves do, "somebody" stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from app.design.gathering import Gathering
from app.groups.roster import Roster
from app.harvest.kinds import fields_of
from app.harvest.note import Note

S = TypeVar("S", bound=msgspec.Struct)
BETWEEN = re.compile(r"[,;/&\n]| and | und | et | y ")
"""What stands between two names in one field."""
_MARKS = ("protocol", "seats_of", "fields", "into", "theme")
"""Fields whose words are ids, besides those that are called so; a note's own fields are cleared one by one."""
SHORTEST = 2


def names_in(gathering: Gathering, notes: Iterable[Note], besides: Iterable[str] = ()) -> tuple[str, ...]:
    """Every name that was given, the longest first: of the list of people, in the fields of the notes, and `besides`.

    A full name gives its parts as well, for people are called by one of them; small words such as "van" do not count.
    """
    given = [*besides, *(person.name for person in gathering.roster.people)]
    for note in notes:
        for field in fields_of(note.kind):
            if field.person:
                given += BETWEEN.split(note.said(field.id))
        given += (note.name, note.to)
    found: set[str] = set()
    for name in given:
        whole = " ".join(unicodedata.normalize("NFC", name).split())
        parts = (part.strip("().,'’\"") for part in whole.split())
        found |= {whole, *(part for part in parts if not part[:1].islower())}
    found = {name for name in found if len(name) >= SHORTEST and any(letter.isalpha() for letter in name)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


class Nameless:
    """Takes these names out of whatever it is given; `somebody` is the word that takes their place."""

    def __init__(self, names: Iterable[str], somebody: str) -> None:
        self._pattern = re.compile("|".join(_pattern(name) for name in names) or r"(?!)")
        self._somebody = somebody

    def plan(self, gathering: Gathering) -> Gathering:
        """The plan without its people."""
        return self.of(msgspec.structs.replace(gathering, roster=Roster(), seats=(), seats_of=""))

    def note(self, note: Note) -> Note:
        """The note without the fields that name people."""
        people = {"name", "to", *(field.id for field in fields_of(note.kind) if field.person)}
        return self.of(note).filled({field_id: self.text(text) for field_id, text in note.all_said().items()
                                     if field_id not in people})

    def of(self, struct: S) -> S:
        """The struct with every text in it cleared, as deep as it goes; ids and words of the program stay."""
        changes = {field: self._clear(getattr(struct, field)) for field in struct.__struct_fields__
                   if field not in _MARKS and not field.endswith("id")}
        return msgspec.structs.replace(struct, **changes)

    def text(self, text: str) -> str:
        """The words with `somebody` in the place of every name."""
        return self._pattern.sub(lambda _: self._somebody, unicodedata.normalize("NFC", text))

    def _clear(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self._clear(part) for part in value)
        return self.of(value) if isinstance(value, msgspec.Struct) else value


def _pattern(name: str) -> str:
    """A name as a whole word; in a script that sets no spaces or joins small words to it, wherever it stands."""
    cased = name.lower() != name.upper()
    return rf"(?<!\w){re.escape(name)}(?!\w)" if cased else re.escape(name)
