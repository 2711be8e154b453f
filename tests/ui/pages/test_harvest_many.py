"""A thousand notes: only those in sight are made, every one is reached, and what is read stays where it is."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.protocol import Keeps
from tests.ui.pages.reading import keys, settle
from tests.ui.pages.scribe import Scribe
from ui.panels.note_row import NoteRow

pytestmark = pytest.mark.slow

MANY, MOST = 1_000, 45
"""Notes, and rows that may be there at once: two screens of them."""


@pytest.fixture
def scribe(qtbot: QtBot, faces: None) -> Scribe:
    return Scribe(qtbot, notes=False, many=MANY)


def made(scribe: Scribe) -> list[NoteRow]:
    settle()
    return [row for row in scribe.page.findChildren(NoteRow) if not row.isHidden()]


def test_of_a_thousand_notes_only_those_in_sight_are_made_and_every_one_is_reached(scribe: Scribe) -> None:
    assert 5 < len(made(scribe)) <= MOST
    scribe.go_to("Card 0")
    keys(scribe.page, Qt.Key.Key_End)
    assert scribe.focused() == f"Card {MANY - 1}" and len(made(scribe)) <= MOST
    keys(scribe.page, *[Qt.Key.Key_Up] * 60)
    assert scribe.focused() == f"Card {MANY - 61}" and len(made(scribe)) <= MOST


def test_a_note_that_changes_far_above_moves_nothing_that_is_read(scribe: Scribe) -> None:
    scribe.go_to("Card 0")
    keys(scribe.page, Qt.Key.Key_End, *[Qt.Key.Key_Up] * 40)
    row = scribe.go_to(scribe.focused())
    before = row.mapTo(scribe.page, QPoint(0, 0)).y()
    first = scribe.engine.session.notes[0]
    scribe.engine.edit(msgspec.structs.replace(first, text="line after line " * 80))
    scribe.engine.keep("A new one, far above", Keeps.INSIGHT, step_id="busy")
    scribe.engine.drop(scribe.engine.session.notes[3].id)
    settle()
    assert QApplication.focusWidget() is row
    assert row.mapTo(scribe.page, QPoint(0, 0)).y() == before
    QTest.keyClick(row, Qt.Key.Key_Home)
    assert scribe.focused() == "A new one, far above"
