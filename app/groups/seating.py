"""A first round of tables for people who may not sit with some others: greedily, then by mending what is wrong."""

from __future__ import annotations

from random import Random

from app.groups.task import Tables, Task, bits, meetings

MENDS = 600
"""Swaps tried before a round with people kept apart is given up."""


class CannotSeat(Exception):  # noqa: N818 - it is answered where it is asked, never told
    """No round was found in which everybody sits apart from those they are kept from."""


def seat_round(task: Task, number: int, met: list[int], random: Random) -> Tables:
    """Tables for one round of the task, with few who have `met` before. Raises CannotSeat."""
    sizes, kept = task.sizes[number], task.kept[number]
    tables: Tables = [[] for _ in sizes]
    masks = [0] * len(sizes)
    for person, table in kept.items():
        tables[table].append(person)
        masks[table] |= 1 << person
    order = [person for person in range(task.people) if person not in kept]
    random.shuffle(order)
    order.sort(key=lambda person: -task.apart[person].bit_count())
    free = [table for table, size in enumerate(sizes) if len(tables[table]) < size]
    random.shuffle(free)
    for person in order:
        best, least = 0, 1 << 30
        for place, table in enumerate(free):
            cost = (met[person] & masks[table]).bit_count() + 1000 * (task.apart[person] & masks[table]).bit_count()
            if cost < least:
                best, least = place, cost
                if not cost:
                    break
        table = free[best]
        tables[table].append(person)
        masks[table] |= 1 << person
        if len(tables[table]) == sizes[table]:
            free.pop(best)
    if task.wary:
        _mend(task, number, tables, random)
    return tables


def _mend(task: Task, number: int, tables: Tables, random: Random) -> None:
    """Swap people until nobody sits with anybody they are kept apart from."""
    kept = task.kept[number]
    for _ in range(MENDS):
        masks = [bits(table) for table in tables]
        wrong = [(table, person) for table, here in enumerate(tables) for person in here
                 if task.apart[person] & masks[table]]
        if not wrong:
            return
        loose = [pair for pair in wrong if pair[1] not in kept]
        if not loose:
            break
        table, person = random.choice(loose)
        best: list[tuple[int, int]] = []
        least = 1 << 30
        for other, there in enumerate(tables):
            for partner in there if other != table else ():
                if partner in kept:
                    continue
                clash = (task.apart[person] & masks[other] & ~(1 << partner)).bit_count() \
                    + (task.apart[partner] & masks[table] & ~(1 << person)).bit_count() \
                    - (task.apart[partner] & masks[other]).bit_count()
                if clash < least:
                    best, least = [], clash
                if clash == least:
                    best.append((other, partner))
        if not best:
            break
        other, partner = random.choice(best)
        tables[table][tables[table].index(person)] = partner
        tables[other][tables[other].index(partner)] = person
    raise CannotSeat


def relabelled(task: Task, rounds: list[Tables], hosted: dict[int, int], random: Random) -> list[Tables] | None:
    """The rounds of a construction with our people in its places: those of `hosted` (person: place) where they must
    be, those kept apart in places that never meet. None where that was not managed.
    """
    places, _ = meetings(task.people, rounds)
    free = [place for place in range(task.people) if place not in hosted.values()]
    random.shuffle(free)
    at = dict(hosted)
    waiting = [person for person in range(task.people) if person not in hosted]
    random.shuffle(waiting)
    waiting.sort(key=lambda person: -task.apart[person].bit_count())
    if not task.wary:
        at.update(zip(waiting, free, strict=True))
        waiting = []
    for person in waiting:
        never = bits(at[other] for other in at if task.apart[person] >> other & 1)
        place = next((place for place in reversed(free) if not places[place] & never), None)
        if place is None:
            return None
        free.remove(place)
        at[person] = place
    who = {place: person for person, place in at.items()}
    return [[[who[place] for place in table] for table in tables] for tables in rounds]
