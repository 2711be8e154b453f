"""The invitation on paper: a letter on one sheet that says what is asked and that a no is free."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from msgspec.structs import replace

from app.design.gathering import Gathering, Mode
from app.design.invitation import Invitation
from app.errors import Trouble
from app.prints.handouts import Handout, fitting
from app.prints.paper import Paper
from tests.app.prints.conftest import HandOut
from tests.plans import gathering

WRITTEN = Invitation(
    possibility="I would like to live to see both sides of the street at one table.",
    whom="We ask the shops, the school and whoever moved here this year.",
    choice="Stay at home with a light heart; nobody keeps a list.",
    price="It asks two hours of you, and that you listen to somebody you do not know.",
    request="Tell Ruth by Sunday whether you come.", reach="Ruth goes from door to door.")


def street() -> Gathering:
    return replace(gathering("welcome", "ownership", "closing", minutes=90), title="Our street", place="The lower room",
                   purpose="So that we meet before anything has to be decided.",
                   starts=datetime(2026, 11, 26, 19), invitation=WRITTEN)


def test_the_letter_says_what_when_and_where_what_it_asks_and_that_a_no_is_free(hand_out: HandOut) -> None:
    pdf = hand_out(street(), Handout.INVITATION)
    assert len(pdf.pieces) == 1 and pdf.missing == ()
    said = " ".join(pdf.reader.pages[0].extract_text().split())
    for words in ("Our street", "So that we meet", "Thursday 26 November 2026, 19:00 to 20:30", "The lower room",
                  WRITTEN.possibility, WRITTEN.whom, WRITTEN.choice, WRITTEN.price, WRITTEN.request,
                  "What has stayed easy for you here because nobody moved?"):
        assert words in said
    assert WRITTEN.reach not in said      # how it reaches people is the convener's own note


@pytest.mark.slow
def test_a_letter_tells_when_each_day_begins_and_ends(hand_out: HandOut) -> None:
    plan = street()
    steps = (*plan.steps[:1], replace(plan.steps[1], new_day=True, starts_at=time(9), day_ends=time(12, 30)),
             *plan.steps[2:])
    said = " ".join(hand_out(replace(plan, steps=steps), Handout.INVITATION).reader.pages[0].extract_text().split())
    assert "Thursday 26 November 2026, 19:00 to 20:30 Friday 27 November 2026, 09:00 to 12:30" in said


@pytest.mark.slow
def test_a_letter_that_says_nothing_of_a_no_says_it_all_the_same(hand_out: HandOut) -> None:
    silent = replace(street(), invitation=replace(WRITTEN, choice=" "), mode=Mode.PLATFORM)
    free = " ".join(hand_out(silent, Handout.INVITATION).reader.pages[0].extract_text().split())
    assert "free to say no, and it costs you nothing" in free and "The lower room · On a platform" in free
    must = replace(silent, invitation=replace(silent.invitation, required=True))
    said = " ".join(hand_out(must, Handout.INVITATION).reader.pages[0].extract_text().split())
    assert "Taking part is yours to choose" in said and "free to say no" not in said


@pytest.mark.slow
def test_the_longest_letter_stays_on_one_sheet_of_either_paper(hand_out: HandOut) -> None:
    long = replace(street(), invitation=replace(WRITTEN, possibility=WRITTEN.possibility * 16,
                                               price=WRITTEN.price * 14))
    for paper in Paper:
        pdf = hand_out(long, Handout.INVITATION, paper)
        assert len(pdf.pieces) == 1
        assert max(piece.y for piece in pdf.pieces[0]) < pdf.size()[1] - 40
        assert "because nobody moved?" in " ".join(pdf.reader.pages[0].extract_text().split())


def test_a_plan_that_says_nothing_has_no_invitation_to_print(hand_out: HandOut) -> None:
    bare = Gathering(id="g", title="Our street", starts=datetime(2026, 11, 26, 19))
    assert Handout.INVITATION not in fitting(bare) and Handout.INVITATION in fitting(street())
    with pytest.raises(Trouble, match="Nothing says yet what “Our street” is for"):
        hand_out(bare, Handout.INVITATION)
