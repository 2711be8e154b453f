"""Time in the designer, and several steps at once: what a person sees, and what one undo takes back."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.design.clipboard import MIME
from app.design.gathering import Gathering
from tests.plans import gathering
from tests.ui.pages.at_the_desk import drag, named, press, read_steps, rows, write
from tests.ui.pages.drawing_board import opened
from ui.pages.designer import DesignerPage
from ui.panels.end_bar import EndBar
from ui.widgets.labels import Paragraph

pytestmark = pytest.mark.slow

SHIFT, CONTROL, ALT = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
                       Qt.KeyboardModifier.AltModifier)
PLAN = gathering("welcome", "break", "sampling", "closing", minutes=60)
TITLES = ["Welcome", "A break", "Heard in the room", "Closing words"]


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> DesignerPage:
    return opened(qapp, qtbot, PLAN)


def now(page: DesignerPage) -> Gathering:
    assert page.gathering is not None
    return page.gathering


def titles(page: DesignerPage) -> list[str]:
    return [step.title for step in now(page).steps]


def key(page: DesignerPage, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(page.focusWidget() or page, code, held)


def begin(page: DesignerPage, place: int) -> None:
    rows(page)[place].setFocus(Qt.FocusReason.TabFocusReason)


def test_a_time_that_is_typed_is_waited_for_and_the_bar_says_what_is_left(page: DesignerPage) -> None:
    begin(page, 1)
    field = named(page, "Starts at a fixed time", QLineEdit)
    write(field, "19.30")
    key(page, Qt.Key.Key_Return)
    assert now(page).steps[1].starts_at == time(19, 30)
    assert read_steps(page)[1] == "19:30 A break"
    assert page.findChildren(EndBar)[0].text().startswith("Ends 19:5")
    key(page, Qt.Key.Key_Z, CONTROL)
    assert now(page) == PLAN


def test_what_is_no_time_of_day_is_told_kindly_and_changes_nothing(page: DesignerPage) -> None:
    begin(page, 1)
    field = named(page, "Starts at a fixed time", QLineEdit)
    write(field, "noonish")
    key(page, Qt.Key.Key_Return)
    assert "“noonish” is no time of day; write it like 12:00." in [
        words.text() for words in page.findChildren(Paragraph) if words.isVisible()]
    assert now(page) == PLAN


def test_optional_and_the_next_day_are_one_press_each(page: DesignerPage) -> None:
    begin(page, 2)
    press(page, "If there is time")
    assert "6 min if there is time" in page.findChildren(EndBar)[0].text()
    assert rows(page)[2].accessibleName().endswith("if there is time")
    press(page, "Begins the next day")
    assert read_steps(page)[2] == "19:00 Heard in the room"
    assert page.findChildren(EndBar)[0].text().startswith("Friday · Ends 19:1")
    write(named(page, "This day ends at", QLineEdit), "19:20")
    key(page, Qt.Key.Key_Return)
    assert ", promised 19:20." in page.findChildren(EndBar)[0].text()


def test_several_steps_are_chosen_moved_doubled_and_removed_by_keys_with_one_undo_each(page: DesignerPage) -> None:
    begin(page, 1)
    key(page, Qt.Key.Key_Down, SHIFT)
    key(page, Qt.Key.Key_Up, ALT)
    assert titles(page) == ["A break", "Heard in the room", "Welcome", "Closing words"]
    key(page, Qt.Key.Key_D, CONTROL)
    assert titles(page) == ["A break", "Heard in the room"] * 2 + ["Welcome", "Closing words"]
    key(page, Qt.Key.Key_Delete)
    assert titles(page) == ["A break", "Heard in the room", "Welcome", "Closing words"]
    for _ in range(3):
        key(page, Qt.Key.Key_Z, CONTROL)
    assert now(page) == PLAN


def test_a_step_alone_is_chosen_again_by_an_arrow_or_escape(page: DesignerPage) -> None:
    begin(page, 0)
    key(page, Qt.Key.Key_A, CONTROL)
    assert page.hand.selection.all == {step.id for step in PLAN.steps}
    key(page, Qt.Key.Key_Escape)
    assert page.hand.selection.all == {PLAN.steps[0].id}


def test_a_hand_with_control_takes_one_more_and_drags_both(page: DesignerPage) -> None:
    begin(page, 0)
    QTest.mouseClick(rows(page)[2], Qt.MouseButton.LeftButton, CONTROL, QPoint(150, 12))
    assert page.hand.selection.all == {PLAN.steps[0].id, PLAN.steps[2].id}
    drag(rows(page)[0], rows(page)[3], below=True)
    assert titles(page) == ["A break", "Closing words", "Welcome", "Heard in the room"]


def test_what_is_cut_here_is_pasted_in_another_gathering(page: DesignerPage) -> None:
    begin(page, 0)
    key(page, Qt.Key.Key_Down, SHIFT)
    key(page, Qt.Key.Key_X, CONTROL)
    assert titles(page) == TITLES[2:]
    page.show_gathering(gathering("gifts"))
    begin(page, 0)
    key(page, Qt.Key.Key_V, CONTROL)
    assert titles(page) == ["A sentence to keep", *TITLES[:2]]
    key(page, Qt.Key.Key_Z, CONTROL)
    assert titles(page) == ["A sentence to keep"]


def test_pasted_words_become_a_question_and_what_cannot_be_read_is_told(page: DesignerPage) -> None:
    begin(page, 3)
    QGuiApplication.clipboard().setText("What did you\nleave at the door?")
    key(page, Qt.Key.Key_V, CONTROL)
    assert now(page).steps[4].question == "What did you leave at the door?"
    broken = QMimeData()
    broken.setData(MIME, b"{")
    QGuiApplication.clipboard().setMimeData(broken)
    key(page, Qt.Key.Key_V, CONTROL)
    assert len(now(page).steps) == 5
    assert any("cannot be read as steps" in words.text() for words in page.findChildren(Paragraph))


def test_in_a_field_the_same_keys_are_about_its_words(page: DesignerPage) -> None:
    begin(page, 1)
    heading = named(page, "Heading above it", QLineEdit)
    write(heading, "Evening")
    for code in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_V):
        QTest.keyClick(heading, code, CONTROL)
    assert now(page).steps[1].section == "EveningEvening"
    assert titles(page) == TITLES
    assert not any(widget.hasFocus() for widget in rows(page) if isinstance(widget, QWidget))
