"""What the room sees of an Open Space."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.design.open_space import SIGNS
from app.live.audience import audience
from app.live.engine import Engine
from app.live.marketplace import slots
from app.live.posting import SlotTime, TimesTold
from app.live.scene import Audience, Scene, in_words
from app.words import Words
from tests.app.live.open_space import call, call_eighteen, open_space
from tests.app.live.room import session_of
from tests.plans import at

WORDS = Words()


def _at(engine: Engine, title: str, beat: str) -> None:
    while engine.session.step is None or (engine.session.step.title, engine.session.beat.value) != (title, beat):
        assert engine.next(), f"there is no {beat} of {title}"


def _columns(seen: Audience) -> list[list[tuple[str, str]]]:
    """Each column of each wall as (time, letters of its topics)."""
    return [[(hour.time, "".join(talk.sign for talk in hour.talks)) for hour in column]
            for wall in seen.walls for column in wall]


def test_the_wall_goes_from_the_theme_to_the_talks() -> None:
    engine, _, _ = session_of(open_space())
    scenes = []
    while True:
        seen = audience(engine.session, WORDS)
        scenes.append(seen.scene)
        if engine.session.step is not None and engine.session.step.title == "The wall fills":
            call(engine, "Bees", "Dina", "B1")
        if not engine.next():
            break
    assert scenes == [
        Scene.WELCOME, Scene.LINES, Scene.QUESTION, Scene.TOPICS, Scene.TOPICS, Scene.TOPICS, Scene.CALL_BACK,
        Scene.QUESTION, Scene.QUESTION, Scene.CALL_BACK, Scene.QUESTION, Scene.QUESTION, Scene.QUESTION, Scene.QUESTION]


def test_eighteen_topics_stand_on_one_wall_by_time_and_waiting_ones_do_not() -> None:
    engine, _, _ = session_of(open_space())
    _at(engine, "The wall fills", "round")
    call_eighteen(engine)
    call(engine, "Still without a place")
    seen = audience(engine.session, WORDS)
    assert _columns(seen) == [[("09:45", "ABCDEFGHJ")], [("10:45", "ABCDEFGHJ")]] and len(seen.walls) == 1
    assert seen.ring is None and "Still without" not in in_words(seen)
    assert "A, Light on the quay steps, Amina. B, A boat" in in_words(seen)


def test_a_nineteenth_topic_makes_two_walls_in_turn_and_says_so_to_whoever_listens() -> None:
    engine, _, _ = session_of(open_space())
    _at(engine, "The wall fills", "round")
    call_eighteen(engine)
    call(engine, "One more", "", "K2")
    seen = audience(engine.session, WORDS)
    assert _columns(seen) == [[("09:45", "ABCDEFGHJ")], [("10:45", "ABCDE")], [("10:45", "FGHJK")]]
    assert len(seen.walls) == 2 and "There are 2 walls" in in_words(seen)


@pytest.mark.parametrize(("each", "columns"), [
    ((6, 6, 6), [[("09:45", 6), ("10:45", 3)], [("10:45", 3), ("11:45", 6)]]),
    ((18,), [[("09:45", 9)], [("09:45", 9)]]), ((0, 3), [[("10:45", 3)]]),
    ((11, 7), [[("09:45", 11)], [("10:45", 7)]])])
def test_whatever_falls_on_each_time_up_to_eighteen_are_one_wall(
        each: tuple[int, ...], columns: list[list[tuple[str, int]]]) -> None:
    plan = open_space()
    first = next(n for n, step in enumerate(plan.steps) if step.title == "First talks")
    talks = tuple(replace(plan.steps[first], id=f"talks{n}") for n in range(len(each)))
    engine, _, _ = session_of(replace(plan, steps=(*plan.steps[:first], *talks)))
    _at(engine, "The wall fills", "round")
    for number, many in enumerate(each, 1):
        for sign in SIGNS[:many]:
            call(engine, f"Topic {sign}{number}", "", f"{sign}{number}")
    seen = audience(engine.session, WORDS)
    assert [[(time, len(signs)) for time, signs in column] for column in _columns(seen)] == columns
    assert len(seen.walls) == 1


def test_while_talks_run_the_wall_says_what_is_where_now_with_the_ring() -> None:
    engine, _, _ = session_of(open_space())
    call_eighteen(engine)
    _at(engine, "Second talks", "frame")
    assert _columns(audience(engine.session, WORDS)) == [[("10:45", "ABCDEFGHJ")]]
    engine.next()
    seen = audience(engine.session, WORDS)
    assert _columns(seen) == [[("10:45", "ABCDE")], [("10:45", "FGHJ")]]
    assert seen.ring is not None and seen.heading == "Where are you drawn now, after what you have heard?"


def test_the_wall_says_the_times_that_the_signs_say() -> None:
    engine, _, _ = session_of(open_space())
    _at(engine, "The wall fills", "round")
    call(engine, "Bees", "Dina", "B1")
    first = slots(engine.session.gathering)[0]
    engine.post(TimesTold(times=(SlotTime(step_id=first.step_id, begins=at(10)),)))
    assert _columns(audience(engine.session, WORDS)) == [[("10:00", "B")]]
