"""Groups that have not met: every row of the table with ten seeds, the slowest counted, and its repeats counted again.
Each seed has the best of three runs, since a loaded machine takes its time now and then.

The floor is what any plan costs: writing the tables down in order and marking who met whom.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from app.groups.mixing import mix
from app.groups.plan import Groups, Request, Round
from tests.bench.result import Result

ROWS = ((300, 6, 5, 50), (16, 4, 5, 50), (24, 4, 5, 300), (23, 4, 5, 300), (48, 4, 5, 300),
        (32, 4, 10, None), (15, 3, 7, None), (20, 4, 5, None))
"""People, size, rounds, and the most milliseconds."""
HOSTED = ((300, 6, 5, 50), (24, 4, 5, 300), (23, 4, 5, 300), (48, 4, 5, 300))
SEEDS, RUNS = 10, 3


def mixing() -> Iterator[Result]:
    """All rows, and again with a host at every table where the rows of the table are rooms that host one."""
    for row in ROWS:
        yield _row(*row, hosted=False)
    for row in HOSTED:
        yield _row(*row, hosted=True)


def _row(people: int, size: int, rounds: int, most: int | None, *, hosted: bool) -> Result:
    took, floor, repeats = [], [], 0
    tables = -(-people // size)
    for seed in range(SEEDS):
        request = Request(people=tuple(range(1, people + 1)), rounds=(Round(size, hosted),) * rounds,
                          hosts=tuple(range(1, tables + 1)) if hosted else (), seed=seed)
        took.append(min(_milliseconds(partial(mix, request)) for _ in range(RUNS)))
        floor.append(min(_milliseconds(partial(_written, people, tables, rounds)) for _ in range(RUNS)))
        repeats += _again(mix(request).rounds)
    name = f"mix-{people}{'-hosts' if hosted else ''}"
    what = f"{people} people, tables of {size}, {rounds} rounds, {SEEDS} seeds: {repeats} repeats, the slowest seed"
    return Result(name, what, max(took), max(floor), "ms", most=most, wrong=repeats)


def _milliseconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - began)


def _written(people: int, tables: int, rounds: int) -> Groups:
    met: set[tuple[int, int]] = set()
    groups: Groups = ()
    for _ in range(rounds):
        groups = tuple(tuple(range(table, people, tables)) for table in range(tables))
        for group in groups:
            met.update(combinations(group, 2))
    return groups


def _again(rounds: tuple[Groups, ...]) -> int:
    """Meetings beyond the first of each pair."""
    pairs = [pair for groups in rounds for group in groups for pair in combinations(sorted(group), 2)]
    return len(pairs) - len(set(pairs))
