"""What leaves a log when notes are forgotten: the words. The events stay and fold as if the notes never were."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from app.harvest.note import Reach
from app.live.events import Edited, Event, Kept, Redacted
from app.live.session import Session


def for_nobody(session: Session) -> frozenset[str]:
    """The ids of the notes that nobody is to have once the gathering is over, taken away or not."""
    return frozenset(note.id for note in (*session.notes, *session.dropped) if note.reach is Reach.NOBODY)


def redacted(events: Iterable[Event], notes: Collection[str]) -> tuple[Event, ...]:
    """The events as they read without any word of these notes, whatever their words were at any time."""
    return tuple(
        msgspec.structs.replace(event, what=Redacted())
        if isinstance(event.what, Kept | Edited) and event.what.note.id in notes else event for event in events)
