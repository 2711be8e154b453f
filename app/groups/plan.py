"""What can be asked of a mixing, and what it answers. Everything is frozen and holds badge numbers only, so that it
can be kept as a fact; names belong to whoever hands the badges out.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import msgspec

from app.words import Text, say, say_n

Groups = tuple[tuple[int, ...], ...]
"""One round: who sits together, by badge. The place of a group in it is its table, counted from 0."""


class Round(msgspec.Struct, frozen=True):
    """A round to come, of groups of about `size`; `hosted` where table hosts stay at theirs."""

    size: int
    hosted: bool = False


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to mix. `people` are here for the rounds to come; `past` is what was lived, with whoever was there then.

    Host i stays at table i of every hosted round; people `staying` keep one table throughout. Nobody sits with anybody
    of a pair in `apart`. Who is `remote` is mixed apart from those in the room.
    """

    people: tuple[int, ...]
    rounds: tuple[Round, ...]
    past: tuple[Groups, ...] = ()
    hosts: tuple[int, ...] = ()
    staying: tuple[int, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    remote: tuple[int, ...] = ()
    seed: int = 0


def after(request: Request, lived: Groups, *, arrived: Collection[int] = (), left: Collection[int] = ()) -> Request:
    """What to ask next, once the first coming round was lived as `lived` and people came or went."""
    people = (*(badge for badge in request.people if badge not in left), *arrived)
    return msgspec.structs.replace(
        request, people=people, rounds=request.rounds[1:], past=(*request.past, lived),
        hosts=tuple(host for host in request.hosts if host not in left))


class Plan(msgspec.Struct, frozen=True):
    """All rounds, past ones first and untouched. `repeats` counts meetings beyond the first of each pair, `bound` the
    least that any plan with this past has, `met` the pairs who meet and `possible` those ever here together.
    """

    rounds: tuple[Groups, ...]
    past: int
    repeats: int
    bound: int
    met: int
    possible: int

    @property
    def coming(self) -> tuple[Groups, ...]:
        """The rounds that were asked for."""
        return self.rounds[self.past:]

    @property
    def best(self) -> bool:
        """Whether no plan can have fewer repeats."""
        return self.repeats <= self.bound

    @property
    def text(self) -> Text:
        """One sentence about who meets again."""
        if not self.repeats:
            return say("Nobody meets anybody twice.")
        if self.best:
            return say_n("One meeting is a repeat; it cannot be avoided.",
                         "{n} meetings are repeats; fewer are not possible.", self.repeats)
        return say_n("One meeting is a repeat; at least {bound} cannot be avoided.",
                     "{n} meetings are repeats; at least {bound} cannot be avoided.", self.repeats, bound=self.bound)


def counted(rounds: tuple[Groups, ...], past: int, bound: int) -> Plan:
    """The plan of these rounds, everything counted from the rounds themselves."""
    met: set[tuple[int, int]] = set()
    repeats = 0
    here: dict[int, int] = {}
    for number, groups in enumerate(rounds):
        for group in groups:
            for pair in combinations(sorted(group), 2):
                repeats += pair in met
                met.add(pair)
            for person in group:
                here[person] = here.get(person, 0) | 1 << number
    whole = (1 << len(rounds)) - 1
    throughout = sum(1 for when in here.values() if when == whole)
    others = [when for when in here.values() if when != whole]
    possible = throughout * (throughout - 1) // 2 + throughout * len(others)
    possible += sum(1 for one, other in combinations(others, 2) if one & other)
    return Plan(rounds, past, repeats, bound, len(met), possible)
