"""Catching while the room speaks: the last note corrected, several pasted at once, how far each may go."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.harvest.note import Reach
from app.library.protocol import Keeps
from tests.ui.pages.host_hands import CONTROL, KEY, Hands

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    made = Hands(qtbot)
    made.walk_to("heard", "round")
    made.wake()
    return made


def texts(hands: Hands) -> list[str]:
    return [note.text for note in hands.engine.session.notes]


def paste(hands: Hands, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    hands.key(KEY.Key_V, CONTROL)


def test_up_opens_the_last_note_and_enter_corrects_it_where_it_stands(hands: Hands) -> None:
    for text in ("We waited.", "Nobody aksed."):
        hands.write(text)
        hands.key(KEY.Key_Return)
    hands.engine.edit(replace(hands.engine.session.notes[-1], theme="keys"))
    hands.key(KEY.Key_Up)
    assert hands.page.draft() == "Nobody aksed."
    for _ in "ksed.":
        hands.key(KEY.Key_Backspace)
    hands.write("sked.")
    hands.key(KEY.Key_Return)
    assert texts(hands) == ["We waited.", "Nobody asked."] and hands.page.draft() == ""
    assert hands.engine.session.notes[-1].theme == "keys", "also under its theme"
    hands.write("A new one.")
    hands.key(KEY.Key_Return)
    assert len(texts(hands)) == 3


def test_down_leaves_the_last_note_as_it_was(hands: Hands) -> None:
    hands.write("We waited.")
    hands.key(KEY.Key_Return)
    hands.key(KEY.Key_Up)
    hands.write(" never")
    hands.key(KEY.Key_Down)
    assert (texts(hands), hands.page.draft()) == (["We waited."], "")
    hands.write("Another.")
    hands.key(KEY.Key_Return)
    assert texts(hands) == ["We waited.", "Another."]


def test_up_goes_nowhere_while_words_are_written(hands: Hands) -> None:
    hands.write("We waited.")
    hands.key(KEY.Key_Return)
    hands.write("Half")
    hands.key(KEY.Key_Up)
    assert hands.page.draft() == "Half"


def test_escape_and_a_clicker_never_lose_a_note_that_is_being_corrected(hands: Hands) -> None:
    hands.write("We waited.")
    hands.key(KEY.Key_Return)
    hands.key(KEY.Key_Up)
    hands.write(" long")
    hands.key(KEY.Key_Escape)
    assert hands.page.draft() == "We waited. long" and texts(hands) == ["We waited."]


def test_pasted_lines_become_notes_after_one_offer_and_go_together(hands: Hands) -> None:
    paste(hands, "- one\n- two\n- three")
    assert hands.page.draft() == "- one\n- two\n- three" and texts(hands) == []
    assert hands.reads("Keep these 3 as notes? Enter keeps them as one.")
    hands.key(KEY.Key_Return, CONTROL)
    assert texts(hands) == ["one", "two", "three"] and hands.page.draft() == ""
    hands.click("Take back the last")
    assert texts(hands) == []


def test_enter_keeps_what_was_pasted_as_one(hands: Hands) -> None:
    paste(hands, "one\ntwo")
    hands.key(KEY.Key_Return)
    assert texts(hands) == ["one\ntwo"]


def test_what_a_full_disk_refused_of_several_stays_in_the_box(hands: Hands) -> None:
    paste(hands, "one\ntwo")
    hands.disk.full = True
    hands.key(KEY.Key_Return, CONTROL)
    assert texts(hands) == [] and hands.page.draft() == "one\ntwo" and hands.troubles


def test_how_far_a_note_goes_follows_its_kind_until_the_host_says(hands: Hands) -> None:
    hands.write("said")
    hands.key(KEY.Key_Return)
    hands.write("shown")
    hands.key(KEY.Key_2, CONTROL)   # a possibility: declared, for the wall
    hands.key(KEY.Key_Return)
    hands.write("mine")
    hands.key(KEY.Key_1, CONTROL)
    hands.key(KEY.Key_K, CONTROL)
    hands.key(KEY.Key_K, CONTROL)
    hands.key(KEY.Key_Return)
    notes = {note.text: note for note in hands.engine.session.notes}
    assert notes["shown"].kind is Keeps.POSSIBILITY
    assert [notes[text].reach for text in ("said", "shown", "mine")] == [Reach.HARVEST, Reach.WALL, Reach.NOBODY]
    hands.write("next")
    hands.key(KEY.Key_Return)
    assert hands.engine.session.notes[-1].reach is Reach.HARVEST
