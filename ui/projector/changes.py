"""When a wall looks different: what is seen at an instant, and how long until that changes. Pure sums, no painting."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

from app.live.scene import Audience, Scene
from ui.projector.question import in_panel, minutes_shown

SLOWEST, QUICKEST = 2_000, 1_000
"""Milliseconds between two looks at a running ring: it creeps, and a clock set anew is seen soon."""


RINGED = (Scene.QUESTION, Scene.SILENCE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a wall depends on the time. `words` decides the still part; `ring` is the arc in steps of a pixel."""

    words: str
    numeral: int
    ring: int


def seen(audience: Audience, now: int, around: float) -> Seen:
    """What `audience` looks like at `now` (ms), for a ring `around` pixels long."""
    ring = audience.ring
    if ring is None or audience.scene not in RINGED:
        return Seen("", 0, 0)
    left = ring.remaining(now)
    words = ("over" if left == 0 else "last") if in_panel(audience, now) else ""
    closed = 1.0 - left / ring.total if ring.total > 0 else 1.0
    return Seen(words, minutes_shown(ring, now), round(closed * around))


def next_look(audience: Audience, now: int, diameter: float) -> int | None:
    """Milliseconds until this wall may look different; None when it stands still. `diameter` is the ring's, in px."""
    ring = audience.ring
    if audience.scene not in RINGED or ring is None or ring.deadline is None:
        return None
    left = ring.remaining(now)
    if left == 0:
        return SLOWEST   # a clock may be set back: a wall that stops looking would stay wrong
    numeral = left - (minutes_shown(ring, now) - 1) * 60_000
    creep = max(QUICKEST, ring.total / max(1.0, pi * diameter))
    return max(1, round(min(numeral, creep, SLOWEST)))
