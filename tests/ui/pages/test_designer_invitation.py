"""The invitation in the designer: opened by its button, its key or a question, kept as typed, undone like anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering, Setting
from app.design.invitation import Invitation
from tests.plans import gathering
from tests.ui.pages.at_the_desk import named, press, rows, write
from tests.ui.pages.drawing_board import opened
from ui.panels.invitation import InvitationPanel

pytestmark = pytest.mark.slow


def test_the_invitation_is_opened_written_and_undone_with_the_keyboard(qapp: QApplication, qtbot: QtBot) -> None:
    page = opened(qapp, qtbot, gathering("invitation", "ownership", "commitment"))
    told: list[Gathering] = []
    page.changed.connect(told.append)
    QTest.keyClick(rows(page)[0], Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    first = named(page, "What could become possible", QPlainTextEdit)
    assert QApplication.focusWidget() is first
    write(first, "Both sides of the street at one table.")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    press(page, "They must attend")
    page.flush()
    written = Invitation(possibility="Both sides of the street at one table.", required=True)
    assert told[-1].invitation == written
    assert page.findChildren(InvitationPanel)[0].isVisible()
    press(page, "Undo")
    assert told[-1].invitation == Invitation(possibility=written.possibility)
    press(page, "Undo")
    assert told[-1].invitation == Invitation()
    assert named(page, "What could become possible", QPlainTextEdit).toPlainText() == ""
    QTest.keyClick(named(page, "The request", QPlainTextEdit), Qt.Key.Key_Escape)
    assert not page.findChildren(InvitationPanel)[0].isVisible()


def test_the_question_about_the_no_opens_the_invitation(qapp: QApplication, qtbot: QtBot) -> None:
    plan = gathering("welcome", "invitation", "ownership", "sampling", "gifts", "closing", minutes=120)
    page = opened(qapp, qtbot, Gathering(id=plan.id, title="Our street", starts=plan.starts, people=42, minutes=120,
                                         steps=plan.steps, setting=Setting.TOWN_HALL))
    press(page, "Write the invitation")
    assert page.findChildren(InvitationPanel)[0].isVisible()
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
