"""How large an Open Space will be: talks to expect, spaces, chairs, times. Advice in sentences, never a limit.

The shares come from what hosts of many gatherings report: of up to 50 people one topic for every second person, up to
100 three for ten, up to 200 one for four, beyond that one for five; and a space for every ten people, one spare.
People never spread evenly, so each space has chairs for half as many again as its share.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.design.gathering import Gathering, PlannedStep
from app.library.protocol import Kind
from app.words import Text, say

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters of the spaces. I and O are left out: on a wall they read as figures."""
AN_HOUR = 60
"""Minutes a talk takes to get past what everybody knew."""
_OPEN, _CLOSE = 45, 45
"""Minutes that a wall takes to fill, and that news and the last circle take."""
_SHARES = ((50, 50), (100, 30), (200, 25), (MANY := 100_000, 20))
"""Up to so many people, so many topics for a hundred of them."""


@dataclass(frozen=True, slots=True)
class Size:
    """What to prepare. `topics` is (fewest, most) in all; `spaces` at the same time; `chairs` at each."""

    topics: tuple[int, int]
    spaces: int
    chairs: int


def slots_of(gathering: Gathering) -> tuple[PlannedStep, ...]:
    """The steps in which talks run side by side."""
    return tuple(step for step in gathering.steps if step.kind is Kind.SESSIONS)


def is_open_space(gathering: Gathering) -> bool:
    """Whether an agenda is made by those who come."""
    return any(step.kind in (Kind.MARKETPLACE, Kind.SESSIONS) for step in gathering.steps)


def size_for(people: int, slots: int) -> Size:
    """What `people` need for talks at `slots` times. A room a little larger never brings fewer topics."""
    fewest = _topics(people)
    most = max(fewest, *(_topics(limit) for limit, _ in _SHARES if limit < people), 1)
    spaces = max(-(-people // 10) + 1, -(-fewest // max(1, slots)), 2)
    spaces = min(len(SIGNS), spaces)
    return Size((fewest, most), spaces, max(4, -(-people * 3 // (2 * spaces))))


def slots_that_fit(minutes: int) -> int:
    """How many hours of talks fit between the opening and the last circle; 0 where not even one does."""
    return max(0, (minutes - _OPEN - _CLOSE) // AN_HOUR)


def advice(gathering: Gathering) -> Text | None:
    """What to expect and to prepare, in a sentence or two; None where nobody calls out topics."""
    if not is_open_space(gathering):
        return None
    slots = slots_of(gathering)
    size = size_for(gathering.people, len(slots))
    fewest, most = size.topics
    topics = say("{n} topics", n=fewest) if fewest == most else say("{a} to {b} topics", a=fewest, b=most)
    room = say("Expect about {topics}. {spaces} spaces at a time, with {chairs} chairs each, are enough.",
               topics=topics, spaces=size.spaces, chairs=size.chairs)
    if not slots:
        fit = slots_that_fit(gathering.minutes)
        if not fit:
            return say("{room} An hour of talks does not fit; talks of twenty-five minutes may.", room=room)
        return say("{room} Time for {n} times of an hour.", room=room, n=fit) if fit > 1 else \
            say("{room} Time for one hour of talks.", room=room)
    short = min(step.minutes for step in slots)
    if short < AN_HOUR:
        return say("{room} Talks of {n} minutes only begin something; an hour lets them arrive.", room=room, n=short)
    return room


def _topics(people: int) -> int:
    share = next(share for most, share in _SHARES if people <= most)
    return max(1, -(-people * share // 100))
