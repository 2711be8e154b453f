"""How many repeats cannot be avoided: bounds that are proven by counting, so that nobody looks for what cannot be.

Repeats are meetings beyond the first of each pair. Three arguments are used. There are only so many pairs who have not
met; each person has only so many others to meet; and a table larger than the number of tables of an earlier round must
seat some who sat together there (the pigeonhole). Hosts of every table meet each guest once, the guests are a room of
their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from operator import eq

from app.groups.task import Task


def least_repeats(task: Task, past: Sequence[Sequence[int]]) -> int:
    """A proven least number of repeats in the rounds of `task`. `past` holds the sizes each past round's tables still
    have among the people who are here.
    """
    if not task.sizes:
        return 0
    return max(_by_people(task), _by_pigeonholes(task, past), _hosted_everywhere(task) if not past else 0)


def _by_people(task: Task) -> int:
    """All pairs together, and everybody's own others, against the meetings the rounds make."""
    everybody = (1 << task.people) - 1
    always = [person for person in range(task.people) if all(person in kept for kept in task.kept)]
    never = [task.apart[person] for person in range(task.people)]
    tables = {person: [kept[person] for kept in task.kept] for person in always}
    for one, other in combinations(always, 2):
        if not any(map(eq, tables[one], tables[other])):
            never[one] |= 1 << other
            never[other] |= 1 << one
    new = [(everybody & ~(task.met[person] | never[person] | 1 << person)).bit_count() for person in range(task.people)]
    total = sum(size * (size - 1) // 2 for sizes in task.sizes for size in sizes) - sum(new) // 2
    least = sum(min(sizes) - 1 for sizes in task.sizes)
    each = sum(max(0, least - others) for others in new)
    return max(0, total, -(-each // 2))


def _by_pigeonholes(task: Task, past: Sequence[Sequence[int]]) -> int:
    """In each round, the pairs that must have sat together in the earlier round that says most."""
    rounds = [tuple(sorted(size for size in sizes if size)) for sizes in (*past, *task.sizes)]
    repeats = 0
    for number in range(len(past), len(rounds)):
        repeats += max((_overlap(earlier, rounds[number], task.people) for earlier in set(rounds[:number])), default=0)
    return repeats


def _overlap(earlier: Sequence[int], later: Sequence[int], people: int) -> int:
    """The least number of pairs who sit together in both of two rounds."""
    strangers = people - sum(earlier)       # late arrivals sat nowhere: each is a table of one
    spread = sum(_even(size, len(later)) for size in earlier)
    gathered = sum(_even(size, len(earlier) + strangers) for size in later)
    return max(spread, gathered)


def _even(people: int, tables: int) -> int:
    """Pairs at the same table when `people` spread over `tables` as evenly as can be."""
    low, more = divmod(people, tables)
    return more * (low + 1) * low // 2 + (tables - more) * low * (low - 1) // 2


def _hosted_everywhere(task: Task) -> int:
    """The bound where every table has exactly one person who stays: guests meet the hosts, and each other.

    0 where it is otherwise.
    """
    tables = len(task.sizes[0])
    everywhere = all(sorted(kept.values()) == list(range(tables)) and kept == task.kept[0] and len(sizes) == tables
                     for kept, sizes in zip(task.kept, task.sizes, strict=True))
    if not everywhere:
        return 0
    hosts = task.kept[0].keys()
    guests = [person for person in range(task.people) if person not in hosts]
    if not guests:
        return 0
    room = Task(len(guests), tuple(tuple(size - 1 for size in sizes) for sizes in task.sizes),
                tuple({} for _ in task.sizes), (0,) * len(guests), (0,) * len(guests))
    return len(guests) * max(0, len(task.sizes) - tables) + least_repeats(room, ())
