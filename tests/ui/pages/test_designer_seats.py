"""Who sits with whom, in the designer: what each choice means, what the wall says, which changes are asked about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.design.gathering import Seating
from app.groups.forms import Form
from app.library.protocol import Regroup
from tests.plans import gathering
from tests.ui.pages.at_the_desk import named, press, rows
from tests.ui.pages.drawing_board import opened
from tests.ui.pages.reading import read
from tests.ui.pages.test_designer import Desk
from ui.panels.balance import BalancePanel

pytestmark = pytest.mark.slow


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Desk:
    """Three conversations in threes for 23 people."""
    page = opened(qapp, qtbot, gathering("invitation", "ownership", "invitation", people=23))
    return Desk(page, qtbot)


def test_groups_choose_each_other_until_a_list_is_wanted(desk: Desk) -> None:
    assert "The wall asks them to find those they know least. Nobody is told where to sit." in read(desk.page)
    press(desk.page, "by a list")
    assert desk.now().steps[0].seating is Seating.ASSIGNED
    assert "Nobody is on the list yet. Until then people choose each other." in read(desk.page)
    assert named(desk.page, "Who comes?", QAbstractButton).isVisible()
    press(desk.page, "Undo")
    assert desk.now().steps[0].seating is Seating.CHOSEN


def test_the_wall_shows_how_people_find_each_other_when_that_is_chosen(desk: Desk) -> None:
    press(desk.page, "table")
    assert "find" not in desk.wall().lower(), "the question is what the room sees first"
    press(desk.page, "hosts stay")
    assert desk.wall() == "Find a table\nwith new faces."
    assert "They find a table with new faces. They travel from the next such step on." in read(desk.page)


def test_hosts_stay_and_seat_cards_are_for_tables_only(desk: Desk) -> None:
    offered = [button.text() for button in desk.page.findChildren(QAbstractButton) if button.isVisible()]
    assert "hosts stay" not in offered and "seat cards" not in offered
    for place in (0, 1):
        desk.choose(place)
        press(desk.page, "table")
        press(desk.page, "seat cards")
    assert desk.wall() == "Say thank you.\nThen travel."
    assert "The card at each seat says how many tables on. The wall shows the map." in read(desk.page)
    press(desk.page, "hosts stay")
    assert "They find a table with new faces. They travel from the next such step on." in read(desk.page)
    press(desk.page, "threes")
    assert desk.now().steps[1].seating is Seating.CHOSEN


def test_arrows_choose_how_people_find_each_other(desk: Desk) -> None:
    chosen = named(desk.page, "they choose", QAbstractButton)
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert desk.now().steps[0].seating is Seating.ASSIGNED


def test_the_same_group_is_not_asked_how_it_finds_itself(desk: Desk) -> None:
    desk.choose(1)
    press(desk.page, "same group")
    assert desk.wall() == "Stay with\nthe same people."
    assert "by a list" not in [b.text() for b in desk.page.findChildren(QAbstractButton) if b.isVisible()]


def test_about_so_many_people_make_between_so_many_groups(desk: Desk) -> None:
    desk.page.show_gathering(gathering("invitation", people=140))
    assert any(line.startswith("44 threes, two fours.") for line in read(desk.page))
    desk.page._head.changed.emit({"about": True})
    assert any(line.startswith("42 to 51 threes, as about 140 come.") for line in read(desk.page))


def test_a_form_that_strands_people_is_asked_about_and_one_press_answers_it(desk: Desk) -> None:
    desk.choose(1)
    press(desk.page, "same group")
    press(desk.page, "pairs")
    question = ("5 of 23 people would stand alone when threes become pairs. "
                "Stay in threes, or let everyone find new people?")
    assert question in read(desk.page)
    desk.choose(0)
    press(desk.page, "Take threes")
    assert desk.now().steps[1].form is Form.THREES and desk.now().steps[1].regroup is Regroup.SAME
    assert question not in read(desk.page)
    assert rows(desk.page)[1].hasFocus(), "the keyboard goes where the change was made"
    press(desk.page, "Undo")
    assert desk.now().steps[1].form is Form.PAIRS
    assert question in read(desk.page)


def test_a_click_on_a_question_chooses_its_step(desk: Desk) -> None:
    desk.choose(1)
    press(desk.page, "same group")
    press(desk.page, "pairs")
    desk.choose(0)
    card = desk.page.findChildren(BalancePanel)[0].cards()[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert named(desk.page, "pairs", QAbstractButton).isChecked()


def test_where_pairs_become_fours_partners_stay_and_a_list_may_say_which_two_pairs(desk: Desk) -> None:
    press(desk.page, "pairs")
    desk.choose(1)
    press(desk.page, "fours")
    press(desk.page, "same group")
    assert desk.wall().startswith("Stay with your partner.")
    assert "Partners stay together, and find another pair themselves." in read(desk.page)
    press(desk.page, "by a list")
    assert desk.now().steps[1].seating is Seating.ASSIGNED
