"""What the wall says within a round, read at any moment of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from app.library.protocol import Cue
from app.live.audience import audience
from app.live.clock import MINUTE
from app.live.engine import Engine
from app.live.moments import cues_of, warnings_of
from app.live.scene import Timer
from app.words import Words
from tests.app.live.room import Hand, session_of, walk_to, with_cues
from tests.plans import staff_meeting
from ui.projector.changes import next_look, seen
from ui.projector.moments import Foot, foot_at

WORDS = Words()
AROUND = 600


def busy(*cues: tuple[float, str], **fields: object) -> tuple[Engine, Hand]:
    """A round of twelve minutes that has just begun."""
    engine, hand, _ = session_of(with_cues(*cues, **fields))
    walk_to(engine, "busy", "round")
    return engine, hand


def said(engine: Engine, hand: Hand, minutes: float) -> Foot:
    """The wall's foot so many minutes from now."""
    return foot_at(audience(engine.session, WORDS), hand() + round(minutes * MINUTE))


def test_a_cue_stands_in_a_panel_until_the_next_one_and_the_last_minute_comes_over_it() -> None:
    engine, hand = busy((4, "Now the second voice."), (8, "Now the third voice."))
    told = [said(engine, hand, at) for at in (3.99, 4, 7.99, 8, 10.99, 11, 12)]
    assert [(foot.strong, foot.panel, foot.end) for foot in told] == [
        ("Groups of three", False, False), ("Now the second voice.", True, False),
        ("Now the second voice.", True, False), ("Now the third voice.", True, False),
        ("Now the third voice.", True, False), ("The last minute", True, True),
        ("Come to a close, gently", True, True)]


def test_of_a_cue_with_two_sentences_the_first_is_large() -> None:
    engine, hand = busy((6, "Change over. Now the other one tells."), warnings=(5,))
    assert said(engine, hand, 6) == Foot("Change over.", "Now the other one tells.", panel=True)
    assert said(engine, hand, 7.5) == Foot("Change over.", "About five minutes.", panel=True)


def test_a_cue_within_the_last_minute_is_heard() -> None:
    engine, hand = busy((11.5, "Pens down."))
    assert [said(engine, hand, at).strong for at in (11, 11.5, 12)] == [
        "The last minute", "Pens down.", "Come to a close, gently"]


def test_a_warning_takes_only_the_quiet_line_and_only_for_a_minute() -> None:
    engine, hand = busy((4, "Now the second voice."), warnings=(10, 5, 2))
    usual = said(engine, hand, 0)
    assert said(engine, hand, 2) == Foot(usual.strong, "About ten minutes.")
    assert said(engine, hand, 3) == usual
    assert said(engine, hand, 7) == Foot("Now the second voice.", "About five minutes.", panel=True)
    assert said(engine, hand, 10.5).quiet == "About two minutes."
    assert said(engine, hand, 11.5) == Foot("Now the second voice.", usual.quiet, panel=True), "one was not chosen"


def test_a_hold_carries_the_cues_along_and_given_time_brings_them_back() -> None:
    engine, hand = busy((4, "Now the second voice."))
    hand.forward(minutes=3)
    engine.hold()
    hand.forward(minutes=10)
    assert said(engine, hand, 0).strong == "Groups of three"
    engine.release()
    assert [said(engine, hand, at).panel for at in (0.9, 1)] == [False, True]
    hand.forward(minutes=2)
    engine.give_back(2 * MINUTE)
    assert said(engine, hand, 0).panel is False


def test_a_cue_keeps_its_share_of_a_round_that_is_stretched() -> None:
    step = replace(staff_meeting().steps[2], cues=(Cue(minutes=4, say="a"), Cue(minutes=8, say="b")))
    assert cues_of(step, 12 * MINUTE) == ((8 * MINUTE, "a"), (4 * MINUTE, "b"))
    assert cues_of(step, 15 * MINUTE) == ((10 * MINUTE, "a"), (5 * MINUTE, "b"))


def test_a_warning_that_is_not_within_the_round_is_not_given() -> None:
    step = replace(staff_meeting().steps[2], warnings=(20, 5, 1))
    assert warnings_of(step, 5 * MINUTE) == (MINUTE,)
    assert warnings_of(replace(step, warnings=None), MINUTE) == ()


@pytest.mark.parametrize(("timer", "changes"), [
    (Timer.NOTHING, 0), (Timer.MINUTES, 1), (Timer.SECONDS, 60)])
def test_in_a_minute_without_words_the_wall_changes_only_as_what_it_shows_does(timer: Timer, changes: int) -> None:
    engine, hand = busy(timer=timer)
    wall = audience(engine.session, WORDS)
    begin = hand() + 3 * MINUTE + 500
    looks = [seen(wall, begin + second * 1000, AROUND) for second in range(61)]
    assert sum(a != b for a, b in pairwise(looks)) == changes


def test_a_ring_alone_creeps_and_shows_no_number() -> None:
    engine, hand = busy(timer=Timer.BARE)
    wall = audience(engine.session, WORDS)
    looks = {seen(wall, hand() + second * 1000, AROUND) for second in range(60)}
    assert {look.numeral for look in looks} == {0} and 40 < len(looks) <= 60


def test_the_wall_looks_again_exactly_when_a_cue_comes() -> None:
    engine, hand = busy((4, "Now the second voice."), timer=Timer.NOTHING)
    wall = audience(engine.session, WORDS)
    assert next_look(wall, hand() + 4 * MINUTE - 300, AROUND) == 300


def test_the_welcome_says_what_time_it_is_and_changes_with_each_minute_only() -> None:
    engine, hand, _ = session_of()
    wall = audience(engine.session, WORDS)
    assert wall.now_label == "It is"
    looks = [seen(wall, hand() + second * 1000, AROUND).words for second in range(121)]
    assert list(dict.fromkeys(looks)) == ["09:00", "09:01", "09:02"]
    assert next_look(wall, hand() + 20_000, AROUND) == 40_000
