"""Somebody comes late, somebody goes home: who sits stays, and the rest is worked out again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from random import Random

import msgspec
import pytest

from app.design.seats import coming
from app.groups.forms import Form
from app.groups.mixing import mix
from app.live.engine import Engine
from app.live.reseating import here, is_settled, rest, seats_of
from app.live.session import Session, fold
from tests.app.design.test_seats import day, seated
from tests.app.live.room import session_of, walk_to

PLAYS = 40
"""Rooms in which anything may happen."""


def reseat(engine: Engine) -> None:
    """As the program does it after every change."""
    if not is_settled(engine.session):
        asked = rest(engine.session)
        engine.seat(seats_of(engine.session, mix(asked, steps=500) if asked is not None else None))


def seats_at(engine: Engine, step: str) -> tuple[tuple[int, ...], ...]:
    seats = engine.session.gathering.seats_at(step)
    assert seats is not None
    return seats.tables


def test_a_plan_that_was_worked_out_is_settled() -> None:
    engine, _, _ = session_of(seated(day(12)))
    assert is_settled(engine.session)
    assert is_settled(session_of(day(12))[0].session) is False


def test_who_comes_late_joins_a_group_and_has_a_seat_from_then_on() -> None:
    engine, _, _ = session_of(seated(day(12)))
    walk_to(engine, "s1", "round")
    before, lived = seats_at(engine, "s1"), seats_at(engine, "s0")
    engine.arrive("Zoë")
    assert not is_settled(engine.session)
    reseat(engine)
    assert is_settled(engine.session)
    assert seats_at(engine, "s0") == lived
    changed = [(old, new) for old, new in zip(before, seats_at(engine, "s1"), strict=True) if old != new]
    assert [new for old, new in changed if new == (*old, 13)] == [new for _, new in changed] != []
    assert all(13 in {n for table in seats_at(engine, f"s{k}") for n in table} for k in (2, 3, 7))


def test_who_goes_home_leaves_no_empty_chair_in_the_steps_to_come() -> None:
    engine, _, _ = session_of(seated(day(12)))
    walk_to(engine, "s1", "round")
    sitting = seats_at(engine, "s1")
    engine.leave(3)
    reseat(engine)
    assert seats_at(engine, "s1") == sitting, "who sits, stays"
    assert all(3 not in table for table in seats_at(engine, "s3"))
    assert min(map(len, seats_at(engine, "s4"))) >= 3


def test_back_and_a_crash_find_the_same_seats() -> None:
    engine, _, log = session_of(seated(day(12)))
    walk_to(engine, "s1", "round")
    engine.arrive()
    reseat(engine)
    assert fold(log) == engine.session
    engine.back()
    assert fold(log) == engine.session


@pytest.mark.parametrize("people", [9, 23, 46, pytest.param(140, marks=pytest.mark.slow)])
def test_a_day_with_two_arrivals_and_three_leavers(people: int) -> None:
    engine, _, log = session_of(seated(day(people)))
    events: dict[str, Callable[[], object]] = {
        "s1": lambda: engine.leave(2), "s2": lambda: engine.arrive("Late"), "s4": lambda: engine.leave(5),
              "s5": lambda: engine.arrive(), "s6": lambda: engine.leave(people + 1)}
    for number in range(8):
        walk_to(engine, f"s{number}", "round")
        if change := events.get(f"s{number}"):
            change()
            reseat(engine)
        assert is_settled(engine.session)
    lived = [seats_at(engine, f"s{number}") for number in range(8)]
    assert {n for table in lived[7] for n in table} == here(engine.session)
    assert len(here(engine.session)) == people - 1
    for tables in lived:
        sitting = [n for table in tables for n in table]
        assert len(sitting) == len(set(sitting))
        assert min(map(len, tables)) >= 2
    met = {pair for tables in lived for table in tables for pair in combinations(sorted(table), 2)}
    assert fold(log) == engine.session
    if people >= 46:
        mixed = [tables for number, tables in enumerate(lived) if number != 2]      # in the third nobody changes
        repeats = sum(len(list(combinations(table, 2))) for tables in mixed for table in tables) - len(met)
        assert repeats <= 3, f"{repeats} met twice in a room of {people}"


def press_anything(engine: Engine, dice: Random) -> None:
    """One thing a host may do to a room with badges."""
    dice.choice((engine.next, engine.next, engine.next, engine.back, engine.redo, engine.arrive,
                 lambda: engine.leave(dice.randint(1, 15)), lambda: engine.come_back(dice.randint(1, 15)),
                 lambda: engine.reform(dice.choice((Form.PAIRS, Form.THREES, Form.FOURS)))))()


@pytest.mark.slow
def test_whatever_happens_one_answer_settles_the_room_and_what_was_lived_stays() -> None:
    for seed in range(PLAYS):
        dice = Random(seed)
        engine, _, log = session_of(seated(day(12)) if seed % 3 else day(12))
        for _ in range(20):
            before = engine.session
            press_anything(engine, dice)
            if dice.random() < 0.4:
                continue    # the next thing happens before the answer
            reseat(engine)
            assert is_settled(engine.session), f"play {seed} would ask for ever"
            assert fold(log) == engine.session
            unchanged_where_lived(before, engine.session)
            everybody_sits_once(engine.session)


def unchanged_where_lived(before: Session, after: Session) -> None:
    """A step that is over keeps its groups; after *back* it is not over any more."""
    over = ({span.step_id for span in before.spans} & {span.step_id for span in after.spans}
            - {before.step_id, after.step_id})
    for step in over:
        assert before.gathering.seats_at(step) == after.gathering.seats_at(step), step


def everybody_sits_once(session: Session) -> None:
    """In every step to come that brings new groups."""
    begun = {span.step_id for span in session.spans}
    for step in coming(session.gathering, begun):
        seats = session.gathering.seats_at(step.id)
        assert seats is not None
        assert sorted(number for table in seats.tables for number in table) == sorted(here(session)), step.id


def test_who_comes_late_to_the_last_mixed_step_stays_with_that_group_too() -> None:
    plan = day(12)
    engine, _, _ = session_of(seated(msgspec.structs.replace(plan, steps=plan.steps[:3])))
    walk_to(engine, "s1", "round")
    engine.arrive("Zoë")
    assert not is_settled(engine.session)
    reseat(engine)
    assert is_settled(engine.session)
    assert seats_at(engine, "s2") == seats_at(engine, "s1")
    assert any(13 in table for table in seats_at(engine, "s2"))
