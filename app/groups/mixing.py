"""Who meets whom over a gathering: a construction where one is known, a search behind it, both from one seed.

`mix` answers at once or after a search that can be told to stop; `improving` is the same as a generator that hands out
the best plan so far, for whoever shows progress. What was lived is never changed: it only says who has met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import msgspec

from app.errors import Trouble
from app.groups.bound import least_repeats
from app.groups.designs import design
from app.groups.impossible import pools, refuse
from app.groups.plan import Groups, Plan, Request, Round, counted
from app.groups.search import Schedule, improve
from app.groups.seating import CannotSeat, relabelled, seat_round
from app.groups.split import split_by_size
from app.groups.task import Tables, Task, meetings
from app.words import say

ATTEMPTS = 4
"""Times a first plan is tried before people kept apart are told to be too many."""
STEPS = 400_000
"""Swaps weighed before the search rests: about a second."""
FIRST_CYCLE = 20_000
"""Swaps weighed in the first cooling; every later one is twice as long and begins anew."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The best plan so far, and how much of the search's patience is used, from 0 to 1."""

    plan: Plan
    share: float


def mix(request: Request, keep_going: Callable[[Progress], bool] = lambda progress: True, *,
        steps: int = STEPS) -> Plan:
    """The plan with the fewest repeats that was found; it ends early where no plan can be better.

    `keep_going` is asked every twenty milliseconds or so; False ends the search with the best so far. Raises Trouble,
    with the nearest plan that can be, where there is none.
    """
    plan: Plan | None = None
    for progress in improving(request, steps=steps):
        plan = progress.plan
        if not keep_going(progress):
            break
    assert plan is not None
    return plan


def improving(request: Request, *, steps: int = STEPS) -> Iterator[Progress]:
    """The best plan so far, again and again, the first one at once. Raises Trouble like `mix`."""
    refuse(request)
    rooms = [_Room(request, people) for people in pools(request)]
    past_repeats = counted(request.past, 0, 0).repeats
    bound = past_repeats + sum(room.bound for room in rooms)
    rounds = _merged(request, rooms)
    plan = counted(rounds, len(request.past), bound)
    yield Progress(plan, 1.0 if plan.best else 0.0)
    for place, room in enumerate(rooms):
        for weighed in room.search(steps):
            best = _merged(request, rooms)
            if best != rounds:
                rounds, plan = best, counted(best, len(request.past), bound)
            yield Progress(plan, (place + min(1.0, weighed / steps)) / len(rooms))


class _Room:
    """People who can meet: one pool of a request, and the best rounds found for it."""

    def __init__(self, request: Request, people: tuple[int, ...]) -> None:
        self._badges = people
        self._random = Random(f"{request.seed} {people}")
        self.task, past = _task(request, people)
        self.bound = least_repeats(self.task, past)
        self._design = self._constructed(request)
        self._best = self._seated(request)
        self._repeats = meetings(self.task.people, self._best, self.task.met)[1]

    @property
    def rounds(self) -> list[Groups]:
        """The best so far, by badge."""
        return [tuple(tuple(sorted(self._badges[person] for person in table)) for table in tables)
                for tables in self._best]

    def search(self, steps: int) -> Iterator[int]:
        """Look for fewer repeats until the bound is reached or `steps` swaps were weighed; yields those so far."""
        weighed, cycle, start = 0, FIRST_CYCLE, self._best
        while self._repeats > self.bound and weighed < steps:
            schedule = Schedule(self.task, start)
            for more, found in improve(schedule, self.bound, min(cycle, steps - weighed), self._random):
                weighed += more
                if found is not None:
                    repeats = meetings(self.task.people, found, self.task.met)[1]
                    if repeats < self._repeats:
                        self._repeats, self._best = repeats, found
                yield weighed
            cycle *= 2
            start = self._started(self._design if self._random.random() < 0.3 else []) or self._best

    def _constructed(self, request: Request) -> list[Tables]:
        """As many first rounds of a construction as fit what was asked; none where the past or the sizes forbid it."""
        task = self.task
        if not task.fresh or not task.sizes or len({tuple(sorted(sizes)) for sizes in task.sizes}) > 1:
            return []
        staying = task.kept[0]
        if any(kept != staying for kept in task.kept) or len(set(staying.values())) < len(staying):
            return []
        rounds = design(tuple(sorted(task.sizes[0])), len(task.sizes), hosted=bool(staying))
        for _ in range(8):
            found = relabelled(task, rounds, staying, self._random)
            if found is not None:
                return found
        return []

    def _seated(self, request: Request) -> list[Tables]:
        """A first plan, or Trouble with the largest groups that can be kept apart as asked."""
        for _ in range(ATTEMPTS):
            started = self._started(self._design)
            if started is not None:
                return started
        largest = max(round_.size for round_ in request.rounds)
        for size in range(largest - 1, 1, -1):
            rounds = tuple(Round(min(size, round_.size), round_.hosted) for round_ in request.rounds)
            self.task, _ = _task(msgspec.structs.replace(request, rounds=rounds), self._badges)
            if self._started([]) is not None:
                raise Trouble(say("Not everybody can be kept apart as asked in groups of {largest}. Groups of {size} "
                                  "would do, or keep fewer people apart.", largest=largest, size=size))
        raise Trouble(say("Not everybody can be kept apart as asked, not even in pairs. Keep fewer people apart."))

    def _started(self, rounds: list[Tables]) -> list[Tables] | None:
        """These rounds, and the missing ones seated one after the other; None where people could not be kept apart."""
        full = list(rounds)
        if len(full) == len(self.task.sizes):
            return full
        met, _ = meetings(self.task.people, full, self.task.met)
        for number in range(len(full), len(self.task.sizes)):
            try:
                full.append(seat_round(self.task, number, met, self._random))
            except CannotSeat:
                return None
            met, _ = meetings(self.task.people, full[-1:], met)
        return full


def _merged(request: Request, rooms: Sequence[_Room]) -> tuple[Groups, ...]:
    """The past and the best coming rounds; tables in the room come before remote ones."""
    coming = zip(*(room.rounds for room in rooms), strict=True)
    return (*request.past, *(tuple(group for groups in parts for group in groups) for parts in coming))


def _task(request: Request, people: tuple[int, ...]) -> tuple[Task, list[list[int]]]:
    """The task of one pool, and the sizes its past tables still have."""
    number = {badge: place for place, badge in enumerate(people)}
    past = [[[number[badge] for badge in group if badge in number] for group in groups] for groups in request.past]
    met, _ = meetings(len(people), past)
    apart = [0] * len(people)
    for one, other in request.apart:
        if one in number and other in number:
            apart[number[one]] |= 1 << number[other]
            apart[number[other]] |= 1 << number[one]
    splits = [split_by_size(len(people), round_.size) for round_ in request.rounds]
    hosts = [number[badge] for badge in request.hosts if badge in number]
    staying = [number[badge] for badge in request.staying if badge in number and number[badge] not in hosts]
    places = _places(len(hosts), staying, past, min(map(len, splits), default=1))
    kept = tuple({**places, **({host: table for table, host in enumerate(hosts)} if round_.hosted else {})}
                 for round_ in request.rounds)
    sizes = tuple(_turned(split, shift) for shift, split in enumerate(splits))
    for split, there in zip(splits, kept, strict=True):
        if there and max(Counter(there.values()).values()) > split[0]:
            raise Trouble(say("{n} people keep a place at {tables} tables; in groups of {size} that is more than fit. "
                              "Let {most} keep theirs.", n=len(there), tables=len(set(there.values())), size=split[0],
                              most=len(set(there.values()))))
    return Task(len(people), sizes, kept, tuple(met), tuple(apart)), [[len(table) for table in t] for t in past]


def _places(hosts: int, staying: Sequence[int], past: Sequence[Tables], tables: int) -> dict[int, int]:
    """A table for each who keeps their place: where they sat last, or the next that is free; hosts' tables last."""
    last = {person: table for table, group in enumerate(past[-1] if past else ()) for person in group}
    order = [*range(hosts, tables), *range(min(hosts, tables))]
    places: dict[int, int] = {}
    for person in staying:
        taken = list(places.values())
        seat = last.get(person, tables)
        if seat >= tables or seat in taken or seat < hosts:
            seat = min(order, key=lambda table: (taken.count(table), order.index(table)))
        places[person] = seat
    return places


def _turned(sizes: tuple[int, ...], shift: int) -> tuple[int, ...]:
    """The larger tables first, and the smaller ones at others each round, so that no host has them always."""
    shift = -shift * sizes.count(min(sizes)) % len(sizes)
    large = sizes[::-1]
    return large[shift:] + large[:shift]

