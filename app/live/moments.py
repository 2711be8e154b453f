"""The moments inside a round: where its cues fall, and when the room is told that the end comes near.

Pure functions of a step and of how long its round is now: nothing is remembered, so a hold carries every moment along,
and what is given back comes again. A cue keeps its share of the round. When minutes are added just after it was said,
it comes once more: that voice has more time, and the next one begins later.
"""

from __future__ import annotations

from app.library.protocol import Step, round_minutes
from app.live.clock import MINUTE

USUAL_WARNINGS = (1,)
"""Minutes before the end: the last one, where nobody chose."""


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
