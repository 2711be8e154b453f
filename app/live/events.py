"""The facts of a session, in four unions: flow, notes, room, market. They carry ids and instants, never "next",
so that any subset of them folds. A flow fact names the step and beat it belongs to and means nothing elsewhere.
"""

from __future__ import annotations

import msgspec

from app.design.gathering import Gathering, Seats
from app.groups.forms import Form
from app.groups.roster import Person
from app.harvest.note import Note
from app.library.protocol import Beat
from app.live.fact import FactOfSession
from app.live.pictured import PhotoFact
from app.live.posting import MarketFact
from app.live.recast import Recast
from app.live.replanned import Replanned
from app.live.stone import StonePassed


class Began(FactOfSession, frozen=True, kw_only=True, tag="began"):
    """The session begins with this snapshot of the plan."""

    gathering: Gathering


class Moved(FactOfSession, frozen=True, kw_only=True, tag="moved"):
    """The host went to this beat of this step."""

    step_id: str
    beat: Beat


class ClockHeld(FactOfSession, frozen=True, kw_only=True, tag="held"):
    """The countdown stands still."""

    step_id: str
    beat: Beat


class ClockReleased(FactOfSession, frozen=True, kw_only=True, tag="released"):
    """The countdown goes on."""

    step_id: str
    beat: Beat


class Stretched(FactOfSession, frozen=True, kw_only=True, tag="stretched"):
    """The round is `by` milliseconds longer (negative: shorter)."""

    step_id: str
    beat: Beat
    by: int


class GivenBack(FactOfSession, frozen=True, kw_only=True, tag="given back"):
    """The countdown has `by` milliseconds again that it lost while the program was away."""

    step_id: str
    beat: Beat
    by: int


class Finished(FactOfSession, frozen=True, kw_only=True, tag="finished"):
    """The gathering is over. Notes may still follow."""


class Undone(FactOfSession, frozen=True, kw_only=True, tag="undone"):
    """The fold leaves out the fact with this id, and `also` those that only followed from it."""

    taken_back: int
    also: tuple[int, ...] = ()


class Kept(FactOfSession, frozen=True, kw_only=True, tag="kept"):
    """A note was kept."""

    note: Note


class Edited(FactOfSession, frozen=True, kw_only=True, tag="edited"):
    """A note reads differently now; `note.id` says which."""

    note: Note


class Dropped(FactOfSession, frozen=True, kw_only=True, tag="dropped"):
    """A note was taken away; it can be restored."""

    note_id: str


class Restored(FactOfSession, frozen=True, kw_only=True, tag="restored"):
    """A dropped note is back."""

    note_id: str


class Redacted(FactOfSession, frozen=True, kw_only=True, tag="redacted"):
    """Here stood words about a note that was forgotten. Nothing follows from it."""


class Counted(FactOfSession, frozen=True, kw_only=True, tag="counted"):
    """So many people are present."""

    people: int


class Blanked(FactOfSession, frozen=True, kw_only=True, tag="blanked"):
    """The wall is empty, or shows again."""

    blank: bool


class Shown(FactOfSession, frozen=True, kw_only=True, tag="shown"):
    """In this beat the wall shows the host's message, a note the room agreed to show, or the card of silence; with none
    of them it shows its own again.
    """

    step_id: str
    beat: Beat
    message: str = ""
    silence: bool = False
    note_id: str = ""


class Reworded(FactOfSession, frozen=True, kw_only=True, tag="reworded"):
    """A step asks its question in other words."""

    step_id: str
    question: str


class Reformed(FactOfSession, frozen=True, kw_only=True, tag="reformed"):
    """A step has another form."""

    step_id: str
    form: Form


class Arrived(FactOfSession, frozen=True, kw_only=True, tag="arrived"):
    """Somebody with a badge came late, or came back."""

    person: Person


class Left(FactOfSession, frozen=True, kw_only=True, tag="left"):
    """Whoever wears this badge went home."""

    number: int


class Seated(FactOfSession, frozen=True, kw_only=True, tag="seated"):
    """Who sits with whom from now on, in these steps; those that began stay as they were."""

    seats: tuple[Seats, ...]


Flow = (Began | Moved | ClockHeld | ClockReleased | Stretched | GivenBack | StonePassed | Replanned | Finished
        | Undone)
NoteFact = Kept | Edited | Dropped | Restored | Recast | Redacted
RoomFact = Counted | Blanked | Shown | Reworded | Reformed | Arrived | Left | Seated
Fact = Flow | NoteFact | RoomFact | MarketFact | PhotoFact


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with its number in the session (from 1) and its instant in milliseconds since the epoch."""

    id: int
    at: int
    what: Fact


def to_json(event: Event) -> bytes:
    """One event as JSON."""
    return msgspec.json.encode(event)


def from_json(data: bytes | str) -> Event:
    """The event in `data`. Raises msgspec.ValidationError when it is none."""
    return msgspec.json.decode(data, type=Event)
