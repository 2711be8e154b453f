"""Cards for pairs who tell each other stories, for propositions and for what a circle agrees on."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.design.gathering import Gathering, plan_step
from app.errors import Trouble
from app.library.bundled import load_folder
from app.prints.handouts import Handout, fitting
from app.prints.paper import Paper
from app.words import Words
from tests.app.library.here import PROTOCOLS
from tests.app.prints.conftest import HandOut
from tests.plans import staff_meeting

CARDS = {Handout.GUIDE, Handout.PROPOSITIONS, Handout.AGREEMENTS}


def planned(name: str) -> Gathering:
    protocol = next(p for p in load_folder(PROTOCOLS).protocols if p.id == name)
    return Gathering(id="g", title="Our street", starts=datetime(2026, 11, 24, 9),
                     steps=tuple(plan_step(step, protocol=protocol.id) for step in protocol.steps))


def test_each_design_offers_its_own_cards_and_no_other() -> None:
    assert fitting(planned("appreciative-inquiry")) & CARDS == {Handout.GUIDE, Handout.PROPOSITIONS}
    assert fitting(planned("inquiry-discovery")) & CARDS == {Handout.GUIDE}
    assert fitting(planned("art-of-convening")) & CARDS == {Handout.AGREEMENTS}
    assert fitting(staff_meeting()) & CARDS == set()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "minutes"), [("inquiry-discovery", 10), ("appreciative-inquiry", 15),
                                               ("inquiry-half-day", 20)])
def test_the_guide_asks_the_plan_s_question_twice_on_a_sheet_and_says_how_long(
        hand_out: HandOut, name: str, minutes: int) -> None:
    plan = planned(name)
    asked = next(step.question for step in plan.steps if step.form == "pairs")
    pdf = hand_out(plan, Handout.GUIDE)
    assert len(pdf.pieces) == 1 and pdf.missing == ()
    for half in pdf.cells(1, 2)[0]:
        assert asked in half and f"{minutes} minutes for one of you, then change over." in half
        assert all(word in half for word in ("The story", "What you bring", "What gives life", "Three wishes"))


@pytest.mark.slow
def test_a_long_question_leaves_the_lower_card_alone(hand_out: HandOut) -> None:
    plan = planned("inquiry-discovery")
    long = ("What happened here that you would tell again " * 12)[:500]
    steps = tuple(replace(step, question=long) if step.form == "pairs" else step for step in plan.steps)
    halves = hand_out(replace(plan, steps=steps), Handout.GUIDE, Paper.LETTER).cells(1, 2)[0]
    assert [half.count("At the end: what may be told on?") for half in halves] == [1, 1]


@pytest.mark.slow
def test_what_a_proposition_is_held_against_is_in_our_own_seven_lines(hand_out: HandOut) -> None:
    pdf = hand_out(planned("appreciative-inquiry"), Handout.PROPOSITIONS)
    for line in ("It says yes.", "It stretches.", "It is now.", "It is vivid.", "It has a root.", "Somebody acts.",
                 "It is plain."):
        assert pdf.words.count(line) == 2


@pytest.mark.slow
def test_agreements_are_written_by_hand(hand_out: HandOut) -> None:
    pdf = hand_out(planned("art-of-convening"), Handout.AGREEMENTS)
    assert pdf.words.count("What we ask of each other") == 2 and pdf.words.count("Our street") == 2


@pytest.mark.slow
@pytest.mark.parametrize("what", [Handout.PROPOSITIONS, Handout.AGREEMENTS])
def test_a_plan_without_the_design_has_its_card_all_the_same(hand_out: HandOut, what: Handout) -> None:
    assert len(hand_out(staff_meeting(), what).pieces) == 1


@pytest.mark.slow
def test_where_no_pairs_tell_stories_there_is_no_guide_and_it_is_said(hand_out: HandOut) -> None:
    with pytest.raises(Trouble) as told:
        hand_out(planned("art-of-convening"), Handout.GUIDE)
    assert Words()(told.value.text) == (
        "In “Our street” no pairs tell each other stories. Add Appreciative Inquiry, then print.")
