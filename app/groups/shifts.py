"""Seat shifts: everybody in seat j of a table moves on by the same step, seat 0 (the table host) never.

The steps form a difference matrix over a group of the tables: rows are seats, columns are rounds, and for any two seats
the differences of their steps are all different; then no two people meet twice. Where the number of tables is a
prime power the steps are products in a finite field (a transversal design); elsewhere they are j times the round,
or found by trying.
"""

from __future__ import annotations

from collections.abc import Callable

from app.groups.fields import Field, field, prime_power

Steps = list[list[int]]
"""Steps[round][seat] as an element of the group of tables; seat 0 has 0."""
Add = Callable[[int, int], int]
TRIES = 4_000
"""Columns looked at before giving up where no field helps."""


def shifted(tables: int, people: int, rounds: int) -> list[list[list[int]]]:
    """Up to `rounds` rounds of `people` at `tables` tables, one or two sizes; fewer where no more steps were found.

    Who begins in seat j of table t is number j * tables + t, so that the last seats are the empty ones. Nobody meets
    twice, and number t sits at table t throughout.
    """
    steps, add = _steps(tables, -(-people // tables), min(rounds, tables))
    plan = []
    for column in steps:
        at: list[list[int]] = [[] for _ in range(tables)]
        for number in range(people):
            seat, home = divmod(number, tables)
            at[add(home, column[seat])].append(number)
        plan.append(at)
    return plan


def _steps(tables: int, seats: int, rounds: int) -> tuple[Steps, Add]:
    plain = [[seat * number % tables for seat in range(seats)] for number in range(rounds)]

    def cyclic(a: int, b: int) -> int:
        return (a + b) % tables

    if _all_new(plain, lambda a, b: (a - b) % tables):
        return plain, cyclic
    parts = _field_parts(tables)
    if min(part.order for part in parts) >= seats:
        return _products(parts, seats, rounds), _sum_in(parts)
    return _tried(tables, seats, rounds), cyclic


def _all_new(steps: Steps, minus: Add) -> bool:
    """Whether the differences of any two seats never come twice."""
    seats = len(steps[0])
    for one in range(seats):
        for other in range(one):
            if len({minus(column[one], column[other]) for column in steps}) < len(steps):
                return False
    return True


def _field_parts(tables: int) -> list[Field]:
    """Fields whose orders multiply to `tables`, one for each prime."""
    parts, rest, order = [], tables, tables
    while rest > 1:
        order = next(q for q in range(rest, 1, -1) if rest % q == 0 and prime_power(q) and _coprime(q, rest // q))
        made = field(order)
        assert made is not None
        parts.append(made)
        rest //= order
    return parts


def _coprime(a: int, b: int) -> bool:
    while b:
        a, b = b, a % b
    return a == 1


def _products(parts: list[Field], seats: int, rounds: int) -> Steps:
    """seat times round, in each field at once; a number of the product is written in mixed digits."""
    digits = [_parted(parts, number) for number in range(rounds)]
    return [[_joined(parts, [part.times[seat][digit] for part, digit in zip(parts, row, strict=True)])
             for seat in range(seats)] for row in digits]


def _sum_in(parts: list[Field]) -> Add:
    def add(a: int, b: int) -> int:
        pairs = zip(parts, _parted(parts, a), _parted(parts, b), strict=True)
        return _joined(parts, [part.plus[x][y] for part, x, y in pairs])
    return add


def _parted(parts: list[Field], number: int) -> list[int]:
    digits = []
    for part in parts:
        number, digit = divmod(number, part.order)
        digits.append(digit)
    return digits


def _joined(parts: list[Field], digits: list[int]) -> int:
    number = 0
    for part, digit in zip(reversed(parts), reversed(digits), strict=True):
        number = number * part.order + digit
    return number


def _tried(tables: int, seats: int, rounds: int) -> Steps:
    """Steps modulo `tables`, found by going back wherever no further step fits: the most rounds that were seen."""
    used = [[0] * seats for _ in range(seats)]       # used[i][j]: a bit for every difference of seats i and j so far
    steps: Steps = []
    most: Steps = []
    left = TRIES

    def seat_down(column: list[int]) -> bool:
        nonlocal left, most
        if len(column) == seats:
            steps.append(column)
            if len(steps) > len(most):
                most = list(steps)
            if len(steps) == rounds or seat_down([0]):
                return True
            steps.pop()
            return False
        seat = len(column)
        first = len(steps) if seat == 1 else 0       # seat 1 takes the steps in order: others are the same renamed
        for step in range(first, first + 1 if seat == 1 else tables):
            left -= 1
            if left < 0:
                return False
            bits = [1 << (step - before) % tables for before in column]
            if any(used[seat][place] & bit for place, bit in enumerate(bits)):
                continue
            for place, bit in enumerate(bits):
                used[seat][place] |= bit
            if seat_down([*column, step]):
                return True
            for place, bit in enumerate(bits):
                used[seat][place] &= ~bit
        return False

    seat_down([0])
    return most
