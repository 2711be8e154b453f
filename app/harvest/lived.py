"""The plan held against what was lived, from plain spans: this room knows nothing of how they came about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.design.gathering import Gathering


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a session, in milliseconds since the epoch; `ended` is None while it lasts."""

    step_id: str
    beat: str
    began: int
    ended: int | None = None


@dataclass(frozen=True, slots=True)
class Lived:
    """One step: minutes planned, and seconds lived (None when it was never reached)."""

    step_id: str
    title: str
    planned: int
    seconds: int | None


def lived(gathering: Gathering, spans: Iterable[Span]) -> tuple[Lived, ...]:
    """Every step of the plan with the time it really took, gathering and calling back included."""
    sums: dict[str, int] = {}
    for span in spans:
        if span.ended is not None:
            sums[span.step_id] = sums.get(span.step_id, 0) + span.ended - span.began
    return tuple(
        Lived(s.id, s.title, s.minutes, sums[s.id] // 1000 if s.id in sums else None) for s in gathering.steps)
