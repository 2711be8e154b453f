"""The library under the hand: find, read, choose the wording, send it on."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.library.bundled import Shelf, load_folder
from app.library.protocol import Protocol
from app.words import Words
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.reading import cards, chosen, cut, keys, names, open_page, read, settle
from tests.ui.pages.shelf import BUSY, CAFE, FAULTY, SHELF
from tests.ui.widgets.showcase import dress
from ui.pages.library import LibraryPage
from ui.panels.shelf_faults import ShelfFaults
from ui.theme import load_theme
from ui.type import load_fonts
from ui.widgets.buttons import InkButton
from ui.widgets.choice import Choice
from ui.widgets.surfaces import Card

pytestmark = pytest.mark.slow

BUNDLED = Path(__file__).parents[3] / "protocols"
EVERYTHING = ["Two doors", "Left undone", "Nodded through", "Even alone", "Made lighter", "World Café", "Break"]


class Reader:
    """A person in front of the library, and what the library passed on."""

    def __init__(self, page: LibraryPage) -> None:
        self.page = page
        self.sent: list[tuple[str, Protocol, str]] = []
        page.add.connect(lambda protocol, question: self.sent.append(("add", protocol, question)))
        page.host_now.connect(lambda protocol, question: self.sent.append(("host", protocol, question)))

    def search(self) -> QLineEdit:
        """The field at the top."""
        return self.page.findChildren(QLineEdit)[0]

    def ink(self) -> list[str]:
        """What the ink buttons say."""
        return [button.text() for button in self.page.findChildren(InkButton) if button.isVisible()]


@pytest.fixture
def reader(qapp: QApplication, qtbot: QtBot, words: Words) -> Reader:
    load_fonts()
    dress(qapp, load_theme("light"))
    page = LibraryPage(theme=load_theme("light"), words=words)
    page.show_shelf(SHELF)
    open_page(page, qtbot, height=960)      # every card is in sight
    page.take_keyboard()
    return Reader(page)


def test_the_library_opens_with_every_card_and_the_first_one_read(reader: Reader) -> None:
    assert names(reader.page) == EVERYTHING
    assert chosen(reader.page) == ["Two doors"]
    assert "7 protocols" in read(reader.page)
    assert "The conversation of crossroads" in read(reader.page)


def test_slash_goes_to_the_search_and_typing_narrows_the_list_at_once(reader: Reader) -> None:
    keys(reader.page, "/", "o", "f", "f")
    assert reader.search().text() == "off"
    assert names(reader.page) == ["Made lighter", "Left undone"]     # first those whose question has the words
    assert "2 match" in read(reader.page)
    assert chosen(reader.page) == ["Made lighter"]


def test_esc_in_the_search_clears_it_and_esc_again_goes_back_to_the_list(reader: Reader) -> None:
    keys(reader.page, "/", "cafe")
    assert names(reader.page) == ["World Café"]
    keys(reader.page, Qt.Key.Key_Escape)
    assert (reader.search().text(), names(reader.page)) == ("", EVERYTHING)
    keys(reader.page, Qt.Key.Key_Escape)
    assert reader.page.focusWidget() is cards(reader.page)[5]    # the café is still the one that is read


def test_letters_are_only_letters_while_the_search_has_the_keyboard(reader: Reader) -> None:
    keys(reader.page, "/", "a", "h")
    assert reader.search().text() == "ah"
    assert reader.sent == []


def test_words_that_nobody_wrote_say_so_and_everything_can_be_shown_again(reader: Reader) -> None:
    keys(reader.page, "/", "budget figures")
    assert names(reader.page) == []
    assert "Nothing in the library has these words." in read(reader.page)
    press(reader.page, "Show everything")
    assert names(reader.page) == EVERYTHING


@pytest.mark.parametrize(("chip", "shown"), [
    ("Ownership", ["Left undone"]), ("Designs", ["World Café"]), ("Parts", ["Break"]), ("Invitation", []),
    ("All", EVERYTHING)])
def test_a_chip_shows_one_family(reader: Reader, chip: str, shown: list[str]) -> None:
    press(reader.page, "Gifts")
    assert names(reader.page) == ["Made lighter"]
    press(reader.page, chip)
    assert names(reader.page) == shown
    assert [b.text() for b in reader.page.findChildren(QPushButton) if b.isCheckable() and b.isChecked()
            and b.isVisible() and b.text() not in ("Platform",)] == [chip]


def test_arrows_walk_the_cards_and_what_is_read_follows(reader: Reader) -> None:
    keys(reader.page, Qt.Key.Key_Down)
    assert chosen(reader.page) == ["Left undone"]
    assert BUSY.main_step.question in read(reader.page)
    keys(reader.page, Qt.Key.Key_End)
    assert chosen(reader.page) == ["Break"]
    keys(reader.page, Qt.Key.Key_Down)
    assert chosen(reader.page) == ["Break"]
    keys(reader.page, Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert reader.search().hasFocus()


def test_the_page_that_is_opened_gives_the_arrows_to_its_cards(reader: Reader) -> None:
    named(reader.page, "Search the library", QLineEdit).setFocus()
    reader.page.setFocus()
    keys(reader.page, Qt.Key.Key_Down)
    assert chosen(reader.page) == ["Left undone"]


def test_no_card_is_lower_than_the_design_and_no_question_is_cut(reader: Reader) -> None:
    assert all(card.height() >= 94 for card in cards(reader.page))
    assert cut(reader.page) == []


def test_enter_hosts_today_while_no_gathering_is_open(reader: Reader) -> None:
    assert reader.ink() == ["Host it now"]
    keys(reader.page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert reader.sent == [("host", BUSY, BUSY.main_step.question)]


def test_enter_adds_while_a_gathering_is_open_and_h_still_hosts(reader: Reader) -> None:
    reader.page.show_open_gathering("Staff meeting")
    assert reader.ink() == ["Add to gathering"]
    keys(reader.page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    keys(reader.page, "h", "a")
    assert [what for what, _, _ in reader.sent] == ["add", "host", "add"]
    reader.page.show_added(BUSY)
    assert "Left undone is in Staff meeting now." in read(reader.page)
    keys(reader.page, Qt.Key.Key_Up)
    assert "Left undone is in Staff meeting now." not in read(reader.page)


def test_the_buttons_do_what_they_say(reader: Reader) -> None:
    press(reader.page, "Host it now")
    press(reader.page, "Add to gathering")
    assert [what for what, _, _ in reader.sent] == ["host", "add"]


def test_another_wording_takes_the_place_of_the_question_and_is_what_goes_on(reader: Reader) -> None:
    keys(reader.page, Qt.Key.Key_Down)
    other = BUSY.main_step.wordings[1]
    press(reader.page, f"Use this: {other}")
    assert named(reader.page, f"Use this: {BUSY.main_step.question}", QPushButton).isVisible()
    keys(reader.page, "h")
    assert reader.sent == [("host", BUSY, other)]
    assert BUSY.main_step.question in read(reader.page)      # it is still offered, one row below


def test_a_wording_is_forgotten_with_the_next_protocol(reader: Reader) -> None:
    keys(reader.page, Qt.Key.Key_Down)
    press(reader.page, f"Use this: {BUSY.main_step.wordings[0]}")
    QTest.mouseClick(cards(reader.page)[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(cards(reader.page)[1], Qt.MouseButton.LeftButton)
    keys(reader.page, "a")
    assert reader.sent == [("add", BUSY, BUSY.main_step.question)]


def test_a_protocol_is_told_whole_with_its_sums_done(reader: Reader) -> None:
    keys(reader.page, Qt.Key.Key_Down)
    told = read(reader.page)
    for line in (BUSY.purpose, "Groups of three", "13 minutes", "About 3:50 each in a three.", "Peers speak",
                 "One speaks, the others stay curious.", "About 3:50 for each of you.",
                 "A laugh that closes a door.", *BUSY.when, *BUSY.when_not,
                 "Without names. Nothing written is a good harvest too."):
        assert line in told
    assert not [line for line in told if "{" in line]
    kept = [b.text() for b in reader.page.findChildren(QPushButton) if b.isVisible()]
    assert "Insight" in kept
    assert "Doubt" not in kept


def test_the_notes_for_other_rooms_come_one_at_a_time(reader: Reader) -> None:
    keys(reader.page, Qt.Key.Key_Down)
    notes = BUSY.main_step.elsewhere
    assert notes.platform in read(reader.page)
    press(reader.page, "Phone")
    assert notes.phone in read(reader.page)
    assert notes.platform not in read(reader.page)


def test_a_design_lists_its_steps_and_is_added_not_hosted(reader: Reader) -> None:
    press(reader.page, "Designs")
    told = read(reader.page)
    for step in CAFE.steps:
        assert step.title in told
        assert not step.question or step.question in told
    assert "20 min" in told
    assert reader.ink() == ["Add to gathering"]
    reader.page.take_keyboard()
    keys(reader.page, "h", Qt.Key.Key_Return)
    assert reader.sent == [("add", CAFE, CAFE.main_step.question)]


def test_files_that_cannot_be_read_are_one_quiet_line_that_opens(reader: Reader) -> None:
    line = reader.page.findChildren(ShelfFaults)[0]
    assert not line.isVisible()
    reader.page.show_shelf(FAULTY)
    assert names(reader.page)[:6] == EVERYTHING[:6]
    assert read(line) == [
        "2 files could not be read: mine.toml, steps[1].minutes is text, not a whole number, and others"]
    card = named(reader.page, "Files that could not be read", Card)
    card.setFocus()
    keys(reader.page, Qt.Key.Key_Return)
    assert "mine.toml: purpose: is missing; add a line such as purpose = \"…\"" in read(line)
    assert "old.toml: is not TOML; look at line 3" in read(line)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert len(read(line)) == 1


def test_an_empty_shelf_is_told_and_no_key_does_harm(reader: Reader) -> None:
    reader.page.show_shelf(Shelf((), FAULTY.faults))
    assert "The library is empty." in read(reader.page)
    keys(reader.page, "a", "h")
    assert reader.sent == []


def test_page_down_turns_what_is_read(reader: Reader, qtbot: QtBot) -> None:
    question = named(reader.page, "Use this", QPushButton)
    before = question.mapTo(reader.page, question.rect().topLeft()).y()
    keys(reader.page, Qt.Key.Key_PageDown)
    assert question.mapTo(reader.page, question.rect().topLeft()).y() < before
    assert chosen(reader.page) == ["Two doors"]


@pytest.mark.parametrize("language", ["en", "xx"])
@pytest.mark.parametrize(("width", "height"), [(1282, 768), (1356, 900), (1836, 1080)])
def test_nothing_is_cut_of_any_bundled_protocol(qapp: QApplication, qtbot: QtBot, language: str, width: int,
                                                height: int) -> None:
    load_fonts()
    page = LibraryPage(theme=load_theme("light"), words=Words(language))
    page.show_shelf(load_folder(BUNDLED))
    open_page(page, qtbot, width, height)
    page.take_keyboard()
    for _ in cards(page):
        settle()
        assert cut(page) == []
        keys(page, Qt.Key.Key_Down)


def test_of_ten_thousand_protocols_only_those_in_sight_are_cards(reader: Reader) -> None:
    first = SHELF.protocols[0]
    many = tuple(msgspec.structs.replace(first, id=f"p{n}", title=f"Number {n}") for n in range(10_000))
    reader.page.show_shelf(Shelf(many, ()))
    assert names(reader.page)[:2] == ["Number 0", "Number 1"] and len(cards(reader.page)) < 20
    reader.page.take_keyboard()
    keys(reader.page, Qt.Key.Key_End)
    assert names(reader.page)[-1] == "Number 9999" and len(cards(reader.page)) < 20
    assert chosen(reader.page) == ["Number 9999"]
    here = QApplication.focusWidget()
    assert here is not None and here.accessibleName() == "Number 9999" and not here.visibleRegion().isEmpty()
    keys(reader.page, Qt.Key.Key_Up, Qt.Key.Key_Up, "/", "number 123")
    found = [f"Number {n}" for n in range(10_000) if "123" in str(n)]
    assert names(reader.page) == found[:len(cards(reader.page))] and len(cards(reader.page)) > 4


def test_a_row_of_choices_narrows_the_list_and_show_everything_opens_it(reader: Reader) -> None:
    time = next(c for c in reader.page.findChildren(Choice) if c.accessibleName() == "Time")
    time.setFocus()
    keys(reader.page, Qt.Key.Key_Down)                  # up to 10 minutes
    assert names(reader.page) == ["Made lighter", "Break"]
    assert "2 match" in read(reader.page)
    form = next(c for c in reader.page.findChildren(Choice) if c.accessibleName() == "Form")
    form.setFocus()
    keys(reader.page, Qt.Key.Key_Down)                  # solo
    assert "Nothing in the library is all of this at once." in read(reader.page)
    press(reader.page, "Show everything")
    assert names(reader.page) == EVERYTHING


def test_f_makes_a_favourite_that_wears_a_star_and_comes_first(reader: Reader) -> None:
    asked: list[tuple[str, bool]] = []
    reader.page.favourite.connect(lambda name, on: asked.append((name, on)))
    keys(reader.page, Qt.Key.Key_Down, "f")
    assert asked == [("left-undone", True)]
    reader.page.show_favourites(frozenset({"left-undone"}))
    assert names(reader.page) == EVERYTHING
    assert cards(reader.page)[1].accessibleDescription().startswith("A favourite.")
    press(reader.page, "Favourites first")
    assert names(reader.page)[:2] == ["Left undone", "Two doors"]
    keys(reader.page, "f")
    assert asked[-1] == ("left-undone", False)
