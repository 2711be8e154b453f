"""Pairs that become fours: partners stay together, and two pairs join whose people have met least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product

from app.groups.plan import Groups
from app.groups.roster import Roster

Group = tuple[int, ...]


def joined_pairs(groups: Groups, roster: Roster, past: Sequence[Groups] = ()) -> Groups:
    """Every two groups as one; a last one alone joins another. `past` are the groups people sat in before.

    People in the room and people elsewhere are not joined while there is a choice, nor people who are kept apart.
    """
    remote = {person.number for person in roster.people if person.remote}
    met = Counter(pair for tables in past for table in tables for pair in combinations(sorted(table), 2))
    apart = set(roster.apart)

    def strain(one: Group, other: Group) -> tuple[bool, int, int]:
        pairs = [(min(pair), max(pair)) for pair in product(one, other)]
        mixed = bool(remote.intersection(one)) is not bool(remote.intersection(other))
        return mixed, sum(pair in apart for pair in pairs), sum(met[pair] for pair in pairs)

    left = [group for group in groups if group]
    joined: list[Group] = []
    while len(left) > 1:
        first = left.pop(0)
        second = min(left, key=lambda group: strain(first, group))
        left.remove(second)
        joined.append((*first, *second))
    for alone in left:
        place = min(range(len(joined)), key=lambda n: (strain(alone, joined[n]), len(joined[n])), default=None)
        if place is None:
            joined.append(alone)
        else:
            joined[place] = (*joined[place], *alone)
    return tuple(joined)
