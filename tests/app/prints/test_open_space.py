"""An Open Space on paper: what hangs on its walls, and what it leaves in the harvest."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.design.gathering import Gathering
from app.errors import Trouble
from app.library.protocol import Keeps
from app.live.engine import Engine
from app.live.posting import Merged, TakenAway
from app.prints.handouts import SEATED, Handout, fitting
from app.prints.harvest import harvest_of
from tests.app.live.open_space import call, call_eighteen, open_space
from tests.app.live.room import session_of
from tests.app.prints.conftest import HandOut, Press
from tests.plans import staff_meeting

PAPER = (Handout.TOPICS, Handout.SIGNS, Handout.REPORTS, Handout.POSTERS)


def talks(engine: Engine) -> str:
    """The first step of talks."""
    return next(step.id for step in engine.session.gathering.steps if step.title == "First talks")


def report(engine: Engine, topic: str, said: str, **fields: str) -> None:
    """A page came in."""
    engine.keep(said, Keeps.REPORT, step_id=talks(engine), said={"topic": topic, **fields})


def test_only_an_open_space_is_offered_its_paper() -> None:
    assert fitting(open_space()) == SEATED | {*PAPER, Handout.INVITATION}
    assert not fitting(staff_meeting()) & set(PAPER)


@pytest.mark.slow
@pytest.mark.parametrize("what", PAPER)
def test_another_plan_is_told_what_is_missing(hand_out: HandOut, what: Handout) -> None:
    with pytest.raises(Trouble, match="Add Open Space, then print"):
        hand_out(staff_meeting(), what)


@pytest.mark.slow
def test_there_are_sheets_for_all_topics_to_expect_and_every_place_to_stick_on_them(hand_out: HandOut) -> None:
    pdf = hand_out(open_space(), Handout.TOPICS)
    halves = pdf.cells(1, 2)
    assert len(halves) == 13 + 1 and pdf.missing == ()
    for half in halves[0]:
        assert "My topic" in half and "Place and time" in half and "What do you need to talk about" in half
    places = [place for place in pdf.cells(3, 8)[-1] if place]
    assert places[0] == "A 09:45 to 10:45" and places[-1] == "J 10:45 to 11:45" and len(places) == 18


@pytest.mark.slow
def test_each_space_has_a_sign_and_each_sentence_a_poster(hand_out: HandOut) -> None:
    signs = hand_out(open_space(), Handout.SIGNS)
    assert [page[0].text for page in signs.pieces] == list("ABCDEFGHJ")
    assert all("10:45 to 11:45" in " ".join(piece.text for piece in page) for page in signs.pieces)
    posters = hand_out(open_space(), Handout.POSTERS)
    assert len(posters.pieces) == 5 and "Early or late, it may end." in posters.words
    assert "not learning, not giving?" in posters.words


@pytest.mark.slow
def test_the_form_for_a_report_has_lines_for_what_the_harvest_holds(hand_out: HandOut) -> None:
    pdf = hand_out(open_space(people=20), Handout.REPORTS)
    assert len(pdf.pieces) == 10
    for words in ("Topic", "Who called it out", "Who was there", "What was said", "What next, if anything"):
        assert words in pdf.words


@pytest.mark.slow
def test_the_harvest_tells_the_wall_by_time_and_the_reports_under_their_topics(press: Press) -> None:
    engine, _, _ = session_of(open_space())
    topics = call_eighteen(engine)
    engine.post(Merged(topic_id=topics[5].id, into=topics[4].id))
    engine.post(TakenAway(topic_id=topics[8].id))
    call(engine, "Quiet hours", "Edda")
    report(engine, "bees behind the sluice ", "Two hives, and who will hold the ladder.", name="Dina",
           present="Otto, Mei", next="Ask the miller")
    report(engine, "Rent without a stomach ache", "We share the letter.")
    report(engine, "Beside the stairs", "We talked about nothing in particular.")
    words = press(harvest_of(engine.session)).words
    agenda, reports = words.split("What was reported", 1)
    assert agenda.index("09:45 to 10:45") < agenda.index("Light on the quay steps") < agenda.index("10:45 to 11:45")
    assert "Tom, Rosa" in agenda and "with Rent without a stomach ache" in agenda
    assert agenda.index("Without a place") < agenda.index("Quiet hours") and "Where to swim" not in words
    assert "Bees behind the sluice Convener: Dina Who was there: Otto, Mei Two hives, and who" in reports
    assert "What next: Ask the miller" in reports and "What the water costs us Convener: Tom, Rosa We share" in reports
    assert reports.index("Beside the stairs") < reports.index("Without a report: Light on the quay steps,")
    assert words.count("Two hives") == 1 and "Reports" not in words


@pytest.mark.slow
def test_an_open_space_of_which_nobody_wrote_still_tells_what_was_talked_about(press: Press) -> None:
    engine, _, _ = session_of(open_space())
    call(engine, "Bees", "Dina", "B2")
    words = press(harvest_of(engine.session)).words
    assert "What we talked about" in words and "Nothing was written" not in words and "Without a report: Bees." in words
    empty, _, _ = session_of(open_space())
    assert "Nothing was written" in press(harvest_of(empty.session)).words


@pytest.mark.slow
def test_hostile_words_are_written_whole(press: Press, hand_out: HandOut) -> None:
    engine, _, _ = session_of(replace(open_space(), title="T" * 200))
    call(engine, "w" * 120, "N" * 60, "B1")
    report(engine, "w" * 120, "x" * 5000, present="p" * 3000)
    words = press(harvest_of(engine.session)).words.replace(" ", "")
    assert "w" * 120 in words and words.count("x") >= 5000
    plan: Gathering = engine.session.gathering
    assert all(hand_out(plan, what).missing == () for what in PAPER)
