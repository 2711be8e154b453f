"""On a laptop with a touch screen everything a host presses is as large as a fingertip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.settings import Targets, read_settings
from tests.ui.house import house
from tests.ui.pages.at_the_desk import press
from ui.gallery import Studio
from ui.gallery_modes import elsewhere
from ui.touch import FINGER, for_fingers, has_touch_screen, target, wear_targets

SIZES = (QSize(1366, 768), QSize(1440, 900))


def slight(page: QWidget) -> set[str]:
    """What is in sight and smaller than a fingertip, one way or the other."""
    return {f"{button.text() or button.accessibleName()} {button.width()} x {button.height()}"
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and min(button.width(), button.height()) < FINGER}


def settled(page: QWidget) -> QWidget:
    """The page laid out as it is seen: what is asked of a layout comes with the next turn of the loop."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
        page.grab()
    return page


def walk(studio: Studio) -> set[str]:
    """Everything slight on the host's page, in every mode, in both sizes, and with what opens there."""
    built, page = studio.house, studio.house.host_page
    built.hosting.begin(studio.ground.store.gatherings()[0])
    built.console.turn_to("host")
    found: set[str] = set()
    for _ in elsewhere(built, studio.ground.store.gatherings()[0].starts):
        for size in SIZES:
            built.console.resize(size)
            found |= slight(settled(page))
        for opens in ("message", "finish", "replan"):
            page.run(opens)
            found |= slight(settled(page))
            page.run("back" if opens == "finish" else opens)
    return found


@pytest.mark.slow
def test_every_button_of_the_host_is_as_large_as_a_fingertip_both_ways(qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path, targets=Targets.LARGE) as studio:
        assert walk(studio) == set()


@pytest.mark.slow
def test_without_fingers_some_are_smaller_and_the_settings_change_it(qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        built = studio.house
        built.hosting.begin(studio.ground.store.gatherings()[0])
        built.console.turn_to("host")
        assert slight(settled(built.host_page)), "usually a mouse is enough"
        studio.house.console.turn_to("settings")
        press(studio.house.console, "For fingers")
        assert read_settings(tmp_path).targets is Targets.LARGE


def test_by_itself_it_is_the_touch_screen_that_decides(qapp: QApplication) -> None:
    try:
        wear_targets(qapp, Targets.AUTO)
        assert for_fingers() is has_touch_screen()
        wear_targets(qapp, Targets.LARGE)
        assert (target(30), target(64)) == (FINGER, 64)
    finally:
        wear_targets(qapp, Targets.USUAL)
    assert target(30) == 30
