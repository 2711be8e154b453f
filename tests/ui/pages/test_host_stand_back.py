"""Four metres from the desk with a clicker in the hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pages.host_hands import KEY, Hands
from ui.panels.stand_back import FarView, StandBack

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """A round that runs for a minute, the host far away."""
    hands = Hands(qtbot)
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=1)
    hands.key(KEY.Key_S)
    return hands


def far(hands: Hands) -> StandBack:
    """The view from afar."""
    return hands.page.findChildren(StandBack)[0]


def seen(hands: Hands) -> FarView:
    """What it says now."""
    hands.page.look()
    view = far(hands).view
    assert view is not None
    return view


def test_from_afar_the_clock_and_the_next_click_are_read(hands: Hands) -> None:
    assert far(hands).isVisible()
    assert (seen(hands).face.digits, seen(hands).click) == ("11:00", "Call them back")


def test_the_clicker_goes_on_and_the_view_with_it(hands: Hands) -> None:
    hands.next()
    assert hands.place() == ("waiting", "call back")
    assert far(hands).isVisible()
    assert seen(hands).click == "Next step"


def test_a_held_clock_says_so_in_the_first_place(hands: Hands) -> None:
    hands.key(KEY.Key_F5)
    assert (seen(hands).headline, seen(hands).click, seen(hands).face.hatched) == ("Held at 11:00", "Go on", True)


def test_from_afar_a_click_on_a_held_clock_goes_on_as_the_band_says(hands: Hands) -> None:
    hands.key(KEY.Key_F5)
    hands.next()
    assert hands.place() == ("waiting", "round")
    assert not seen(hands).face.hatched
    hands.next()
    assert hands.place() == ("waiting", "call back")


def test_late_is_said_in_words(hands: Hands) -> None:
    hands.clock.forward(minutes=90)
    assert seen(hands).late
    assert "promised 09:45" in seen(hands).ends


def test_s_or_a_touch_brings_the_desk_back(hands: Hands) -> None:
    hands.key(KEY.Key_S)
    assert not far(hands).isVisible()
    hands.key(KEY.Key_S)
    QTest.mouseClick(far(hands), Qt.MouseButton.LeftButton)
    assert not far(hands).isVisible()


@pytest.mark.parametrize("key", [KEY.Key_H, KEY.Key_M, KEY.Key_Question])
def test_what_needs_the_desk_brings_it_back(hands: Hands, key: Qt.Key) -> None:
    hands.key(key)
    assert not far(hands).isVisible()
