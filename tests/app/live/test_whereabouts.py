"""Where somebody is, because people ask: now and next, or gone home."""

from __future__ import annotations

import msgspec

from app.groups.forms import Form
from app.groups.roster import Person, Roster, named, with_person
from app.live.reseating import seats_of
from app.live.session import Session
from app.live.whereabouts import found, sizes, tables, whereabouts
from app.words import Words
from tests.app.design.test_seats import day, seated
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

NAMES = "Zoë\nAda\nBo\nJosé\nJo\nMax"


def lines(session: Session) -> dict[str, str]:
    return {who.label: Words()(who.line) for who in whereabouts(session)}


def test_everybody_is_somewhere_now_and_next() -> None:
    engine, _, _ = session_of(seated(day(6, named(Roster(), NAMES))))
    walk_to(engine, "s3", "round")
    plan = engine.session.gathering
    for who in whereabouts(engine.session):
        at = {step: next(place for place, table in enumerate(seats.tables, 1) if who.number in table)
              for step in ("s3", "s4") if (seats := plan.seats_at(step)) is not None}
        assert Words()(who.line) == f"group {at['s3']} now, then table {at['s4']}"


def test_in_the_last_step_nothing_is_next_and_who_went_home_is_not_sought() -> None:
    engine, _, _ = session_of(seated(day(6, named(Roster(), NAMES))))
    walk_to(engine, "s7", "round")
    engine.leave(2)
    told = lines(engine.session)
    assert told["Ada"] == "went home"
    assert told["Bo"].endswith(" now") and "then" not in told["Bo"]


def test_a_latecomer_has_a_place_now_before_the_next_is_worked_out() -> None:
    engine, _, _ = session_of(seated(day(6, named(Roster(), NAMES))))
    walk_to(engine, "s3", "round")
    engine.arrive("Ida")
    engine.seat(seats_of(engine.session, None))
    assert lines(engine.session)["Ida"] in ("group 1 now", "group 2 now")


def test_who_comes_late_to_a_group_that_stays_together_knows_the_next_place_too() -> None:
    engine, _, _ = session_of(seated(day(6, named(Roster(), NAMES))))
    walk_to(engine, "s1", "round")
    engine.arrive("Ida")
    engine.seat(seats_of(engine.session, None))
    assert lines(engine.session)["Ida"] in ("group 1 now, then group 1", "group 2 now, then group 2")


def test_names_are_in_order_and_found_by_a_part_without_accents() -> None:
    people = whereabouts(session_of(day(6, named(Roster(), NAMES)))[0].session)
    assert [who.label for who in people] == ["Ada", "Bo", "Jo", "José", "Max", "Zoë"]
    assert [who.label for who in found(people, "zo")] == ["Zoë"]
    assert [who.label for who in found(people, " jo ")] == ["Jo"], "a whole name is meant before a part"
    assert [who.label for who in found(people, "jos")] == ["José"]
    assert [who.label for who in found(people, "4")] == ["José"], "or by the badge"
    assert found(people, "") == people and found(people, "Eve") == ()


def test_the_list_of_groups_is_the_live_one_or_the_next() -> None:
    plan = seated(day(6, named(Roster(), NAMES)))
    first = msgspec.structs.replace(plan.steps[0], form=Form.ROOM)
    engine, _, _ = session_of(msgspec.structs.replace(plan, steps=(first, *plan.steps[1:])))
    step, groups = tables(engine.session)
    assert step is not None and step.id == "s1"
    assert [Words()(group.name) for group in groups] == ["Group 1", "Group 2"]
    assert sorted(name for group in groups for name in group.people) == sorted(NAMES.splitlines())
    walk_to(engine, "s4", "round")
    step, groups = tables(engine.session)
    assert step is not None and step.id == "s4" and Words()(groups[0].name) == "Table 1"


def test_sizes_are_those_of_people_who_sit_there() -> None:
    engine, _, _ = session_of(seated(day(6)))
    walk_to(engine, "s1", "round")
    assert sizes(engine.session) == (3, 3)
    engine.leave(1)
    assert sizes(engine.session) == (2, 3)
    assert sizes(session_of(day(7, with_person(Roster(), Person(number=1))))[0].session) == (2, 2, 3)


def test_who_sits_stays_when_the_number_changes_and_the_next_step_follows() -> None:
    engine, _, _ = session_of(staff_meeting(people=9))
    walk_to(engine, "busy", "gather")
    engine.count(10)
    assert sizes(engine.session) == (3, 3, 4)
    walk_to(engine, "busy", "round")
    engine.count(12)
    assert sizes(engine.session) == (4, 4, 4)        # twelve who look for each other would be four threes
    engine.count(8)
    assert sizes(engine.session) == (2, 3, 3)
    engine.count(12)
    assert engine.reform(Form.THREES)                 # asked: find groups anew
    assert sizes(engine.session) == (3, 3, 3, 3)
    assert not engine.reform(Form.THREES)


def test_a_group_that_stays_together_is_what_it_was_in_the_step_before() -> None:
    engine, _, _ = session_of(staff_meeting(people=9))
    walk_to(engine, "busy", "round")
    engine.count(12)
    walk_to(engine, "gift", "gather")
    assert sizes(engine.session) == (4, 4, 4)
