"""Numbers on the displays: there when asked for, gone by themselves, at any key, and with a cable."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.projector.displays import plugged
from ui.projector.numbers import Numbers
from ui.theme import load_wall_theme


@pytest.fixture
def numbers(fonts: None) -> Iterator[Numbers]:
    made = Numbers(theme=load_wall_theme("paper"))
    yield made
    made.hide()


def test_each_display_has_its_number_and_says_who_it_is(numbers: Numbers) -> None:
    numbers.show()
    (window,), (seen,) = numbers.shown, plugged()
    assert window.accessibleName() == f"1, {seen.display.called()}"
    assert window.screen().geometry().contains(window.geometry())
    assert 2 * window.width() < seen.width, "what is under it is still seen"
    picture = window.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert {load_wall_theme("paper").ink.lower(), load_wall_theme("paper").bg.lower()} <= colours


def test_any_key_takes_them_away_and_does_what_it_does(numbers: Numbers, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    numbers.show()
    assert numbers.shown
    QTest.keyClick(field, Qt.Key.Key_X)
    assert numbers.shown, "the key that asked for them is still being pressed"
    qtbot.waitUntil(lambda: numbers.listening)
    QTest.keyClick(field, Qt.Key.Key_Y)
    assert not numbers.shown
    assert field.text() == "xy"


def test_they_go_by_themselves(fonts: None, qtbot: QtBot) -> None:
    numbers = Numbers(theme=load_wall_theme("night"), seconds=0.05)
    numbers.show()
    assert numbers.shown
    qtbot.waitUntil(lambda: not numbers.shown)


def test_asked_for_again_there_is_still_one_on_each(numbers: Numbers) -> None:
    numbers.show()
    numbers.show()
    assert len(numbers.shown) == len(plugged())
    numbers.hide()
    numbers.hide()
    assert numbers.shown == ()
