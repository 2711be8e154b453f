"""What is pressed: by hand, by keyboard, and what a person sees of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.words import Words, say
from ui.theme import Theme
from ui.widgets.buttons import InkButton, LiveInkButton, OutlineButton, QuietButton
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.focus import RingLine
from ui.widgets.option import Option
from ui.widgets.segment import Segment
from ui.widgets.stepper import MinuteStepper, Stepper
from ui.widgets.surfaces import Card

Put = Callable[..., QWidget]
VOICES = [Option("peers", "peers"), Option("host", "host"), Option("silence", "silence")]


def rings(window: QWidget) -> list[RingLine]:
    """The focus rings to be seen in `window`."""
    return [ring for ring in window.findChildren(RingLine) if ring.isVisible()]


def stepper(theme: Theme, value: int = 11) -> Stepper:
    return Stepper(value, theme=theme, least=2, most=300, name="People here", less="One less", more="One more")


def test_a_button_is_wide_enough_for_what_it_says_in_any_language(theme: Theme) -> None:
    short = InkButton("Call them back", theme=theme, glyph="bell", key="C")
    long = InkButton(Words("xx")(say("Call them back")), theme=theme, glyph="bell", key="C")
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width()
    for button in (short, long):
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.minimumSizeHint().width() >= words + 20 + 22 + 2 * 12


def test_the_ink_button_names_the_next_beat_and_may_grow_with_it(theme: Theme, put: Put) -> None:
    button = LiveInkButton("Start the round", theme=theme)
    put(button)
    assert button.minimumWidth() >= 214
    button.show_words("Go to What nearly kept me away", after="arrow")
    assert button.text() == "Go to What nearly kept me away"
    assert button.sizeHint().width() > 214


def test_enter_and_space_press_the_button_that_has_the_keyboard(theme: Theme, put: Put) -> None:
    button = OutlineButton("Use this", theme=theme)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    put(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_the_keyboard_brings_a_focus_ring_and_the_mouse_does_not(theme: Theme, put: Put) -> None:
    first, second = OutlineButton("One", theme=theme), OutlineButton("Two", theme=theme)
    window = put(first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(rings(window)) == 1
    assert rings(window)[0].geometry().contains(first.geometry())
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert [ring.geometry().contains(first.geometry()) for ring in rings(window)] == [True]


def test_a_button_without_words_says_its_name(theme: Theme) -> None:
    button = QuietButton("", theme=theme, glyph="dots", name="More")
    assert button.accessibleName() == "More"
    assert button.toolTip() == "More"


def test_ink_is_for_action_and_a_button_that_cannot_be_pressed_has_none(theme: Theme) -> None:
    button = InkButton("Host it now", theme=theme)
    assert button.grab().toImage().pixelColor(20, 3).name() == theme.ink.lower()
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(20, 3).name() == theme.surface.lower()


def test_a_checked_chip_is_ink_and_a_checked_kind_is_its_family(theme: Theme) -> None:
    chip = Chip("Gifts", theme=theme, glyph="gifts", family="gifts")
    kind = Chip("Gift", theme=theme, glyph="gift", family="gifts", tinted=True, key="1")
    assert kind.grab().toImage().pixelColor(20, 3).name() == theme.family("gifts").tint.lower()
    chip.setChecked(True)
    kind.setChecked(True)
    assert chip.grab().toImage().pixelColor(20, 3).name() == theme.ink.lower()
    assert kind.grab().toImage().pixelColor(20, 3).name() == theme.family("gifts").strong.lower()


def test_chips_flow_into_rows_and_none_is_lost(theme: Theme, put: Put) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    chips = [Chip(f"Chip number {number}", theme=theme) for number in range(8)]
    for chip in chips:
        flow.addWidget(chip)
    put(holder, width=320)
    assert flow.heightForWidth(300) > flow.heightForWidth(2000)
    assert len({chip.y() for chip in chips}) > 1
    assert all(holder.rect().contains(chip.geometry()) for chip in chips)


def test_the_plus_counts_up_to_the_most_and_then_cannot_be_pressed(theme: Theme, put: Put) -> None:
    counter = stepper(theme, 299)
    told: list[int] = []
    counter.valueChanged.connect(told.append)
    put(counter)
    plus = next(end for end in counter.findChildren(QPushButton) if end.accessibleName() == "One more")
    QTest.mouseClick(plus, Qt.MouseButton.LeftButton)
    QTest.mouseClick(plus, Qt.MouseButton.LeftButton)
    assert (counter.value(), told) == (300, [300])
    assert not plus.isEnabled()


@pytest.mark.parametrize(("typed", "kept"), [("140", 140), ("1", 2), ("9999", 300), ("", 11)])
def test_a_typed_number_is_kept_within_its_bounds(theme: Theme, put: Put, typed: str, kept: int) -> None:
    counter = stepper(theme)
    put(counter)
    counter.setFocus()
    field = counter.focusProxy()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    counter.clearFocus()
    field.clearFocus()
    assert counter.value() == kept


def test_up_and_down_step_and_showing_a_number_reports_nothing(theme: Theme, put: Put) -> None:
    counter = stepper(theme)
    told: list[int] = []
    counter.valueChanged.connect(told.append)
    put(counter)
    counter.show_value(20)
    assert told == []
    field = counter.focusProxy()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert told == [21, 20, 30]


def test_the_live_stepper_reports_its_two_ends(theme: Theme, put: Put) -> None:
    minutes = MinuteStepper("1 min", theme=theme, less="A minute less", more="A minute more")
    told: list[str] = []
    minutes.minus.connect(lambda: told.append("minus"))
    minutes.plus.connect(lambda: told.append("plus"))
    put(minutes)
    for end in minutes.findChildren(QPushButton):
        assert end.width() >= 44
        QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    minutes.show_enabled(minus=False, plus=True)
    QTest.mouseClick(minutes.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert told == ["minus", "plus"]


def test_arrows_choose_the_neighbour_in_a_segment_and_stop_at_its_ends(theme: Theme, put: Put) -> None:
    segment = Segment(VOICES, theme=theme, name="Who speaks")
    told: list[str] = []
    segment.chosen.connect(told.append)
    put(segment)
    cells = segment.findChildren(QPushButton)
    QTest.keyClick(cells[0], Qt.Key.Key_Left)
    QTest.keyClick(cells[0], Qt.Key.Key_Right)
    QTest.keyClick(cells[1], Qt.Key.Key_Right)
    assert (told, segment.choice()) == (["host", "silence"], "silence")
    segment.show_choice("peers")
    assert told == ["host", "silence"]
    assert [cell.isChecked() for cell in cells] == [True, False, False]


def test_pressing_the_chosen_cell_again_leaves_it_chosen(theme: Theme, put: Put) -> None:
    segment = Segment(VOICES, theme=theme, name="Who speaks")
    told: list[str] = []
    segment.chosen.connect(told.append)
    put(segment)
    QTest.mouseClick(segment.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert segment.findChildren(QPushButton)[0].isChecked()
    assert told == []


def test_a_choice_reports_only_what_a_person_chose_and_keeps_it_when_options_change(theme: Theme, put: Put) -> None:
    choice = Choice(VOICES, theme=theme, name="Who speaks")
    told: list[str] = []
    choice.chosen.connect(told.append)
    put(choice)
    choice.show_choice("host")
    assert (told, choice.choice()) == ([], "host")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert (told, choice.choice()) == (["silence"], "silence")
    choice.show_options([*VOICES[1:], Option("room", "the room")])
    assert (told, choice.choice()) == (["silence"], "silence")


def test_a_card_is_chosen_by_hand_and_opened_by_enter(theme: Theme, put: Put) -> None:
    card = Card(theme=theme, name="Looking away")
    card.setFixedHeight(60)
    told: list[str] = []
    card.pressed.connect(lambda: told.append("pressed"))
    card.opened.connect(lambda: told.append("opened"))
    window = put(card)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert told == ["pressed", "pressed", "opened"]
    assert len(rings(window)) == 1
