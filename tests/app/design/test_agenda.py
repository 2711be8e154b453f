from __future__ import annotations

import msgspec

from app.design.agenda import Move, agenda, move_between, moving_minutes
from tests.plans import staff_meeting


def test_start_times_count_the_minutes_people_need_to_move() -> None:
    plan = agenda(staff_meeting())
    assert [plan.at(row.starts).strftime("%H:%M") for row in plan.rows] == [
        "09:00", "09:04", "09:15", "09:29", "09:35", "09:42"]


def test_slack_is_what_the_promise_leaves_over() -> None:
    plan = agenda(staff_meeting())
    assert (plan.total, plan.moving, plan.slack) == (46, 4, -1)


def test_the_same_group_needs_no_minute_to_stay_but_one_to_turn_back_in() -> None:
    steps = staff_meeting().steps
    gift = steps[4]
    assert move_between(steps[2], gift) is Move.STAY
    assert moving_minutes(Move.STAY, 300) == 0
    assert move_between(steps[3], gift) is Move.SAME_GROUP
    assert moving_minutes(Move.SAME_GROUP, 11) == 1


def test_larger_rooms_take_longer_to_find_each_other() -> None:
    assert [moving_minutes(Move.NEW_FACES, people) for people in (11, 42, 140, 300)] == [1, 2, 4, 8]
    assert moving_minutes(Move.BACK_TO_ROOM, 140) == 3


def test_an_empty_plan_ends_when_it_begins() -> None:
    plan = agenda(msgspec.structs.replace(staff_meeting(), steps=()))
    assert (plan.total, plan.slack) == (0, 45)
