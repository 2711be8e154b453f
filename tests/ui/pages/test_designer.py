"""The designer under the hand: what a person sees after each edit, and what is told to whoever keeps it."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering, Mode
from app.groups.forms import Form
from app.library.protocol import Keeps
from tests.plans import MORNING, gathering, protocols
from tests.ui.pages.at_the_desk import drag, named, press, read_steps, rows, write
from tests.ui.pages.drawing_board import opened
from ui.pages.designer import DesignerPage
from ui.panels.end_bar import EndBar
from ui.panels.room_preview import RoomPreview
from ui.projector.view import WallView
from ui.widgets.labels import Paragraph

pytestmark = pytest.mark.slow

SHORT = ("welcome", "ownership", "sampling", "closing")


class Desk:
    """A designer on the screen, and every gathering it told of."""

    def __init__(self, page: DesignerPage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot
        self.told: list[Gathering] = []
        page.changed.connect(self.told.append)

    def ends(self) -> str:
        """The words under the end bar."""
        return self.page.findChildren(EndBar)[0].text()

    def wall(self) -> str:
        """The heading in the miniature."""
        return self.page.findChildren(RoomPreview)[0].findChildren(WallView)[0].audience.heading

    def now(self) -> Gathering:
        """The gathering as it stands."""
        assert self.page.gathering is not None
        return self.page.gathering

    def choose(self, place: int) -> None:
        """Click the row at `place`."""
        row = rows(self.page)[place]
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(150, 12))

    def key(self, place: int, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the row at `place`."""
        rows(self.page)[place].setFocus()
        QTest.keyClick(rows(self.page)[place], key, modifier)

    def wait_told(self, count: int) -> None:
        """Until that many gatherings were told."""
        self.qtbot.waitUntil(lambda: len(self.told) >= count)


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Desk:
    """Four steps in threes and in the room: 42 people, 40 minutes promised."""
    page = opened(qapp, qtbot, gathering(*SHORT, minutes=40), size=(1282, 768))
    return Desk(page, qtbot)


STARTS = ["19:00 Welcome", "19:07 What stays easy", "19:24 Heard in the room", "19:30 Closing words"]


def test_start_times_count_the_minutes_people_need_to_move(desk: Desk) -> None:
    assert read_steps(desk.page) == STARTS
    assert desk.ends() == "Ends 19:34, promised 19:40. 6 min slack · 3 min spent moving"


def test_dragging_a_step_recomputes_every_start_at_once_and_undo_brings_it_back(desk: Desk) -> None:
    drag(rows(desk.page)[1], rows(desk.page)[3], below=True)
    assert read_steps(desk.page) == ["19:00 Welcome", "19:05 Heard in the room", "19:11 Closing words",
                                     "19:17 What stays easy"]
    assert [step.title for step in desk.told[-1].steps][-1] == "What stays easy"
    press(desk.page, "Undo")
    assert read_steps(desk.page) == STARTS
    assert tuple(step.protocol for step in desk.told[-1].steps) == SHORT


def test_a_drag_shows_where_the_block_will_lie_and_escape_leaves_it_where_it_was(desk: Desk) -> None:
    row, line = rows(desk.page)[3], desk.page.findChild(QWidget, "insertion line")
    assert line is not None and not line.isVisible()
    start = QPoint(150, 12)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(row, start + QPoint(0, -60))
    QTest.mouseMove(row, start + QPoint(0, -400))
    assert line.isVisible() and line.y() < rows(desk.page)[0].geometry().center().y()
    QTest.keyClick(row, Qt.Key.Key_Escape)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert not line.isVisible()
    assert read_steps(desk.page) == STARTS and desk.told == []


def test_a_click_that_trembles_is_no_drag(desk: Desk) -> None:
    row = rows(desk.page)[1]
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(150, 20))
    QTest.mouseMove(row, QPoint(151, 22))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(151, 22))
    assert read_steps(desk.page) == STARTS and desk.told == []


def test_alt_up_and_down_move_a_step_and_the_keyboard_goes_with_it(desk: Desk) -> None:
    desk.key(1, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert read_steps(desk.page)[1:3] == ["19:05 Heard in the room", "19:13 What stays easy"]
    assert rows(desk.page)[2].hasFocus()
    QTest.keyClick(rows(desk.page)[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert read_steps(desk.page) == STARTS


def test_up_and_down_choose_a_step_and_enter_goes_to_its_question(desk: Desk) -> None:
    desk.key(0, Qt.Key.Key_Down)
    question = named(desk.page, "Question on the wall", QPlainTextEdit)
    assert question.toPlainText() == "What has stayed easy for you here because nobody moved?"
    assert desk.wall() == question.toPlainText()
    QTest.keyClick(rows(desk.page)[1], Qt.Key.Key_Return)
    assert question.hasFocus()


def test_delete_removes_and_control_d_doubles(desk: Desk) -> None:
    desk.key(1, Qt.Key.Key_Delete)
    assert read_steps(desk.page) == ["19:00 Welcome", "19:05 Heard in the room", "19:11 Closing words"]
    desk.key(1, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert read_steps(desk.page)[1:3] == ["19:05 Heard in the room", "19:11 Heard in the room"]
    assert rows(desk.page)[2].hasFocus()


def test_control_z_and_control_shift_z_walk_back_and_forth(desk: Desk) -> None:
    desk.key(1, Qt.Key.Key_Delete)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(rows(desk.page)[0], Qt.Key.Key_Z, control)
    assert read_steps(desk.page) == STARTS
    QTest.keyClick(rows(desk.page)[0], Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert len(rows(desk.page)) == 3


def test_a_step_found_by_typing_is_added_behind_the_chosen_one_at_enter(desk: Desk) -> None:
    desk.choose(2)
    press(desk.page, "Add a step")
    search = named(desk.page, "Find a step", QLineEdit)
    QTest.keyClicks(search, "lighter")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert [step.protocol for step in desk.now().steps] == ["welcome", "ownership", "sampling", "gifts", "closing"]
    assert rows(desk.page)[3].hasFocus()


def test_an_empty_step_is_there_for_ones_own_business_and_its_title_waits_to_be_written(desk: Desk) -> None:
    desk.choose(0)
    press(desk.page, "Add a step")
    search = named(desk.page, "Find a step", QLineEdit)
    QTest.keyClick(search, Qt.Key.Key_Up)
    QTest.keyClick(search, Qt.Key.Key_Return)
    title = named(desk.page, "Title of the step", QLineEdit)
    assert title.hasFocus()
    QTest.keyClicks(title, "Notices")
    assert read_steps(desk.page)[1] == "19:05 Notices"


def test_escape_puts_the_list_away_and_adds_nothing(desk: Desk) -> None:
    press(desk.page, "Add a step")
    search = named(desk.page, "Find a step", QLineEdit)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not search.isVisible() and desk.told == []


def test_the_library_adds_with_the_wording_that_was_chosen_there(desk: Desk) -> None:
    protocol = protocols()["ownership"]
    desk.page.add(protocol, protocol.main_step.wordings[0])
    assert desk.now().steps[1].question == protocol.main_step.wordings[0]
    assert desk.wall() == protocol.main_step.wordings[0]


def test_more_minutes_in_the_inspector_move_everything_behind_and_pass_the_promise(desk: Desk) -> None:
    desk.choose(1)
    minutes = named(desk.page, "Minutes of this step", QLineEdit)
    write(minutes, "26")
    QTest.keyClick(minutes, Qt.Key.Key_Return)
    assert read_steps(desk.page)[2:] == ["19:34 Heard in the room", "19:40 Closing words"]
    assert desk.ends() == "Ends 19:44, promised 19:40. 4 min over · 3 min spent moving"


def test_another_form_costs_no_moving_and_says_no_more_of_groups(desk: Desk) -> None:
    desk.choose(1)
    sums = "14 threes. About 4:30 each in a three."
    assert sums in [p.text() for p in desk.page.findChildren(Paragraph) if p.isVisible()]
    press(desk.page, "circle")
    assert desk.now().steps[1].form is Form.CIRCLE
    assert read_steps(desk.page)[1] == "19:05 What stays easy"
    assert sums not in [p.text() for p in desk.page.findChildren(Paragraph) if p.isVisible()]


def test_typing_a_question_shows_on_the_miniature_at_once_and_is_told_once_after_a_pause(desk: Desk) -> None:
    desk.choose(1)
    question = named(desk.page, "Question on the wall", QPlainTextEdit)
    write(question, "What now?")
    assert desk.wall() == "What now?" and desk.told == []
    desk.wait_told(1)
    assert [g.steps[1].question for g in desk.told] == ["What now?"]


def test_leaving_the_field_tells_at_once(desk: Desk) -> None:
    desk.choose(1)
    write(named(desk.page, "Question on the wall", QPlainTextEdit), "And you?")
    rows(desk.page)[1].setFocus()
    desk.page.flush()
    assert desk.told[-1].steps[1].question == "And you?"


def test_closing_the_page_in_mid_word_loses_nothing(desk: Desk) -> None:
    write(named(desk.page, "Title", QLineEdit), "Two shifts")
    assert desk.told == []
    desk.page.hide()
    assert desk.told[-1].title == "Two shifts"


def test_all_that_was_typed_in_one_field_is_one_undo(desk: Desk) -> None:
    title = named(desk.page, "Title", QLineEdit)
    before = title.text()
    write(title, "Two shifts")
    rows(desk.page)[0].setFocus()
    QTest.keyClick(rows(desk.page)[0], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == before and desk.told[-1].title == before


def test_undo_in_a_field_takes_back_its_typing_and_then_the_plan(desk: Desk) -> None:
    desk.key(3, Qt.Key.Key_Delete)
    title = named(desk.page, "Title", QLineEdit)
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End)
    QTest.keyClick(title, Qt.Key.Key_X)
    assert title.text() == "What we step overx"
    QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "What we step over" and len(rows(desk.page)) == 3
    for _ in range(2):
        QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(desk.page)) == 4
    desk.page.flush()


def test_a_long_question_is_advised_against_and_stops_at_500(desk: Desk) -> None:
    desk.choose(1)
    question = named(desk.page, "Question on the wall", QPlainTextEdit)
    question.setPlainText("x" * 95)
    advice = [p.text() for p in desk.page.findChildren(Paragraph) if p.isVisible() and "characters" in p.text()]
    assert advice == ["Will the last row read it at one glance? About 90 characters do."]
    question.setPlainText("y" * 499)
    question.setFocus()
    cursor = question.textCursor()
    cursor.setPosition(3)
    question.setTextCursor(cursor)
    QTest.keyClicks(question, "abc")
    assert question.toPlainText() == "yyya" + "y" * 496
    assert question.textCursor().position() == 4
    desk.page.flush()


def test_another_wording_takes_the_questions_place_and_the_question_is_not_lost(desk: Desk) -> None:
    desk.choose(1)
    before = desk.now().steps[1]
    press(desk.page, "2 other wordings")
    press(desk.page, before.wordings[0])
    assert desk.wall() == before.wordings[0]
    assert before.question in desk.now().steps[1].wordings


def test_framing_is_written_a_line_at_a_time(desk: Desk) -> None:
    desk.choose(1)
    frame = named(desk.page, "How to frame it", QPlainTextEdit)
    write(frame, "First mine.")
    QTest.keyClick(frame, Qt.Key.Key_Return)
    assert frame.toPlainText() == "First mine.\n"
    QTest.keyClicks(frame, "Then yours.")
    assert desk.now().steps[1].say.frame == ("First mine.", "Then yours.")
    assert desk.now().steps[1].say.round == gathering("ownership").steps[0].say.round
    desk.page.flush()


def test_a_step_without_framing_keeps_what_is_said_in_its_round(desk: Desk) -> None:
    desk.choose(0)
    write(named(desk.page, "What to say", QPlainTextEdit), "Sit where you know nobody.")
    assert desk.now().steps[0].say.round == ("Sit where you know nobody.",)
    assert desk.now().steps[0].say.frame == ()
    desk.page.flush()


def test_kinds_are_kept_and_left_out_until_nothing_written_is_the_harvest(desk: Desk) -> None:
    desk.choose(1)
    press(desk.page, "one more")
    press(desk.page, "Doubt")
    assert desk.now().steps[1].keeps == (Keeps.INSIGHT, Keeps.DOUBT)
    press(desk.page, "Insight, kept. Press to leave it out")
    press(desk.page, "Doubt, kept. Press to leave it out")
    assert desk.now().steps[1].keeps == (Keeps.NOTHING,)
    assert named(desk.page, "Nothing written", QAbstractButton).isVisible()


def test_the_facts_are_edited_where_they_stand(desk: Desk) -> None:
    press(desk.page, "42 people")
    people = named(desk.page, "People", QLineEdit)
    assert people.hasFocus()
    write(people, "140")
    QTest.keyClick(people, Qt.Key.Key_Return)
    press(desk.page, "about")
    write(named(desk.page, "Begins at", QLineEdit), "9")
    QTest.keyClick(named(desk.page, "Begins at", QLineEdit), Qt.Key.Key_Return)
    press(desk.page, "Done")
    assert named(desk.page, "about 140 people", QAbstractButton).isVisible()
    assert read_steps(desk.page)[:2] == ["09:00 Welcome", "09:09 What stays easy"]
    assert desk.told[-1].starts == datetime.combine(MORNING.date(), time(9))


def test_a_day_that_is_none_leaves_the_day_as_it_was(desk: Desk) -> None:
    press(desk.page, "42 people")
    day = named(desk.page, "Day", QLineEdit)
    write(day, "soon")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert day.text() == "2026-11-26" and desk.told == []
    QTest.keyClick(day, Qt.Key.Key_Up)
    assert desk.told[-1].starts == datetime(2026, 11, 27, 19, 0)


def test_notes_for_a_platform_are_told_when_people_are_on_one(desk: Desk) -> None:
    desk.choose(1)
    note = gathering("ownership").steps[0].elsewhere.platform
    assert note not in [p.text() for p in desk.page.findChildren(Paragraph) if p.isVisible()]
    press(desk.page, "In the room")
    mode = named(desk.page, "Where people are", QComboBox)
    assert mode.hasFocus()
    QTest.keyClick(mode, Qt.Key.Key_Down)
    assert desk.told[-1].mode is Mode.PLATFORM
    desk.qtbot.waitUntil(lambda: note in [p.text() for p in desk.page.findChildren(Paragraph) if p.isVisible()])


def test_the_beats_of_the_wall_can_be_looked_at_one_by_one(desk: Desk) -> None:
    desk.choose(1)
    press(desk.page, "Gather")
    assert desk.wall() == "Find two people\nyou know least."
    press(desk.page, "Call back")
    assert desk.wall() == "Come back,\ngently."


def test_hosting_brings_the_gathering_as_it_stands_with_the_last_letter(desk: Desk) -> None:
    hosted: list[Gathering] = []
    desk.page.host.connect(hosted.append)
    write(named(desk.page, "Title", QLineEdit), "Now")
    press(desk.page, "Host it")
    assert hosted[0].title == "Now" and desk.told[-1].title == "Now"


def test_an_empty_page_offers_what_can_be_added_and_cannot_be_hosted(desk: Desk) -> None:
    desk.page.show_gathering(Gathering(id="new", starts=MORNING))
    assert rows(desk.page) == []
    assert not named(desk.page, "Host it", QAbstractButton).isEnabled()
    title = named(desk.page, "Title", QLineEdit)
    assert title.hasFocus()
    write(title, "A first morning")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert named(desk.page, "Purpose", QLineEdit).hasFocus(), "not what would undo the title"
    search = named(desk.page, "Find a step", QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "easy")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert read_steps(desk.page) == ["19:01 What stays easy"]


def test_a_plan_too_long_for_the_screen_scrolls_under_an_end_bar_that_stays(desk: Desk) -> None:
    desk.page.show_gathering(gathering(*SHORT, *SHORT, *SHORT, minutes=120))
    bar = desk.page.findChildren(EndBar)[0]
    before = bar.mapTo(desk.page, QPoint(0, 0))
    desk.key(0, Qt.Key.Key_End)
    last = rows(desk.page)[-1]
    assert last.mapTo(desk.page, QPoint(0, last.height())).y() <= before.y()
    assert bar.mapTo(desk.page, QPoint(0, 0)) == before
