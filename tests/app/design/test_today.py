"""Today's question: which three are offered, and the gathering that comes of one."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.design.agenda import agenda
from app.design.today import asked, can_be_asked, own_question, rotation, three, today
from app.groups.forms import Form
from app.library.protocol import Cue, Family, Lines, Protocol, Regroup, Step, WallLines, round_minutes

NOON = datetime(2026, 11, 24, 12, 0, 41)


def protocol(name: str, family: Family = Family.OWNERSHIP, question: str = "Which?", **fields: object) -> Protocol:
    step = Step(title=name, family=family, question=question, form=Form.THREES, minutes=13,
                wordings=("Which other?",), **fields)  # type: ignore[arg-type]
    return Protocol(id=name, title=name, family=family, purpose="To find out.", steps=(step,))


def test_ten_minutes_are_promised_and_kept_with_the_finding_of_each_other() -> None:
    made = today(asked(protocol("busy")), people=11, minutes=10, starts=NOON)
    assert (agenda(made).total, agenda(made).slack) == (10, 0)
    assert round_minutes(made.steps[0]) == 8
    assert made.title == "busy"
    assert made.starts == NOON.replace(minute=1, second=0)
    assert made.people == 11


def test_a_crowd_needs_more_of_the_minutes_to_find_each_other() -> None:
    made = today(asked(protocol("busy")), people=140, minutes=15, starts=NOON)
    assert made.steps[0].minutes == 11
    assert agenda(made).slack == 0


def test_the_wording_chosen_is_the_question_and_the_first_one_is_still_at_hand() -> None:
    step = asked(protocol("busy"), "Which other?")
    assert step.question == "Which other?"
    assert step.wordings == ("Which?",)
    assert asked(protocol("busy")).question == "Which?"


def test_an_own_question_is_asked_in_threes_on_one_line() -> None:
    step = own_question(" What are we\nnot saying? ", title="Today’s question")
    assert (step.question, step.form, step.title) == ("What are we not saying?", Form.THREES, "Today’s question")
    assert today(step, people=5, minutes=10, starts=NOON).title == "Today’s question"


def test_sub_rounds_move_with_a_shorter_round() -> None:
    step = asked(protocol("busy", cues=(Cue(minutes=6, say="Change."),)))
    assert round_minutes(step) == 12
    made = today(step, people=9, minutes=8, starts=NOON)
    assert [cue.minutes for cue in made.steps[0].cues] == [3]


def test_nobody_is_told_to_stay_with_people_they_do_not_sit_with_yet() -> None:
    step = asked(protocol("promise", regroup=Regroup.SAME, say=Lines(gather=("Stay as you are.",), frame=("Two.",)),
                          wall=WallLines(gather="The same three.", foot="Say it.")))
    made = today(step, people=9, minutes=10, starts=NOON).steps[0]
    assert made.regroup is Regroup.NEW
    assert (made.say, made.wall) == (Lines(frame=("Two.",)), WallLines(foot="Say it."))


def test_a_long_framing_never_eats_the_whole_step() -> None:
    made = today(asked(protocol("busy", frame_minutes=6)), people=9, minutes=5, starts=NOON)
    assert round_minutes(made.steps[0]) == 3


@pytest.mark.parametrize(("family", "question", "can"), [
    (Family.GIFTS, "Which?", True), (Family.GIFTS, "", False), (Family.PART, "Which?", False),
    (Family.WORLD_CAFE, "Which?", False)])
def test_only_a_conversation_with_a_question_is_asked_by_itself(family: Family, question: str, can: bool) -> None:
    assert can_be_asked(protocol("x", family, question)) is can


def test_neighbours_are_of_different_families() -> None:
    shelf = [protocol("o1"), protocol("o2"), protocol("g1", Family.GIFTS), protocol("part", Family.PART)]
    assert [p.id for p in rotation(shelf)] == ["o1", "g1", "o2"]


def test_three_others_come_each_time_and_all_come_round() -> None:
    turning = [protocol(str(n)) for n in range(8)]
    assert [p.id for p in three(turning, 0)] == ["0", "1", "2"]
    assert [p.id for p in three(turning, 1)] == ["3", "4", "5"]
    assert [p.id for p in three(turning, 2)] == ["6", "7", "0"]
    assert {p.id for turn in range(3) for p in three(turning, turn)} == set("01234567")


def test_what_is_offered_already_is_not_offered_twice() -> None:
    turning = [protocol(str(n)) for n in range(4)]
    assert [p.id for p in three(turning, 0, besides=turning[1], count=2)] == ["0", "2"]
    assert three([], 5) == ()
    assert len(three(turning[:2], 7)) == 2
