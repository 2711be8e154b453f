"""What a search works on: people of one room as numbers from 0, and sets of people as bits of a whole number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Tables = list[list[int]]


@dataclass(frozen=True, slots=True)
class Task:
    """Rounds to fill. `sizes[round][table]`; `kept[round]` says at which table a person stays put;
    `met` and `apart` hold a bit for everybody a person has met before, or may not sit with.
    """

    people: int
    sizes: tuple[tuple[int, ...], ...]
    kept: tuple[dict[int, int], ...]
    met: tuple[int, ...]
    apart: tuple[int, ...]

    @property
    def wary(self) -> bool:
        """Whether anybody is kept apart from anybody."""
        return any(self.apart)

    @property
    def fresh(self) -> bool:
        """Whether nobody has met anybody yet."""
        return not any(self.met)


def bits(numbers: Iterable[int]) -> int:
    """The set of these people."""
    out = 0
    for number in numbers:
        out |= 1 << number
    return out


def meetings(people: int, rounds: Iterable[Sequence[Sequence[int]]], met: Sequence[int] = ()) -> tuple[list[int], int]:
    """(whom each has met, how many meetings were not the first of their pair), after these rounds."""
    seen = list(met) or [0] * people
    repeats = 0
    for tables in rounds:
        for table in tables:
            here = bits(table)
            for number in table:
                repeats += (seen[number] & here).bit_count()
        for table in tables:
            here = bits(table)
            for number in table:
                seen[number] |= here & ~(1 << number)
    return seen, repeats // 2
