"""Steps travel from plan to plan, and words from anywhere become a question."""

from __future__ import annotations

from datetime import time

import msgspec
import pytest

from app.design.clipboard import as_text, brought, carried, written
from app.design.edits import LONGEST_QUESTION
from app.errors import Trouble
from app.words import Words
from tests.plans import gathering

PLAN = gathering("welcome", "ownership")


def test_steps_come_out_as_they_went_in_under_names_of_their_own() -> None:
    steps = (msgspec.structs.replace(PLAN.steps[0], section="Morning", starts_at=time(9, 30)), PLAN.steps[1])
    came = brought(carried(steps))
    assert [msgspec.structs.replace(step, id="") for step in came] == [
        msgspec.structs.replace(step, id="") for step in steps]
    assert not {step.id for step in came} & {step.id for step in steps}


def test_elsewhere_they_are_titles_and_questions() -> None:
    assert as_text(PLAN.steps) == (
        "Welcome\n\nWhat stays easy\nWhat has stayed easy for you here because nobody moved?")


def test_plain_words_become_a_question_on_one_line() -> None:
    (step,) = written("  What brought you\n here? ", "Pasted")
    assert (step.title, step.question, step.minutes) == ("Pasted", "What brought you here?", 5)
    assert written(" \n ", "Pasted") == ()
    assert len(written("word " * 400, "Pasted")[0].question) <= LONGEST_QUESTION


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"steps": [{"title": 1}]}', b'{"steps": 7}'])
def test_what_is_no_step_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Trouble) as trouble:
        brought(data)
    assert "copy it again" in Words()(trouble.value.text)


def test_a_step_that_no_plan_could_hold_is_refused() -> None:
    with pytest.raises(Trouble):
        brought(carried((msgspec.structs.replace(PLAN.steps[0], minutes=0),)))
    with pytest.raises(Trouble):
        brought(carried((msgspec.structs.replace(PLAN.steps[0], question="x" * 501),)))
