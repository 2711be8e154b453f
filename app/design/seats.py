"""From a plan with a roster to who sits with whom: which steps are worked out, what is asked of the mixing, and how its
answer lies on the steps. Steps in which people choose each other are nobody's business but theirs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

import msgspec

from app.design.gathering import Gathering, PlannedStep, Seating, Seats
from app.design.joining import joined_pairs
from app.groups.follow import doubles
from app.groups.forms import is_small_group, is_table, nominal_size
from app.groups.mixing import improving
from app.groups.plan import Groups, Plan, Request, Round, counted
from app.groups.roster import Roster
from app.library.protocol import Regroup

SEED = 1
"""One plan gives the same seats today and tomorrow."""


def assigned(gathering: Gathering) -> tuple[PlannedStep, ...]:
    """The steps whose groups are worked out, in order; none without a roster of two."""
    if len(gathering.roster.people) < 2:
        return ()
    return tuple(step for step in gathering.steps if step.seating is Seating.ASSIGNED and is_small_group(step.form))


def coming(gathering: Gathering, lived: Collection[str] = ()) -> tuple[PlannedStep, ...]:
    """The assigned steps that bring new groups and have not begun; `lived` are ids of steps that have."""
    return tuple(step for step in assigned(gathering)
                 if step.id not in lived and not follows(gathering, step) and not joins(gathering, step))


def follows(gathering: Gathering, step: PlannedStep) -> bool:
    """Whether the group of the assigned step before stays together in this one."""
    steps = assigned(gathering)
    place = next((place for place, other in enumerate(steps) if other.id == step.id), 0)
    return place > 0 and step.regroup is Regroup.SAME and steps[place - 1].form is step.form


def joins(gathering: Gathering, step: PlannedStep) -> bool:
    """Whether two groups of the assigned step before make one of this one: pairs become fours, and partners stay."""
    steps = assigned(gathering)
    place = next((place for place, other in enumerate(steps) if other.id == step.id), 0)
    return place > 0 and step.regroup is Regroup.SAME and doubles(steps[place - 1].form, step.form)


def request(gathering: Gathering, *, lived: Collection[str] = (), gone: Collection[int] = ()) -> Request | None:
    """What is asked of the mixing, or None where nothing is to be worked out. Who is `gone` sits nowhere any more."""
    rounds = coming(gathering, lived)
    if not rounds:
        return None
    here = [person for person in gathering.roster.people if person.number not in gone]
    past = tuple(seats.tables for step in gathering.steps if step.id in lived and not follows(gathering, step)
                 if (seats := gathering.seats_at(step.id)) is not None)
    return Request(
        people=tuple(person.number for person in here),
        rounds=tuple(Round(nominal_size(step.form) or 2, is_table(step.form)) for step in rounds),
        past=past, hosts=tuple(person.number for person in here if person.hosts),
        staying=tuple(person.number for person in here if person.stays and not person.hosts),
        apart=gathering.roster.apart, remote=tuple(person.number for person in here if person.remote), seed=SEED)


def seats_from(gathering: Gathering, plan: Plan | None, lived: Collection[str] = ()) -> tuple[Seats, ...]:
    """The answer laid on the steps that have not begun, those included in which a group stays together.

    Without an answer only those: who came late to a group stays with it too.
    """
    known: dict[str, Groups] = {seats.step_id: seats.tables for seats in gathering.seats if seats.step_id in lived}
    hosts = {person.number for person in gathering.roster.people if person.hosts}
    rounds = iter(plan.coming if plan is not None else ())
    found = []
    before: Groups | None = None
    past: list[Groups] = []
    for step in assigned(gathering):
        if before is not None:
            past.append(before)
        if step.id in lived:
            before = known.get(step.id)
        elif joins(gathering, step):
            before = joined_pairs(before, gathering.roster, past[:-1]) if before is not None else None
            if before is not None:
                found.append(Seats(step_id=step.id, tables=before))
        elif follows(gathering, step) or plan is not None:
            before = before if follows(gathering, step) else _hosts_first(next(rounds), hosts)
            if before is not None:
                found.append(Seats(step_id=step.id, tables=before))
        else:
            old = gathering.seats_at(step.id)
            before = old.tables if old is not None else None
    return tuple(found)


def worked_out(gathering: Gathering, plan: Plan) -> Gathering:
    """The plan with its seats, marked with what they were worked out for."""
    return msgspec.structs.replace(gathering, seats=seats_from(gathering, plan), seats_of=mark(gathering))


def is_worked_out(gathering: Gathering) -> bool:
    """Whether the seats are those of this plan: its people, its forms, its order. True where there are none to be."""
    return not assigned(gathering) or gathering.seats_of == mark(gathering)


def joined(tables: Groups, number: int, roster: Roster) -> Groups:
    """The groups with a latecomer in the smallest one of their own pool, where nobody sits they are kept apart from."""
    person = roster.person(number)
    remote = {other.number for other in roster.people if other.remote}
    foes = {two if one == number else one for one, two in roster.apart if number in (one, two)}
    fitting = [place for place, table in enumerate(tables)
               if table and (table[0] in remote) is (person is not None and person.remote)]
    friendly = [place for place in fitting if not foes.intersection(tables[place])] or fitting
    if not friendly:
        return (*tables, (number,))
    best = min(friendly, key=lambda place: (len(tables[place]), place))
    return tuple((*table, number) if place == best else table for place, table in enumerate(tables))


def _hosts_first(groups: Groups, hosts: Collection[int]) -> Groups:
    return tuple(tuple(sorted(table, key=lambda number: (number not in hosts, number))) for table in groups)


def told(gathering: Gathering) -> Plan | None:
    """What there is to say about seats that were worked out before; None where nothing is. Takes as long as a first
    plan for these people takes.
    """
    asked = request(gathering)
    if asked is None:
        return None
    bound = next(improving(asked, steps=0)).plan.bound
    rounds = tuple(seats.tables for step in coming(gathering) if (seats := gathering.seats_at(step.id)) is not None)
    return counted(rounds, 0, bound)


def wishes_a_list(gathering: Gathering) -> bool:
    """Whether the groups of a step go by a list, there being one or not."""
    return any(step.seating is Seating.ASSIGNED and is_small_group(step.form) for step in gathering.steps)


def mark(gathering: Gathering) -> str:
    """What tells one question to the mixing from another: people, forms and their order."""
    asked: Sequence[object] = (request(gathering), [
        (step.id, step.regroup, *((step.form,) if joins(gathering, step) else ())) for step in assigned(gathering)])
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:16]
