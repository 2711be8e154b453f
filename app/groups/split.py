"""Splitting a number of people into small groups, and the time each voice then has.

Threes are mostly threes with the rest as fours; pairs take one three; fours and more have the rest one
smaller. Nobody is ever left alone. (The trainers' rule for odd numbers: sizes that differ by at most one.)
"""

from __future__ import annotations

from collections import Counter

from app.groups.forms import Form, nominal_size

SETTLING_SECONDS = 30
"""Half a minute of every round goes into settling before the first voice (our own estimate)."""

MOST_PEOPLE = 2000
"""The largest room this is tried on; Open Space has been held with so many."""


def split(people: int, form: Form, *, host_sits: bool = False) -> tuple[int, ...]:
    """Sizes of the groups, smallest first. Empty for forms that do not split the room, or for nobody.

    With `host_sits` the host takes a chair too and counts as one more than `people`.
    """
    size = nominal_size(form)
    return () if size is None else split_by_size(people + host_sits, size)


def split_by_size(people: int, size: int) -> tuple[int, ...]:
    """Sizes of the groups of nominal `size` (2 or more), smallest first; they differ by at most one."""
    if people < 1:
        return ()
    if people <= size or (people, size) == (5, 4):       # five stay at one table: a two and a three are no fours
        return (people,)
    groups = people // size if size <= 3 else -(-people // size)
    if (people, size) == (5, 3):
        groups = 2
    low, larger = divmod(people, groups)
    return (low,) * (groups - larger) + (low + 1,) * larger


def split_apart(people: int, far: int, form: Form) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(sizes in the room, sizes far away), where `far` of the `people` are: two pools, each split for itself.

    Who is the only one on their side joins the others, on somebody's screen: then there is one pool, the larger.
    """
    far = max(0, min(people, far))
    if far <= 1:
        return split(people, form), ()
    return ((), split(people, form)) if people - far <= 1 else (split(people - far, form), split(far, form))


def after_coming(sizes: tuple[int, ...], more: int) -> tuple[int, ...]:
    """The same groups when so many more (or, below zero, fewer) are here: who comes sits down with the smallest group,
    and where nobody knows who went it was somebody of the largest.
    """
    now = sorted(sizes)
    for _ in range(abs(more) if now else 0):
        if more > 0:
            now[0] += 1
        elif now[-1] > 1:
            now[-1] -= 1
        else:
            now.pop()
        now.sort()
    return tuple(now)


def groups_about(people: int, form: Form, *, host_sits: bool = False) -> tuple[int, int]:
    """(fewest, most) groups when only "about 140" is known: a tenth fewer or more may come.

    (0, 0) for forms that do not split the room. The most is what question cards and chairs are laid out for.
    """
    fewest, most = people - people // 10, people + people // 10
    return (len(split(fewest, form, host_sits=host_sits)), len(split(most, form, host_sits=host_sits)))


def tally(sizes: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """(size, how many groups of it), smallest size first."""
    return tuple(sorted(Counter(sizes).items()))


def voice_seconds(round_seconds: int, size: int) -> int:
    """Seconds each voice has in a group of `size`, rounded down to tens; 0 when the round is too short."""
    if size < 1:
        return 0
    return max(0, (round_seconds - SETTLING_SECONDS) // size // 10 * 10)


def voices(round_seconds: int, people: int, form: Form, *, host_sits: bool = False) -> tuple[tuple[int, int], ...]:
    """(size, seconds for each voice) for every size of group that occurs, smallest size first."""
    sizes = tally(split(people, form, host_sits=host_sits))
    return tuple((size, voice_seconds(round_seconds, size)) for size, _ in sizes)
