"""What cannot be mixed, told before anything is tried, each with the nearest plan that can be."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import Trouble
from app.groups.plan import Request
from app.groups.split import split_by_size
from app.words import say


def pools(request: Request) -> list[tuple[int, ...]]:
    """The people in the room and the remote ones, each only where there are any."""
    remote = set(request.remote)
    both = (tuple(person for person in request.people if (person in remote) is far) for far in (False, True))
    return [pool for pool in both if pool]


def refuse(request: Request) -> None:
    """Raise Trouble if this can never be; what only a search can tell is left to it."""
    people = request.people
    if len(people) < 2:
        raise Trouble(say("A group needs two people or more, and {n} is here. Wait for one more.", n=len(people)))
    twice = next((person for person in people if people.count(person) > 1), None) if len(set(people)) < len(people) \
        else None
    if twice is not None:
        raise Trouble(say("Badge {badge} was given to two people. Give each a badge of their own.", badge=twice))
    small = next((round_.size for round_ in request.rounds if round_.size < 2), None)
    if small is not None:
        raise Trouble(say("A group of {size} is nobody to talk to. Ask for pairs or larger groups.", size=small))
    gone = next((host for host in request.hosts if host not in people), None)
    if gone is not None:
        raise Trouble(say("Host {badge} is not among the people who are here. Let somebody else keep that table.",
                          badge=gone))
    for pool in pools(request):
        _refuse_pool(request, pool)


def smaller_groups(people: int, size: int, tables: int) -> int | None:
    """The largest size below `size` that makes at least so many tables, or None."""
    return next((less for less in range(size - 1, 1, -1) if len(split_by_size(people, less)) >= tables), None)


def _refuse_pool(request: Request, pool: tuple[int, ...]) -> None:
    if len(pool) == 1:
        raise Trouble(say("Badge {badge} would be alone: the only one remote, or the only one in the room. "
                          "Bring them into a group of the others.", badge=pool[0]))
    hosts = sum(host in pool for host in request.hosts)
    for size in dict.fromkeys(round_.size for round_ in request.rounds if round_.hosted):
        tables = len(split_by_size(len(pool), size))
        if hosts > tables:
            less = smaller_groups(len(pool), size, hosts)
            first = say("{people} people in groups of {size} sit at {tables} tables, too few for {hosts} hosts.",
                        hosts=hosts, tables=tables, people=len(pool), size=size)
            if less is None:
                raise Trouble(say("{first} Take {tables} hosts.", first=first, tables=tables))
            raise Trouble(say("{first} Take {tables} hosts, or groups of {less}.",
                              first=first, tables=tables, less=less))
    if request.apart:
        _refuse_apart(request, pool)


def _refuse_apart(request: Request, pool: Sequence[int]) -> None:
    """Somebody kept apart from too many to sit with anybody, or too many all kept apart from one another."""
    own = next((one for one, other in request.apart if one == other), None)
    if own is not None:
        raise Trouble(say("Badge {badge} cannot be kept apart from itself. Name two people.", badge=own))
    foes: dict[int, set[int]] = {person: set() for person in pool}
    for one, other in request.apart:
        if one in foes and other in foes:
            foes[one].add(other)
            foes[other].add(one)
    clique = _clique(foes)
    for size in dict.fromkeys(round_.size for round_ in request.rounds):
        sizes = split_by_size(len(pool), size)
        lonely = next((person for person in pool if len(pool) - len(foes[person]) < sizes[0]), None)
        if lonely is not None:
            raise Trouble(say(
                "Badge {badge} is kept apart from {n} of {others} others, and a group of {size} needs {need} who may "
                "sit there. Keep them apart from {most} at most.", badge=lonely, n=len(foes[lonely]),
                others=len(pool) - 1, size=sizes[0], need=sizes[0] - 1, most=len(pool) - sizes[0]))
        if len(clique) > len(sizes):
            listed = ", ".join(map(str, sorted(clique)))
            less = smaller_groups(len(pool), size, len(clique))
            first = say("Badges {listed} are all to be kept apart, and there are only {tables} groups.",
                        listed=listed, tables=len(sizes))
            if less is None:
                raise Trouble(say("{first} Keep at most {tables} of them apart.", first=first, tables=len(sizes)))
            raise Trouble(say("{first} Keep at most {tables} of them apart, or take groups of {less}.",
                              first=first, tables=len(sizes), less=less))


def _clique(foes: dict[int, set[int]]) -> list[int]:
    """Many who are all kept apart from one another: the most that grows from any one of them, greedily."""
    best: list[int] = []
    for start, others in foes.items():
        found = [start]
        for person in sorted(others, key=lambda other: (-len(foes[other]), other)):
            if all(person in foes[member] for member in found):
                found.append(person)
        if len(found) > len(best):
            best = found
    return best
