"""Who comes, for rooms that use names or numbered badges: a badge is a number, and a name may stand on it.

A roster is optional. Without one people choose each other, which is the better way in most rooms.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

MOST_BADGES = 2000
"""The largest room the splitting is tried on."""
LONGEST_NAME = 60
"""Characters of a name: as many as a table card shows on one line."""
_JOINERS = "\u200c\u200d"
"""Invisible, and part of how names are spelt in Persian and in the scripts of India."""


class Person(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One badge. `hosts`: a table host, who stays at one table while others travel; `stays`: keeps the place they
    have in every form, for whatever reason; `remote`: is not in the room; `named`: said yes to their name on paper.
    """

    number: int
    name: str = ""
    hosts: bool = False
    stays: bool = False
    remote: bool = False
    named: bool = False


class Roster(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Everybody who has a badge, by number, and the pairs of numbers who are not put together."""

    people: tuple[Person, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()

    def person(self, number: int) -> Person | None:
        """Who wears this badge, or None."""
        return next((person for person in self.people if person.number == number), None)


def labels(roster: Roster) -> dict[int, str]:
    """What people read for each badge: the name, the number where there is none, both where a name is not the only one.
    """
    names = {person.number: clean_name(person.name) for person in roster.people}
    often = Counter(names.values())
    return {number: str(number) if not name else name if often[name] == 1 else f"{name} ({number})"
            for number, name in names.items()}


def clean_name(name: str) -> str:
    """A name on one line: no control characters, nothing that turns the direction of what follows."""
    if name.isprintable():       # the usual one, nine times as quickly: neither controls nor marks nor odd spaces
        return " ".join(name.split())[:LONGEST_NAME].rstrip()
    kept = (c if c in _JOINERS or not unicodedata.category(c).startswith(("C", "Z")) else " " for c in name)
    return " ".join("".join(kept).split())[:LONGEST_NAME].rstrip()


def numbered(roster: Roster, people: int) -> Roster:
    """Badges 1 to `people`, at most `MOST_BADGES`; who already has one keeps it."""
    people = max(0, min(MOST_BADGES, people))
    old = {person.number: person for person in roster.people}
    return _with(roster, (old.get(number, Person(number=number)) for number in range(1, people + 1)))


def named(roster: Roster, lines: str) -> Roster:
    """One badge for each line that holds a name. A name that was there keeps its badge; two of one name are two.

    Where one name alone is new and one alone is gone, and letters were only put in or taken out at one place, it is
    the same person: somebody is typing.
    """
    names = [name for name in map(clean_name, lines.splitlines()) if name][:MOST_BADGES]
    known: dict[str, list[Person]] = {}
    for person in roster.people:
        known.setdefault(clean_name(person.name), []).append(person)
    kept = [known[name].pop(0) if known.get(name) else None for name in names]
    _typed_on(names, kept, [person for left in known.values() for person in left])
    taken = {person.number for person in kept if person is not None}
    free = (number for number in range(1, 2 * MOST_BADGES + 1) if number not in taken)
    people = [person or Person(number=next(free), name=name) for person, name in zip(kept, names, strict=True)]
    return _with(roster, sorted(people, key=lambda person: person.number))


def with_person(roster: Roster, person: Person) -> Roster:
    """The roster with this badge, new or changed."""
    others = [other for other in roster.people if other.number != person.number]
    return _with(roster, sorted((*others, person), key=lambda other: other.number))


def next_badge(roster: Roster) -> int:
    """A number nobody wears: one more than the highest."""
    return max((person.number for person in roster.people), default=0) + 1


def keep_apart(roster: Roster, one: int, other: int, *, apart: bool = True) -> Roster:
    """These two are not put together, or may be again. A badge nobody wears changes nothing."""
    pair = (min(one, other), max(one, other))
    if one == other or roster.person(one) is None or roster.person(other) is None:
        return roster
    pairs = set(roster.apart) - {pair} | ({pair} if apart else set())
    return msgspec.structs.replace(roster, apart=tuple(sorted(pairs)))


def _typed_on(names: Sequence[str], kept: list[Person | None], gone: Sequence[Person]) -> None:
    """Let the one name that is being typed keep its badge."""
    new = [place for place, person in enumerate(kept) if person is None]
    if len(new) == len(gone) == 1:
        before, after = clean_name(gone[0].name), names[new[0]]
        short, long = sorted((before, after), key=len)
        if short and any(long.startswith(short[:at]) and long.endswith(short[at:]) for at in range(len(short) + 1)):
            kept[new[0]] = msgspec.structs.replace(gone[0], name=after)


def _with(roster: Roster, people: Iterable[Person]) -> Roster:
    there = tuple(people)
    numbers = {person.number for person in there}
    return Roster(people=there, apart=tuple(pair for pair in roster.apart if numbers.issuperset(pair)))
