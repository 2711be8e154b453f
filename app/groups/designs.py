"""The best known start for rounds of one size: a construction without repeats, as many rounds of it as were asked for.

Nothing here searches the room; where no construction reaches, the plan is shorter and the search does the rest.
"""

from __future__ import annotations

from app.groups.shifts import shifted
from app.groups.turns import circled_pairs, turned
from app.groups.twisted import twisted

Rounds = list[list[list[int]]]


def design(sizes: tuple[int, ...], rounds: int, *, hosted: bool) -> Rounds:
    """Up to `rounds` rounds of tables of `sizes` (which differ by at most one), by number from 0, without repeats.

    With `hosted` number t sits at table t throughout, for every table.
    """
    people, tables, size = sum(sizes), len(sizes), max(sizes)
    if rounds < 1 or tables < 2:
        return [[list(range(people))]] if people and rounds > 0 else []
    thinned = [] if hosted else _thinned(tables * size, people, size, rounds)
    if len(thinned) == rounds:
        return thinned
    shift = shifted(tables, people, rounds if tables >= size else 1)
    if hosted or len(shift) == rounds:
        return shift
    if min(sizes) == size and len(shift) == tables:
        shift += _within_homes(tables, size, rounds - tables)
    found = [shift, thinned]
    if size == 2 and people % 2 == 0:
        found.append(circled_pairs(people, rounds))
    return max(found, key=len)


def _within_homes(tables: int, size: int, rounds: int) -> Rounds:
    """After every seat met every other, the people of one seat have not met: each seat is a smaller room."""
    if tables % size:
        return []
    small = design((size,) * (tables // size), rounds, hosted=False)
    return [[[seat * tables + number for number in table] for seat in range(size) for table in round_]
            for round_ in small]


def _thinned(full: int, people: int, size: int, rounds: int) -> Rounds:
    """A turned or twisted plan for the next full number, without people who never meet: no table loses two."""
    plan = turned(full, size, rounds) or twisted(full, size, rounds)
    met: list[set[int]] = [set() for _ in range(full)]
    for round_ in plan:
        for table in round_:
            for number in table:
                met[number].update(table)
    for first in range(full):
        gone: list[int] = []
        for number in range(first, first + full):
            if len(gone) < full - people and not met[number % full].intersection(gone):
                gone.append(number % full)
        if len(gone) == full - people:
            left = {number: place for place, number in enumerate(n for n in range(full) if n not in gone)}
            return [[[left[n] for n in table if n in left] for table in round_] for round_ in plan]
    return []
