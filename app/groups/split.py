"""Splitting a number of people into small groups, and the time each voice then has.

Threes are mostly threes with the rest as fours; pairs take one three; fours and tables have the rest one
smaller. Nobody is ever left alone. (The trainers' rule for odd numbers: sizes that differ by at most one.)
"""

from __future__ import annotations

from collections import Counter

from app.groups.forms import Form, nominal_size

SETTLING_SECONDS = 30
"""Half a minute of every round goes into settling before the first voice (our own estimate)."""


def split(people: int, form: Form) -> tuple[int, ...]:
    """Sizes of the groups, smallest first. Empty for forms that do not split the room, or for nobody."""
    size = nominal_size(form)
    if size is None or people < 1:
        return ()
    if people <= size:
        return (people,)
    groups = people // size if size <= 3 else -(-people // size)
    if people == 5 and size == 4:
        return (5,)
    if people == 5 and size == 3:
        groups = 2
    low, larger = divmod(people, groups)
    return (low,) * (groups - larger) + (low + 1,) * larger


def tally(sizes: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """(size, how many groups of it), smallest size first."""
    return tuple(sorted(Counter(sizes).items()))


def voice_seconds(round_seconds: int, size: int) -> int:
    """Seconds each voice has in a group of `size`, rounded down to tens; 0 when the round is too short."""
    if size < 1:
        return 0
    return max(0, (round_seconds - SETTLING_SECONDS) // size // 10 * 10)
