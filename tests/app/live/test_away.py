"""After a crash: what was missed, what the clock lost, and the minutes given back."""

from __future__ import annotations

import random
from functools import partial

import pytest

from app.live.away import Away, away_from, away_words
from app.live.clock import MINUTE, Done, Held, Resting, Running, left
from app.live.engine import Engine
from app.live.events import Event
from app.live.face import face
from app.live.forecast import forecast
from app.live.session import fold
from app.words import Words
from tests.app.live.room import Hand, session_of, walk_to
from tests.plans import at


def crash(log: list[Event], hand: Hand, *, minutes: float, seen: int | None = None,
          before: Away | None = None) -> tuple[Engine, Away]:
    """The program dies now and is there again after so many minutes: the engine it has then, and what it missed.

    It said last that it was there at `seen`; now, if nothing else is said.
    """
    seen = hand() if seen is None else seen
    hand.forward(minutes=minutes)
    away = away_from(log, hand(), seen=seen, before=before)
    assert away is not None
    return Engine(log, log.append, hand), away


def in_round(*, minutes: float) -> tuple[Engine, Hand, list[Event]]:
    """A round of twelve minutes in threes that has run for so long."""
    engine, hand, log = session_of()
    walk_to(engine, "busy", "round")
    hand.forward(minutes=minutes)
    return engine, hand, log


def test_giving_back_time_after_a_crash_leaves_what_was_left_when_it_came() -> None:
    _, hand, log = in_round(minutes=4)
    engine, away = crash(log, hand, minutes=5.25)
    assert left(engine.session.countdown, hand()) == 2.75 * MINUTE
    assert engine.give_back(away.lost)
    assert left(engine.session.countdown, hand()) == 8 * MINUTE
    assert engine.session.countdown.total == 12 * MINUTE
    assert fold(log) == engine.session


def test_whenever_it_dies_what_is_given_back_is_what_was_lost() -> None:
    for seed in range(300):
        dice = random.Random(seed)
        engine, hand, log = session_of()
        for _ in range(dice.randint(1, 14)):
            dice.choice((engine.next, engine.next, engine.hold_or_release, engine.back, partial(engine.stretch, 1),
                         partial(engine.stretch, -1)))()
            hand.forward(seconds=dice.randint(0, 300))
        last, before = hand(), engine.session.countdown
        engine, away = crash(log, hand, minutes=dice.uniform(0, 3000), seen=last)
        spans = engine.session.spans
        assert engine.give_back(away.lost) is (isinstance(before, Running) and away.lost > 0)
        if isinstance(before, Resting | Done):
            assert engine.session.countdown == before
        else:
            assert left(engine.session.countdown, hand()) == left(before, last)
        assert engine.session.spans == spans
        assert fold(log) == engine.session


def test_a_held_clock_lost_nothing() -> None:
    engine, hand, log = in_round(minutes=4)
    engine.hold()
    engine, away = crash(log, hand, minutes=5)
    assert away.lost == 0
    assert not engine.give_back(away.lost)
    assert engine.session.countdown == Held(8 * MINUTE, 12 * MINUTE)


def test_a_clock_held_after_the_crash_gets_its_minutes_too() -> None:
    _, hand, log = in_round(minutes=4)
    engine, away = crash(log, hand, minutes=5)
    engine.hold()
    engine.give_back(away.lost)
    assert engine.session.countdown == Held(8 * MINUTE, 12 * MINUTE)


def test_a_clock_that_rests_lost_nothing() -> None:
    engine, hand, log = session_of()
    walk_to(engine, "busy", "frame")
    engine, away = crash(log, hand, minutes=5)
    assert (away.lost, engine.give_back(away.lost)) == (0, False)
    assert engine.session.countdown == Resting(12 * MINUTE)


def test_back_takes_the_minutes_away_again_and_a_redo_gives_them() -> None:
    _, hand, log = in_round(minutes=4)
    engine, away = crash(log, hand, minutes=5)
    before = engine.session
    engine.give_back(away.lost)
    after = engine.session
    assert engine.back()
    assert engine.session == before == fold(log)
    assert engine.redo()
    assert engine.session == after == fold(log)


def test_in_the_first_beat_back_takes_the_minutes_and_not_the_beat() -> None:
    engine, hand, log = session_of()
    engine, away = crash(log, hand, minutes=1)
    place = engine.session.step_id, engine.session.beat
    engine.give_back(away.lost)
    assert engine.back()
    assert (engine.session.step_id, engine.session.beat) == place
    assert not engine.can_go_back()


def test_minutes_of_a_beat_that_is_over_change_no_other() -> None:
    _, hand, log = in_round(minutes=4)
    engine, away = crash(log, hand, minutes=5)
    engine.give_back(away.lost)
    given = log.pop()
    engine = Engine(log, log.append, hand)
    engine.next()
    assert fold([*log, given]) == engine.session


def test_the_end_and_the_bar_stand_as_they_stood() -> None:
    engine, hand, log = in_round(minutes=4)
    used, ends = face(engine.session, hand()).used, forecast(engine.session, hand()).ends
    engine, away = crash(log, hand, minutes=5)
    engine.give_back(away.lost)
    assert face(engine.session, hand()).used == used
    assert forecast(engine.session, hand()).ends == ends + 5 * MINUTE


def test_a_clock_that_has_gone_back_lost_nothing_and_nothing_absurd_is_said() -> None:
    _, hand, log = in_round(minutes=4)
    engine, away = crash(log, hand, minutes=-90)
    assert (away.lost, engine.give_back(away.lost)) == (0, False)
    said = away_words(away)
    assert Words()(said.title) == "Convener stopped, and is here again."
    assert "stands earlier than before" in Words()(said.line)
    assert said.give == ""


def test_nothing_was_missed_of_a_session_that_is_over() -> None:
    engine, hand, log = session_of()
    engine.finish()
    assert away_from(log, hand() + MINUTE) is None
    assert away_from((), hand()) is None


def test_it_lived_at_least_until_its_last_fact() -> None:
    engine, hand, log = in_round(minutes=4)
    engine.stretch(1)
    _, away = crash(log, hand, minutes=2, seen=at(9))
    assert away.lost == 2 * MINUTE


def test_two_crashes_in_one_round_are_told_as_one_and_the_time_between_was_not_lost() -> None:
    _, hand, log = in_round(minutes=1)
    since = hand()
    _, first = crash(log, hand, minutes=3)
    hand.forward(minutes=1)
    engine, both = crash(log, hand, minutes=2, before=first)
    assert (both.since, both.lost) == (since, 5 * MINUTE)
    engine.give_back(both.lost)
    assert left(engine.session.countdown, hand()) == 10 * MINUTE


@pytest.mark.parametrize("answer", [Engine.next, lambda engine: engine.give_back(3 * MINUTE)])
def test_minutes_that_were_answered_are_not_offered_again(answer: object) -> None:
    _, hand, log = in_round(minutes=1)
    engine, first = crash(log, hand, minutes=3)
    assert callable(answer) and answer(engine)
    _, second = crash(log, hand, minutes=2, before=first)
    assert second.until - second.since == 2 * MINUTE
    assert second.lost <= 2 * MINUTE


def test_the_card_says_when_and_how_much() -> None:
    def said(since: int, until: int, lost: int) -> tuple[str, str]:
        words = away_words(Away(since=since, until=until, lost=lost))
        return Words()(words.title), Words()(words.give)

    day = 24 * 60 * MINUTE
    assert said(at(10, 42), at(10, 47), 5 * MINUTE) == ("Convener was away from 10:42 to 10:47.", "Give back 5 min")
    assert said(at(10, 42), at(10, 42) + 40_500, 40_500) == ("Convener was away for a moment.", "Give back 40 s")
    assert said(at(10, 42), at(10, 42) + 300, 300) == ("Convener was away for a moment.", "")
    assert said(at(10, 42), at(10, 47), 0) == ("Convener was away from 10:42 to 10:47.", "")
    title, give = said(at(10, 42) - day, at(10, 47), day)
    assert title.endswith(", 10:42.") and " since " in title and give == "Give back the time"
