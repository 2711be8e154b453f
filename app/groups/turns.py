"""Turned rounds: one round of which every later one is the same with all numbers moved on by one (a difference method).

People sit on a few circles of `modulus` places, and a few in the middle who never move on. The base round is chosen so
that every difference within and between circles comes at most once; then no two people meet twice while it turns.
The base rounds were found by our own search; a test counts them again.
"""

from __future__ import annotations

BASE = {
    (12, 3): (4, "0 10 11, 3 6 8, 1 5 9, 2 4 7"),
    (15, 3): (7, "3 8 14, 0 2 11, 1 4 7, 5 6 13, 9 10 12"),
    (18, 3): (4, "4 9 16, 0 10 11, 1 12 17, 2 6 7, 3 8 13, 5 14 15 | 3 12 16, 0 1 7, 2 10 14, 5 11 13, 6 9 17, 4 "
                 "8 15"),
    (21, 3): (5, "7 12 20, 0 3 10, 4 8 15, 1 16 19, 2 5 11, 6 9 13, 14 17 18 | 1 18 20, 4 10 12, 8 11 16, 2 3 9, "
                 "0 5 19, 6 7 17, 13 14 15"),
    (24, 3): (11, "6 17 22, 9 16 23, 1 2 21, 4 7 19, 0 13 14, 3 8 10, 5 11 15, 12 18 20"),
    (30, 3): (14, "6 27 28, 0 20 29, 1 7 18, 4 22 23, 3 16 25, 15 19 21, 5 14 17, 8 10 24, 9 12 13, 2 11 26"),
    (36, 3): (17, "14 26 34, 7 22 35, 0 4 31, 6 25 30, 5 8 16, 9 27 29, 1 11 13, 10 23 32, 15 21 24, 12 20 33, 2 "
                  "3 19, 17 18 28"),
    (39, 3): (19, "16 33 38, 0 10 35, 6 11 12, 4 25 26, 15 19 28, 8 20 32, 30 34 36, 3 14 22, 1 18 27, 7 21 37, "
                  "13 23 31, 2 5 17, 9 24 29"),
    (48, 3): (23, "17 35 46, 2 37 47, 8 40 42, 16 23 41, 12 18 31, 0 1 45, 24 32 36, 13 28 44, 21 26 27, 7 20 34, "
                  "30 33 39, 3 10 43, 22 25 38, 5 9 29, 4 6 15, 11 14 19"),
    (20, 4): (5, "0 13 16 18, 3 6 8 17, 7 11 14 15, 1 4 5 10, 2 9 12 19"),
    (24, 4): (7, "1 10 16 21, 4 8 15 22, 0 2 6 12, 3 11 20 23, 5 14 18 19, 7 9 13 17"),
    (28, 4): (9, "0 17 18 27, 3 6 9 16, 2 7 21 24, 1 8 10 15, 4 5 20 25, 11 14 22 23, 12 13 19 26"),
    (36, 4): (11, "2 17 32 33, 6 16 27 34, 1 13 29 35, 4 20 22 26, 0 8 23 24, 19 21 28 31, 5 11 25 30, 3 9 10 12, "
                  "7 14 15 18"),
    (30, 5): (6, "0 1 17 24 28, 7 9 23 26 27, 5 10 13 19 25, 2 4 8 20 21, 3 6 11 12 16, 14 15 18 22 29"),
}
"""(people, size): (modulus, base rounds). Number c * modulus + x is place x of circle c; the last are the middle."""


def turned(people: int, size: int, rounds: int) -> list[list[list[int]]]:
    """Up to `rounds` rounds of tables of `size`, by number from 0; none where no base round is known."""
    if (people, size) not in BASE:
        return []
    modulus, text = BASE[people, size]
    bases = [[[int(number) for number in table.split()] for table in base.split(",")] for base in text.split("|")]
    circled = people // modulus * modulus
    plan = [[[_moved(number, turn, modulus, circled) for number in table] for table in base]
            for base in bases for turn in range(modulus)]
    return plan[:rounds]


def _moved(number: int, turn: int, modulus: int, circled: int) -> int:
    if number >= circled:
        return number
    circle, place = divmod(number, modulus)
    return circle * modulus + (place + turn) % modulus


def circled_pairs(people: int, rounds: int) -> list[list[list[int]]]:
    """Pairs of an even number: one stays in the middle, the others sit on a circle that turns under them."""
    last = people - 1
    plan = []
    for turn in range(min(rounds, last)):
        round_ = [[turn, last]]
        round_ += [[(turn + step) % last, (turn - step) % last] for step in range(1, people // 2)]
        plan.append(round_)
    return plan
