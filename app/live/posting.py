"""The facts of an Open Space's agenda: what people called out, wrote on paper and hung up, copied by the host.

Nothing is ever taken out of the log: a topic that is merged or taken away can always stand again.
"""

from __future__ import annotations

import msgspec

from app.live.fact import FactOfSession


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the agenda: the sign of a space, and the step of talks in which it is used."""

    space: str
    step_id: str


class Topic(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What somebody will host. `conveners` are who called it out; `spot` is None while it waits for a place.

    `away`: taken away by whoever called it; `into`: the topic that it was merged into.
    """

    id: str
    title: str
    conveners: tuple[str, ...] = ()
    spot: Spot | None = None
    away: bool = False
    into: str = ""


class SlotTime(msgspec.Struct, frozen=True, kw_only=True):
    """A step of talks and the clock time that its sign says, in epoch milliseconds."""

    step_id: str
    begins: int


class CalledOut(FactOfSession, frozen=True, kw_only=True, tag="called out"):
    """Somebody called out a topic."""

    topic: Topic


class Retitled(FactOfSession, frozen=True, kw_only=True, tag="retitled"):
    """A topic reads differently now, or somebody else hosts it."""

    topic_id: str
    title: str
    conveners: tuple[str, ...]


class Placed(FactOfSession, frozen=True, kw_only=True, tag="placed"):
    """A topic has this place, or none."""

    topic_id: str
    spot: Spot | None = None


class Merged(FactOfSession, frozen=True, kw_only=True, tag="merged"):
    """Both conveners wished it: one topic goes on inside the other."""

    topic_id: str
    into: str


class TakenAway(FactOfSession, frozen=True, kw_only=True, tag="taken away"):
    """Whoever called the topic out took it down."""

    topic_id: str


class StoodUp(FactOfSession, frozen=True, kw_only=True, tag="stood up"):
    """A topic that was taken away, or merged, stands by itself again."""

    topic_id: str


class SpacesOpened(FactOfSession, frozen=True, kw_only=True, tag="spaces"):
    """So many spaces have a sign."""

    spaces: int


class TimesTold(FactOfSession, frozen=True, kw_only=True, tag="times told"):
    """The talks begin at these times: the signs were changed by hand."""

    times: tuple[SlotTime, ...]


MarketFact = CalledOut | Retitled | Placed | Merged | TakenAway | StoodUp | SpacesOpened | TimesTold
