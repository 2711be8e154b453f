"""The gathering that is there on first start, so that the first minute is not an empty page.

It is built from the bundled protocols around ordinary business, and everything in it can be changed or removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import msgspec

from app.design.cue_sets import rescaled
from app.design.gathering import Gathering, Mode, PlannedStep, Setting, new_id, plan_step
from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Kind, Protocol, Regroup, Step, Voice, round_minutes
from app.words import Text, Words, say

MINUTES, PEOPLE = 45, 11
_TOLD_OF = ("i-saw-it-coming", "unremarked")
BEGINS = time(9, 0)


@dataclass(frozen=True, slots=True)
class SampleNote:
    """A note of the sample's finished session. `step` is the index of its step; `to` heard a promise."""

    step: int
    kind: Keeps
    text: str
    name: str = ""
    to: str = ""


def sample(now_local: datetime, protocols: Mapping[str, Protocol], words: Words) -> Gathering:
    """A staff meeting on the next working morning after `now_local` (local, without a zone).

    `protocols` is keyed by id. Raises KeyError naming the kind or family none of them has.
    """
    steps = (
        _from(_part(protocols, Kind.WELCOME), 3, title=words(say("Arriving")), family=Family.INVITATION),
        plan_step(Step(title=words(say("Notices and the rota")), kind=Kind.TALK, form=Form.ROOM, voice=Voice.HOST,
                       minutes=8)),
        _from(_conversation(protocols, Family.OWNERSHIP), 12, form=Form.THREES, regroup=Regroup.NEW),
        _from(_part(protocols, Kind.SAMPLING), 4, title=words(say("Heard in the room")), family=Family.OWNERSHIP),
        _from(_conversation(protocols, Family.GIFTS), 11, form=Form.THREES, regroup=Regroup.SAME),
        _from(_part(protocols, Kind.CLOSING), 3, title=words(say("Closing word")), family=Family.GIFTS),
    )
    return Gathering(
        id=new_id(), title=words(say("Staff meeting")),
        purpose=words(say("So that the week begins with each other, and the notices find their place.")),
        starts=next_morning(now_local), people=PEOPLE, minutes=MINUTES, setting=Setting.STAFF, mode=Mode.ROOM,
        place=words(say("The long table")), steps=steps, sample=True)


def next_morning(now_local: datetime) -> datetime:
    """The next working day's nine o'clock that is still to come."""
    day = datetime.combine(now_local.date(), BEGINS)
    while day <= now_local or day.weekday() >= 5:
        day += timedelta(days=1)
    return day


NOBODY = say("")

_NOTES: tuple[tuple[int, Keeps, Text, str, Text], ...] = (
    (3, Keeps.INSIGHT, say("We wait for the list to be complete before anybody begins."), "", NOBODY),
    (3, Keeps.THEME, say("Handing over on Fridays: three of us carry it, the rest of us watch."), "", NOBODY),
    (3, Keeps.QUESTION, say("Who decided that the early shift answers every call?"), "", NOBODY),
    (5, Keeps.GIFT, say("You asked how my mother was before you asked about the figures."), "", NOBODY),
    (5, Keeps.GIFT, say("When the printer died you laughed first, and then all of us could."), "", NOBODY),
    (5, Keeps.PROMISE, say("I will hand over at half past three, before my bag is packed."), "Jana",
     say("the two I sat with")),
)


def sample_notes(words: Words) -> tuple[SampleNote, ...]:
    """What the sample's room said when it spoke to the room. The one name is there because she agreed."""
    return tuple(SampleNote(step, kind, words(text), name, words(to)) for step, kind, text, name, to in _NOTES)


def _part(protocols: Mapping[str, Protocol], kind: Kind) -> tuple[Protocol, Step]:
    for protocol in protocols.values():
        for step in protocol.steps:
            if protocol.family is Family.PART and step.kind is kind:
                return protocol, step
    raise KeyError(kind.value)


def _conversation(protocols: Mapping[str, Protocol], family: Family) -> tuple[Protocol, Step]:
    """The family's conversation that its notes come from, or the first there is."""
    mine = [protocol for protocol in protocols.values() if protocol.family is family]
    if not mine:
        raise KeyError(family.value)
    protocol = next((one for one in mine if one.id in _TOLD_OF), mine[0])
    return protocol, protocol.main_step


def _from(found: tuple[Protocol, Step], minutes: int, **fields: object) -> PlannedStep:
    protocol, step = found
    family = step.family if step.family is not None or protocol.family is Family.PART else protocol.family
    planned = plan_step(step, protocol=protocol.id)
    frame = planned.frame_minutes if planned.frame_minutes is None or planned.frame_minutes < minutes else None
    changes: dict[str, object] = {"family": family, "minutes": minutes, "frame_minutes": frame, **fields}
    made = msgspec.structs.replace(planned, **changes)
    return msgspec.structs.replace(made, cues=rescaled(planned.cues, round_minutes(planned), round_minutes(made)))
