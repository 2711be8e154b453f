"""A search for fewer repeats by simulated annealing: two people of a round change places, and a change for the worse is
taken the more rarely the cooler it gets.

Whom each has met once, and whom twice, are sets of bits, so that what a swap would change is counted by four
operations. The same seed takes the same way; it counts its steps, never the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from random import Random

from app.groups.task import Tables, Task, bits

BREATH = 8_000
"""Swaps weighed between two reports: some twenty milliseconds."""
WARM, COOL = 0.4, 0.2
"""Temperatures at the start and the end, in repeats: tried out on rooms of 9 to 48 whose best is known."""
COOLINGS = 200
WORST = 12
"""A swap that would add so many repeats is never taken."""


class Schedule:
    """All rounds of a task as they stand, with the count of repeats kept up to date."""

    def __init__(self, task: Task, rounds: list[Tables]) -> None:
        self.task = task
        self.rounds = [[list(table) for table in tables] for tables in rounds]
        self.masks = [[bits(table) for table in tables] for tables in rounds]
        self.where = [[0] * task.people for _ in rounds]
        self.met = list(task.met)
        self.again = [0] * task.people
        self.repeats = 0
        self._count = [_ones(task.met[person], task.people) for person in range(task.people)]
        for number, tables in enumerate(self.rounds):
            for index, table in enumerate(tables):
                for seat, person in enumerate(table):
                    self.where[number][person] = index
                    for other in table[:seat]:
                        self._meet(person, other)

    def change(self, number: int, one: int, other: int) -> int:
        """How many repeats more (or fewer) there would be if these two of different tables changed places."""
        where, masks, met, again = self.where[number], self.masks[number], self.met, self.again
        here, there = masks[where[one]] ^ 1 << one, masks[where[other]] ^ 1 << other
        return ((met[one] & there).bit_count() - (again[one] & here).bit_count()
                + (met[other] & here).bit_count() - (again[other] & there).bit_count())

    def may_swap(self, number: int, one: int, other: int) -> bool:
        """Whether both would sit apart from whom they are kept apart."""
        where, masks, apart = self.where[number], self.masks[number], self.task.apart
        return not (apart[one] & masks[where[other]] & ~(1 << other) or apart[other] & masks[where[one]] & ~(1 << one))

    def copy(self) -> list[Tables]:
        """The rounds as they stand."""
        return [[list(table) for table in tables] for tables in self.rounds]

    def swap(self, number: int, one: int, other: int) -> None:
        """Two people of different tables change places."""
        where, tables, masks = self.where[number], self.rounds[number], self.masks[number]
        for person, partner in ((one, other), (other, one)):
            for neighbour in tables[where[person]]:
                if neighbour != person:
                    self._part(person, neighbour)
            for neighbour in tables[where[partner]]:
                if neighbour != partner:
                    self._meet(person, neighbour)
        here, there = where[one], where[other]
        tables[here][tables[here].index(one)] = other
        tables[there][tables[there].index(other)] = one
        change = 1 << one | 1 << other
        masks[here] ^= change
        masks[there] ^= change
        where[one], where[other] = there, here

    def _meet(self, one: int, other: int) -> None:
        count = self._count[one][other] + 1
        self._count[one][other] = self._count[other][one] = count
        if count == 1:
            self.met[one] |= 1 << other
            self.met[other] |= 1 << one
            return
        self.repeats += 1
        if count == 2:
            self.again[one] |= 1 << other
            self.again[other] |= 1 << one

    def _part(self, one: int, other: int) -> None:
        count = self._count[one][other] - 1
        self._count[one][other] = self._count[other][one] = count
        if count == 0:
            self.met[one] ^= 1 << other
            self.met[other] ^= 1 << one
            return
        self.repeats -= 1
        if count == 1:
            self.again[one] ^= 1 << other
            self.again[other] ^= 1 << one


def _ones(met: int, people: int) -> bytearray:
    """A count of one for every bit that is set."""
    counts = bytearray(people)
    while met:
        low = met & -met
        counts[low.bit_length() - 1] = 1
        met ^= low
    return counts


def improve(schedule: Schedule, least: int, steps: int, random: Random) -> Iterator[tuple[int, list[Tables] | None]]:
    """Weigh `steps` swaps while it cools, fewer if `least` repeats are reached.

    Yields how many were weighed since the last time, and the rounds if they are the best so far.
    """
    task, chance = schedule.task, random.random
    loose = [[person for person in range(task.people) if person not in kept] for kept in task.kept]
    rounds = [number for number, people in enumerate(loose) if len(people) > 1]
    best, better = schedule.repeats, False
    kept: list[Tables] = []
    weighed, block = 0, max(1, steps // COOLINGS)
    reported = 0
    while weighed < steps and best > least and rounds:
        heat = WARM * (COOL / WARM) ** (weighed / steps)
        taken = [1.0] + [exp(-worse / heat) for worse in range(1, WORST)] + [0.0]
        for _ in range(block):
            number = rounds[int(chance() * len(rounds))]
            people = loose[number]
            one, other = people[int(chance() * len(people))], people[int(chance() * len(people))]
            if schedule.where[number][one] == schedule.where[number][other]:
                continue
            change = schedule.change(number, one, other)
            if change > 0 and chance() >= taken[min(change, WORST)]:
                continue
            if task.wary and not schedule.may_swap(number, one, other):
                continue
            schedule.swap(number, one, other)
            if schedule.repeats < best:
                best, kept, better = schedule.repeats, schedule.copy(), True
                if best <= least:
                    break
        weighed += block
        if weighed - reported >= BREATH:
            yield weighed - reported, kept if better else None
            reported, better = weighed, False
    yield max(1, weighed - reported), kept if better else None
