"""Before the room opens: the page is reached by one key, a press answers a row, and the ink button always begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.house import house
from tests.ui.pages.at_the_desk import press
from ui.gallery import Studio
from ui.ground import renewed
from ui.main import furnish
from ui.widgets.banner import Banner
from ui.widgets.labels import Paragraph

pytestmark = pytest.mark.slow


@pytest.fixture
def studio(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Studio]:
    """The console on a new folder, with the sample in it, in front."""
    with house(qapp, tmp_path) as studio:
        qtbot.waitUntil(studio.house.console.isActiveWindow)
        yield studio


def said(studio: Studio) -> list[str]:
    """Every line of words in sight, in the order of the page."""
    return [line.text() for line in studio.house.console.findChildren(Paragraph) if line.isVisible()]


def key(studio: Studio, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or studio.house.console, which, held)


def get_ready(studio: Studio) -> None:
    """The key that works everywhere."""
    key(studio, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)


def test_one_key_shows_what_the_room_of_the_chosen_gathering_wants_and_enter_opens_it(studio: Studio) -> None:
    get_ready(studio)
    assert studio.house.console.page == "ready"
    assert {"Before the room opens", "Staff meeting", "Nothing here can sound.",
            "It is 08:40, 20 minutes before you begin."} <= set(said(studio))
    key(studio, Qt.Key.Key_Return)
    assert studio.house.console.page == "host"
    session = studio.house.hosting.session
    assert session is not None and session.gathering.title == "Staff meeting"


def test_a_press_answers_a_row_and_the_keyboard_stays_on_the_page(studio: Studio) -> None:
    get_ready(studio)
    before = said(studio)
    assert before.index("Does the room see this page too?") < before.index("Already well")
    press(studio.house.console, "Only I see it")
    after = said(studio)
    assert "Does the room see this page too?" not in after
    assert after.index("This page is yours alone") > after.index("Already well")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget) and focus.isVisible()
    key(studio, Qt.Key.Key_Return)
    assert studio.house.hosting.session is not None


def test_while_hosting_the_page_leads_back_to_the_session(studio: Studio) -> None:
    get_ready(studio)
    press(studio.house.console, "Open the room")
    get_ready(studio)
    assert studio.house.console.page == "ready" and "It goes on meanwhile." in said(studio)
    press(studio.house.console, "Back to the session")
    assert studio.house.console.page == "host"


def test_while_hosting_those_who_are_there_are_counted_not_those_who_were_planned(studio: Studio) -> None:
    get_ready(studio)
    press(studio.house.console, "Open the room")
    assert (engine := studio.house.hosting.running) is not None and engine.count(14)
    get_ready(studio)
    assert "14 chairs, and 2 to spare." in said(studio)
    assert any("14 people" in line for line in said(studio)) and not any("11 people" in line for line in said(studio))


def test_during_a_rehearsal_it_shows_the_plan_that_is_rehearsed_and_opens_the_room_for_it(studio: Studio) -> None:
    other = replace(studio.ground.store.gatherings()[0], id="other", title="Another evening")
    studio.ground.store.keep_gathering(other, 1)
    studio.house.rehearsing.begin(other)
    get_ready(studio)
    assert studio.house.console.page == "ready" and "Another evening" in said(studio)
    press(studio.house.console, "Open the room")
    session = studio.house.hosting.session
    assert session is not None and session.gathering.title == "Another evening"
    assert studio.house.rehearsing.plan is None and studio.house.bridge.session is session


def test_what_was_answered_is_still_answered_in_windows_that_are_built_anew(
        qapp: QApplication, studio: Studio) -> None:
    get_ready(studio)
    press(studio.house.console, "They stand")
    assert "The chairs stand" in said(studio)
    again = furnish(qapp, renewed(studio.ground))
    try:
        again.readying.open()
        lines = [line.text() for line in again.readying.page.findChildren(Paragraph)]
        assert "The chairs stand" in lines and "This page is yours alone" not in lines
    finally:
        again.close()


def test_the_designer_leads_to_it_for_the_plan_as_it_is_typed(studio: Studio) -> None:
    studio.house.planning.open(studio.ground.store.gatherings()[0].id)
    press(studio.house.console, "Get ready")
    assert studio.house.console.page == "ready" and "Staff meeting" in said(studio)


def test_without_a_gathering_one_sentence_says_what_to_do(studio: Studio) -> None:
    studio.ground.store.remove_gathering(studio.ground.store.gatherings()[0].id)
    studio.house.planning.refresh()
    get_ready(studio)
    assert studio.house.console.page == "gatherings"
    assert any(banner.text().startswith("Choose a gathering first") for banner in
               studio.house.console.findChildren(Banner))


def test_what_has_not_changed_is_not_laid_out_again(studio: Studio) -> None:
    get_ready(studio)
    page = studio.house.readying.page
    lines = [line for line in page.findChildren(Paragraph) if line.isVisible()]
    studio.house.readying.refresh()
    assert [line for line in page.findChildren(Paragraph) if line.isVisible()] == lines
