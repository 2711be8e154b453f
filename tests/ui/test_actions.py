"""The commands of a session as data: names, keys, and when each may be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.live.away import Away
from app.live.clock import MINUTE
from app.live.engine import Engine
from app.words import Words
from tests.fakes import FakeClock
from tests.ui.pages.meeting import hosted
from ui.actions import Action, Hands, action_for, key_name, live_actions

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL, PAD = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
                       Qt.KeyboardModifier.KeypadModifier)


class Plan:
    """Re-planning that is open with two numbers."""

    offered = 2

    def __init__(self, told: list[str]) -> None:
        self._told = told

    def toggle(self) -> None:
        """Told."""
        self._told.append("plan")

    def choose(self, number: int) -> None:
        """Told."""
        self._told.append(f"choose {number}")

    def close(self) -> None:
        """Told."""
        self._told.append("not now")


@pytest.fixture
def told() -> list[str]:
    """What the page was asked to do."""
    return []


@pytest.fixture
def actions(told: list[str]) -> dict[str, Action]:
    """All commands by id."""
    hands = Hands(wake=lambda: told.append("wake"), topics=lambda: told.append("topics"),
                  other_words=lambda: told.append("words"),
                  finish=lambda: told.append("finish"), leave=lambda: told.append("leave"),
                  swap_paper=lambda: told.append("swap"), toggle_wall=lambda: told.append("wall"),
                  list_keys=lambda: told.append("keys"), write_message=lambda: told.append("message"),
                  ask_people=told.append,
                  stand_back=lambda: told.append("far"), fold=lambda: told.append("fold"),
                  away=lambda: Away(since=0, until=MINUTE, lost=MINUTE), mute=lambda: told.append("mute"),
                  copy=lambda: told.append("copy"),
                  phone=lambda: told.append("phone"), show_notes=lambda: told.append("notes"),
                  rehearsing=lambda: False, other_speed=lambda: told.append("speed"),
                  identify=lambda: told.append("identify"), plan=Plan(told),
                  take_note_back=lambda engine: engine.drop(engine.session.notes[-1].id))
    return {action.id: action for action in live_actions(hands)}


@pytest.fixture
def live() -> tuple[Engine, FakeClock]:
    """A meeting that has just begun."""
    engine, clock, _ = hosted()
    return engine, clock


def walk(engine: Engine, step_id: str, beat: str) -> None:
    """Press *Next* until the session is there."""
    while (engine.session.step_id, engine.session.beat.value) != (step_id, beat):
        assert engine.next()


def test_no_key_presses_two_commands(actions: dict[str, Action]) -> None:
    keys = [key for action in actions.values() for key in (*action.keys, *action.anywhere)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize(("key", "held", "command"), [
    (KEY.Key_PageDown, NONE, "next"), (KEY.Key_Right, NONE, "next"), (KEY.Key_Space, NONE, "next"),
    (KEY.Key_PageUp, NONE, "back"), (KEY.Key_F5, NONE, "hold"), (KEY.Key_F5, SHIFT, "hold"),
    (KEY.Key_Escape, NONE, "hold"), (KEY.Key_Period, NONE, "blank"), (KEY.Key_B, NONE, "blank"),
    (KEY.Key_Plus, SHIFT, "plus"), (KEY.Key_Plus, PAD, "plus"), (KEY.Key_Minus, NONE, "minus"),
    (KEY.Key_H, NONE, "wake"), (KEY.Key_Z, CONTROL, "take back"), (KEY.Key_Z, CONTROL | SHIFT, "put back"),
    (KEY.Key_L, CONTROL, "leave"),
])
def test_each_key_presses_its_command(
        actions: dict[str, Action], key: Qt.Key, held: Qt.KeyboardModifier, command: str) -> None:
    found = action_for(actions.values(), key_name(key, held), typing=False)
    assert found is not None
    assert found.id == command


@pytest.mark.parametrize("key", [KEY.Key_Period, KEY.Key_B, KEY.Key_H, KEY.Key_Space, KEY.Key_Right, KEY.Key_Plus])
def test_while_somebody_types_a_letter_is_a_letter(actions: dict[str, Action], key: Qt.Key) -> None:
    assert action_for(actions.values(), key_name(key, NONE), typing=True) is None


@pytest.mark.parametrize("key", [KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_F5, KEY.Key_Escape])
def test_while_somebody_types_a_clicker_is_a_clicker(actions: dict[str, Action], key: Qt.Key) -> None:
    assert action_for(actions.values(), key_name(key, NONE), typing=True) is not None


def test_next_asks_to_finish_when_nothing_else_is_left(
        actions: dict[str, Action], live: tuple[Engine, FakeClock], told: list[str]) -> None:
    engine, _ = live
    walk(engine, "close", "round")
    actions["next"].run(engine)
    assert told == ["finish"]
    assert engine.session.finished is None


def test_next_and_hold_say_what_they_will_do(actions: dict[str, Action], live: tuple[Engine, FakeClock]) -> None:
    engine, _ = live
    words = Words()
    walk(engine, "waiting", "frame")
    assert words(actions["next"].words(engine.session)) == "Start the round"
    engine.next()
    assert words(actions["hold"].words(engine.session)) == "Hold"
    engine.hold()
    assert words(actions["hold"].words(engine.session)) == "Go on"


def test_what_makes_no_sense_now_cannot_be_pressed(
        actions: dict[str, Action], live: tuple[Engine, FakeClock]) -> None:
    engine, _ = live

    def can(name: str) -> bool:
        return actions[name].enabled(engine)

    assert not can("back")
    assert not can("take back")
    assert not can("words")
    walk(engine, "waiting", "frame")
    assert (can("hold"), can("plus"), can("back"), can("words")) == (False, True, True, True)
    walk(engine, "waiting", "call back")
    assert (can("hold"), can("plus")) == (False, False)
    engine.finish()
    assert not any(can(name) for name in ("next", "back", "hold", "plus", "minus", "finish", "blank", "wake"))


def test_a_round_of_one_minute_cannot_be_shortened(
        actions: dict[str, Action], live: tuple[Engine, FakeClock]) -> None:
    engine, _ = live
    while engine.session.countdown.total >= 120_000:
        assert actions["minus"].enabled(engine)
        actions["minus"].run(engine)
    assert not actions["minus"].enabled(engine)
