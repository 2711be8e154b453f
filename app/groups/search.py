"""A search for fewer repeats: tabu swaps of two people within a round, always of somebody who meets somebody again.

Whom each has met once, and whom twice, are sets of bits, so that what a swap would change is counted by a few
operations. The same seed takes the same way; it counts its steps, never the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from app.groups.task import Tables, Task, bits

BREATH = 20_000
"""Swaps weighed between two reports: some twenty milliseconds."""
PATIENCE = 25
"""Steps without anything better, for each person and round, before the search begins elsewhere."""


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
        self._twice: list[tuple[int, int]] = []
        self._place: dict[tuple[int, int], int] = {}
        for number, tables in enumerate(self.rounds):
            for index, table in enumerate(tables):
                for seat, person in enumerate(table):
                    self.where[number][person] = index
                    for other in table[:seat]:
                        self._meet(person, other)

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

    def somebody_again(self, random: Random) -> tuple[int, int] | None:
        """(round, person) of one who sits with somebody met in another round, and may be moved; None if none found."""
        for _ in range(8):
            pair = random.choice(self._twice)
            together = [number for number, where in enumerate(self.where) if where[pair[0]] == where[pair[1]]]
            number = random.choice(together)
            loose = [person for person in pair if person not in self.task.kept[number]]
            if loose:
                return number, random.choice(loose)
        return None

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
            pair = (one, other) if one < other else (other, one)
            self._place[pair] = len(self._twice)
            self._twice.append(pair)

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
            pair = (one, other) if one < other else (other, one)
            place, last = self._place.pop(pair), self._twice.pop()
            if last != pair:
                self._twice[place] = last
                self._place[last] = place


def _ones(met: int, people: int) -> bytearray:
    """A count of one for every bit that is set."""
    counts = bytearray(people)
    while met:
        low = met & -met
        counts[low.bit_length() - 1] = 1
        met ^= low
    return counts


def improve(schedule: Schedule, least: int, steps: int, random: Random) -> Iterator[int]:
    """Swap until `least` repeats are reached, patience ends or `steps` swaps were weighed; yields what was weighed.

    The schedule ends as the best that was seen.
    """
    task = schedule.task
    tabu = [[0] * task.people for _ in schedule.rounds]
    best, copy = schedule.repeats, [[list(table) for table in tables] for tables in schedule.rounds]
    turn = since = 0
    weighed, reported = task.people * len(task.sizes), 0        # to begin costs about as much
    patience = PATIENCE * (8 + len(task.sizes)) * 10
    while schedule.repeats > least and since < patience and weighed < steps:
        turn += 1
        since += 1
        chosen = schedule.somebody_again(random)
        weighed += 4
        if chosen is None:
            continue
        number, person = chosen
        partner, count = _best_partner(schedule, number, person, tabu[number], turn, best, random)
        weighed += count
        if partner is not None:
            schedule.swap(number, person, partner)
            tabu[number][person] = turn + 6 + random.randrange(8)
            tabu[number][partner] = turn + 3 + random.randrange(6)
        if schedule.repeats < best:
            best, copy, since = schedule.repeats, [[list(t) for t in tables] for tables in schedule.rounds], 0
        if weighed - reported > BREATH:
            yield weighed - reported
            reported = weighed
    yield weighed - reported
    if schedule.repeats > best:
        schedule.__init__(task, copy)     # type: ignore[misc]


def _best_partner(schedule: Schedule, number: int, person: int, tabu: list[int], turn: int, best: int,
                  random: Random) -> tuple[int | None, int]:
    """(with whom to change places, how many were weighed): the least repeats after it, ties by chance."""
    met, again, apart = schedule.met, schedule.again, schedule.task.apart
    wary, kept = schedule.task.wary, schedule.task.kept[number]
    masks, here = schedule.masks[number], schedule.where[number][person]
    mine = masks[here] ^ 1 << person
    base = schedule.repeats - (again[person] & mine).bit_count()
    least, ties, found, count = 1 << 30, 0, None, 0
    for there, table in enumerate(schedule.rounds[number]):
        if there == here:
            continue
        mask = masks[there]
        joined = met[person] & mask
        joining = joined.bit_count()
        for other in table:
            if other in kept:
                continue
            bit = 1 << other
            rest = mask ^ bit
            after = base + joining + (met[other] & mine).bit_count() - (again[other] & rest).bit_count()
            if joined & bit:
                after -= 1
            count += 1
            if after > least or (turn < tabu[other] and after >= best):
                continue
            if wary and (apart[person] & rest or apart[other] & mine):
                continue
            if after < least:
                least, ties, found = after, 1, other
            else:
                ties += 1
                if random.random() * ties < 1:
                    found = other
    return found, count
