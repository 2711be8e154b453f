"""Arithmetic on 0 … q-1 in which every number but 0 has an inverse: the finite field of q elements, q a prime power.

Numbers are polynomials over the prime, written in base p. Multiplying is by the powers of one generator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Field:
    """Tables of a field: `plus[a][b]` and `times[a][b]`."""

    order: int
    plus: tuple[tuple[int, ...], ...]
    times: tuple[tuple[int, ...], ...]


def prime_power(order: int) -> tuple[int, int] | None:
    """(p, k) with p prime and p to the k equal to `order`, or None."""
    if order < 2:
        return None
    prime = next(factor for factor in range(2, order + 1) if order % factor == 0)
    power, rest = 0, order
    while rest % prime == 0:
        rest //= prime
        power += 1
    return (prime, power) if rest == 1 else None


def field(order: int) -> Field | None:
    """The field of `order` elements, or None where there is none."""
    parts = prime_power(order)
    if parts is None:
        return None
    prime, power = parts
    plus = _table(order, lambda a, b: _number([(x + y) % prime for x, y in _digits(a, b, prime, power)], prime))
    if power == 1:
        return Field(order, plus, _table(order, lambda a, b: a * b % order))
    powers = _powers(prime, power)
    logarithm = {number: exponent for exponent, number in enumerate(powers)}
    return Field(order, plus, _table(order, lambda a, b: powers[(logarithm[a] + logarithm[b]) % (order - 1)]
                                     if a and b else 0))


def _powers(prime: int, power: int) -> list[int]:
    """1, x, x², … modulo the first polynomial for which they are all the field's elements but 0."""
    order = prime ** power
    for low in product(range(prime), repeat=power):          # x^power is replaced by these lower terms
        seen, digits = [1], [1] + [0] * (power - 1)
        while len(seen) < order:
            top = digits[-1]
            digits = [(before + top * term) % prime for before, term in zip([0, *digits[:-1]], low, strict=True)]
            number = _number(digits, prime)
            if number in (0, 1):
                break
            seen.append(number)
        if len(seen) == order - 1:
            return seen
    raise ArithmeticError(f"no primitive polynomial over {prime} of degree {power}")


def _digits(a: int, b: int, prime: int, power: int) -> list[tuple[int, int]]:
    pairs = []
    for _ in range(power):
        pairs.append((a % prime, b % prime))
        a, b = a // prime, b // prime
    return pairs


def _number(digits: list[int], prime: int) -> int:
    return sum(digit * prime ** place for place, digit in enumerate(digits))


def _table(order: int, of: Callable[[int, int], int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(of(a, b) for b in range(order)) for a in range(order))
