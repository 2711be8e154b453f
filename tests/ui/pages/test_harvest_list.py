"""The list of notes: a thousand of them are no burden, every one is reached, and what is read stays where it is."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.library.protocol import Keeps
from tests.ui.pages.at_the_desk import named
from tests.ui.pages.reading import keys, settle
from tests.ui.pages.scribe import Scribe
from ui.panels.note_row import NoteRow
from ui.widgets.choice import Choice

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


def test_a_card_that_was_kept_comes_into_view_and_so_does_a_note_that_is_opened(qtbot: QtBot, faces: None) -> None:
    def in_view(widget: QWidget) -> bool:
        settle()
        return not widget.visibleRegion().isEmpty()

    scribe = Scribe(qtbot, notes=False)
    for number in range(40):
        scribe.engine.keep(f"Card {number}", Keeps.INSIGHT, step_id="heard")
    assert scribe.texts()[0] == "Card 0" and "Card 39" not in scribe.texts()
    named(scribe.page, "Step the card belongs to", Choice).show_choice("heard")
    scribe.field("Words on the card").setFocus()
    keys(scribe.page, "The last card", Qt.Key.Key_Return)
    assert scribe.texts()[-1] == "The last card" and in_view(scribe.rows()[-1])
    scribe.go_to("The last card")
    keys(scribe.page, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert in_view(scribe.field("Words of the note")) and scribe.field("Words of the note").toPlainText() == "Card 0"


def test_tab_goes_through_an_open_note_and_on_from_there(qtbot: QtBot, faces: None) -> None:
    scribe = Scribe(qtbot)
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Return)
    for _ in range(20):
        keys(scribe.page, Qt.Key.Key_Tab)
        if named(scribe.page, "Add a photo", QAbstractButton).hasFocus():
            break
        assert scribe.editors()[0].isAncestorOf(QApplication.focusWidget() or scribe.page)
    assert named(scribe.page, "Add a photo", QAbstractButton).hasFocus()
