from __future__ import annotations

import msgspec

from app.groups.forms import Form
from app.library.protocol import Lines
from app.live.script import groups_line, minutes, next_words, script, voices_line
from app.words import Words
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()


def test_the_one_button_always_names_what_it_will_do() -> None:
    engine, _, _ = session_of()
    named = [WORDS(next_words(engine.session))]
    while engine.next():
        named.append(WORDS(next_words(engine.session)))
    assert named[:7] == ["Go to Notices", "Go to Left undone", "Show the question", "Start the round",
                         "Call them back", "Next step", "Start the round"]
    assert named[-1] == "Finish"


def test_a_long_title_does_not_sit_on_the_button() -> None:
    plan = staff_meeting()
    steps = (plan.steps[0], msgspec.structs.replace(plan.steps[1], title="Notices, rota and the keys"), *plan.steps[2:])
    engine, _, _ = session_of(msgspec.structs.replace(plan, steps=steps))
    assert WORDS(next_words(engine.session)) == "Next step"


def test_what_to_say_has_its_sums_done() -> None:
    plan = staff_meeting()
    lines = Lines(round=("{each} each in a group of {size}, {people} of us, back at {back_at}, {other}.",))
    steps = tuple(msgspec.structs.replace(s, say=lines) for s in plan.steps)
    engine, hand, _ = session_of(msgspec.structs.replace(plan, steps=steps))
    walk_to(engine, "busy", "round")
    engine.count(12)
    assert script(engine.session, hand(), WORDS).say == (
        "3:50 each in a group of 3, 12 of us, back at 09:12, {other}.",)


def test_past_its_time_the_round_has_closing_words() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    inside = script(engine.session, hand(), WORDS).say
    hand.forward(minutes=13)
    assert script(engine.session, hand(), WORDS).say != inside


def test_eleven_people_are_one_three_and_two_fours() -> None:
    line, voices = groups_line(11, Form.THREES), voices_line(12 * 60, 11, Form.THREES)
    assert line is not None and voices is not None
    assert WORDS(line) == "One three, two fours."
    assert WORDS(voices) == "About 3:50 each in a three, 2:50 in a four."


def test_a_room_that_is_not_split_has_no_groups_to_tell() -> None:
    assert groups_line(11, Form.ROOM) is None
    assert voices_line(600, 11, Form.CIRCLE) is None


def test_time_past_its_end_carries_a_plus() -> None:
    assert [minutes(s) for s in (724, 5, 0, -132)] == ["12:04", "0:05", "0:00", "+2:12"]


def test_in_a_large_room_the_host_is_told_to_ring_a_bell_of_their_own() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "busy", "call back")
    for people, told in ((100, False), (101, True)):
        engine.count(people)
        assert any("bell of your own" in line for line in script(engine.session, 0, WORDS).say) is told


def test_where_the_bell_is_silent_whoever_calls_people_back_rings_their_own() -> None:
    own = "The bell is silent: ring one of your own."
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    assert own not in script(engine.session, hand(), WORDS, silent=True).say
    hand.forward(minutes=13)
    assert own in script(engine.session, hand(), WORDS, silent=True).say
    assert own not in script(engine.session, hand(), WORDS).say
    engine.next()
    assert own in script(engine.session, hand(), WORDS, silent=True).say
    engine.next()
    assert own not in script(engine.session, hand(), WORDS, silent=True).say, "the room speaks, and nobody is called"
