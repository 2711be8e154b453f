"""A convener prepares herself in the designer: five questions for her alone, the invitation, and her own plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.design.preparation import INNER
from app.words import Words
from tests.app.design.test_preparation import circle
from tests.plans import gathering
from tests.ui.pages.at_the_desk import press
from tests.ui.pages.drawing_board import opened
from tests.ui.pages.reading import read
from ui.panels.invitation import InvitationPanel
from ui.panels.preparation import PreparationPanel
from ui.panels.preparation_offer import PreparationOffer
from ui.projector.view import WallView

pytestmark = pytest.mark.slow

SECRET = "I would rather not meet Ilse."


def test_five_answers_are_kept_with_the_plan_by_keyboard_and_shown_nowhere_else(
        qapp: QApplication, qtbot: QtBot) -> None:
    page = opened(qapp, qtbot, circle())
    press(page, "Prepare yourself")
    panel = page.findChildren(PreparationPanel)[0]
    for prompt in (prompt for inner in INNER for prompt in inner.prompts):
        here = QApplication.focusWidget()
        assert isinstance(here, QPlainTextEdit) and here.accessibleName() == Words()(prompt.asks)
        QTest.keyClicks(here, SECRET)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    page.flush()
    assert page.gathering is not None
    assert {page.gathering.preparation.me, page.gathering.preparation.ready} == {SECRET}
    assert all(SECRET not in str(view.audience) for view in page.findChildren(WallView))
    assert [line for line in read(panel) if line in ("Why this circle", "All the voices", "Into good hands")] == [
        "Why this circle", "All the voices", "Into good hands"]
    QTest.keyClick(_focus(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert SECRET not in read(page)


def test_the_third_aspect_is_the_invitation_that_there_is(qapp: QApplication, qtbot: QtBot) -> None:
    page = opened(qapp, qtbot, circle("all-voices"))
    press(page, "Prepare yourself")
    assert "Nothing of it is written yet." in read(page)
    press(page, "Write the invitation")
    assert page.findChildren(InvitationPanel)[0].isVisible()


def test_a_plan_without_such_a_circle_asks_for_no_preparation(qapp: QApplication, qtbot: QtBot) -> None:
    page = opened(qapp, qtbot, gathering("ownership"))
    assert not any(offer.isVisible() for offer in page.findChildren(PreparationOffer))


def _focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here
