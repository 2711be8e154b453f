"""Thirty-two people in fours for ten rounds, when everybody meets all others but one: moved by a group that is twisted.

Places are the elements (i, j) of Z8 and Z4 with (i, j)(k, m) = (i + 3^j k, j + m): going on in the second changes the
pace in the first. Three base rounds, multiplied from the left by all 32 elements, give four, four and two different
rounds; their differences are all elements but one, once each. The base rounds were found by our own search through the
groups of 32 elements.
"""

from __future__ import annotations

PEOPLE, SIZE = 32, 4
BASE = (
    "0 1 5 22, 2 3 7 20, 4 18 19 23, 6 16 17 21, 8 9 13 30, 10 11 15 28, 12 26 27 31, 14 24 25 29",
    "0 6 10 31, 1 11 21 30, 2 4 8 29, 3 9 23 28, 5 14 17 27, 7 12 19 25, 13 18 20 24, 15 16 22 26",
    "0 2 9 11, 1 3 24 26, 8 10 17 19, 16 18 25 27, 4 12 20 28, 5 13 21 29, 6 14 22 30, 7 15 23 31",
)
"""Place (i, j) is number 4i + j."""


def twisted(people: int, size: int, rounds: int) -> list[list[list[int]]]:
    """Up to ten rounds of 32 people in fours, by number from 0, without a repeat; none for any other room."""
    if (people, size) != (PEOPLE, SIZE):
        return []
    plan: list[list[list[int]]] = []
    seen = set()
    for text in BASE:
        base = [[int(number) for number in table.split()] for table in text.split(",")]
        for element in range(PEOPLE):
            moved = [[_times(element, number) for number in table] for table in base]
            marks = frozenset(frozenset(table) for table in moved)
            if marks not in seen:
                seen.add(marks)
                plan.append(moved)
    return plan[:rounds]


def _times(left: int, right: int) -> int:
    i, j = divmod(left, 4)
    k, m = divmod(right, 4)
    return (i + pow(3, j, 8) * k) % 8 * 4 + (j + m) % 4
