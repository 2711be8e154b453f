"""The agenda of an Open Space: nothing that was called out is ever lost, and nothing is refused."""

from __future__ import annotations

import random

import pytest

from app.errors import Trouble
from app.groups.roster import Person, Roster
from app.live.engine import Engine
from app.live.events import Event, from_json, to_json
from app.live.marketplace import (
    at_time,
    conveners,
    free_spots,
    named,
    put_by,
    sharing,
    signs,
    slots,
    spot_typed,
    told_place,
    waiting,
)
from app.live.posting import Merged, Placed, Retitled, SlotTime, SpacesOpened, StoodUp, TakenAway, TimesTold
from app.live.session import fold
from app.words import Words
from tests.app.live.open_space import call, call_eighteen, open_space
from tests.app.live.room import session_of
from tests.plans import at


def _wall(engine: Engine) -> list[list[str]]:
    session = engine.session
    times = slots(session.gathering, session.market)
    return [[f"{told_place(t.spot, times) if t.spot else ''} {t.title}" for t in at_time(session.market, slot)]
            for slot in times]


def test_the_times_are_the_plans_until_the_host_changes_the_signs() -> None:
    engine, _, _ = session_of(open_space())
    first, second = slots(engine.session.gathering, engine.session.market)
    assert (first.begins, first.ends, second.begins) == (at(9, 45), at(10, 45), at(10, 45))
    engine.post(TimesTold(times=(SlotTime(step_id=second.step_id, begins=at(11)),)))
    assert [slot.begins for slot in slots(engine.session.gathering, engine.session.market)] == [at(9, 45), at(11)]


@pytest.mark.parametrize(("typed", "place"), [
    ("B2", "B2"), ("b2", "B2"), ("2b", "B2"), ("B 10:45", "B2"), ("b1045", "B2"), ("B 9.45", "B1"), ("B, 9", "B1"),
    ("9:45 B", "B1"), ("Z1", "Z1"), ("A", "A2"), ("", "")])
def test_a_place_is_typed_as_people_say_it(typed: str, place: str) -> None:
    engine, _, _ = session_of(open_space())
    call(engine, "First", place="A1")
    session = engine.session
    times = slots(session.gathering, session.market)
    spot = spot_typed(typed, times, session.market)
    assert (told_place(spot, times) if spot else "") == place


@pytest.mark.parametrize("typed", ["I1", "B3", "B 17:00", "under the tree", "12", "B2B"])
def test_what_is_no_place_gets_one_sentence_with_two_that_are(typed: str) -> None:
    engine, _, _ = session_of(open_space())
    with pytest.raises(Trouble) as told:
        spot_typed(typed, slots(engine.session.gathering))
    assert Words()(told.value.text) == f"“{typed}” is no place here. Write a letter and a time: B1, or B 09:45."


def test_a_topic_without_a_place_waits_and_one_whose_time_is_gone_waits_too() -> None:
    engine, _, _ = session_of(open_space())
    lost = call(engine, "Nowhere yet")
    kept = call(engine, "Somewhere", place="A2")
    session = engine.session
    times = slots(session.gathering, session.market)
    assert waiting(session.market, times) == (lost,)
    assert waiting(session.market, times[:1]) == (lost, kept)


def test_two_topics_in_one_place_are_both_there() -> None:
    engine, _, _ = session_of(open_space())
    one, other = call(engine, "One", place="C1"), call(engine, "Other", place="C1")
    assert sharing(engine.session.market, one) == (other,)
    assert _wall(engine) == [["C1 One", "C1 Other"], []]


def test_a_merged_topic_names_both_and_stands_again_when_they_part() -> None:
    engine, _, _ = session_of(open_space())
    one, other = call(engine, "One", "Amina", "A1"), call(engine, "Other", "Jonas")
    third = call(engine, "Third", "Amina, Mei")
    engine.post(Merged(topic_id=other.id, into=one.id))
    engine.post(Merged(topic_id=third.id, into=one.id))
    assert conveners(engine.session.market, one) == ("Amina", "Jonas", "Mei")
    assert [topic.title for topic in engine.session.market.standing()] == ["One"]
    assert not engine.post(Merged(topic_id=one.id, into=other.id)), "what has gone into another hosts nobody"
    engine.post(StoodUp(topic_id=other.id))
    assert conveners(engine.session.market, one) == ("Amina", "Mei")


def test_what_is_taken_away_stays_known_and_comes_back_where_it_was() -> None:
    engine, _, _ = session_of(open_space())
    topic = call(engine, "Bees", "Dina", "B2")
    engine.post(TakenAway(topic_id=topic.id))
    assert _wall(engine) == [[], []] and [t.title for t in put_by(engine.session.market)] == ["Bees"]
    engine.post(StoodUp(topic_id=topic.id))
    assert _wall(engine) == [[], ["B2 Bees"]]


def test_every_copying_is_taken_back_one_by_one_and_never_a_move_of_the_clock() -> None:
    engine, _, _ = session_of(open_space())
    topic = call(engine, "Bees", "Dina")
    engine.post(Placed(topic_id=topic.id, spot=spot_typed("B2", slots(engine.session.gathering))))
    engine.next()
    step = engine.session.step_id
    assert engine.unpost() and _wall(engine) == [[], []]
    assert engine.redo() and _wall(engine) == [[], ["B2 Bees"]]
    assert engine.unpost() and engine.unpost() and engine.session.market.topics == ()
    assert not engine.unpost() and engine.session.step_id == step


def test_signs_leave_out_what_reads_as_a_figure_and_show_every_letter_in_use() -> None:
    engine, _, _ = session_of(open_space())
    assert signs(engine.session.gathering, engine.session.market) == "ABCDEFGHJ"
    engine.post(SpacesOpened(spaces=2))
    call(engine, "By the lift", place="T1")
    assert signs(engine.session.gathering, engine.session.market) == "ABT"
    spots = free_spots(engine.session.market, slots(engine.session.gathering), "AT")
    assert [told_place(spot, slots(engine.session.gathering)) for spot in spots] == ["A1", "A2", "T2"]


def test_who_hosts_is_typed_as_names_or_as_numbers_of_badges() -> None:
    roster = Roster(people=(Person(number=7, name="Amina"), Person(number=8)))
    assert named(" 7, Jonas & 8, Jonas", roster) == ("Amina", "Jonas", "8")
    assert named("7") == ("7",) and named("") == ()


def test_a_topic_needs_words_and_not_too_many() -> None:
    engine, _, _ = session_of(open_space())
    for title in (" ", "w" * 121):
        with pytest.raises(Trouble):
            call(engine, title)
    assert call(engine, "  Two \n lines ").title == "Two lines"


def test_a_fact_that_changes_nothing_is_not_written() -> None:
    engine, _, log = session_of(open_space())
    topic = call(engine, "Bees", "Dina")
    before = len(log)
    assert not engine.post(Retitled(topic_id=topic.id, title="Bees", conveners=("Dina",)))
    assert not engine.post(TakenAway(topic_id="nobody"))
    assert len(log) == before


def test_the_wall_of_topics_is_what_the_log_says_whatever_is_left_out_of_it() -> None:
    dice = random.Random(8)
    engine, _, log = session_of(open_space())
    topics = call_eighteen(engine)
    for _ in range(120):
        one, other = dice.sample(topics, 2)
        fact = dice.choice((Merged(topic_id=one.id, into=other.id), TakenAway(topic_id=one.id),
                            StoodUp(topic_id=one.id), Placed(topic_id=one.id, spot=other.spot), None, None))
        if fact is not None:
            engine.post(fact)
        else:
            dice.choice((engine.unpost, engine.redo))()
        assert fold(log) == engine.session
        assert len(engine.session.market.topics) == 18, "something called out was lost"
    read = [from_json(to_json(event)) for event in log]
    assert fold(read) == engine.session
    for _ in range(40):
        some: list[Event] = [log[0], *[event for event in log[1:] if dice.random() < 0.6]]
        session = fold(some)
        assert session is not None and all(conveners(session.market, t) for t in session.market.standing())
