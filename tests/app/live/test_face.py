"""The host's clock: digits, facts, bar and turns at every beat."""

from __future__ import annotations

import pytest

from app.groups.forms import Form
from app.groups.split import split
from app.live.face import Face, digits, face, turns, until_next_second
from app.words import Words
from tests.app.live.room import session_of, walk_to, with_cues


def facts(look: Face) -> tuple[str, ...]:
    """The facts as a host reads them."""
    words = Words()
    return tuple(f"{words(quiet)} {strong}".strip() for quiet, strong in look.facts)


@pytest.mark.parametrize(("left", "shown"), [
    (720_000, "12:00"), (719_999, "12:00"), (719_000, "11:59"), (1, "0:01"), (0, "0:00"), (-1, "+0:00"),
    (-42_000, "+0:42"), (-3_600_000, "+60:00"),
])
def test_a_begun_second_counts_whole_until_the_time_is_complete(left: int, shown: str) -> None:
    assert digits(left) == shown


def test_the_face_of_every_beat() -> None:
    engine, clock, _ = session_of()
    while engine.session.step_id != "busy":
        engine.next()
    gather = face(engine.session, clock())
    assert (gather.digits, gather.quiet, gather.hatched, gather.used) == ("12:00", True, True, 0.0)
    assert facts(gather) == ("it rests while", "people move, then", "runs 12 min")
    engine.next()
    assert facts(face(engine.session, clock())) == ("it rests while", "you speak, then", "runs 12 min")
    engine.next()
    clock.forward(minutes=3)
    running = face(engine.session, clock())
    assert (running.digits, running.quiet, running.hatched, running.used) == ("9:00", False, False, 0.25)
    assert facts(running) == ("left of 12 min", "began 09:00", "until 09:12")
    engine.hold()
    clock.forward(minutes=3)
    held = face(engine.session, clock())
    assert (held.digits, held.quiet, held.hatched, held.used) == ("9:00", True, True, 0.25)
    engine.release()
    clock.forward(minutes=10)
    over = face(engine.session, clock())
    assert (over.digits, over.quiet, over.used) == ("+1:00", True, 1.0)
    assert facts(over) == ("past 12 min", "began 09:00", "complete at 09:15")
    engine.next()
    done = face(engine.session, clock())
    assert (done.digits, facts(done)[0]) == ("13:00", "is what it took")


def test_the_next_look_is_at_the_next_whole_second_of_the_countdown() -> None:
    engine, clock, _ = session_of()
    clock.forward(seconds=10.3)
    session = engine.session
    wait = until_next_second(session, clock())
    before = face(session, clock()).digits
    assert face(session, clock() + wait - 1).digits == before
    assert face(session, clock() + wait).digits != before
    assert 0 < wait <= 1000


def test_a_step_with_cues_has_them_as_its_ticks_and_says_the_next_one_at_what_the_digits_then_read() -> None:
    plan = with_cues((4, "Now the second voice."), (8, "Now the third voice."))
    engine, clock, _ = session_of(plan)
    walk_to(engine, "busy", "frame")
    resting = face(engine.session, clock())
    assert resting.ticks == pytest.approx((1 / 3, 2 / 3))
    assert resting.line is not None and Words()(resting.line) == "At 8:00: Now the second voice."
    engine.next()
    clock.forward(minutes=4)
    running = face(engine.session, clock())
    assert running.line is not None and Words()(running.line) == "At 4:00: Now the third voice."
    clock.forward(minutes=4)
    last = face(engine.session, clock())
    assert last.line is not None and Words()(last.line).startswith("About ")


def test_turns_are_marked_where_all_groups_are_of_one_size() -> None:
    assert turns(630, split(12, Form.THREES)) == pytest.approx((230 / 630, 430 / 630))


def test_no_turns_where_sizes_are_mixed_or_nobody_sits_in_groups() -> None:
    assert turns(630, split(11, Form.THREES)) == ()
    assert turns(630, split(11, Form.ROOM)) == ()
    assert turns(60, split(12, Form.THREES)) == ()


def test_a_listener_that_left_hears_nothing_more() -> None:
    engine, _, _ = session_of()
    heard: list[str] = []
    stop = engine.listen(lambda new, old: heard.append(new.step_id))
    engine.next()
    stop()
    stop()
    engine.next()
    assert heard == ["notices"]


def test_the_plans_own_words_can_be_asked_again() -> None:
    engine, _, _ = session_of()
    while engine.session.step_id != "busy":
        engine.next()
    other, = engine.wordings()
    own = engine.session.step.question if engine.session.step else ""
    engine.reword(other)
    assert engine.wordings() == (own,)
