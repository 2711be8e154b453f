"""The stone that goes round a circle, as facts: who got it, and what follows from that.

It says who has held it and never whether they spoke: a pass is a turn like any other.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.live.fact import FactOfSession

MIDDLE = 0
"""Where the stone lies when everybody has held it."""


class StonePassed(FactOfSession, frozen=True, kw_only=True, tag="stone passed"):
    """In this step the stone went to `to`: a badge, a chair counted from 1 where nobody wears one, or the middle."""

    step_id: str
    to: int


@dataclass(frozen=True, slots=True)
class Stone:
    """Where the stone of a step is, and who has held it before. `again`: it goes round once more."""

    step_id: str
    holder: int
    held: frozenset[int] = frozenset()
    again: bool = False


def passed(stone: Stone | None, fact: StonePassed) -> Stone:
    """The stone one hand further."""
    if stone is None or stone.step_id != fact.step_id:
        return Stone(fact.step_id, fact.to)
    return Stone(fact.step_id, fact.to, (stone.held | {stone.holder}) - {MIDDLE}, stone.again or fact.to == MIDDLE)
