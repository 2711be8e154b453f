"""What was measured, held against its floor and its limit. It measures nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """`ours` and `floor` in `unit`. Met while at most `times` the floor and at most `most` units; None: no limit.
    `wrong` counts what may not be at all, such as people who meet twice.
    """

    name: str
    what: str
    ours: float
    floor: float
    unit: str
    times: float | None = None
    most: float | None = None
    wrong: int = 0

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor

    @property
    def met(self) -> bool:
        """Whether it is within its limits."""
        within = (self.times is None or self.ratio <= self.times) and (self.most is None or self.ours <= self.most)
        return within and not self.wrong

    def line(self) -> str:
        """For people to read."""
        limits = [f"at most {self.times:g} times"] if self.times is not None else []
        limits += [f"at most {self.most:g} {self.unit}"] if self.most is not None else []
        told = ", ".join(limits) or "no limit"
        return (f"{self.name:<12} {self.ratio:5.2f} times the floor ({self.ours:.1f} to {self.floor:.1f} {self.unit}; "
                f"{told}): {self.what}{'' if self.met else '   MISSED'}")

    def record(self) -> dict[str, object]:
        """For programs to read."""
        return {**asdict(self), "ratio": round(self.ratio, 3), "met": self.met}


def verdict(results: Sequence[Result]) -> str:
    """The last line: `all met`, or which were missed."""
    missed = [result.name for result in results if not result.met]
    return f"missed: {', '.join(missed)}" if missed else "all met"


def middle(values: Sequence[float]) -> float:
    """The median: half of the values are not above it."""
    return sorted(values)[len(values) // 2]


def worst(values: Sequence[float]) -> float:
    """The 99th percentile; with fewer than a hundred values the largest."""
    return sorted(values)[min(len(values) - 1, len(values) * 99 // 100)]
