"""Promise cards: a half for the maker and a half for the witness, who is given no date."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.design.gathering import Gathering, PlannedStep
from app.library.protocol import Family, Keeps
from app.prints.handouts import Handout, fitting
from app.prints.paper import Paper
from app.words import PSEUDO, Words
from tests.app.prints.conftest import HandOut
from tests.app.prints.edges import beyond

pytestmark = pytest.mark.slow


def promising(people: int, *, about: bool = False) -> Gathering:
    step = PlannedStep(id="w", title="What will you begin", minutes=20, family=Family.COMMITMENT,
                       keeps=(Keeps.PROMISE,))
    return Gathering(id="g", title="Our street", starts=datetime(2026, 11, 24, 9), people=people, about=about,
                     steps=(step,))


def test_cards_are_offered_where_a_step_keeps_promises_and_nowhere_else() -> None:
    plan = promising(9)
    without = replace(plan, steps=(replace(plan.steps[0], keeps=(Keeps.GIFT,)),))
    assert Handout.PROMISES in fitting(plan) and Handout.PROMISES not in fitting(without)


@pytest.mark.parametrize(("people", "about", "sheets"), [(1, False, 1), (9, False, 5), (10, True, 6)])
def test_everybody_who_may_come_has_a_card(hand_out: HandOut, people: int, about: bool, sheets: int) -> None:
    pdf = hand_out(promising(people, about=about), Handout.PROMISES)
    assert len(pdf.pieces) == sheets and pdf.missing == ()
    assert pdf.words.count("I heard") == 2 * sheets


@pytest.mark.parametrize("paper", list(Paper))
def test_the_maker_may_say_when_and_the_witness_is_not_asked(hand_out: HandOut, paper: Paper) -> None:
    maker, witness, *lower = hand_out(promising(2), Handout.PROMISES, paper).cells(2, 2)[0]
    assert maker == ("I will I say it to By, if I want to say when Mine to keep or to take back. "
                     "If I take it back, I say so.")
    assert witness.startswith("I heard the name say: I will") and "when" not in witness and "By" not in witness
    assert lower == [maker, witness]


@pytest.mark.parametrize("paper", list(Paper))
def test_long_words_of_another_language_stay_on_their_half(hand_out: HandOut, paper: Paper) -> None:
    pdf = hand_out(promising(2), Handout.PROMISES, paper, Words(PSEUDO))
    assert beyond(pdf.path, 2, 2, inset=10) == []
