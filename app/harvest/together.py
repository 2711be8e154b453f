"""Time that people had with each other, and each voice in it: planned, and as it was lived. Told, never judged.

Which steps are among peers, the plan's own measures say; of these it is the rounds that count, for while a question is
framed it is the host who speaks. Moving, breaks and, in a staff meeting, ordinary business count nowhere, neither in
this time nor in the whole of which it is a part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.design.gathering import Gathering, PlannedStep
from app.design.measures import FREE, is_among_peers, measures, seconds_for_each, turn_of
from app.groups.forms import Form
from app.harvest.lived import Span
from app.library.protocol import Beat, round_minutes
from app.words import Text, say

COUNTED = (Beat.FRAME.value, Beat.ROUND.value)
"""A plan's minutes are those of frame and round; finding each other and coming back are moving."""


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds `together`, `of` so many in all, and how many `each` voice had of them in the whole gathering.

    `each` is None where nobody can say: in talks that people leave and join, or where a whole room speaks.
    """

    together: int
    of: int
    each: int | None


@dataclass(frozen=True, slots=True)
class Together:
    """The plan as it was when the gathering began, and what came of it; not `over`, only the steps that are."""

    planned: Time
    lived: Time
    over: bool


UNCOUNTED = say("Breaks, moving and, in a staff meeting, ordinary business are not counted.")


def together(planned: Gathering, changed: Gathering, spans: Iterable[Span], people: int, *, over: bool) -> Together:
    """`changed` is the plan with what the host changed on the way; `people` are here now. A step that lasts is not
    counted before it is over.
    """
    known = {step.id: step for step in changed.steps}
    convened = measures(planned)
    steps = tuple(known.get(step.id, step) for step in convened.steps)
    whole, rounds = _took(spans)
    among = tuple(step for step in steps if is_among_peers(step) and step.id in rounds)
    expected = tuple(step for step in convened.steps if is_among_peers(step))
    return Together(
        Time(sum(round_minutes(step) * 60 for step in expected), convened.minutes * 60,
             _each(expected, lambda step: seconds_for_each(step, planned.people))),
        Time(round(sum(rounds[step.id] for step in among)), round(sum(whole.get(step.id, 0) for step in steps)),
             _each(among, lambda step: turn_of(step, rounds[step.id], people))),
        over)


def in_a_line(time: Together) -> Text | None:
    """One calm line in whole minutes; None where people have not had a minute with each other yet."""
    planned, lived = time.planned, time.lived
    if not _minutes(lived.together):
        return None
    sums = {"n": _minutes(lived.together), "whole": _minutes(lived.of), "planned": _minutes(planned.together)}
    if not lived.each or not planned.each or not _minutes(lived.each) or not _minutes(planned.each):
        return say("People spoke with each other for {n} of {whole} minutes; planned were {planned}.", **sums) \
            if time.over else \
            say("So far people spoke with each other for {n} of {whole} minutes; planned are {planned}.", **sums)
    voices = {"each": _minutes(lived.each), "wanted": _minutes(planned.each)}
    return say("People spoke with each other for {n} of {whole} minutes, about {each} for each voice; planned were "
               "{planned} and {wanted}.", **sums, **voices) if time.over else \
        say("So far people spoke with each other for {n} of {whole} minutes, about {each} for each voice; planned are "
            "{planned} and {wanted}.", **sums, **voices)


def _took(spans: Iterable[Span]) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Seconds of every step that is over, by its id: of its frame and round, and of its round alone."""
    both: dict[str, float] = {}
    rounds: dict[str, float] = {}
    known = tuple(spans)
    lasting = {span.step_id for span in known if span.ended is None}
    for span in known:
        if span.ended is not None and span.beat in COUNTED and span.step_id not in lasting:
            took = (span.ended - span.began) / 1000
            both[span.step_id] = both.get(span.step_id, 0) + took
            if span.beat == Beat.ROUND:
                rounds[span.step_id] = rounds.get(span.step_id, 0) + took
    return both, rounds


def _each(steps: Sequence[PlannedStep], turn: Callable[[PlannedStep], float | None]) -> int | None:
    """What each voice has of all these together; None where one of them is not divided among voices."""
    if any(step.kind in FREE or step.form is Form.ROOM for step in steps):
        return None
    return round(sum(turn(step) or 0.0 for step in steps))


def _minutes(seconds: int) -> int:
    return int(seconds / 60 + 0.5)
