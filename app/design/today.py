"""Today's question: a gathering of one question, made in two keys. No clock and no chance here.

Which three are offered follows from the day and from how often others were asked for, so that two people who
look on the same day see the same three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from app.design.agenda import move_between, moving_minutes
from app.design.cue_sets import rescaled
from app.design.edits import planned
from app.design.gathering import Gathering, PlannedStep, new_id, plan_step, whole_minute
from app.groups.forms import Form
from app.library.protocol import CONVERSATIONS, Keeps, Protocol, Regroup, Step, round_minutes

PEOPLE, MINUTES = 11, 10
"""What is assumed before anybody says otherwise."""
FEWEST_MINUTES, MOST_MINUTES = 5, 90
OFFERED = 3


def can_be_asked(protocol: Protocol) -> bool:
    """Whether a protocol can be hosted by itself: one of the eight conversations, with a question."""
    return protocol.family in CONVERSATIONS and bool(protocol.main_step.question)


def rotation(protocols: Iterable[Protocol]) -> tuple[Protocol, ...]:
    """Those that can be asked, in turn from each family, so that neighbours differ."""
    by_family: dict[str, list[Protocol]] = {}
    for protocol in protocols:
        if can_be_asked(protocol):
            by_family.setdefault(protocol.family, []).append(protocol)
    rounds = max(map(len, by_family.values()), default=0)
    return tuple(row[turn] for turn in range(rounds) for row in by_family.values() if turn < len(row))


def three(turning: Sequence[Protocol], turn: int, *, besides: Protocol | None = None,
          count: int = OFFERED) -> tuple[Protocol, ...]:
    """`count` of a rotation at its `turn` (0, 1, 2 …, without end), fewer where there are fewer.

    `besides` is offered already and is left out.
    """
    others = [protocol for protocol in turning if besides is None or protocol.id != besides.id]
    first = turn * OFFERED
    return tuple(others[(first + k) % len(others)] for k in range(min(count, len(others))))


def asked(protocol: Protocol, question: str = "") -> PlannedStep:
    """The step that carries a protocol's question, with `question` in its place where one was chosen."""
    return planned(protocol, question)[protocol.steps.index(protocol.main_step)]


def own_question(question: str, *, title: str) -> PlannedStep:
    """A question somebody wrote, on one line, asked in threes."""
    return plan_step(Step(title=title, question=" ".join(question.split()), form=Form.THREES, minutes=MINUTES,
                          keeps=(Keeps.INSIGHT,)))


def today(step: Step, *, people: int, minutes: int, starts: datetime, title: str = "") -> Gathering:
    """A gathering of `step` alone that is over `minutes` after `starts` (local, without a zone).

    Finding each other is counted, so that the promise of `minutes` holds. `title` is the step's own if empty.
    """
    return Gathering(
        id=new_id(), title=title or step.title, starts=whole_minute(starts), people=people,
        minutes=minutes, steps=(fitted(step, people=people, minutes=minutes),))


def fitted(step: Step, *, people: int, minutes: int) -> PlannedStep:
    """`step` made to last `minutes` in all, moving of `people` counted; its sub-rounds move with it."""
    own = _first_of_the_day(step if isinstance(step, PlannedStep) else plan_step(step))
    length = max(1, minutes - moving_minutes(move_between(None, own), people))
    frame = own.frame_minutes if own.frame_minutes is not None and own.frame_minutes < length else None
    made = msgspec.structs.replace(own, minutes=length, frame_minutes=frame)
    return msgspec.structs.replace(made, cues=rescaled(own.cues, round_minutes(own), round_minutes(made)))


def _first_of_the_day(step: PlannedStep) -> PlannedStep:
    """Nobody sits together yet: a step that keeps the same people finds new faces, in the form's own words."""
    if step.regroup is Regroup.NEW:
        return step
    return msgspec.structs.replace(
        step, regroup=Regroup.NEW, say=msgspec.structs.replace(step.say, gather=()),
        wall=msgspec.structs.replace(step.wall, gather=""))
