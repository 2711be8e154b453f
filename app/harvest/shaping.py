"""Shaping a harvest afterwards: several notes as one, one as several, elsewhere, and under a theme. No word is lost.

A theme is a note of kind theme; what was gathered under it says so by its id. One that is no longer there, or is of
another kind by now, gathers nothing until it is a theme again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from app.design.gathering import new_id
from app.errors import Trouble
from app.harvest.kinds import fields_of, keeps_names
from app.harvest.note import STANDS_ALONE, Note, Reach
from app.library.protocol import Keeps
from app.words import say

_WIDE = (Reach.NOBODY, Reach.HARVEST, Reach.WALL)
_PEOPLE = ("name", "to")
"""Whose words they are, and to whom."""


def merged(notes: Sequence[Note], *, named: Callable[[Note], bool] | None = None) -> Note:
    """One new note with the words of these (at least one), one under the other, of the first one's kind and step.

    It goes no further than the one that goes least far. Whose words they are and to whom stands there only where every
    part says the same and keeps names (`named`; by default every kind but a doubt): nobody's name comes to the words of
    somebody else. An answer to choose from stands where all gave it; of other fields every different value is kept.
    """
    first = notes[0]
    names = named or (lambda note: keeps_names(None, note.kind))
    chosen = {field.id for note in notes for field in fields_of(note.kind) if field.answers}
    said: dict[str, str] = {}
    for field_id in dict.fromkeys(field_id for note in notes for field_id in note.all_said()):
        texts = [note.said(field_id) for note in notes]
        if field_id in _PEOPLE:
            texts = [text if names(note) else "" for note, text in zip(notes, texts, strict=True)]
        if field_id not in (*_PEOPLE, *chosen):
            said[field_id] = "; ".join(dict.fromkeys(text for text in texts if text))
        elif len(set(texts)) == 1:
            said[field_id] = texts[0]
    parts = {note.id for note in notes}
    themes = [note.theme for note in notes if note.theme and note.theme not in parts]
    return msgspec.structs.replace(
        first, id=new_id(), at=min(note.at for note in notes), text="\n".join(note.text for note in notes),
        reach=min((note.reach for note in notes), key=_WIDE.index),
        theme="" if first.kind in STANDS_ALONE else next(iter(themes), "")).filled(said)


def parted(note: Note, texts: Sequence[str]) -> tuple[Note, ...]:
    """A new note for each of these texts, in their order; each has the fields, the reach and the theme of the whole.

    All are of its instant, for they were said then. Raises Trouble for an empty part, and for fewer than two.
    """
    if len(texts) < 2:
        raise Trouble(say("This is still one note; say where the second begins."))
    empty = next((number for number, text in enumerate(texts, start=1) if not text.strip()), 0)
    if empty:
        raise Trouble(say("Part {n} has no words; give it some, or part the note elsewhere.", n=empty))
    return tuple(msgspec.structs.replace(note, id=new_id(), text=text.strip()) for text in texts)


def moved(note: Note, *, step_id: str | None = None, kind: Keeps | None = None) -> Note:
    """The note in another step or of another kind.

    A field that the new kind has no place for stays in the note unseen, and is seen again where it is moved back; but
    what becomes a doubt loses the names of people, for a yes to be named with a thought is none with a doubt.
    """
    kind = note.kind if kind is None else kind
    if kind is Keeps.DOUBT:
        note = note.filled(unseen(note, kind))
    return msgspec.structs.replace(note, step_id=note.step_id if step_id is None else step_id, kind=kind,
                                   theme="" if kind in STANDS_ALONE else note.theme)


def unseen(note: Note, kind: Keeps) -> dict[str, str]:
    """What a note says that this kind has no place for, field id to text; never names of people."""
    known = {*_PEOPLE, "present", *(field.id for field in fields_of(kind))}
    return {field_id: text for field_id, text in note.all_said().items() if field_id not in known}


def gathered(note: Note, theme_id: str) -> Note:
    """The note under this theme, or under none (""); a kind that stands alone is left as it is."""
    return note if note.kind in STANDS_ALONE else msgspec.structs.replace(note, theme=theme_id)


def by_theme(notes: Sequence[Note]) -> tuple[tuple[Note, tuple[Note, ...]], ...]:
    """(theme, what was gathered under it) for every theme among these notes, in their order, also those without any."""
    found: dict[str, tuple[Note, list[Note]]] = {n.id: (n, []) for n in notes if n.kind is Keeps.THEME}
    for note in notes:
        if note.theme in found and note.kind not in STANDS_ALONE:
            found[note.theme][1].append(note)
    return tuple((theme, tuple(under)) for theme, under in found.values())
