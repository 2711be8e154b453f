"""From a plan with a roster to who sits with whom."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from app.design import edits
from app.design.gathering import Gathering, PlannedStep, Seating, Seats
from app.design.seats import assigned, is_worked_out, joined, request, seats_from, worked_out
from app.groups.forms import Form
from app.groups.mixing import mix
from app.groups.roster import Person, Roster, keep_apart, numbered, with_person
from app.library.protocol import Family, Regroup
from tests.plans import staff_meeting

DAY = (Form.PAIRS, Form.THREES, Form.THREES, Form.FOURS, Form.TABLE, Form.TABLE, Form.THREES, Form.PAIRS)


def day(people: int, roster: Roster | None = None) -> Gathering:
    """Eight steps with changing forms; the third keeps the groups of the second."""
    steps = tuple(
        PlannedStep(id=f"s{n}", title=f"Step {n}", family=Family.GIFTS, form=form, minutes=15, question="And you?",
                    seating=Seating.ASSIGNED, regroup=Regroup.SAME if n == 2 else Regroup.NEW)
        for n, form in enumerate(DAY))
    return msgspec.structs.replace(staff_meeting(), people=people, steps=steps,
                                   roster=roster or numbered(Roster(), people))


def seated(plan: Gathering) -> Gathering:
    asked = request(plan)
    assert asked is not None
    return worked_out(plan, mix(asked, steps=2000))


def test_without_a_roster_nobody_is_told_where_to_sit() -> None:
    plan = msgspec.structs.replace(day(12), roster=Roster())
    assert (assigned(plan), request(plan), is_worked_out(plan)) == ((), None, True)


def test_steps_in_which_people_choose_are_left_alone() -> None:
    plan = day(12)
    first = msgspec.structs.replace(plan.steps[0], seating=Seating.CHOSEN)
    chosen = seated(msgspec.structs.replace(plan, steps=(first, *plan.steps[1:])))
    assert chosen.seats_at("s0") is None
    assert chosen.seats_at("s1") is not None


@pytest.mark.parametrize("people", [9, 23, 46])
def test_everybody_has_one_seat_in_every_step(people: int) -> None:
    plan = seated(day(people))
    for step in plan.steps:
        seats = plan.seats_at(step.id)
        assert seats is not None
        assert sorted(number for table in seats.tables for number in table) == list(range(1, people + 1))


def test_who_stays_together_is_not_mixed() -> None:
    plan = seated(day(12))
    assert plan.seats_at("s2") == Seats(step_id="s2", tables=plan.seats_at("s1").tables)    # type: ignore[union-attr]


def test_table_hosts_stay_at_their_tables_and_come_first() -> None:
    roster = numbered(Roster(), 12)
    for number in (7, 9):
        roster = with_person(roster, Person(number=number, hosts=True))
    plan = seated(day(12, roster))
    for step in ("s4", "s5"):
        seats = plan.seats_at(step)
        assert seats is not None
        assert [table[0] for table in seats.tables[:2]] == [7, 9]


def test_those_kept_apart_never_share_a_table() -> None:
    plan = seated(day(23, keep_apart(keep_apart(numbered(Roster(), 23), 1, 2), 1, 3)))
    pairs = {pair for seats in plan.seats for table in seats.tables for pair in combinations(sorted(table), 2)}
    assert pairs.isdisjoint({(1, 2), (1, 3)})
    assert (1, 4) in pairs or (1, 5) in pairs, "nobody met anybody: this proves nothing"


def test_seats_are_those_of_this_plan_until_it_changes() -> None:
    plan = seated(day(12))
    assert is_worked_out(plan)
    assert is_worked_out(msgspec.structs.replace(plan, title="Another name"))
    for changed in (
        msgspec.structs.replace(plan, roster=numbered(plan.roster, 13)),
        msgspec.structs.replace(plan, roster=keep_apart(plan.roster, 1, 2)),
        msgspec.structs.replace(plan, steps=plan.steps[::-1]),
        edits.change(plan, "s0", form=Form.FOURS),
        edits.change(plan, "s2", regroup=Regroup.NEW),
    ):
        assert not is_worked_out(changed)


def test_what_was_lived_is_frozen_and_its_meetings_are_remembered() -> None:
    plan = seated(day(16))
    asked = request(plan, lived=("s0", "s1", "s2"), gone=(5,))
    assert asked is not None
    assert asked.past == (plan.seats_at("s0").tables, plan.seats_at("s1").tables)     # type: ignore[union-attr]
    assert 5 not in asked.people
    fresh = seats_from(plan, mix(asked, steps=500), ("s0", "s1", "s2"))
    assert [seats.step_id for seats in fresh] == ["s3", "s4", "s5", "s6", "s7"]
    assert all(5 not in table for seats in fresh for table in seats.tables)


def test_a_latecomer_joins_the_smallest_group_without_anybody_they_are_kept_from() -> None:
    roster = keep_apart(numbered(Roster(), 9), 9, 4)
    assert joined(((1, 2, 3), (4, 5), (6, 7, 8)), 9, roster) == ((1, 2, 3, 9), (4, 5), (6, 7, 8))
    assert joined(((1, 2, 3), (4, 5), (6, 7, 8)), 9, numbered(Roster(), 9)) == ((1, 2, 3), (4, 5, 9), (6, 7, 8))


def test_a_remote_latecomer_joins_the_remote_ones() -> None:
    roster = numbered(Roster(), 6)
    for number in (4, 6):
        roster = with_person(roster, Person(number=number, remote=True))
    assert joined(((1, 2, 3), (4, 5)), 6, roster) == ((1, 2, 3), (4, 5, 6))
