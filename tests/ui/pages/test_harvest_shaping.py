"""A harvest given shape by key and by hand: several notes as one, one as two, elsewhere, and under themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.library.protocol import Keeps
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.reading import keys, settle
from tests.ui.pages.scribe import Scribe
from ui.panels.note_heads import SectionHead, ThemeRow
from ui.widgets.labels import Paragraph

pytestmark = pytest.mark.slow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY, WHO, GIFT = "We wait for the key.", "Who has the key?", "You waited for me."


@pytest.fixture
def scribe(qtbot: QtBot, faces: None) -> Scribe:
    return Scribe(qtbot)


def held(scribe: Scribe, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or scribe.page, key, held)


def themes(scribe: Scribe) -> list[ThemeRow]:
    settle()
    return [row for row in scribe.page.findChildren(ThemeRow) if row.isVisible()]


def heading(scribe: Scribe, words: str) -> QWidget:
    return next(head for head in (*scribe.page.findChildren(SectionHead), *themes(scribe))
                if any(line.text() == words for line in head.findChildren(Paragraph)) and head.isVisible())


def carry(row: QWidget, to: QWidget, *, let_go: bool = True) -> None:
    """Take a row by its words and carry it to the middle of something else."""
    start = QPoint(180, 14)
    end = row.mapFromGlobal(to.mapToGlobal(to.rect().center()))
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(row, start + (end - start) * part)
    if let_go:
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_chosen_notes_become_one_and_are_several_again(scribe: Scribe) -> None:
    scribe.go_to(KEY)
    keys(scribe.page, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert "2 notes chosen" in scribe.told()
    keys(scribe.page, Qt.Key.Key_M)
    assert scribe.focused() == f"{KEY}\n{WHO}" and "chosen" not in scribe.told()
    held(scribe, Qt.Key.Key_Z, CONTROL)
    assert scribe.texts() == [KEY, WHO, GIFT]
    held(scribe, Qt.Key.Key_Y, CONTROL)
    assert scribe.texts() == [f"{KEY}\n{WHO}", GIFT]


def test_a_note_is_parted_where_the_cursor_stands(scribe: Scribe) -> None:
    scribe.engine.keep("🪑 The chair. The lamp.", Keeps.INSIGHT, step_id="heard")
    scribe.go_to("🪑 The chair. The lamp.")
    keys(scribe.page, Qt.Key.Key_Return, *[Qt.Key.Key_Left] * len("The lamp."))
    held(scribe, Qt.Key.Key_Return, CONTROL)
    assert scribe.texts()[1:4] == [WHO, "🪑 The chair.", "The lamp."] and scribe.focused() == "🪑 The chair."
    keys(scribe.page, Qt.Key.Key_Return)
    held(scribe, Qt.Key.Key_Return, CONTROL)     # with nothing behind the cursor
    assert "Part 2 has no words" in scribe.told() and len(scribe.editors()) == 1


def test_notes_are_sorted_into_themes_by_keys_alone(scribe: Scribe) -> None:
    press(scribe.page, "By theme")
    scribe.go_to(KEY)
    held(scribe, Qt.Key.Key_Down, SHIFT)
    keys(scribe.page, Qt.Key.Key_T, "The key", Qt.Key.Key_Return)
    assert [row.accessibleName() for row in themes(scribe)] == ["Theme: The key"]
    assert scribe.kept(KEY).theme == scribe.kept(WHO).theme == scribe.kept("The key").id
    assert scribe.focused() == GIFT, "the next one that is not gathered is in hand"
    keys(scribe.page, Qt.Key.Key_T, "key", Qt.Key.Key_Return)
    assert scribe.kept(GIFT).theme == scribe.kept("The key").id
    assert "Everything stands under a theme." in scribe.told()
    keys(scribe.page, Qt.Key.Key_T, "no", Qt.Key.Key_Return)
    held(scribe, Qt.Key.Key_Z, CONTROL)
    assert scribe.kept(GIFT).theme == scribe.kept("The key").id


def test_a_theme_is_renamed_and_taken_away_as_any_note(scribe: Scribe) -> None:
    press(scribe.page, "By theme")
    press(scribe.page, "New theme")
    keys(scribe.page, "Doors", Qt.Key.Key_Return)
    themes(scribe)[0].setFocus(Qt.FocusReason.TabFocusReason)
    keys(scribe.page, Qt.Key.Key_Return, " and keys", Qt.Key.Key_Return)
    assert themes(scribe)[0].accessibleName() == "Theme: Doors and keys" and themes(scribe)[0].hasFocus()
    keys(scribe.page, Qt.Key.Key_Delete)
    assert themes(scribe) == [] and scribe.focused() == KEY


def test_chosen_notes_go_to_another_step_and_become_another_kind(scribe: Scribe) -> None:
    scribe.go_to(KEY)
    keys(scribe.page, Qt.Key.Key_S, "made", Qt.Key.Key_Return)
    assert scribe.kept(KEY).step_id == "gift" and scribe.texts() == [WHO, KEY, GIFT]
    scribe.go_to(GIFT)
    keys(scribe.page, Qt.Key.Key_Space)
    held(scribe, Qt.Key.Key_Up, SHIFT)
    keys(scribe.page, Qt.Key.Key_K, "stor", Qt.Key.Key_Return)
    assert scribe.kept(KEY).kind is scribe.kept(GIFT).kind is Keeps.STORY


def test_escape_closes_the_question_and_then_lets_go(scribe: Scribe) -> None:
    scribe.go_to(KEY)
    held(scribe, Qt.Key.Key_A, CONTROL)
    keys(scribe.page, Qt.Key.Key_T, "x", Qt.Key.Key_Escape)
    assert "3 notes chosen" in scribe.told() and scribe.focused() == KEY
    keys(scribe.page, Qt.Key.Key_Escape)
    assert "chosen" not in scribe.told() and themes(scribe) == []


def test_several_are_taken_away_and_brought_back_together(scribe: Scribe) -> None:
    row = scribe.go_to(KEY)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(scribe.go_to(GIFT), Qt.MouseButton.LeftButton, CONTROL)
    keys(scribe.page, Qt.Key.Key_Delete)
    assert scribe.texts() == [WHO] and "Taken away: “2 notes”" in scribe.told()
    press(scribe.page, "Bring it back")
    assert scribe.texts() == [KEY, WHO, GIFT]


def test_a_letter_that_is_typed_is_only_a_letter(scribe: Scribe) -> None:
    scribe.go_to(KEY)
    held(scribe, Qt.Key.Key_A, CONTROL)
    scribe.field("Words on the card").setFocus()
    keys(scribe.page, "mskt")
    assert scribe.field("Words on the card").toPlainText() == "mskt" and len(scribe.texts()) == 3


def test_a_note_is_carried_to_another_step_and_escape_leaves_it_where_it_is(scribe: Scribe) -> None:
    row = scribe.go_to(KEY)
    carry(row, heading(scribe, "Made lighter"), let_go=False)
    assert "to “Made lighter”" in scribe.told()
    keys(scribe.page, Qt.Key.Key_Escape)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert "to “Made lighter”" not in scribe.told() and scribe.kept(KEY).step_id == "busy"
    row = scribe.go_to(KEY)
    carry(row, heading(scribe, "Made lighter"), let_go=False)
    scribe.engine.drop(scribe.kept(KEY).id)     # what is carried may go meanwhile, from the host's page
    assert "to “Made lighter”" not in scribe.told()
    QTest.mouseMove(row, QPoint(180, 60))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    scribe.engine.restore(scribe.engine.session.dropped[0].id)
    carry(scribe.go_to(KEY), heading(scribe, "Made lighter"))
    assert scribe.kept(KEY).step_id == "gift"
    press(scribe.page, "By kind")
    carry(scribe.go_to(KEY), scribe.go_to(GIFT))
    assert scribe.kept(KEY).kind is Keeps.GIFT


def test_chosen_notes_are_carried_to_a_new_theme_and_one_out_of_it(scribe: Scribe) -> None:
    press(scribe.page, "By theme")
    row = scribe.go_to(KEY)
    held(scribe, Qt.Key.Key_Down, SHIFT)
    carry(row, named(scribe.page, "New theme", QWidget))
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    keys(scribe.page, "Keys", Qt.Key.Key_Return)
    theme = scribe.kept("Keys").id
    assert [scribe.kept(text).theme for text in (KEY, WHO, GIFT)] == [theme, theme, ""]
    carry(scribe.go_to(WHO), heading(scribe, "Not gathered"))
    assert [scribe.kept(text).theme for text in (KEY, WHO)] == [theme, ""]
    held(scribe, Qt.Key.Key_Z, CONTROL)
    assert scribe.kept(WHO).theme == theme
