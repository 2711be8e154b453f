"""A thousand hosts who press anything: the live state is always what the log says."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from app.design.gathering import Seats
from app.groups.forms import Form
from app.library.protocol import Keeps
from app.live.engine import Engine
from app.live.events import Event, from_json, to_json
from app.live.forecast import forecast
from app.live.replanned import Replanned, StepMinutes
from app.live.session import fold
from tests.app.live.room import Hand, session_of

PLAYS = 1000
PRESSES = 25


def _presses(engine: Engine, dice: random.Random) -> list[Callable[[], object]]:
    notes, dropped = engine.session.notes, engine.session.dropped
    some_step = dice.choice(engine.session.gathering.steps).id
    some_note = dice.choice(notes).id if notes else "nothing"
    some_dropped = dice.choice(dropped).id if dropped else "nothing"
    return [
        engine.next, engine.next, engine.next, engine.back, engine.redo, engine.put_back, engine.undo,
        lambda: engine.replan(Replanned(left_out=(some_step,), minutes=(StepMinutes(step_id="gift", minutes=4),))),
        engine.hold, engine.release, engine.hold_or_release,
        lambda: engine.show_message("Soup is ready."), engine.show_silence, engine.take_card_away,
        lambda: engine.give_back(dice.randint(-1000, 400_000)),
        lambda: engine.stretch(1), lambda: engine.stretch(-1), lambda: engine.count(dice.randint(0, 300)),
        lambda: engine.blank(on=dice.random() < 0.5), lambda: engine.reword("And you?"),
        lambda: engine.reform(dice.choice(list(Form))), lambda: engine.keep("words", dice.choice(list(Keeps))),
        engine.pass_stone, engine.arrive,
        lambda: engine.leave(dice.randint(1, 9)), lambda: engine.come_back(dice.randint(1, 9)),
        lambda: engine.seat((Seats(step_id=some_step, tables=((1, 2), (3, 4, 5))),)),
        lambda: engine.drop(some_note), lambda: engine.restore(some_dropped),
        *([engine.finish] if dice.random() < 0.05 else []),
    ]


def _replayed(log: list[Event]) -> list[Event]:
    return [from_json(to_json(event)) for event in log]


def play(seed: int, check: Callable[[Engine, list[Event], Hand], None]) -> list[Event]:
    dice = random.Random(seed)
    engine, hand, log = session_of()
    for _ in range(PRESSES):
        hand.forward(seconds=dice.randint(0, 400))
        dice.choice(_presses(engine, dice))()
        check(engine, log, hand)
    return log


def test_a_redo_is_as_if_back_had_never_been_pressed() -> None:
    for seed in range(200):
        dice = random.Random(seed)
        engine, hand, _ = session_of()
        for _ in range(dice.randint(2, 12)):
            hand.forward(seconds=dice.randint(0, 400))
            dice.choice((engine.next, engine.next, engine.hold_or_release, engine.back))()
        seen: list[object] = []
        while engine.can_go_back() and len(seen) < 3:
            seen.append(engine.session)
            hand.forward(seconds=dice.randint(0, 30))
            engine.back()
        for before in reversed(seen):
            assert engine.redo()
            assert engine.session == before


@pytest.mark.slow
def test_live_state_equals_replayed_state_after_every_command() -> None:
    def same(engine: Engine, log: list[Event], hand: Hand) -> None:
        assert fold(log) == engine.session
        assert forecast(engine.session, hand()).ends >= engine.session.began

    for seed in range(PLAYS):
        play(seed, same)


def test_the_log_survives_json() -> None:
    for seed in range(20):
        log = play(seed, lambda engine, log, hand: None)
        assert fold(_replayed(log)) == fold(log)


def test_a_lost_fact_is_noticed() -> None:
    """The control: a log with one *moved* missing must not replay to the same state."""
    engine, _, log = session_of()
    engine.next()
    engine.next()
    assert fold(log[:-1]) != engine.session


def test_any_subset_of_facts_folds() -> None:
    dice = random.Random(7)
    for seed in range(60):
        log = play(seed, lambda engine, log, hand: None)
        assert fold([log[0], *[e for e in log[1:] if dice.random() < 0.6]]) is not None
