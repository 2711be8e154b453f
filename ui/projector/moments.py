"""What the foot of a question says at an instant, and when it will say something else. Pure sums, no painting.

In the last minute, after it, and from a cue on it is a panel. A warning only takes the place of the quiet line for a
minute: nothing else moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.live.scene import Audience

MINUTE = 60_000
_AFTER_A_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Foot:
    """The strong and the quiet line; whether they stand in a `panel`, and whether it is about the `end`."""

    strong: str
    quiet: str
    panel: bool = False
    end: bool = False


def foot_at(audience: Audience, now: int) -> Foot:
    """The foot at `now` (ms since the epoch). A round of one minute does not begin with its last minute."""
    ring = audience.ring
    if ring is None:
        return Foot(audience.foot, audience.foot2)
    left = ring.remaining(now)
    if left == 0 and any(audience.over):
        return Foot(*audience.over, panel=True, end=True)
    cue = next((told for told in reversed(ring.cues) if left <= told[0]), None)
    if any(audience.last) and left <= MINUTE < ring.total and (cue is None or cue[0] >= MINUTE):
        return Foot(*audience.last, panel=True, end=True)
    warned = (words for at, words in ring.warnings if at - MINUTE < left <= at)
    quiet = next(warned, "")
    if cue is None:
        return Foot(audience.foot, quiet or audience.foot2)
    strong, *more = _AFTER_A_SENTENCE.split(cue[1].strip(), maxsplit=1)   # its first sentence is read from afar
    return Foot(strong, quiet or "".join(more) or audience.foot2, panel=True)


def until_other_words(audience: Audience, now: int) -> int | None:
    """Milliseconds of a running round until its foot may say something else; None after its end."""
    ring = audience.ring
    left = ring.remaining(now) if ring is not None else 0
    return min((left - at for at in _moments(audience) if at < left), default=None)


def _moments(audience: Audience) -> Iterator[int]:
    """Milliseconds left at which the foot may change."""
    ring = audience.ring
    yield from (0, MINUTE)
    if ring is not None:
        yield from (at for at, _ in ring.cues)
        for at, _ in ring.warnings:
            yield from (at, at - MINUTE)
