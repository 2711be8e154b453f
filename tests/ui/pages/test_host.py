"""A meeting hosted on the real page by buttons, keys and a clicker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.errors import NotKept
from app.live.clock import Held, Running
from app.live.scene import Scene
from tests.ui.pages.host_hands import CONTROL, KEY, SHIFT, Hands
from ui.panels.keys_list import KeysList
from ui.panels.wall_column import WallColumn
from ui.theme import load_theme

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """A meeting that has just begun."""
    return Hands(qtbot)


def digits_are_quiet(hands: Hands) -> bool:
    """Whether the clock's digits are painted in the second ink, and nothing of them in the first."""
    picture, theme = hands.clock_panel().digits.grab().toImage(), load_theme("light")
    seen = {picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    return theme.ink2.lower() in seen and theme.ink.lower() not in seen


def test_a_clicker_walks_every_beat_of_the_meeting(hands: Hands) -> None:
    seen = [hands.place()]
    for _ in range(11):
        hands.next()
        seen.append(hands.place())
    assert seen == [
        ("arrive", "round"), ("notices", "round"),
        ("waiting", "gather"), ("waiting", "frame"), ("waiting", "round"), ("waiting", "call back"),
        ("heard", "frame"), ("heard", "round"),
        ("gift", "gather"), ("gift", "frame"), ("gift", "round"), ("gift", "call back")]


def test_the_ink_button_names_what_it_will_do_and_does_it(hands: Hands) -> None:
    hands.walk_to("waiting", "gather")
    for words, beat in (("Show the question", "frame"), ("Start the round", "round"), ("Call them back", "call back")):
        hands.clock.forward(minutes=1)
        hands.click(words)
        assert hands.place() == ("waiting", beat)


def test_back_restores_the_clock_as_if_next_had_never_been_pressed(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=3)
    before = hands.engine.session
    hands.next(after=0)
    assert hands.place() == ("waiting", "call back")
    hands.clock.forward(seconds=5)
    hands.key(KEY.Key_PageUp)
    assert hands.engine.session == before
    assert hands.digits() == "8:55"


def test_hold_stops_the_clock_and_go_on_gives_it_back(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=2)
    hands.click("Hold")
    hands.clock.forward(minutes=5)
    assert hands.digits() == "10:00"
    assert digits_are_quiet(hands)
    assert hands.clock_panel().facts()[0] == "held at 10:00,"
    hands.click("Go on")
    assert not digits_are_quiet(hands)
    hands.clock.forward(seconds=1)
    assert hands.digits() == "9:59"


@pytest.mark.parametrize("key", [KEY.Key_F5, KEY.Key_Escape])
def test_either_of_a_clickers_two_keys_holds_and_releases(hands: Hands, key: Qt.Key) -> None:
    hands.key(key)
    assert isinstance(hands.engine.session.countdown, Held)
    hands.key(key)
    assert isinstance(hands.engine.session.countdown, Running)


def test_a_minute_more_and_a_minute_less(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.click("One minute more")
    assert hands.digits() == "13:00"
    hands.key(KEY.Key_Minus)
    hands.key(KEY.Key_Minus)
    assert hands.digits() == "11:00"


@pytest.mark.parametrize("key", [KEY.Key_Period, KEY.Key_B])
def test_period_and_b_blank_the_wall_and_show_it_again(hands: Hands, key: Qt.Key) -> None:
    wall = hands.page.findChildren(WallColumn)[0].now.view
    scenes = []
    for _ in range(2):
        hands.key(key)
        scenes.append(wall.audience.scene)
    assert scenes == [Scene.BLANK, Scene.WELCOME]


def test_a_clicker_that_bounces_moves_one_beat_and_two_presses_move_two(hands: Hands) -> None:
    hands.key(KEY.Key_PageDown)
    hands.clock.forward(seconds=0.2)
    hands.key(KEY.Key_PageDown)
    assert hands.place() == ("notices", "round")
    hands.clock.forward(seconds=0.4)
    hands.key(KEY.Key_PageDown)
    assert hands.place() == ("waiting", "gather")


def test_a_key_that_is_held_down_moves_once(hands: Hands) -> None:
    hands.key(KEY.Key_Space)
    for _ in range(3):
        hands.clock.forward(seconds=1)
        QApplication.sendEvent(hands.page, QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True))
    assert hands.place() == ("notices", "round")


def test_the_wall_window_hands_its_keys_to_the_page(hands: Hands) -> None:
    assert hands.page.press(KEY.Key_PageDown)
    assert hands.place() == ("notices", "round")
    assert not hands.page.press(KEY.Key_J)


def test_a_click_on_a_button_leaves_space_as_next(hands: Hands) -> None:
    hands.click("Hold")
    hands.clock.forward(seconds=1)
    hands.key(KEY.Key_Space)
    assert hands.place() == ("notices", "round")


def test_a_typed_number_and_a_minute_more_give_the_keyboard_back_to_the_page(hands: Hands) -> None:
    hands.click("One minute more")
    assert QApplication.focusWidget() is hands.page
    people = next(w for w in hands.page.findChildren(QLineEdit) if w.accessibleName() == "People here")
    people.setFocus()
    people.selectAll()
    hands.write("14")
    hands.key(KEY.Key_Return)
    assert hands.engine.session.people == 14
    assert QApplication.focusWidget() is hands.page


def test_past_its_time_the_clock_counts_up_in_quiet_digits(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=12, seconds=42)
    assert hands.digits() == "+0:42"
    assert digits_are_quiet(hands)
    assert hands.clock_panel().facts()[0] == "past 12 min"


def test_the_pill_is_ember_only_when_the_promised_end_breaks(hands: Hands) -> None:
    hands.clock.forward(minutes=4)
    assert hands.pill().text() == "Ends 09:45, as promised"
    assert not hands.offers("Re-plan")
    hands.clock.forward(minutes=2)
    assert hands.pill().text() == "Ends 09:47, promised 09:45"
    assert hands.offers("Re-plan")


def test_the_harvest_box_sleeps_while_threes_talk_and_wakes_when_the_room_speaks(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    assert not hands.strip().is_awake()
    assert hands.reads("Asleep while threes talk. Press H to wake it.")
    hands.key(KEY.Key_H)
    assert hands.strip().is_awake()
    assert QApplication.focusWidget() is hands.field()
    hands.walk_to("waiting", "call back")
    assert not hands.strip().is_awake()
    hands.walk_to("heard", "round")
    assert hands.strip().is_awake()


def test_half_a_note_keeps_the_box_awake(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.wake()
    hands.write("Half a")
    hands.next()
    assert hands.strip().is_awake()
    assert hands.field().toPlainText() == "Half a"


def test_enter_keeps_a_note_of_the_chosen_kind_and_the_next_can_follow_at_once(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    hands.wake()
    hands.write("An hour with the dür shut.")
    hands.key(KEY.Key_2, CONTROL)
    hands.key(KEY.Key_Return)
    note = hands.engine.session.notes[0]
    assert (note.text, note.kind, note.step_id) == ("An hour with the dür shut.", "possibility", "heard")
    assert hands.last_notes() == ("An hour with the dür shut.",)
    assert hands.field().toPlainText() == ""
    hands.write("Both of us, with a name")
    hands.key(KEY.Key_Return)
    hands.key(KEY.Key_Return)
    assert [note.text for note in hands.engine.session.notes][1:] == ["Both of us, with a name"]
    assert hands.troubles == [], "one Enter too many is not told of"
    assert hands.place() == ("heard", "round")


def test_an_empty_field_lets_space_and_the_period_be_the_pages(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    hands.wake()
    hands.key(KEY.Key_Period)
    assert hands.engine.session.blank and hands.field().toPlainText() == ""
    hands.key(KEY.Key_Period)
    hands.clock.forward(seconds=1)
    hands.key(KEY.Key_Space)
    assert hands.place() != ("heard", "round")


def test_a_note_of_a_box_that_was_woken_puts_it_to_sleep_again(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.wake()
    hands.write("Whispered")
    hands.key(KEY.Key_Return)
    assert QApplication.focusWidget() is hands.page
    assert not hands.strip().is_awake()


def test_a_clicker_takes_the_keyboard_from_the_note_and_a_period_stays_text(hands: Hands) -> None:
    hands.walk_to("heard", "frame")
    hands.wake()
    hands.write("b. h")
    assert not hands.engine.session.blank
    hands.next()
    assert hands.place() == ("heard", "round")
    assert QApplication.focusWidget() is hands.page
    assert hands.field().toPlainText() == "b. h"


def test_a_clicker_works_while_the_number_of_people_has_the_keyboard(hands: Hands) -> None:
    hands.walk_to("waiting", "gather")
    people = next(w for w in hands.page.findChildren(QLineEdit) if w.accessibleName() == "People here")
    people.setFocus()
    hands.next()
    assert hands.place() == ("waiting", "frame")
    assert hands.engine.session.people == 11


def test_a_note_that_could_not_be_kept_stays_in_the_field(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    hands.wake()
    hands.write("Not lost")
    hands.disk.full = True
    hands.key(KEY.Key_Return)
    assert [type(t) for t in hands.troubles] == [NotKept]
    assert hands.field().toPlainText() == "Not lost"
    assert hands.engine.session.notes == ()
    assert hands.last_notes() == ()
    hands.disk.full = False
    hands.key(KEY.Key_Return)
    assert hands.last_notes() == ("Not lost",)


def test_a_move_that_could_not_be_kept_changes_nothing_and_can_be_pressed_again_at_once(hands: Hands) -> None:
    hands.disk.full = True
    hands.next()
    assert hands.place() == ("arrive", "round")
    assert len(hands.troubles) == 1
    hands.disk.full = False
    hands.next(after=0)
    assert hands.place() == ("notices", "round")


def test_the_last_note_is_taken_back_and_put_back(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    hands.wake()
    for text in ("One", "Two"):
        hands.write(text)
        hands.key(KEY.Key_Return)
    hands.key(KEY.Key_Z, CONTROL)
    assert hands.last_notes() == ("One",)
    hands.key(KEY.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert hands.last_notes() == ("Two", "One")


def test_a_name_is_kept_with_a_note_and_who_heard_a_promise(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    hands.wake()
    hands.key(KEY.Key_3, CONTROL)
    hands.write("The list goes up on Friday. @")
    hands.write("Noor")
    hands.key(KEY.Key_Tab)
    hands.write("Ilse")
    hands.key(KEY.Key_Return)
    note = hands.engine.session.notes[0]
    assert (note.text, note.kind, note.name, note.to) == ("The list goes up on Friday.", "promise", "Noor", "Ilse")


def test_a_nameless_conversation_offers_no_name(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    assert hands.offers("Add a name")
    while hands.place()[0] != "waiting":
        hands.clock.forward(seconds=1)
        hands.key(KEY.Key_PageUp)
    hands.wake()
    assert not hands.offers("Add a name")
    hands.write("me @ home")
    hands.key(KEY.Key_Return)
    assert hands.engine.session.notes[0].text == "me @ home"


def test_a_note_of_400_words_fits_and_none_of_it_is_lost(hands: Hands) -> None:
    hands.walk_to("heard", "round")
    hands.wake()
    long = " ".join(f"word{n}" for n in range(400))
    hands.field().setPlainText(long)
    assert hands.strip().height() < hands.page.height() / 2
    hands.key(KEY.Key_Return)
    assert hands.engine.session.notes[0].text == long


def test_shift_and_enter_begin_a_line(hands: Hands) -> None:
    hands.wake()
    hands.write("One")
    hands.key(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.write("two")
    hands.key(KEY.Key_Return)
    assert hands.engine.session.notes[0].text == "One\ntwo"


def test_one_key_takes_a_back_back(hands: Hands) -> None:
    hands.walk_to("waiting", "call back")
    before = hands.engine.session
    hands.key(KEY.Key_PageUp)
    hands.key(KEY.Key_PageUp)
    assert hands.place() == ("waiting", "frame")
    hands.key(KEY.Key_Y, CONTROL)
    hands.key(KEY.Key_Z, CONTROL | SHIFT)
    assert hands.engine.session == before


@pytest.mark.parametrize("close", [KEY.Key_Question, KEY.Key_Return, KEY.Key_F1])
def test_every_key_is_listed_in_the_page_and_goes_away_again(hands: Hands, close: Qt.Key) -> None:
    column, page = hands.page.findChildren(WallColumn)[0], hands.page.findChildren(KeysList)[0]
    hands.key(KEY.Key_Question)
    assert page.isVisible()
    assert not column.isVisible()
    listed = dict(page.rows())
    assert {"Hold", "Blank", "Write a note", "Every key"} <= set(listed)
    assert {"PgDown", "Space"} <= set(listed["Go to Notices and keys"])
    hands.key(KEY.Key_Escape)
    assert page.isVisible(), "Esc is a clicker's key"
    hands.key(close)
    assert (page.isVisible(), column.isVisible()) == (False, True)
