"""The notes of a session, folded from their facts: those that stand, those taken away, and the place of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.harvest.note import Note
from app.live.events import Dropped, Edited, Kept, NoteFact, Redacted, Restored
from app.live.recast import Recast


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes that stand, in their order; those that were taken away and can come back; the ids of all, in the order they
    stand or would stand.
    """

    here: tuple[Note, ...] = ()
    gone: tuple[Note, ...] = ()
    order: tuple[str, ...] = ()


NO_NOTES = Notes()


def noted(notes: Notes, fact: NoteFact) -> Notes:
    """One fact further. What does not apply is ignored."""
    match fact:
        case Kept(note=note):
            return notes if note.id in notes.order else Notes((*notes.here, note), notes.gone, (*notes.order, note.id))
        case Edited(note=note):
            here = tuple(note if n.id == note.id else n for n in notes.here)
            return Notes(here, notes.gone, notes.order)
        case Dropped(note_id=note_id):
            return _recast(notes, Recast(gone=(note_id,)))
        case Restored(note_id=note_id):
            return _recast(notes, Recast(back=(note_id,)))
        case Recast():
            return _recast(notes, fact)
        case Redacted():
            return notes


def fits(notes: Notes, fact: Recast) -> bool:
    """Whether all of it applies: what is to go stands, what is to come back can, what is new is new."""
    here, gone = {note.id for note in notes.here}, {note.id for note in notes.gone}
    ids = [note.id for note in fact.notes]
    fresh = set(ids) - set(fact.gone)
    return (len(set(ids)) == len(ids) and here.issuperset(fact.gone) and gone.issuperset(fact.back)
            and fresh.isdisjoint(notes.order) and noted(notes, fact) != notes)


def _recast(notes: Notes, fact: Recast) -> Notes:
    changed = {note.id: note for note in fact.notes}
    leaving = {note.id for note in notes.here if note.id in fact.gone and note.id not in changed}
    known, back = set(notes.order), set(fact.back)
    fresh = {note_id: note for note_id, note in changed.items() if note_id not in known}
    place = _place(notes, leaving, fresh.values()) if fresh else 0
    order = (*notes.order[:place], *fresh, *notes.order[place:])
    stands = {note.id: changed.get(note.id, note) for note in notes.here if note.id not in leaving}
    stands |= fresh | {note.id: note for note in notes.gone if note.id in back}
    return Notes(
        tuple(stands[note_id] for note_id in order if note_id in stands),
        (*(note for note in notes.gone if note.id not in back), *(note for note in notes.here if note.id in leaving)),
        order)


def _place(notes: Notes, leaving: set[str], fresh: Iterable[Note]) -> int:
    """Where the first of those that leave stood; where none does (it was forgotten), by the time."""
    if leaving:
        return next(place for place, note_id in enumerate(notes.order) if note_id in leaving)
    began = min((note.at for note in fresh), default=0)
    times = {note.id: note.at for note in (*notes.here, *notes.gone)}
    return next((place for place, note_id in enumerate(notes.order) if times[note_id] > began), len(notes.order))
