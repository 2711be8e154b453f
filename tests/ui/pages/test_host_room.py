"""The room on the host page: people and groups, other words, the end, and the page without a session."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.groups.forms import Form
from app.words import PSEUDO, Words
from tests.fakes import FakeClock
from tests.ui.pages.host_hands import ALT, KEY, Hands
from tests.ui.pages.meeting import meeting
from ui.pages.host import HostPage
from ui.panels.now_column import NowColumn
from ui.panels.one_line import OneLine
from ui.panels.wall_column import WallColumn
from ui.theme import NIGHT, load_theme, load_wall_theme

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """A meeting that has just begun."""
    return Hands(qtbot)


def test_one_person_more_makes_other_groups(hands: Hands) -> None:
    hands.walk_to("waiting", "gather")
    assert hands.reads("One three, two fours.")
    hands.click("One person more")
    assert hands.engine.session.people == 12
    assert hands.reads("Four threes.")


def test_pairs_instead_of_threes_change_the_wall(hands: Hands) -> None:
    hands.walk_to("waiting", "gather")
    hands.click("In pairs")
    assert hands.engine.session.step is not None
    assert hands.engine.session.step.form is Form.PAIRS
    assert hands.page.findChildren(WallColumn)[0].now.view.audience.heading.startswith("Find one person")


def test_the_question_is_asked_in_other_words_and_in_its_own_again(hands: Hands) -> None:
    hands.walk_to("waiting", "frame")
    own = meeting().steps[2].question
    hands.key(KEY.Key_W)
    hands.key(KEY.Key_Return)
    wall = hands.page.findChildren(WallColumn)[0].now.view
    assert wall.audience.heading == "Which small thing stays undone until you have time?"
    assert QApplication.focusWidget() is hands.page
    hands.click("Other words")
    hands.key(KEY.Key_Space)
    assert wall.audience.heading == own


def test_the_wall_is_swapped_and_toggled_by_whoever_owns_it(hands: Hands) -> None:
    swaps: list[bool] = []
    hands.page.wall_theme_swap.connect(lambda: swaps.append(True))
    hands.page.wall_toggle.connect(lambda: swaps.append(False))
    hands.click("Night")
    hands.key(KEY.Key_F, ALT)
    assert swaps == [True, False]
    hands.page.show_wall_theme(load_wall_theme(NIGHT))
    hands.page.show_wall_state("second display", "Put away")
    assert hands.offers("Paper")
    assert hands.offers("Put away")
    assert hands.page.findChildren(WallColumn)[0].state() == "Night · second display"


def test_a_wall_that_the_room_cannot_see_is_not_called_on_the_wall(hands: Hands) -> None:
    head = hands.page.findChildren(WallColumn)[0].head
    assert head() == "On the wall now"
    hands.page.show_wall_state("waiting for a display", "Whole screen", seen=False)
    hands.page.show_wall_theme(load_wall_theme(NIGHT))
    assert head() == "Not on the wall now"
    hands.page.show_wall_state("on the other display", "Put away")
    assert head() == "On the wall now"


def test_what_can_be_done_to_the_wall_never_lies_over_its_picture(qtbot: QtBot, faces: None) -> None:
    hands = Hands(qtbot, size=(1366, 740))
    hands.walk_to("waiting", "frame")
    hands.page.show_wall_state("on the other display", "Whole screen, and more words than one row holds")
    hands.click("Blank")
    column = hands.page.findChildren(WallColumn)[0]
    qtbot.waitUntil(lambda: column.now.geometry().bottom() < hands.button("Show again").mapTo(column, QPoint()).y())


def test_finish_asks_once_and_a_second_thought_later_the_clicker_answers(hands: Hands) -> None:
    hands.walk_to("close", "round")
    hands.next()
    assert hands.offers("End it")
    hands.clock.forward(seconds=0.5)
    hands.key(KEY.Key_PageDown)
    assert hands.engine.session.finished is None
    hands.next()
    assert hands.engine.session.finished is not None
    assert hands.reads("Thank you for convening")


def test_ending_early_is_asked_about_and_not_yet_goes_on(hands: Hands) -> None:
    hands.click("End early")
    hands.click("Not yet")
    assert hands.engine.session.finished is None
    assert hands.offers("Hold")
    hands.click("End early")
    hands.key(KEY.Key_PageUp)
    assert not hands.offers("End it")
    hands.click("End early")
    hands.click("End it")
    assert hands.engine.session.finished is not None


def test_after_the_end_the_ink_button_opens_the_harvest(hands: Hands) -> None:
    opened: list[str] = []
    hands.page.harvest.connect(lambda: opened.append("harvest"))
    hands.click("End early")
    hands.click("End it")
    hands.key(KEY.Key_Return)
    assert opened == ["harvest"]
    assert not hands.page.press(KEY.Key_PageDown)


def test_without_a_session_there_are_two_doors(qtbot: QtBot, faces: None) -> None:
    page = HostPage(theme=load_theme("light"), wall_theme=load_wall_theme("paper"), words=Words(),
                    wall_words=Words(), now=FakeClock())
    qtbot.addWidget(page)
    doors: list[str] = []
    page.today.connect(lambda: doors.append("today"))
    page.gatherings.connect(lambda: doors.append("gatherings"))
    page.show()
    for button in page.findChildren(QPushButton):
        if button.text() in ("Today’s question", "Your gatherings"):
            button.click()
    assert doors == ["today", "gatherings"]
    assert not page.press(KEY.Key_PageDown)


def test_a_page_that_shows_another_session_no_longer_hears_the_first(hands: Hands) -> None:
    hands.page.show_engine(None)
    hands.engine.next()
    assert hands.reads("Nobody is waiting yet")


def test_frame_rests_and_the_host_reads_what_to_say_with_its_sums_done(hands: Hands) -> None:
    hands.walk_to("waiting", "frame")
    assert hands.clock_panel().facts() == ("it rests while", "you speak, then", "runs 12 min")
    assert hands.digits() == "12:00"
    assert "3:50 each, more or less." in hands.page.findChildren(NowColumn)[0].script.lines()
    assert not hands.offers("Hold")


def test_call_back_says_what_the_round_took(hands: Hands) -> None:
    hands.walk_to("waiting", "round")
    hands.next(after=7.5)
    assert hands.digits() == "7:30"
    assert hands.clock_panel().facts()[0] == "is what it took"


LONG = ("What have we been stepping over together, every morning, because each of us was sure that it belonged "
        "to somebody else?")
SIZES = [((1366, 768), "en"), ((1440, 900), "en"), ((1920, 1080), "en"), ((1180, 640), "en"),
         ((1366, 768), PSEUDO), ((1440, 900), PSEUDO), ((1920, 1080), PSEUDO)]


@pytest.mark.parametrize(("size", "language"), SIZES)
def test_no_label_is_narrower_or_lower_than_its_words(
        qtbot: QtBot, faces: None, size: tuple[int, int], language: str) -> None:
    plan = meeting(people=140)
    plan = msgspec.structs.replace(plan, steps=tuple(
        msgspec.structs.replace(s, question=LONG) if s.question else s for s in plan.steps))
    hands = Hands(qtbot, plan, size=size, words=Words(language))
    hands.walk_to("waiting", "frame")
    for _ in range(4):
        hands.next()
        qtbot.waitUntil(lambda: not clipped(hands.page))


def test_a_squeezed_label_would_be_found(hands: Hands) -> None:
    assert not clipped(hands.page)
    label = next(x for x in hands.page.findChildren(QLabel) if x.text() == "On the wall now")
    label.setFixedWidth(20)
    assert clipped(hands.page) == ["On the wall now"]


def clipped(page: HostPage) -> list[str]:
    """Labels that are drawn in less room than their words take; one that may be shortened says so by its kind."""
    found = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, OneLine):
            wanted = label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
            if label.height() < wanted or label.width() < label.minimumSizeHint().width():
                found.append(label.text())
    return found
