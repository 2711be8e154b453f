"""The moments inside a round: where its cues fall, and when the room is told that the end comes near.

Pure functions of a step and of how long its round is now: nothing is remembered, so a hold carries every moment along,
and what is given back comes again. A cue keeps its share of the round. When minutes are added just after it was said,
it comes once more: that voice has more time, and the next one begins later.
"""

from __future__ import annotations

import msgspec

from app.design.gathering import Gathering, PlannedStep
from app.library.protocol import Step, Timer, round_minutes
from app.live.clock import MINUTE

USUAL_WARNINGS = (1,)
"""Minutes before the end: the last one, where nobody chose."""

LONG = 15
"""Minutes of a round from which the usual warnings before the last minute are given."""


def as_usual(gathering: Gathering, timer: Timer, warnings: tuple[int, ...]) -> Gathering:
    """The plan with the host's usual timer and warnings in every step that has none of its own.

    A session begins with it: what a wall showed can be told from the log alone.
    """
    if (timer, warnings) == (Timer.RING, USUAL_WARNINGS):
        return gathering
    return msgspec.structs.replace(gathering, steps=tuple(_usual(step, timer, warnings) for step in gathering.steps))


def _usual(step: PlannedStep, timer: Timer, warnings: tuple[int, ...]) -> PlannedStep:
    fitting = tuple(n for n in warnings if n <= 1 or round_minutes(step) >= LONG)
    return msgspec.structs.replace(step, timer=step.timer or timer,
                                   warnings=fitting if step.warnings is None else step.warnings)


def cues_of(step: Step, total: int) -> tuple[tuple[int, str], ...]:
    """(ms left when it comes, its sentence) for each cue of a round of `total` ms, the earliest first."""
    planned = round_minutes(step)
    return tuple((round(total * (1 - cue.minutes / planned)), cue.say)
                 for cue in sorted(step.cues, key=lambda cue: cue.minutes) if 0 < cue.minutes < planned)


def warnings_of(step: Step, total: int) -> tuple[int, ...]:
    """Milliseconds before the end at which the room is told, the earliest first; none that is not within the round."""
    chosen = USUAL_WARNINGS if step.warnings is None else step.warnings
    return tuple(sorted((minutes * MINUTE for minutes in chosen if 0 < minutes * MINUTE < total), reverse=True))


def next_cue(step: Step, total: int, left: int) -> tuple[int, str] | None:
    """The cue still to come when `left` ms are left, or None."""
    return next(((at, words) for at, words in cues_of(step, total) if at < left), None)
