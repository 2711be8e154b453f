"""Pairs become fours, and partners stay together."""

from __future__ import annotations

import msgspec
import pytest

from app.design import edits
from app.design.gathering import Gathering, PlannedStep, Seating
from app.design.joining import joined_pairs
from app.design.seats import is_worked_out, request, worked_out
from app.groups.forms import Form
from app.groups.mixing import mix
from app.groups.roster import Person, Roster, keep_apart, numbered, with_person
from app.library.protocol import Beat, Family, Regroup
from app.live.audience import audience, audience_of
from app.live.reseating import is_settled, seats_of
from app.live.scene import Scene
from app.live.script import script
from app.words import Words
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()


def stories(people: int, seating: Seating = Seating.ASSIGNED, roster: Roster | None = None) -> Gathering:
    """Pairs, then the same people in fours, twice."""
    forms = ((Form.PAIRS, Regroup.NEW), (Form.FOURS, Regroup.SAME), (Form.FOURS, Regroup.SAME))
    steps = tuple(PlannedStep(id=f"s{n}", title="Stories", family=Family.APPRECIATIVE_INQUIRY, form=form, minutes=15,
                              question="What lives here in you?", seating=seating, regroup=regroup)
                  for n, (form, regroup) in enumerate(forms))
    people_here = roster if roster is not None else numbered(Roster(), people)
    return msgspec.structs.replace(staff_meeting(), people=people, steps=steps, roster=people_here)


def seated(plan: Gathering) -> Gathering:
    asked = request(plan)
    assert asked is not None and len(asked.rounds) == 1, "only the pairs are mixed"
    return worked_out(plan, mix(asked, steps=500))


def tables(plan: Gathering, step: str) -> tuple[tuple[int, ...], ...]:
    seats = plan.seats_at(step)
    assert seats is not None
    return seats.tables


@pytest.mark.parametrize("people", [4, 5, 24, 25, 26, 27, 60])
def test_nobody_loses_their_partner(people: int) -> None:
    plan = seated(stories(people))
    fours = [set(table) for table in tables(plan, "s1")]
    assert all(any(set(pair) <= four for four in fours) for pair in tables(plan, "s0"))
    assert sorted(n for four in fours for n in four) == list(range(1, people + 1))
    assert {len(four) for four in fours} <= {4, 5, 6}
    assert tables(plan, "s2") == tables(plan, "s1"), "the four then stays"


def test_people_kept_apart_and_people_elsewhere_are_joined_last() -> None:
    roster = with_person(with_person(keep_apart(numbered(Roster(), 8), 1, 3), Person(number=7, remote=True)),
                         Person(number=8, remote=True))
    assert joined_pairs(((1, 2), (3, 4), (5, 6), (7, 8)), roster) == ((1, 2, 5, 6), (3, 4, 7, 8))


def test_pairs_join_who_have_met_least() -> None:
    past = (((1, 3), (2, 5), (4, 6)),)
    assert joined_pairs(((1, 2), (3, 4), (5, 6), (7, 8)), Roster(), past) == ((1, 2, 7, 8), (3, 4, 5, 6))


def test_another_form_for_the_fours_asks_for_new_seats() -> None:
    plan = seated(stories(24))
    assert is_worked_out(plan)
    assert not is_worked_out(edits.change(plan, "s1", regroup=Regroup.NEW))
    assert not is_worked_out(edits.change_form(plan, "s1", Form.PAIRS))


def test_who_comes_late_to_a_pair_goes_with_it_into_the_four() -> None:
    engine, _, _ = session_of(seated(stories(24)))
    walk_to(engine, "s0", "round")
    engine.arrive("Zoë")
    engine.seat(seats_of(engine.session, None))
    assert is_settled(engine.session)
    pair = next(table for table in tables(engine.session.gathering, "s0") if 25 in table)
    assert any(set(pair) <= set(four) for four in tables(engine.session.gathering, "s1"))


def test_the_wall_asks_pairs_to_find_another_pair() -> None:
    plan = stories(24, Seating.CHOSEN, Roster())
    seen = audience_of(plan.steps[1], WORDS, beat=Beat.GATHER, gathering=plan)
    assert (seen.scene, seen.form) == (Scene.GATHER, "fours")
    assert seen.heading == "Stay with your partner.\nTogether, find\nanother pair."
    assert audience_of(plan.steps[2], WORDS, beat=Beat.GATHER, gathering=plan).heading == "Stay with\nthe same people."


def test_fours_part_into_pairs_that_know_each_other() -> None:
    plan = edits.change_form(stories(24, Seating.CHOSEN, Roster()), "s2", Form.PAIRS)
    plan = edits.change(plan, "s2", regroup=Regroup.SAME)
    assert audience_of(plan.steps[2], WORDS, beat=Beat.GATHER, gathering=plan).heading.startswith("Turn to one person")


def test_with_a_list_the_wall_names_the_four() -> None:
    plan = seated(stories(24))
    engine, _, _ = session_of(plan)
    walk_to(engine, "s1", "gather")
    seen = audience(engine.session, WORDS)
    assert (seen.scene, {len(group) for group in seen.groups}) == (Scene.SEATS, {4})
    assert seen.foot2.startswith("Your partner comes with you.")


def test_the_host_is_told_to_let_partners_stay() -> None:
    engine, hand, _ = session_of(stories(24, Seating.CHOSEN, Roster()))
    walk_to(engine, "s1", "gather")
    assert script(engine.session, hand(), WORDS).say[0] == "Stay with your partner, and together find another pair."
