"""When a wall looks different: what is seen at an instant, and how long until that changes. Pure sums, no painting."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

from app.live.audience import clock_time
from app.live.scene import Audience, Ring, Scene, Timer
from ui.projector.moments import MINUTE, Foot, foot_at, until_other_words

SLOWEST, QUICKEST = 2_000, 1_000
"""Milliseconds between two looks at a running ring: it creeps, and a clock set anew is seen soon."""
SECOND = 1_000

RINGED = (Scene.QUESTION, Scene.TOPICS, Scene.SILENCE)
IN_TURN = 20_000
"""Milliseconds that each of several walls is seen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a wall depends on the time. `words` decides the still part: a question's foot, the time of day, or
    which of several walls it is.

    `numeral` is in minutes, or in seconds where those are shown; `ring` is the arc in steps of a pixel.
    """

    words: Foot | str | tuple[Foot, int]
    numeral: int
    ring: int


def seen(audience: Audience, now: int, around: float) -> Seen:
    """What `audience` looks like at `now` (ms), for a ring `around` pixels long."""
    ring = audience.ring
    if audience.now_label:
        return Seen(clock_time(now), 0, 0)
    if audience.scene not in RINGED:
        return Seen("", 0, 0)
    words: Foot | str | tuple[Foot, int] = foot_at(audience, now) if audience.scene is not Scene.SILENCE else ""
    if isinstance(words, Foot) and len(audience.walls) > 1:
        words = (words, wall_at(audience, now))
    if ring is None:
        return Seen(words, 0, 0)
    left = ring.remaining(now)
    closed = 1.0 - left / ring.total if ring.total > 0 else 1.0
    arc = round(closed * around)
    if left == 0:
        return Seen(words, 0, arc)
    match ring.timer:
        case Timer.NOTHING:
            return Seen(words, 0, 0)
        case Timer.SECONDS:
            return Seen(words, seconds_shown(ring, now), 0)
        case Timer.MINUTES:
            return Seen(words, minutes_shown(ring, now), 0)
        case Timer.BARE:
            return Seen(words, 0, arc)
        case Timer.RING:
            return Seen(words, minutes_shown(ring, now), arc)


def next_look(audience: Audience, now: int, diameter: float) -> int | None:
    """Milliseconds until this wall may look different; None when it stands still. `diameter` is the ring's, in px."""
    ring = audience.ring
    if audience.now_label:
        return MINUTE - now % MINUTE
    turn = IN_TURN - now % IN_TURN if len(audience.walls) > 1 else None
    if audience.scene not in RINGED or ring is None or ring.deadline is None:
        return turn
    left = ring.remaining(now)
    if left == 0:
        return min(SLOWEST, turn or SLOWEST)   # a clock may be set back: a wall that stops looking would stay wrong
    whole = SECOND if ring.timer is Timer.SECONDS else MINUTE
    numeral = (left - 1) % whole + 1
    creep = max(QUICKEST, ring.total / max(1.0, pi * diameter))
    return max(1, round(min(numeral, creep, SLOWEST, until_other_words(audience, now) or SLOWEST, turn or SLOWEST)))


def wall_at(audience: Audience, now: int) -> int:
    """Which of several walls is seen at `now`, counted from 0."""
    return now // IN_TURN % len(audience.walls) if audience.walls else 0


def minutes_shown(countdown: Ring, now: int) -> int:
    """Whole minutes left, rounded up; 0 when the time is complete."""
    return -(-countdown.remaining(now) // MINUTE)


def seconds_shown(countdown: Ring, now: int) -> int:
    """Whole seconds left, rounded up; 0 when the time is complete."""
    return -(-countdown.remaining(now) // SECOND)
