"""The harvest under the hand: read, typed up, changed, taken away, brought back, and sent to paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.harvest.note import Reach
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.prints.harvest import harvest_of
from app.words import Words, say
from tests.app.prints.harvests import at, staff_meeting
from tests.ui.pages.at_the_desk import named, press, write
from tests.ui.pages.reading import cut, keys, open_page, read
from tests.ui.pages.scribe import Run, Scribe
from ui.pages.harvest import HarvestPage
from ui.theme import load_theme
from ui.widgets.choice import Choice

pytestmark = pytest.mark.slow


@pytest.fixture
def scribe(qtbot: QtBot, faces: None) -> Scribe:
    return Scribe(qtbot)


def test_notes_stand_under_their_steps_with_their_kind_and_the_name_that_was_given(scribe: Scribe) -> None:
    assert scribe.texts() == ["We wait for the key.", "Who has the key?", "You waited for me."]
    seen = scribe.told()
    assert "Left undone What do you leave for others by being busy? Insight We wait for the key." in seen
    assert "Mei to Tomas" in seen
    assert "Staff meeting · Tuesday 24 November · 11 people" in seen


def test_promises_say_whose_to_whom_and_by_when(scribe: Scribe) -> None:
    assert [row.accessibleName() for row in scribe.promises()] == ["I will open at eight., Joan, to Ruth, from Monday"]


def test_typing_up_keeps_step_and_kind_and_empties_only_the_words(scribe: Scribe) -> None:
    step, kind = (named(scribe.page, name, Choice) for name in ("Step the card belongs to", "Kind of note"))
    step.show_choice("busy")
    kind.show_choice("story")
    field = scribe.field("Words on the card")
    field.setFocus()
    keys(scribe.page, "Die T", Qt.Key.Key_Return, "The second card", Qt.Key.Key_Return)
    assert [scribe.kept(text).kind for text in ("Die T", "The second card")] == [Keeps.STORY, Keeps.STORY]
    assert scribe.kept("The second card").step_id == "busy"
    assert (field.toPlainText(), step.choice(), kind.choice()) == ("", "busy", "story")
    assert QApplication.focusWidget() is field


def test_an_empty_card_is_not_kept_and_says_so(scribe: Scribe) -> None:
    scribe.field("Words on the card").setFocus()
    keys(scribe.page, Qt.Key.Key_Return)
    assert "nothing in this note" in scribe.told()
    assert len(scribe.texts()) == 3


def test_the_keyboard_walks_the_notes_and_stops_at_both_ends(scribe: Scribe) -> None:
    scribe.go_to("We wait for the key.")
    keys(scribe.page, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert scribe.rows()[-1].hasFocus()
    keys(scribe.page, Qt.Key.Key_Home)
    assert scribe.rows()[0].hasFocus()


def test_a_note_is_changed_where_it_stands(scribe: Scribe) -> None:
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Return)
    field = scribe.field("Words of the note")
    assert QApplication.focusWidget() is field
    write(field, "Who has a key at all?")
    write(named(scribe.page, "Name, if they agree", QLineEdit), "Olga")
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.kept("Who has a key at all?").name == "Olga"
    assert scribe.texts()[1] == "Who has a key at all?" and scribe.rows()[1].hasFocus()
    assert scribe.editors() == []


def test_escape_leaves_a_note_as_it_was(scribe: Scribe) -> None:
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Return, "never")
    assert len(scribe.editors()) == 1
    keys(scribe.page, Qt.Key.Key_Escape)
    assert scribe.editors() == []
    assert scribe.texts()[1] == "Who has the key?"
    assert scribe.rows()[1].hasFocus()


def test_a_step_that_is_nameless_offers_no_name_and_another_does(scribe: Scribe) -> None:
    def offered() -> bool:
        return any(field.accessibleName().endswith(", if they agree") and field.isVisible()
                   for field in scribe.editors()[0].findChildren(QLineEdit))

    scribe.go_to("We wait for the key.")
    keys(scribe.page, Qt.Key.Key_Return)
    assert not offered() and "Kept without a name." in scribe.told()
    keys(scribe.page, Qt.Key.Key_Escape)
    scribe.go_to("You waited for me.")
    keys(scribe.page, Qt.Key.Key_Return)
    assert offered()


def test_a_note_that_becomes_a_doubt_loses_its_name(scribe: Scribe) -> None:
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Return)
    kinds = [choice for choice in scribe.page.findChildren(Choice) if choice.accessibleName() == "Kind of note"]
    next(choice for choice in kinds if choice.choice() == "question").show_choice("doubt")
    press(scribe.page, "Keep")
    assert (scribe.kept("Who has the key?").kind, scribe.kept("Who has the key?").name) == (Keeps.DOUBT, "")


def test_delete_takes_away_and_a_line_brings_back(scribe: Scribe) -> None:
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Delete)
    assert "Who has the key?" not in scribe.texts()
    assert "Taken away: “Who has the key?”" in scribe.told()
    press(scribe.page, "Bring it back")
    assert "Who has the key?" in scribe.texts()
    assert "Taken away" not in scribe.told()


def test_twelve_changes_are_taken_back_one_by_one_and_made_again(scribe: Scribe) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    before = scribe.texts()
    field = scribe.field("Words on the card")
    field.setFocus()
    for number in range(10):
        keys(scribe.page, f"Card {number}", Qt.Key.Key_Return)
    scribe.go_to("We wait for the key.")
    keys(scribe.page, Qt.Key.Key_Delete)
    scribe.go_to("I will open at eight.")
    keys(scribe.page, Qt.Key.Key_Delete)
    after = scribe.texts()
    for _ in range(12):
        QTest.keyClick(scribe.page, Qt.Key.Key_Z, control)
    assert scribe.texts() == before and len(scribe.promises()) == 1
    for _ in range(12):
        QTest.keyClick(scribe.page, Qt.Key.Key_Z, control | shift)
    assert scribe.texts() == after and not scribe.promises()


def test_undo_in_the_empty_card_takes_back_the_last_note(scribe: Scribe) -> None:
    scribe.field("Words on the card").setFocus()
    keys(scribe.page, "One card", Qt.Key.Key_Return)
    QTest.keyClick(scribe.field("Words on the card"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "One card" not in scribe.texts() and len(scribe.texts()) == 3


def test_by_kind_the_notes_stand_under_the_names_of_their_kinds(scribe: Scribe) -> None:
    scribe.engine.keep("It is under the mat.", Keeps.INSIGHT, step_id="gift")
    press(scribe.page, "By kind")
    assert scribe.texts() == ["We wait for the key.", "It is under the mat.", "You waited for me.", "Who has the key?"]
    seen = scribe.told()
    assert all(kind in seen for kind in ("Insights", "Gifts", "Questions"))
    assert "Left undone What do you leave" not in seen
    press(scribe.page, "By step")
    assert scribe.texts()[0] == "We wait for the key." and "Left undone What do you leave" in scribe.told()


def test_a_promise_is_added_with_who_heard_it(scribe: Scribe) -> None:
    press(scribe.page, "Add a promise")
    write(scribe.field("Words of the note"), "I will ask twice.")
    write(named(scribe.page, "Heard by", QLineEdit), "Edith")
    keys(scribe.page, Qt.Key.Key_Return)
    kept = scribe.kept("I will ask twice.")
    assert (kept.kind, kept.to, kept.name) == (Keeps.PROMISE, "Edith", "")
    assert "No name kept" in scribe.told() and len(scribe.promises()) == 2


def test_a_promise_is_changed_and_taken_away(scribe: Scribe) -> None:
    scribe.go_to("I will open at eight.")
    keys(scribe.page, Qt.Key.Key_Return)
    write(named(scribe.page, "By when, if they said", QLineEdit), "in May")
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.kept("I will open at eight.").by_when == "in May"
    keys(scribe.page, Qt.Key.Key_Delete)
    assert not scribe.promises() and "none has to be" in scribe.told()


def test_what_was_not_kept_stays_in_the_field_with_a_sentence_why(scribe: Scribe) -> None:
    scribe.disk.full = True
    field = scribe.field("Words on the card")
    field.setFocus()
    keys(scribe.page, "Not lost", Qt.Key.Key_Return)
    assert field.toPlainText() == "Not lost" and "There is no room left." in scribe.told()
    assert "Not lost" not in scribe.texts()
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Return)
    write(scribe.field("Words of the note"), "Not lost either")
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.field("Words of the note").toPlainText() == "Not lost either"
    scribe.disk.full = False
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.kept("Not lost either")


def test_a_note_kept_on_the_host_page_appears_here(scribe: Scribe) -> None:
    scribe.engine.keep("Said just now", Keeps.INSIGHT, step_id="heard")
    assert "Said just now" in scribe.texts()


def test_another_session_has_its_own_notes_and_its_own_undo(scribe: Scribe) -> None:
    log = list(opening(staff_meeting(), at(11)))
    other = Engine(log, log.append, lambda: at(11, 20))
    other.keep("From the other day", Keeps.INSIGHT, step_id="heard")
    chosen: list[str] = []
    scribe.page.chosen.connect(chosen.append)
    scribe.page.show_sessions([Run("s2", "staff", "Staff meeting", at(11)), Run("s1", "staff", "Staff meeting", at(9))])
    scribe.page.show_engine(other)
    assert scribe.texts() == ["From the other day"]
    choice = named(scribe.page, "Which session", Choice)
    assert choice.choice() == "s2"
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert chosen == ["s1"]
    QTest.keyClick(scribe.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scribe.texts() == ["From the other day"]
    scribe.engine.keep("Elsewhere", Keeps.INSIGHT, step_id="heard")
    assert scribe.texts() == ["From the other day"]


def test_export_carries_the_session_and_tells_where_it_went(scribe: Scribe, tmp_path: Path) -> None:
    QTest.keyClick(scribe.page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert [session.gathering.title for session in scribe.asked] == ["Staff meeting"]
    scribe.page.show_writing()
    assert "Writing …" in scribe.told()
    QTest.keyClick(scribe.page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(scribe.asked) == 1
    scribe.page.show_exported(tmp_path / "Staff meeting.pdf", ("中",))
    assert "Kept as Staff meeting.pdf." in scribe.told() and "中" in scribe.told()
    press(scribe.page, "Show in folder")
    assert scribe.opened == [tmp_path / "Staff meeting.pdf"]
    press(scribe.page, "All right")
    assert "Kept as" not in scribe.told()
    press(scribe.page, "Export")
    assert len(scribe.asked) == 2


def test_an_export_that_failed_says_why_and_can_be_tried_again(scribe: Scribe) -> None:
    scribe.page.show_writing()
    scribe.page.show_trouble(say("There is no folder there."))
    assert "There is no folder there." in scribe.told()
    press(scribe.page, "Export")
    assert len(scribe.asked) == 1


def test_the_card_is_put_away_and_taken_out_again(scribe: Scribe) -> None:
    press(scribe.page, "Done")
    assert not any(field.accessibleName() == "Words on the card" and field.isVisible()
                   for field in scribe.page.findChildren(QPlainTextEdit))
    press(scribe.page, "Type up cards")
    assert QApplication.focusWidget() is scribe.field("Words on the card")


def test_tab_reaches_the_notes_once_then_the_photos_and_then_the_promises(scribe: Scribe) -> None:
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Tab)
    assert named(scribe.page, "Add a photo", QAbstractButton).hasFocus()
    keys(scribe.page, Qt.Key.Key_Tab)
    assert named(scribe.page, "Add a promise", QAbstractButton).hasFocus()
    keys(scribe.page, Qt.Key.Key_Tab)
    assert scribe.promises()[0].hasFocus()
    keys(scribe.page, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert scribe.rows()[1].hasFocus()


def test_markup_in_a_note_is_only_letters(scribe: Scribe) -> None:
    scribe.engine.keep("<b>bold</b> &amp; <img src=x>", Keeps.INSIGHT, step_id="heard")
    assert "<b>bold</b> &amp; <img src=x>" in scribe.told()


def test_a_gathering_that_left_nothing_written_is_told_that_this_is_enough(qtbot: QtBot, faces: None) -> None:
    scribe = Scribe(qtbot, notes=False)
    assert "Nothing is written here." in scribe.told() and "that is enough" in scribe.told()
    scribe.engine.keep("After all", Keeps.INSIGHT, step_id="heard")
    assert "Nothing is written here." not in scribe.told()


def test_before_the_first_gathering_the_page_is_calm_and_exports_nothing(qtbot: QtBot, faces: None) -> None:
    page = HarvestPage(theme=load_theme("light"), words=Words())
    asked: list[object] = []
    page.export.connect(lambda session, names, kind: asked.append(session))
    page.show_sessions(())
    open_page(page, qtbot)
    assert "Nothing has been kept yet" in read(page)
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked == []


@pytest.mark.parametrize("language", ["en", "xx"])
@pytest.mark.parametrize(("width", "height"), [(1282, 768), (1356, 900), (1836, 1080)])
def test_no_sentence_is_cut(qtbot: QtBot, faces: None, language: str, width: int, height: int) -> None:
    scribe = Scribe(qtbot, language=language)
    scribe.page.resize(width, height)
    scribe.rows()[0].dropped.emit()
    scribe.page.show_exported(Path("/tmp/Staff meeting 2026-11-24.pdf"), ("中",))
    for _ in range(4):
        QApplication.sendPostedEvents()
    assert cut(scribe.page) == []


def test_a_table_stays_from_card_to_card_and_a_name_does_not(scribe: Scribe) -> None:
    named(scribe.page, "Step the card belongs to", Choice).show_choice("heard")
    named(scribe.page, "Kind of note", Choice).show_choice("insight")
    write(named(scribe.page, "Table", QLineEdit), "4")
    write(named(scribe.page, "Name, if they agree", QLineEdit), "Mei")
    scribe.field("Words on the card").setFocus()
    keys(scribe.page, "The first card", Qt.Key.Key_Return, "The second card", Qt.Key.Key_Return)
    assert scribe.kept("The first card").all_said() == {"name": "Mei", "table": "4"}
    assert scribe.kept("The second card").all_said() == {"table": "4"}
    assert scribe.field("Words on the card").hasFocus()


def test_a_card_that_says_no_for_now_is_a_whole_answer(scribe: Scribe) -> None:
    named(scribe.page, "Step the card belongs to", Choice).show_choice("gift")
    named(scribe.page, "Kind of note", Choice).show_choice("promise")
    named(scribe.page, "Answer", Choice).show_choice("no for now")
    scribe.field("Words on the card").setFocus()
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.kept("No for now").said("answer") == "no for now"


def test_a_box_of_cards_pasted_at_once_is_taken_back_at_once(scribe: Scribe) -> None:
    QApplication.clipboard().setText("1. one\n2. two\n3. three")
    field = scribe.field("Words on the card")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(scribe.page, "Keep them")
    assert {"one", "two", "three"} <= set(scribe.texts())
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not {"one", "two", "three"} & set(scribe.texts())


def test_how_far_a_note_goes_is_changed_where_it_stands(scribe: Scribe) -> None:
    scribe.go_to("Who has the key?")
    keys(scribe.page, Qt.Key.Key_Return)
    scribe.editors()[0].reach.show_choice("wall")
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.kept("Who has the key?").reach is Reach.WALL


def test_what_is_for_nobody_never_reaches_paper(scribe: Scribe) -> None:
    scribe.engine.keep("only for me", Keeps.INSIGHT, reach=Reach.NOBODY)
    assert "only for me" not in [note.text for note in harvest_of(scribe.engine.session).notes]


def test_the_kind_of_file_stands_beside_export_and_goes_out_with_the_wish(scribe: Scribe) -> None:
    wished: list[str] = []
    scribe.page.export.connect(lambda session, names, kind: wished.append(kind))
    kinds = named(scribe.page, "Kind of file", Choice)
    scribe.page.show_kind("docx")
    press(scribe.page, "Export")
    assert (kinds.currentText(), wished) == ("Word", ["docx"])


def test_while_a_file_is_written_it_says_how_far_and_can_be_stopped(scribe: Scribe) -> None:
    stopped: list[bool] = []
    scribe.page.stop.connect(lambda: stopped.append(True))
    scribe.page.show_writing()
    scribe.page.show_writing(12)
    assert "12 pages are done." in scribe.told()
    scribe.page.show_writing(notes=300)
    assert "300 notes are done." in scribe.told()
    press(scribe.page, "Stop")
    assert stopped == [True]


def test_the_time_people_had_with_each_other_is_told_as_soon_as_a_step_of_it_is_over(qtbot: QtBot, faces: None) -> None:
    now = at(9)
    log = list(opening(staff_meeting(), now))
    engine = Engine(log[:], log.append, lambda: now)
    page = HarvestPage(theme=load_theme("light"), words=Words())
    page.show_sessions([Run("s1", "staff", "Staff meeting", at(9))])
    page.show_engine(engine)
    open_page(page, qtbot)
    for minutes in (4, 2, 1, 14, 1):     # arriving; gather, frame, round and call back of the question
        assert "with each other" not in " ".join(read(page))
        now += minutes * 60_000
        engine.next()
    assert "So far people spoke with each other for 14 of 19 minutes, about 5 for each voice" in " ".join(read(page))
    engine.finish()
    assert "People spoke with each other for 14 of 19 minutes" in " ".join(read(page))
