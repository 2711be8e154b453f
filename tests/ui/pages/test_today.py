"""Today's question under the hand: two keys, and the room has it."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.design.agenda import agenda
from app.design.gathering import Gathering
from app.groups.forms import Form
from app.words import Words
from tests.fakes import FakeClock
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.reading import cut, keys, open_page, read, settle
from tests.ui.pages.shelf import BUSY, DOOR, LIGHTER, SHELF
from tests.ui.widgets.showcase import dress
from ui.pages.today import TodayPage
from ui.panels.question_choice import QuestionCard
from ui.projector.view import WallView
from ui.theme import load_theme, load_wall_theme
from ui.type import load_fonts
from ui.widgets.dots import GroupDots

pytestmark = pytest.mark.slow


class Host:
    """A person in front of today's question, and what was hosted."""

    def __init__(self, page: TodayPage) -> None:
        self.page = page
        self.hosted: list[tuple[Gathering, bool]] = []
        self.library: list[bool] = []
        page.host.connect(lambda gathering, here: self.hosted.append((gathering, here)))
        page.library.connect(lambda: self.library.append(True))

    def offered(self) -> list[str]:
        """The questions on the numbered cards, from the top."""
        found = [card for card in self.page.findChildren(QuestionCard) if card.isVisible()]
        return [card.accessibleName() for card in sorted(found, key=lambda card: card.y())]

    def chosen(self) -> list[str]:
        """The question that wears the ink line."""
        return [card.accessibleName() for card in self.page.findChildren(QuestionCard)
                if card.isVisible() and card.is_selected()]

    def wall(self) -> str:
        """What the room would read."""
        return self.page.findChildren(WallView)[0].audience.heading

    def question(self) -> str:
        """What was hosted last."""
        (step,) = self.hosted[-1][0].steps
        return step.question


def page_of(words: Words, theme: str = "light") -> TodayPage:
    page = TodayPage(theme=load_theme(theme), wall_theme=load_wall_theme("paper"), words=words, wall_words=Words(),
                     now=FakeClock())
    page.show_choices(SHELF.protocols)
    return page


@pytest.fixture
def host(qapp: QApplication, qtbot: QtBot, words: Words) -> Host:
    load_fonts()
    dress(qapp, load_theme("light"))
    page = page_of(words)
    open_page(page, qtbot)
    return Host(page)


def test_three_questions_are_offered_and_the_room_would_see_the_first(host: Host) -> None:
    offered = host.offered()
    assert len(set(offered)) == 3
    assert host.chosen() == offered[:1]
    assert host.wall() == offered[0]


def test_a_number_and_enter_host_it(host: Host) -> None:
    second = host.offered()[1]
    keys(host.page, "2")
    assert host.chosen() == [second]
    assert host.wall() == second
    keys(host.page, Qt.Key.Key_Return)
    ((gathering, here),) = host.hosted
    assert host.question() == second
    assert not here
    assert agenda(gathering).total == gathering.minutes == 10


def test_f_hosts_it_on_this_screen(host: Host) -> None:
    keys(host.page, "3", "f")
    assert [here for _, here in host.hosted] == [True]
    assert host.question() == host.offered()[2]


def test_one_from_the_library_stands_first_and_enter_alone_hosts_it(host: Host) -> None:
    host.page.choose(LIGHTER, LIGHTER.main_step.question)
    assert host.offered()[0] == LIGHTER.main_step.question
    assert host.offered().count(LIGHTER.main_step.question) == 1
    keys(host.page, Qt.Key.Key_Return)
    assert host.hosted[0][0].title == "Made lighter"
    assert host.hosted[0][0].steps[0].protocol == LIGHTER.id


def test_of_a_protocol_with_more_steps_the_card_says_that_its_question_comes_alone(host: Host) -> None:
    second = structs.replace(BUSY.main_step, title="And then?")
    host.page.choose(structs.replace(BUSY, steps=(BUSY.main_step, second)))
    assert any("this question alone; all 2 steps are in the Library" in said for said in read(host.page))
    host.page.choose(BUSY)
    assert not any("this question alone" in said for said in read(host.page))


def test_the_wording_chosen_in_the_library_is_the_one_that_is_hosted(host: Host) -> None:
    other = BUSY.main_step.wordings[0]
    host.page.choose(BUSY, other)
    assert host.wall() == other
    keys(host.page, Qt.Key.Key_Return)
    assert host.question() == other
    assert BUSY.main_step.question in host.hosted[0][0].steps[0].wordings


def test_r_offers_three_others_until_all_came_round(host: Host) -> None:
    seen = set(host.offered())
    assert len(seen) == 3
    keys(host.page, "r")
    assert host.chosen() == host.offered()[:1]
    assert set(host.offered()) != seen
    seen |= set(host.offered())
    assert len(seen) == 5     # the shelf holds five conversations; designs and parts are not asked by themselves


def test_arrows_go_from_question_to_question_and_on_to_ones_own(host: Host) -> None:
    keys(host.page, Qt.Key.Key_Down)
    assert host.chosen() == [host.offered()[1]]
    keys(host.page, Qt.Key.Key_Up)
    assert host.chosen() == [host.offered()[0]]
    keys(host.page, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert host.chosen() == []
    assert host.page.focusWidget().accessibleName() == "Your own question"


def test_a_question_of_ones_own_is_seen_while_it_is_written_and_hosted_in_threes(host: Host) -> None:
    keys(host.page, "w")
    assert not named(host.page, "Host it", QPushButton).isEnabled()
    keys(host.page, "What are we 3 afraid to find?")
    assert host.wall() == "What are we 3 afraid to find?"
    keys(host.page, Qt.Key.Key_Return)
    ((gathering, _),) = host.hosted
    assert (host.question(), gathering.steps[0].form) == ("What are we 3 afraid to find?", Form.THREES)
    assert gathering.title == "Today’s question"


def test_letters_and_numbers_are_written_while_one_writes(host: Host) -> None:
    keys(host.page, "w", "wrf123")
    assert host.wall() == "wrf123"
    assert host.hosted == []


def test_nothing_written_cannot_be_hosted(host: Host) -> None:
    keys(host.page, "w", Qt.Key.Key_Return)
    assert host.hosted == []


def test_esc_leaves_the_writing_and_keeps_the_words(host: Host) -> None:
    keys(host.page, "w", "Why here?", Qt.Key.Key_Escape)
    assert host.chosen() == host.offered()[:1]
    assert host.wall() == host.offered()[0]
    assert "Why here?" in read(host.page)
    keys(host.page, "w")
    assert host.wall() == "Why here?"


def test_a_long_question_is_advised_in_words_and_never_refused(host: Host) -> None:
    keys(host.page, "w", "Is this so " + "very " * 20 + "long?")
    assert "Could somebody answer it with a yes or a no?" in read(host.page)
    keys(host.page, Qt.Key.Key_Return)
    assert len(host.hosted) == 1


def test_people_and_minutes_make_groups_and_minutes_for_each_voice(host: Host) -> None:
    assert "One three, two fours." in read(host.page)
    assert "About 2:30 each in a three, 1:50 in a four." in read(host.page)
    field = named(host.page, "People here", QLineEdit)
    field.setFocus()
    field.selectAll()
    keys(host.page, "9", Qt.Key.Key_Return)
    assert "Three threes." in read(host.page)
    assert host.hosted == []                     # the first Enter ends the number
    keys(host.page, Qt.Key.Key_Return)
    assert host.hosted[0][0].people == 9


def test_more_minutes_are_promised_and_kept(host: Host) -> None:
    press(host.page, "One minute more")
    press(host.page, "One minute more")
    keys(host.page, Qt.Key.Key_Return)
    assert host.hosted[0][0].minutes == 12
    assert agenda(host.hosted[0][0]).slack == 0


def test_what_was_counted_last_is_there_again(host: Host) -> None:
    host.page.show_last(140, 20)
    keys(host.page, Qt.Key.Key_Return)
    assert (host.hosted[0][0].people, host.hosted[0][0].minutes) == (140, 20)


def test_pairs_are_shown_as_pairs(host: Host) -> None:
    host.page.choose(DOOR)
    assert "Four pairs, one three." in read(host.page)
    dots = host.page.findChildren(GroupDots)[0]
    assert dots.accessibleName() == "Four pairs, one three."


def test_the_buttons_and_the_hand_do_the_same(host: Host) -> None:
    card = next(card for card in host.page.findChildren(QuestionCard) if card.accessibleName() == host.offered()[2])
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    press(host.page, "Host it")
    press(host.page, "On this screen")
    assert [here for _, here in host.hosted] == [False, True]
    assert host.question() == host.offered()[2]
    press(host.page, "From the Library")
    assert host.library == [True]


def test_without_any_protocol_one_can_still_write(qapp: QApplication, qtbot: QtBot, words: Words) -> None:
    load_fonts()
    page = page_of(words)
    page.show_choices(())
    open_page(page, qtbot)
    host = Host(page)
    assert host.offered() == []
    keys(page, "Where are we?", Qt.Key.Key_Return)
    assert host.question() == "Where are we?"


def test_the_question_chosen_is_larger_than_the_others(host: Host) -> None:
    host.page.choose(BUSY)
    settle()
    first, second, _ = sorted((c for c in host.page.findChildren(QuestionCard) if c.isVisible()), key=lambda c: c.y())
    assert first.height() > second.height()


@pytest.mark.parametrize("language", ["en", "xx"])
@pytest.mark.parametrize(("width", "height"), [(1282, 768), (1356, 900), (1836, 1080)])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, language: str, width: int, height: int) -> None:
    load_fonts()
    dress(qapp, load_theme("light"))
    page = page_of(Words(language))
    open_page(page, qtbot, width, height)
    for key in "123w":
        keys(page, key)
        settle()
        assert cut(page) == []
