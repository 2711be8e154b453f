"""Undo takes back one thought at a time, and redo brings it again until something else is done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.design.edits import change_facts
from app.design.gathering import Gathering
from app.design.history import DEEPEST, History
from tests.plans import gathering

PLAN = gathering("welcome")


def retitle(plan: Gathering, title: str) -> Gathering:
    """The plan under another title."""
    return change_facts(plan, title=title)


def test_undo_brings_back_what_was_and_redo_what_became_of_it() -> None:
    history = History(PLAN).push(retitle(PLAN, "One")).push(retitle(PLAN, "Two"))
    assert history.undo().now.title == "One"
    assert history.undo().undo().now is PLAN
    assert history.undo().undo().redo().redo().now.title == "Two"


def test_what_is_worked_out_for_a_plan_is_no_step_back_of_its_own() -> None:
    history = History(PLAN).push(retitle(PLAN, "One"), "title").amend(retitle(PLAN, "One, seated"))
    assert history.now.title == "One, seated"
    assert history.undo().now is PLAN
    assert history.push(retitle(PLAN, "Two"), "title").undo().now is PLAN, "typing goes on"
    assert history.undo().redo().now.title == "One, seated"


def test_typing_in_one_field_is_one_step_back() -> None:
    history = History(PLAN)
    for text in ("T", "Tw", "Two"):
        history = history.push(retitle(PLAN, text), "title")
    assert history.now.title == "Two"
    assert history.undo().now is PLAN


def test_typing_in_another_field_or_after_a_pause_is_another_step_back() -> None:
    history = History(PLAN).push(retitle(PLAN, "Two"), "title")
    assert history.push(change_facts(history.now, place="Hall"), "place").undo().now.title == "Two"
    assert history.seal().push(retitle(PLAN, "Twofold"), "title").undo().now.title == "Two"


def test_undo_in_the_middle_of_typing_begins_a_new_step() -> None:
    typed = History(PLAN).push(retitle(PLAN, "T"), "title").undo().push(retitle(PLAN, "W"), "title")
    assert typed.undo().now is PLAN


def test_a_change_that_changes_nothing_is_no_step_back() -> None:
    assert not History(PLAN).push(retitle(PLAN, PLAN.title)).can_undo


def test_something_new_after_an_undo_leaves_nothing_to_redo() -> None:
    history = History(PLAN).push(retitle(PLAN, "One")).undo()
    assert history.can_redo
    assert not history.push(retitle(PLAN, "Other")).can_redo


def test_at_either_end_nothing_happens() -> None:
    history = History(PLAN)
    assert history.undo() is history and history.redo() is history


def test_the_oldest_steps_are_let_go() -> None:
    history = History(PLAN)
    for number in range(DEEPEST + 20):
        history = history.push(retitle(PLAN, str(number)))
    assert len(history.past) == DEEPEST


@given(st.lists(st.sampled_from("abcur"), max_size=40))
def test_as_many_undos_as_steps_always_come_back_to_the_beginning(keys: list[str]) -> None:
    history = History(PLAN)
    for key in keys:
        history = {"u": history.undo, "r": history.redo}.get(
            key, lambda h=history, k=key: h.push(retitle(h.now, h.now.title + k)))()
    while history.can_undo:
        history = history.undo()
    assert history.now is PLAN
