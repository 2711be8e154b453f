"""The fact that notes are shaped afterwards: several become one, one becomes several, some change together."""

from __future__ import annotations

from collections.abc import Sequence

from app.harvest.note import Note
from app.live.fact import FactOfSession


class Recast(FactOfSession, frozen=True, kw_only=True, tag="recast"):
    """The notes `gone` were taken away and `notes` stand where the first of them stood.

    A note that is in both only reads differently, in its own place. `back` are notes that were taken away before and
    stand again, each in its own place.
    """

    gone: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    back: tuple[str, ...] = ()


def inverse(fact: Recast, before: Sequence[Note]) -> Recast:
    """The fact that takes this one back; `before` are the notes that stood before it."""
    stood = {note.id: note for note in before}
    now = {note.id for note in fact.notes}
    return Recast(gone=(*(note.id for note in fact.notes), *fact.back),
                  notes=tuple(stood[note.id] for note in fact.notes if note.id in stood),
                  back=tuple(note_id for note_id in fact.gone if note_id not in now))
