"""What a host copies for the chat of a platform."""

from __future__ import annotations

import msgspec
import pytest

from app.design.gathering import PlannedStep
from app.groups.forms import Form
from app.library.protocol import Kind
from app.live.chat import chat_text
from app.words import PSEUDO, Words
from tests.app.live.room import Hand, session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()


def step(**fields: object) -> PlannedStep:
    asked = PlannedStep(id="s", title="A step", minutes=12, form=Form.THREES, question="What stays easy?")
    return msgspec.structs.replace(asked, **fields)


def told(beat: str, *, minutes: float = 0, **fields: object) -> str:
    engine, hand, _ = session_of(msgspec.structs.replace(staff_meeting(), steps=(step(**fields),)))
    walk_to(engine, "s", beat)
    hand.forward(minutes=minutes)
    return chat_text(engine.session, hand(), WORDS)


def test_while_people_talk_it_is_the_question_the_form_and_the_time_of_the_end() -> None:
    assert told("round") == "What stays easy?\nIn threes, until 09:11"


def test_before_the_round_it_is_how_long_they_will_have() -> None:
    assert told("frame") == "What stays easy?\nIn threes, 11 minutes"


def test_once_the_time_is_complete_nobody_reads_a_moment_that_has_passed() -> None:
    assert told("round", minutes=12) == "What stays easy?\nIn threes, now come to a close, gently"


def test_a_held_clock_says_what_is_left() -> None:
    engine, hand, _ = session_of(msgspec.structs.replace(staff_meeting(), steps=(step(),)))
    walk_to(engine, "s", "round")
    hand.forward(minutes=8)
    engine.hold()
    hand.forward(minutes=30)
    assert chat_text(engine.session, hand(), WORDS).endswith("In threes, 3 minutes left")


@pytest.mark.parametrize(("beat", "first"), [("gather", "Find two people you know least."),
                                             ("call back", "Come back, gently.")])
def test_the_other_beats_say_what_the_wall_says(beat: str, first: str) -> None:
    assert told(beat).splitlines()[0] == first
    assert "\n\n" not in told(beat)


def test_a_break_says_when_it_begins_again() -> None:
    assert told("round", kind=Kind.BREAK, form=Form.ROOM, question="").splitlines()[0] == \
        "A break. We begin again at 09:12"


def test_a_message_goes_before_the_question_and_an_empty_wall_hides_nothing() -> None:
    engine, hand, _ = session_of(msgspec.structs.replace(staff_meeting(), steps=(step(),)))
    walk_to(engine, "s", "round")
    engine.show_message("Ten more chairs\nare outside.")
    assert chat_text(engine.session, hand(), WORDS) == "Ten more chairs are outside."
    engine.show_silence()
    engine.blank(on=True)
    assert chat_text(engine.session, hand(), WORDS).startswith("What stays easy?")


def test_every_form_has_its_words_in_the_language_of_the_wall() -> None:
    hand = Hand(0)
    for form in Form:
        engine, _, _ = session_of(msgspec.structs.replace(staff_meeting(), steps=(step(form=form),)))
        walk_to(engine, "s", "round")
        assert "í" in chat_text(engine.session, hand(), Words(PSEUDO)).splitlines()[1]


def test_when_all_is_over_there_is_nothing_to_tell_but_thanks() -> None:
    engine, hand, _ = session_of()
    engine.finish()
    assert chat_text(engine.session, hand(), WORDS).startswith("Thank you for being here.")
