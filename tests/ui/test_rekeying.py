"""Keys of a host's own choosing: taken, kept, told everywhere, and a clicker never left without its two."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.live.audience import audience
from app.live.scene import Scene
from app.settings import read_settings
from app.words import Words, say
from tests.ui.house import house
from tests.ui.pages.at_the_desk import press
from tests.ui.test_actions import actions, told  # noqa: F401  (fixtures)
from ui.actions import Action, action_for
from ui.commands import Command
from ui.gallery import Studio
from ui.key_choice import NEVER_WITHOUT, Taken, hint, take, worn
from ui.pages.keys import KeysPage
from ui.panels.key_row import KeyRow
from ui.panels.keys_list import KeysList
from ui.panels.live_bar import LiveBar
from ui.widgets.labels import Paragraph

KEY, WORDS = Qt.Key, Words()
WALL = Command(say("The wall on or away"), ("F11",))


def given(usual: tuple[Action, ...], command: str, key: str, chosen: dict[str, tuple[str, ...]] | None = None, *,
          once_more: bool = False) -> Taken:
    taken = take(worn(usual, chosen or {}), chosen or {}, command, key, besides=(WALL,), once_more=once_more)
    assert taken is not None
    return taken


@pytest.fixture
def usual(actions: dict[str, Action]) -> tuple[Action, ...]:  # noqa: F811
    return tuple(actions.values())


def test_a_free_key_is_taken_beside_the_usual_ones(usual: tuple[Action, ...]) -> None:
    taken = given(usual, "message", "Y")
    assert WORDS(taken.text) == "Y is “Write a message, then take it away” now."
    assert taken.chosen == {"message": ("Y", "M")}
    for key in ("Y", "M"):
        found = action_for(worn(usual, taken.chosen or {}), key, typing=False)
        assert found is not None
        assert found.id == "message"


def test_a_key_of_another_command_is_told_by_its_name_and_comes_away_when_it_is_pressed_once_more(
        usual: tuple[Action, ...]) -> None:
    told = given(usual, "message", "Q")  # noqa: F811
    assert (WORDS(told.text), told.chosen, told.once_more) == (
        "Q is “Silence on the wall”. Press it once more to take it from there.", None, True)
    taken = given(usual, "message", "Q", once_more=True)
    assert taken.chosen == {"message": ("Q", "M"), "silence": ()}


@pytest.mark.parametrize(("command", "key"), [("message", "PgDown"), ("next", "PgUp"), ("blank", "PgUp")])
def test_a_clicker_is_never_left_without_next_and_back(usual: tuple[Action, ...], command: str, key: str) -> None:
    taken = given(usual, command, key, once_more=True)
    assert taken.chosen is None
    assert "is what a clicker presses" in WORDS(taken.text)


def test_with_another_key_for_the_clicker_its_usual_one_may_go(usual: tuple[Action, ...]) -> None:
    chosen = given(usual, "next", "F8").chosen
    taken = given(usual, "message", "PgDown", chosen, once_more=True)
    assert taken.chosen is not None
    assert taken.chosen["next"] == ("Space", "Right", "F8")
    assert worn(usual, taken.chosen)[0].anywhere == ("F8",)


def test_a_clickers_dot_can_mean_next_and_works_beside_the_letter(usual: tuple[Action, ...]) -> None:
    chosen = given(usual, "next", ".", once_more=True).chosen
    assert chosen is not None
    found = action_for(worn(usual, chosen), ".", typing=False)
    assert found is not None
    assert found.id == "next"
    assert next(a for a in worn(usual, chosen) if a.id == "blank").keys == ("B",)


def test_whatever_is_taken_in_whatever_order_next_and_back_can_be_clicked(usual: tuple[Action, ...]) -> None:
    chosen: dict[str, tuple[str, ...]] = {}
    for command in usual:
        for key in ("PgDown", "PgUp", "F5", "Esc", ".", "B", "Space", "Left", "Right"):
            taken = take(worn(usual, chosen), chosen, command.id, key, once_more=True) \
                if command.plain or not callable(command.text) else None
            chosen = dict(taken.chosen) if taken is not None and taken.chosen is not None else chosen
            for name in NEVER_WITHOUT:
                assert next(a for a in worn(usual, chosen) if a.id == name).anywhere, (command.id, key)


@pytest.mark.parametrize("key", ["Tab", "Return", "Shift", "Ctrl+Control", ""])
def test_what_is_no_key_changes_nothing(usual: tuple[Action, ...], key: str) -> None:
    assert take(usual, {}, "message", key) is None


def test_a_key_of_the_whole_console_stays_and_so_does_one_that_is_there(usual: tuple[Action, ...]) -> None:
    assert WORDS(given(usual, "message", "F11").text) == "F11 is “The wall on or away” everywhere, and stays so."
    assert WORDS(given(usual, "message", "M").text) == "M is a key of “Write a message, then take it away” already."


def test_settings_that_somebody_wrote_by_hand_never_leave_a_clicker_without_next(usual: tuple[Action, ...]) -> None:
    found = worn(usual, {"next": ("N",), "back": (), "gone long ago": ("Z",), "message": ()})
    assert found[0] == usual[0]
    assert found[1] == usual[1]


def test_a_letter_takes_alt_where_words_are_typed() -> None:
    keys = {"far": "S", "leave": "Ctrl+L"}
    assert (hint(keys, "far"), hint(keys, "far", free=False), hint(keys, "leave", free=False)) == (
        "S", "Alt S", "Ctrl+L")


def row(page: KeysPage, command: str) -> KeyRow:
    return next(row for row in page.findChildren(KeyRow) if row.command == command and row.isVisible())


def choose(studio: Studio, command: str, key: Qt.Key) -> str:
    """Press a command on the page of every key, then a key; what is told then."""
    page = studio.house.console.findChildren(KeysPage)[0]
    row(page, command).setFocus()
    QTest.keyClick(row(page, command), KEY.Key_Return)
    assert row(page, command).is_waiting()
    QTest.keyClick(row(page, command), key)
    return page.findChildren(Paragraph)[1].text()


@pytest.mark.slow
def test_a_host_changes_a_key_by_keyboard_alone_and_every_button_and_list_tells_it(
        qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        built, page = studio.house, studio.house.host_page
        engine = built.hosting.begin(studio.ground.store.gatherings()[0])
        built.console.turn_to("keys")
        keys = built.console.findChildren(KeysPage)[0]
        qtbot.waitUntil(built.console.isActiveWindow)
        assert choose(studio, "far", KEY.Key_Y) == "Y is “Stand back” now."
        assert choose(studio, "blank", KEY.Key_Y).startswith("Y is “Stand back”. Press it once more")
        assert row(keys, "blank").is_waiting()
        QTest.keyClick(row(keys, "blank"), KEY.Key_Escape)
        assert choose(studio, "wake", KEY.Key_K) == "K is “Write a note” now."
        assert read_settings(tmp_path).keys == {"far": ("Y", "S"), "wake": ("K", "H")}
        assert row(keys, "far").accessibleName() == "Stand back: Y, S"
        built.console.turn_to("host")
        page.run("keys")
        assert ("Stand back", ("Y", "S")) in built.console.findChildren(KeysList)[0].rows()
        page.run("keys")
        while engine.session.beat.value != "gather":
            engine.next()
        assert "Press K to wake it." in " ".join(said.text() for said in page.findChildren(Paragraph))
        QTest.keyClick(page, KEY.Key_Y)
        assert not page.findChildren(LiveBar)[0].isVisible(), "it stands back"
        page.run("far")
        QTest.keyClick(page, KEY.Key_Period)
        assert audience(engine.session, WORDS).scene is Scene.BLANK
        built.console.turn_to("keys")
        press(built.console, "All keys as at first")
        assert read_settings(tmp_path).keys == {}
        built.console.turn_to("host")
        QTest.keyClick(page, KEY.Key_Y)
        assert page.findChildren(LiveBar)[0].isVisible()
        engine.finish()


@pytest.mark.slow
def test_the_next_start_has_the_keys_that_were_chosen(qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        studio.house.console.turn_to("keys")
        choose(studio, "message", KEY.Key_Y)
        again = studio.ground.choices.now.keys
    assert again == read_settings(tmp_path).keys == {"message": ("Y", "M")}
