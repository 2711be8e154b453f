"""Home: three doors, every gathering, and nothing removed that cannot come back."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.design.edits import change_facts, copy_of
from app.design.gathering import Gathering, Plans
from app.design.sample import sample
from app.words import Words
from tests.plans import gathering, plans, protocols
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.reading import settle
from tests.ui.widgets.showcase import dress
from ui.pages.gatherings import GatheringsPage
from ui.panels.gathering_card import GatheringCard, GatheringRow
from ui.theme import load_theme
from ui.type import load_fonts

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 26, 8, 30)
SAMPLE = sample(NOW, protocols(), Words())
EVENING = gathering()
LATER = change_facts(copy_of(EVENING, "Two shifts"), starts=NOW + timedelta(days=9))


class Home:
    """The home page and what it asked for: (signal, id)."""

    def __init__(self, page: GatheringsPage) -> None:
        self.page = page
        self.asked: list[tuple[str, str]] = []
        for name in ("open", "host", "remove", "restore", "duplicate", "forget"):
            getattr(page, name).connect(lambda gathering_id, n=name: self.asked.append((n, gathering_id)))
        for name in ("new", "today", "sample"):
            getattr(page, name).connect(lambda n=name: self.asked.append((n, "")))

    def show(self, *gatherings: Gathering, now: datetime = NOW) -> None:
        """Show these."""
        self.page.show_plans(plans(*gatherings), now)

    def rows(self) -> list[GatheringRow]:
        """The list from the top."""
        return sorted((row for row in self.page.findChildren(GatheringRow) if row.isVisible()), key=lambda row: row.y())

    def titles(self) -> list[str]:
        """What the list says first in each row."""
        return [row.accessibleName().split(",")[0] for row in self.rows()]

    def read(self) -> list[str]:
        """Every line of words that is on the page."""
        return [text.text() for text in self.page.findChildren(QLabel) if text.isVisible()]

    def steps(self) -> str:
        """The steps told on the card."""
        card = self.page.findChildren(GatheringCard)[0]
        return next(w.accessibleName() for w in card.findChildren(QWidget) if w.accessibleName().startswith("1"))


@pytest.fixture
def home(qapp: QApplication, qtbot: QtBot) -> Home:
    """Home with the sample alone."""
    load_fonts()
    theme = load_theme("light")
    dress(qapp, theme)
    page = GatheringsPage(theme=theme, words=Words())
    qtbot.addWidget(page)
    page.resize(1282, 768)
    page.show_plans(plans(SAMPLE), NOW)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return Home(page)


@pytest.mark.parametrize(("hour", "greeting"), [(5, "Good morning"), (11, "Good morning"), (12, "Good afternoon"),
                                                (17, "Good afternoon"), (18, "Good evening"), (4, "Good evening")])
def test_it_greets_by_the_time_of_day(home: Home, hour: int, greeting: str) -> None:
    home.show(SAMPLE, now=NOW.replace(hour=hour))
    assert any(text.startswith(greeting) for text in home.read())


def test_the_three_doors_lead_where_they_say(home: Home) -> None:
    for door in ("Choose a question", "Open the sample", "New gathering"):
        press(home.page, door)
    assert home.asked == [("today", ""), ("sample", ""), ("new", "")]


def test_the_sample_is_told_apart_and_shows_a_whole_meeting(home: Home) -> None:
    assert "one, and it is a sample" in home.read()
    assert "Thursday 26 November, 09:00 · 45 minutes · 11 people · The long table" in home.read()


def test_choosing_another_shows_it_on_the_card(home: Home) -> None:
    home.show(LATER, EVENING, SAMPLE)
    assert home.titles()[0] == "Two shifts"
    row = home.rows()[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.is_selected() and not home.rows()[0].is_selected()
    press(home.page, "Open")
    press(home.page, "Host it")
    assert home.asked == [("open", row.gathering_id), ("host", row.gathering_id)]


def test_arrows_walk_the_list_and_enter_opens(home: Home) -> None:
    home.show(LATER, EVENING, SAMPLE)
    home.rows()[0].setFocus()
    QTest.keyClick(home.rows()[0], Qt.Key.Key_Down)
    assert home.rows()[1].hasFocus() and home.rows()[1].is_selected()
    QTest.keyClick(home.rows()[1], Qt.Key.Key_Return)
    assert home.asked == [("open", home.rows()[1].gathering_id)]


def test_what_was_removed_can_be_brought_back_in_the_page(home: Home) -> None:
    home.show(EVENING, SAMPLE)
    QTest.mouseClick(home.rows()[0], Qt.MouseButton.LeftButton)
    press(home.page, "Remove")
    home.show(SAMPLE)
    assert "“What we step over” is removed." in home.read()
    press(home.page, "Bring it back")
    home.show(EVENING, SAMPLE)
    assert home.asked == [("remove", EVENING.id), ("restore", EVENING.id)]
    assert "“What we step over” is removed." not in home.read()
    assert home.rows()[0].is_selected()


def test_duplicate_asks_for_the_chosen_one(home: Home) -> None:
    press(home.page, "Duplicate")
    assert home.asked == [("duplicate", SAMPLE.id)]


def test_a_gathering_without_steps_cannot_be_hosted_and_without_a_title_is_still_called_something(home: Home) -> None:
    home.show(Gathering(id="new", starts=NOW))
    assert home.titles() == ["Without a name yet"]
    press(home.page, "Host it")
    assert home.asked == []


def test_with_nothing_planned_the_page_says_so_calmly(home: Home) -> None:
    home.show()
    assert "Nothing is planned. Every gathering you begin will lie here." in home.read()
    assert home.rows() == []


def test_it_says_where_everything_is_kept(home: Home) -> None:
    home.page.show_place("/home/jana/Convener")
    assert "Kept in /home/jana/Convener" in home.read()


def test_the_card_tells_the_steps_by_the_clock(home: Home) -> None:
    home.show(EVENING)
    told = named(home.page, home.steps(), QWidget).accessibleName()
    assert told.startswith("19:00 Welcome, 19:07 What nearly kept me away, 19:20 Heard in the room")


def many(count: int) -> tuple[Plans, list[str]]:
    """That many gatherings, and the ids of those that were read so far."""
    kept = {f"{n}": change_facts(copy_of(EVENING, f"Week {n}"), starts=NOW - timedelta(days=n)) for n in range(count)}
    read: list[str] = []

    def reading(gathering_id: str) -> Gathering | None:
        read.append(gathering_id)
        return msgspec.structs.replace(kept[gathering_id], id=gathering_id)

    return Plans(tuple(kept), reading), read


def focused() -> QWidget:
    """What has the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


def test_of_a_thousand_gatherings_only_those_in_sight_are_read_and_made(home: Home) -> None:
    shelf, read = many(1_000)
    home.page.show_plans(shelf, NOW)
    assert "1000, newest first" in home.read()
    assert home.titles()[:2] == ["Week 0", "Week 1"] and len(home.rows()) < 20
    assert len(set(read)) < 20


def test_the_arrows_walk_on_to_gatherings_that_were_out_of_sight(home: Home) -> None:
    home.page.show_plans(many(1_000)[0], NOW)
    settle()
    home.rows()[0].setFocus()
    for _ in range(40):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    here = focused()
    assert isinstance(here, GatheringRow) and here.accessibleName().startswith("Week 40,") and here.is_selected()
    assert home.page.rect().contains(here.mapTo(home.page, here.rect().center()))
    assert len(home.rows()) < 25


def test_tab_goes_down_the_list_row_by_row(home: Home) -> None:
    home.page.show_plans(many(1_000)[0], NOW)
    settle()
    home.rows()[0].setFocus()
    for place in range(1, 6):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is home.rows()[place]


def test_scrolling_shows_the_oldest_at_the_end(home: Home) -> None:
    home.page.show_plans(many(1_000)[0], NOW)
    settle()
    bar = home.page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert home.titles()[-1] == "Week 999"


def test_forgetting_is_asked_about_once_and_only_a_yes_asks_for_it(home: Home) -> None:
    home.show(EVENING, LATER)
    for answer in ("Keep it", "Forget it for good"):
        press(home.page, "Forget …")
        assert any("Nothing can bring it back." in line for line in home.read())
        press(home.page, answer)
        assert not any("Nothing can bring it back." in line for line in home.read())
    assert home.asked == [("forget", EVENING.id)]
