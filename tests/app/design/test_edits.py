"""A plan changes only as asked, and what it was before stays what it was."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.design import edits
from app.design.gathering import MOST_STEPS, Gathering, Seats
from app.errors import Trouble
from app.groups.forms import Form
from app.groups.roster import Roster, numbered
from app.library.protocol import Beat, Keeps, Voice, beats_of
from tests.plans import gathering, protocols


def titles(plan: Gathering) -> list[str]:
    """The steps' titles in order."""
    return [step.title for step in plan.steps]


def test_steps_go_in_before_the_place_named_and_the_old_plan_is_untouched() -> None:
    plan = gathering("welcome", "closing")
    longer = edits.add_steps(plan, edits.planned(protocols()["ownership"]), 1)
    assert titles(longer) == ["Welcome", "What stays easy", "Closing words"]
    assert titles(plan) == ["Welcome", "Closing words"]


def test_a_place_outside_the_plan_is_its_nearest_end() -> None:
    plan = gathering("welcome", "closing")
    assert titles(edits.add_steps(plan, edits.planned(protocols()["break"]), 99))[-1] == "A break"
    assert titles(edits.add_steps(plan, edits.planned(protocols()["break"]), -3))[0] == "A break"


def test_the_same_protocol_twice_gives_two_steps_of_different_names() -> None:
    plan = gathering("sampling", "sampling")
    assert plan.steps[0].id != plan.steps[1].id
    assert plan.steps[0].protocol == plan.steps[1].protocol == "sampling"


def test_a_plan_that_is_full_says_so_and_stays_as_it_was() -> None:
    step = gathering("welcome").steps[0]
    full = edits.add_steps(gathering("welcome"), [step] * (MOST_STEPS - 1), 0)
    with pytest.raises(Trouble, match=str(MOST_STEPS)):
        edits.duplicate(full, step.id)


def test_a_question_chosen_in_the_library_takes_the_first_place_and_loses_nothing() -> None:
    protocol = protocols()["ownership"]
    chosen = protocol.main_step.wordings[1]
    step = edits.planned(protocol, chosen)[0]
    assert step.question == chosen
    assert set(step.wordings) == {protocol.main_step.question, protocol.main_step.wordings[0]}


def test_choosing_a_wording_twice_comes_back_to_the_beginning() -> None:
    plan = gathering("ownership")
    step = plan.steps[0]
    there = edits.choose_wording(plan, step.id, step.wordings[0])
    back = edits.choose_wording(there, step.id, step.question)
    assert there.steps[0].question == step.wordings[0]
    assert back.steps[0].question == step.question
    assert set(back.steps[0].wordings) == set(step.wordings)


@pytest.mark.parametrize(("to", "order"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (9, "ABC"), (-2, "CAB")])
def test_a_step_is_moved_to_its_place_in_the_new_order(to: int, order: str) -> None:
    plan = gathering("welcome", "ownership", "closing")
    for step, letter in zip(plan.steps, "ABC", strict=True):
        plan = edits.change(plan, step.id, title=letter)
    assert "".join(titles(edits.move(plan, plan.steps[2].id, to))) == order


def test_moving_an_unknown_step_is_refused() -> None:
    with pytest.raises(KeyError):
        edits.move(gathering("welcome"), "nobody", 0)


def test_a_duplicate_stands_behind_its_original_with_a_name_of_its_own() -> None:
    plan = gathering("welcome", "closing")
    twice = edits.duplicate(plan, plan.steps[0].id)
    assert titles(twice) == ["Welcome", "Welcome", "Closing words"]
    assert len({step.id for step in twice.steps}) == 3


def test_a_removed_step_is_gone_and_the_rest_stays() -> None:
    plan = gathering("welcome", "ownership", "closing")
    assert titles(edits.remove(plan, plan.steps[1].id)) == ["Welcome", "Closing words"]


@pytest.mark.parametrize(("asked", "kept"), [(7, 7), (0, 1), (-4, 1), (9999, edits.MOST_MINUTES)])
def test_minutes_stay_within_what_a_step_can_be(asked: int, kept: int) -> None:
    plan = gathering("welcome")
    assert edits.change_minutes(plan, plan.steps[0].id, asked).steps[0].minutes == kept


def test_framing_never_eats_a_step_that_was_shortened() -> None:
    plan = gathering("ownership")
    framed = edits.change(plan, plan.steps[0].id, frame_minutes=5)
    assert edits.change_minutes(framed, plan.steps[0].id, 6).steps[0].frame_minutes == 5
    assert edits.change_minutes(framed, plan.steps[0].id, 5).steps[0].frame_minutes is None


def test_a_step_turned_into_a_circle_no_longer_gathers_groups() -> None:
    plan = gathering("ownership")
    named = edits.change(plan, plan.steps[0].id, beats=tuple(Beat))
    circle = edits.change_form(named, plan.steps[0].id, Form.CIRCLE)
    assert Beat.GATHER not in beats_of(circle.steps[0])
    assert beats_of(edits.change_form(named, plan.steps[0].id, Form.PAIRS).steps[0]) == tuple(Beat)


def test_keeping_a_kind_and_leaving_the_last_one_out_ends_with_nothing_written() -> None:
    plan = gathering("commitment")
    here = plan.steps[0].id
    both = edits.keep(plan, here, Keeps.INSIGHT)
    assert both.steps[0].keeps == (Keeps.INSIGHT, Keeps.PROMISE)
    none = edits.leave_out(edits.leave_out(both, here, Keeps.PROMISE), here, Keeps.INSIGHT)
    assert none.steps[0].keeps == (Keeps.NOTHING,)
    assert edits.keep(none, here, Keeps.GIFT).steps[0].keeps == (Keeps.GIFT,)
    assert edits.keep(both, here, Keeps.NOTHING).steps[0].keeps == (Keeps.NOTHING,)


def test_an_empty_step_is_the_hosts_own_business_and_keeps_nothing() -> None:
    step = edits.empty_step("Notices")
    assert (step.title, step.voice, step.family, step.keeps) == ("Notices", Voice.HOST, None, (Keeps.NOTHING,))


def test_a_copy_shares_no_name_with_its_original_and_is_no_sample() -> None:
    plan = edits.change_facts(gathering("welcome", "closing"), sample=True)
    copy = edits.copy_of(plan, "Again")
    assert not {copy.id, *(s.id for s in copy.steps)} & {plan.id, *(s.id for s in plan.steps)}
    assert (copy.title, copy.sample, titles(copy)) == ("Again", False, titles(plan))


def test_a_list_says_how_many_people_come_and_the_last_one_gone_takes_the_seats_along() -> None:
    plan = replace(gathering("ownership"), about=True, seats=(Seats(step_id="x", tables=((1, 2),)),), seats_of="x")
    listed = edits.change_roster(plan, numbered(Roster(), 9))
    assert (listed.people, listed.about, len(listed.seats)) == (9, False, 1)
    empty = edits.change_roster(listed, numbered(listed.roster, 0))
    assert (empty.people, empty.roster, empty.seats, empty.seats_of) == (9, Roster(), (), "")
