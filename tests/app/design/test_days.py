"""A plan with fixed starts, headings, days and steps that are there if there is time."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from app.design import edits
from app.design.agenda import agenda, one_day
from app.design.days import begun_at, promised_later, promised_on
from app.design.gathering import Gathering
from app.design.look import Weight
from app.design.measures import measures
from app.design.pace import promised_end
from app.words import Words
from tests.plans import MORNING, gathering

PLAN = gathering("welcome", "break", "sampling", minutes=60)     # 19:00, 5, 15 and 6 minutes
WELCOME, BREAK, SAMPLING = (step.id for step in PLAN.steps)


def times(plan: Gathering) -> list[str]:
    """When each step begins."""
    laid = agenda(plan)
    return [f"{laid.at(row.starts):%d %H:%M}" for row in laid.rows]


def fixed(hour: int, minute: int, plan: Gathering = PLAN) -> Gathering:
    """The plan with its break at that time."""
    return edits.change(plan, BREAK, starts_at=time(hour, minute))


def two_days() -> Gathering:
    """Welcome on the first day, the rest on the second."""
    return edits.change(PLAN, BREAK, new_day=True)


def test_a_fixed_start_is_waited_for_and_what_follows_goes_by_it() -> None:
    plan = fixed(19, 12)
    assert times(plan) == ["26 19:00", "26 19:12", "26 19:27"]
    assert [row.free for row in agenda(plan).rows] == [0, 7, 0]
    assert agenda(plan).total == 33


def test_a_fixed_start_that_is_passed_says_by_how_much_and_nothing_is_shortened() -> None:
    plan = fixed(19, 3)
    assert [row.free for row in agenda(plan).rows] == [0, -2, 0]
    assert times(plan) == ["26 19:00", "26 19:05", "26 19:20"]


def test_a_fixed_start_keeps_its_time_of_day_when_the_gathering_is_moved() -> None:
    moved = edits.change_facts(fixed(19, 12), starts=MORNING.replace(day=27, minute=5))
    assert times(moved) == ["27 19:05", "27 19:12", "27 19:27"]


def test_the_next_day_begins_at_the_same_time_or_at_its_own() -> None:
    assert times(two_days()) == ["26 19:00", "27 19:00", "27 19:15"]
    assert times(edits.change(two_days(), BREAK, starts_at=time(8, 30))) == ["26 19:00", "27 08:30", "27 08:45"]


def test_nights_are_in_no_sum_and_every_day_has_its_own_end() -> None:
    plan = edits.change(two_days(), BREAK, starts_at=time(19, 30))
    assert (agenda(plan).total, agenda(plan).days, agenda(plan).promised) == (26, 2, 60 + 30)
    second = one_day(plan, 1)
    assert (second.total, second.promised, second.slack) == (21, 30, 9)
    assert f"{second.at(second.promised):%d %H:%M}" == "27 20:00"
    assert one_day(plan, 0).slack == 55


def test_optional_minutes_are_counted_apart_and_without_them_nobody_moves() -> None:
    plan = gathering("welcome", "ownership", "sampling", minutes=28)
    plan = edits.change(plan, plan.steps[1].id, optional=True)
    laid = agenda(plan)
    assert (laid.total, laid.least, laid.optional) == (5 + 2 + 16 + 1 + 6, 11, 16)
    assert promised_end(measures(plan), ()).weight is Weight.FINE
    assert promised_end(measures(edits.change(plan, plan.steps[1].id, optional=False)), ()).weight is Weight.SUFFERS


def test_the_end_bar_and_the_balance_count_alike_what_is_there_if_there_is_time() -> None:
    plan = gathering("welcome", "ownership", "sampling", minutes=28)
    plan = edits.change(plan, plan.steps[1].id, optional=True)
    for minutes, over in ((30, 0), (28, 0), (11, 0), (10, 1)):
        laid = edits.change_facts(plan, minutes=minutes)
        assert agenda(laid).over == over
        assert (promised_end(measures(laid), ()).weight is Weight.SUFFERS) is bool(over)


def test_a_long_second_day_does_not_pay_for_a_first_one_that_is_too_long() -> None:
    plan = edits.change(two_days(), BREAK, starts_at=time(8, 0))
    plan = edits.change_facts(plan, minutes=3)
    look = promised_end(measures(plan), ())
    assert look.weight is Weight.SUFFERS and look.reason is not None
    assert Words()(look.reason) == "Thursday is 2 minutes longer than promised."


def ends(plan: Gathering) -> list[str]:
    """What was promised, day by day."""
    return [f"{promised_on(plan, day):%d %H:%M}" for day in range(agenda(plan).days)]


def test_a_day_may_have_an_end_of_its_own_and_the_others_keep_the_first_ones() -> None:
    plan = edits.change(two_days(), BREAK, starts_at=time(9, 0), day_ends=time(9, 20))
    plan = edits.change(plan, SAMPLING, new_day=True)
    assert ends(plan) == ["26 20:00", "27 09:20", "28 20:00"]
    assert (one_day(plan, 1).promised, one_day(plan, 1).slack) == (20, 5)
    assert ends(edits.change(plan, BREAK, starts_at=time(23, 30), day_ends=time(0, 15)))[1] == "28 00:15"
    assert promised_end(measures(edits.change(plan, BREAK, day_ends=time(9, 10))), ()).weight is Weight.SUFFERS


def test_an_end_of_a_day_goes_with_its_plan_and_with_what_begins_the_day() -> None:
    plan = edits.change(two_days(), BREAK, starts_at=time(9, 0), day_ends=time(12, 0))
    assert ends(edits.remove(plan, BREAK)) == ["26 20:00", "27 12:00"]
    assert ends(begun_at(plan, plan.starts.replace(minute=10))) == ["26 20:10", "27 12:10"]
    assert [step.day_ends for step in edits.duplicate(plan, BREAK).steps] == [None, time(12, 0), None, None]


def test_a_later_end_is_that_of_one_day_alone() -> None:
    plan = edits.change(two_days(), SAMPLING, new_day=True)
    assert ends(promised_later(plan, 0, 10)) == ["26 20:10", "27 20:00", "28 20:00"]
    assert ends(promised_later(plan, 1, 10)) == ["26 20:00", "27 20:10", "28 20:00"]
    assert promised_later(PLAN, 0, 10) == edits.change_facts(PLAN, minutes=70)


def test_when_the_step_that_begins_a_section_or_a_day_goes_the_next_one_begins_it() -> None:
    plan = edits.change(two_days(), BREAK, section="Evening", starts_at=time(8, 0))
    heir = edits.remove(plan, BREAK).steps[1]
    assert (heir.section, heir.new_day, heir.starts_at) == ("Evening", True, time(8, 0))
    later = edits.move(plan, BREAK, 2).steps
    assert [(step.section, step.new_day) for step in later] == [("", False), ("Evening", True), ("", False)]


def test_a_section_that_goes_as_a_whole_keeps_its_heading() -> None:
    plan = edits.change(edits.change(PLAN, WELCOME, section="Before"), BREAK, section="After")
    moved = edits.move_all(plan, (BREAK, SAMPLING), 0)
    assert [step.section for step in moved.steps] == ["After", "", "Before"]
    assert [step.section for step in edits.remove(plan, WELCOME).steps] == ["After", ""]
    assert edits.move(plan, WELCOME, 0) is plan


def test_a_copy_has_neither_heading_nor_fixed_start() -> None:
    plan = edits.duplicate(replace(fixed(19, 12)), WELCOME, BREAK)
    assert [step.title for step in plan.steps] == ["Welcome", "A break", "Welcome", "A break", "Heard in the room"]
    assert [step.starts_at for step in plan.steps] == [None, time(19, 12), None, None, None]
    assert len(set(edits.ids(plan.steps))) == 5
