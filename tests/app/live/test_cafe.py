"""A World Café while it runs: one comes late, a host goes home, about 140 are here, and the room knows what to do."""

from __future__ import annotations

import msgspec
import pytest

from app.design.cafe import rounds_of
from app.design.gathering import Gathering, Seating
from app.library.protocol import Lines
from app.live.audience import audience
from app.live.scene import Scene
from app.live.script import script
from app.live.session import fold
from app.live.whereabouts import sizes, tables_lived, too_few
from app.words import Words
from tests.app.design.test_cafe import cafe
from tests.app.live.room import session_of, walk_to

WORDS = Words()


def test_who_comes_late_takes_an_empty_chair_and_nothing_else_changes_on_the_wall() -> None:
    plan = cafe(46)
    engine, _, log = session_of(plan)
    walk_to(engine, rounds_of(plan)[1].id, "gather")
    before = audience(engine.session, WORDS)
    engine.count(47)
    assert audience(engine.session, WORDS) == before
    assert "Take an empty chair." in before.heading and sizes(engine.session) == (3, *(4,) * 11)
    assert fold(log) == engine.session


def test_whoever_leaves_between_rounds_leaves_no_table_under_three() -> None:
    plan = cafe(46)
    engine, _, _ = session_of(plan)
    walk_to(engine, rounds_of(plan)[1].id, "gather")
    for people in range(46, 11, -1):
        engine.count(people)
        assert 3 <= min(sizes(engine.session)) <= max(sizes(engine.session)) <= 4, people


@pytest.mark.parametrize("own", [True, False])
def test_the_host_says_what_to_do_when_a_host_must_go_in_words_of_the_file_or_without_any(own: bool) -> None:
    plan = cafe(46) if own else _silent(cafe(46))
    engine, hand, _ = session_of(plan)
    walk_to(engine, rounds_of(plan)[1].id, "gather")
    assert "A host who must go: the table picks another." in script(engine.session, hand(), WORDS).say
    walk_to(engine, rounds_of(plan)[1].id, "frame")
    assert any("minute or two" in line for line in script(engine.session, hand(), WORDS).say)


def test_before_anybody_is_a_host_nobody_is_told_to_stay() -> None:
    plan = _silent(cafe(46))
    engine, hand, _ = session_of(plan)
    walk_to(engine, rounds_of(plan)[0].id, "gather")
    assert not any("Hosts" in line for line in script(engine.session, hand(), WORDS).say)


def test_about_a_hundred_and_forty_are_told_the_same_as_forty_six() -> None:
    walls = []
    for plan in (cafe(46), cafe(140, about=True)):
        engine, _, _ = session_of(plan)
        walk_to(engine, rounds_of(plan)[2].id, "gather")
        walls.append(audience(engine.session, WORDS))
    assert walls[0] == walls[1]


def test_seat_cards_are_followed_for_three_rounds_at_forty_six() -> None:
    plan = cafe(46)
    carded = msgspec.structs.replace(plan, steps=tuple(
        msgspec.structs.replace(step, seating=Seating.CARDS) if step.seating is Seating.HOSTS else step
        for step in plan.steps))
    engine, _, _ = session_of(carded)
    for number in (1, 2):
        walk_to(engine, rounds_of(carded)[number].id, "gather")
        seen = audience(engine.session, WORDS)
        assert (seen.scene, seen.tables, len(seen.signs)) == (Scene.MOVE, 12, 4)


def test_the_walk_along_the_tables_counts_those_who_were_there_and_not_those_who_were_planned() -> None:
    plan = cafe()
    engine, _, _ = session_of(plan)
    assert tables_lived(engine.session) == 12
    engine.count(20)
    walk_to(engine, rounds_of(plan)[0].id, "round")
    assert tables_lived(engine.session) == 5
    engine.count(12)
    engine.finish()
    assert tables_lived(engine.session) == 5, "who goes home leaves a table behind"


def test_a_table_of_two_is_told_to_join_another_and_a_three_is_not() -> None:
    plan = cafe(13)
    engine, _, _ = session_of(plan)
    walk_to(engine, rounds_of(plan)[0].id, "round")
    assert sizes(engine.session) == (3, 3, 3, 4)
    assert too_few(engine.session) is None
    engine.count(11)
    assert sizes(engine.session) == (2, 3, 3, 3)
    assert Words()(too_few(engine.session) or "") == "A table of two joins another."


def _silent(plan: Gathering) -> Gathering:
    """The same café without a line for the host."""
    return msgspec.structs.replace(plan, steps=tuple(
        msgspec.structs.replace(step, say=Lines()) for step in plan.steps))
