"""What leaves a log when notes are forgotten: the words. The events stay and fold as if the notes never were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from app.harvest.note import Reach
from app.live.events import Edited, Event, Kept, Redacted
from app.live.recast import Recast
from app.live.session import fold

WORDED = (Kept, Edited, Recast)
"""The facts that hold words of notes."""


def for_nobody(log: Sequence[Event]) -> frozenset[str]:
    """The ids of the notes that nobody is to have once the gathering is over, taken away or not.

    With a note go those that were taken away and share its words: the parts it was made of, the whole it was parted
    from. What stands and is for the harvest stays.
    """
    session = fold(log)
    if session is None:
        return frozenset()
    hidden = {note.id for note in (*session.notes, *session.dropped) if note.reach is Reach.NOBODY}
    gone = {note.id for note in session.dropped}
    kin = [set(event.what.gone) ^ {*event.what.back, *(note.id for note in event.what.notes)}
           for event in log if isinstance(event.what, Recast)]   # what only reads differently is on both sides
    before = -1
    while len(hidden) > before:
        before = len(hidden)
        for one in kin:
            if one & hidden:
                hidden |= one & gone
    return frozenset(hidden)


def redacted(events: Iterable[Event], notes: Collection[str]) -> tuple[Event, ...]:
    """The events as they read without any word of these notes, whatever their words were at any time."""
    return tuple(_without(event, notes) for event in events)


def _without(event: Event, notes: Collection[str]) -> Event:
    match event.what:
        case Kept(note=note) | Edited(note=note) if note.id in notes:
            return msgspec.structs.replace(event, what=Redacted())
        case Recast(notes=recast) as fact if any(note.id in notes for note in recast):
            left = tuple(note for note in recast if note.id not in notes)
            return msgspec.structs.replace(event, what=msgspec.structs.replace(fact, notes=left))
        case _:
            return event
