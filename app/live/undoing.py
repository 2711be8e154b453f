"""What can be taken back of a session's log, and what can be put back. Pure: the engine makes a fact of the answer.

*Back* goes back on the way: a beat, a plan, minutes given back. *Undo* takes back what was done last, whatever it was.
Notes have an undo of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.live.events import (
    Arrived,
    Blanked,
    ClockHeld,
    ClockReleased,
    Counted,
    Dropped,
    Event,
    Fact,
    GivenBack,
    Left,
    Moved,
    Reformed,
    Reworded,
    Seated,
    Shown,
    Stretched,
    Undone,
)
from app.live.posting import MarketFact
from app.live.recast import Recast
from app.live.replanned import Replanned
from app.live.session import Session, fold, taken_back
from app.live.stone import StonePassed

_WAY = (Moved, GivenBack, Replanned, StonePassed)
_CLOCK = (ClockHeld, ClockReleased, Stretched)
_ROOM = (Counted, Blanked, Shown, Reworded, Reformed, Arrived, Left, MarketFact)
_MOVES = (*_WAY, *_CLOCK, *_ROOM)
_RESEATS = (Arrived, Left, Reformed, Replanned)
"""After these the program itself says who sits with whom; that answer goes with them."""


def can_go_back(log: Sequence[Event]) -> bool:
    """Whether there is anything that *back* could take back."""
    return any(isinstance(event.what, _WAY) for event in _standing(log))


def can_undo(log: Sequence[Event]) -> bool:
    """Whether there is anything that *undo* could take back."""
    return any(isinstance(event.what, _MOVES) for event in _standing(log))


def going_back(log: Sequence[Event]) -> Undone | None:
    """The fact that goes back on the way, or None at the first beat."""
    standing = tuple(_standing(log))
    return next((_undoing(standing, event) for event in standing if isinstance(event.what, _WAY)), None)


def undoing(log: Sequence[Event], session: Session) -> Undone | None:
    """The fact that takes back what the host did last, or None. What tells no longer is passed over: an undo can be
    seen, always.
    """
    standing = tuple(_standing(log))
    for event in standing:
        if isinstance(event.what, _MOVES):
            undone = _undoing(standing, event)
            if fold((*log, Event(id=log[-1].id + 1, at=log[-1].at, what=undone))) != session:
                return undone
    return None


def unposting(log: Sequence[Event]) -> Undone | None:
    """The fact that takes back what was copied last from the wall of topics, or None."""
    return next((Undone(taken_back=event.id) for event in _standing(log) if isinstance(event.what, MarketFact)), None)


def last_undone(log: Sequence[Event]) -> int | None:
    """The *back* or *undo* that can itself be taken back: nothing of its kind has happened since.

    A fact of the flow makes every undo before it past; one of the room only those of the room.
    """
    facts = {event.id: event.what for event in log}
    undos: list[int] = []
    for event in log:
        match event.what:
            case Undone(taken_back=known) if known in undos:
                undos.remove(known)
            case Undone():
                undos.append(event.id)
            case what if isinstance(what, (*_WAY, *_CLOCK)):
                undos.clear()
            case what if isinstance(what, _ROOM):
                undos = [undo for undo in undos if not _of_the_room(facts, undo)]
    return undos[-1] if undos else None


def last_dropped(log: Sequence[Event], session: Session) -> Event | None:
    """The fact that took a note away, of those that can come back; not of one that became part of another since."""
    gone = {note.id for note in session.dropped}
    for event in reversed(log):
        match event.what:
            case Dropped(note_id=note_id) if note_id in gone:
                return event
            case Recast(gone=recast):
                gone.difference_update(recast)
    return None


def _standing(log: Sequence[Event]) -> Iterator[Event]:
    """The facts that count, newest first, without the two a session begins with."""
    gone = taken_back(log)
    first = next((event.id for event in log if isinstance(event.what, Moved)), 0)
    return (event for event in reversed(log) if event.id not in gone and event.id > first)


def _undoing(standing: Sequence[Event], event: Event) -> Undone:
    followed = tuple(later.id for later in standing if later.id > event.id and isinstance(later.what, Seated))
    return Undone(taken_back=event.id, also=followed if isinstance(event.what, _RESEATS) else ())


def _of_the_room(facts: dict[int, Fact], undo: int) -> bool:
    what = facts.get(undo)
    return isinstance(what, Undone) and isinstance(facts.get(what.taken_back), _ROOM)
