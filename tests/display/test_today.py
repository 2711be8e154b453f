"""Today's question from the library to the wall with two keys, and the wall in a dark room."""

from __future__ import annotations

import pytest

from tests.display.desk import Desk
from tests.display.staff_meeting import go_on, host_the_sample, judge_wall

pytestmark = [pytest.mark.display, pytest.mark.slow]


def test_two_keys_lead_from_the_library_to_the_wall(desk: Desk) -> None:
    desk.start()
    desk.key("ctrl+1")
    desk.find("Search the library")
    desk.key("h")
    desk.find("Host it", kind="InkButton")
    question = next(thing.name for thing in desk.look().things if thing.kind == "QuestionCard")
    desk.key("Return")
    desk.until(lambda: desk.wall().shown and desk.wall().scene == "gather", "the wall did not open")
    judge_wall(desk, "Find two people")
    go_on(desk, "Show the question", "question")
    assert desk.wall().heading == question
    judge_wall(desk, question)


def test_the_wall_can_be_read_in_the_dark(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.until(lambda: desk.wall().shown, "the wall did not open")
    desk.press("Night")
    desk.find("Paper", kind="OutlineButton")
    judge_wall(desk)
