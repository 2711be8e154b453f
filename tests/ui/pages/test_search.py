"""Searching all gatherings with the keyboard, through the whole console and a real store."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.harvest.found import find, understood
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.store.recall import Recall
from app.store.store import Store
from tests.app.live.room import Hand
from tests.app.prints.harvests import at, staff_meeting
from tests.ui.house import house
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.reading import keys, read
from ui.gallery import Studio
from ui.pages.search import SearchPage
from ui.panels.find_row import FindRow
from ui.panels.note_row import NoteRow
from ui.panels.promises import PromiseRow

pytestmark = pytest.mark.slow


YEAR = 365 * 86_400_000


def held(store: Store, title: str, hour: int, *said: tuple[str, Keeps], ago: int = 0) -> str:
    """A gathering that was hosted so many years ago, and ended; the session's id."""
    plan = replace(staff_meeting(), id=title, title=title, purpose="")
    hand = Hand(at(hour) - ago * YEAR)
    first = opening(plan, hand())
    session_id = store.begin(first, plan)
    engine = Engine(first, store.append_to(session_id), hand)
    for text, kind in said:
        hand.forward(minutes=1)
        engine.keep(text, kind, step_id="gift")
    engine.finish()
    return session_id


class Seeker:
    """Somebody who remembers the bakery."""

    def __init__(self, studio: Studio) -> None:
        self.studio, self.console = studio, studio.house.console
        store = studio.ground.store
        self.old = held(store, "Long ago", 7, ("nobody opens the bakery", Keeps.INSIGHT),
                        ("I will open the bakery", Keeps.PROMISE), ("something else", Keeps.GIFT), ago=2)
        self.middle = held(store, "The street", 8, ("about a garden", Keeps.INSIGHT))
        self.new = held(store, "Yesterday", 9, ("a bakery once more", Keeps.STORY))
        self.console.turn_to("harvest")

    def find(self, typed: str) -> None:
        self.press_find()
        keys(self.console, typed)

    def press_find(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.console, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    def field(self) -> QLineEdit:
        return named(self.console, "Search all gatherings", QLineEdit)

    def found(self) -> list[str]:
        """The rows from the top, as they are read aloud."""
        rows = [row for row in self.console.findChildren(FindRow) if row.isVisible()]
        return [row.accessibleName() for row in sorted(rows, key=lambda row: row.y())]

    def told(self) -> str:
        return " ".join(read(self.console))


@pytest.fixture
def seeker(qapp: QApplication, tmp_path: Path) -> Iterator[Seeker]:
    with house(qapp, tmp_path) as studio:
        yield Seeker(studio)


def test_a_word_from_long_ago_is_found_and_read_where_it_stands(seeker: Seeker) -> None:
    seeker.find("bakery")
    assert seeker.found() == ["Story: a bakery once more", "Insight: nobody opens the bakery",
                              "Promise: I will open the bakery"]
    assert "Found 3 times, in 2 gatherings" in seeker.told()
    assert "Long ago · Sunday 24 November 2024 · Made lighter" in seeker.told()
    keys(seeker.console, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert seeker.console.page == "harvest" and "Long ago · Sunday 24 November 2024 · 11 people" in seeker.told()
    row = QApplication.focusWidget()
    assert isinstance(row, NoteRow) and row.note.text == "nobody opens the bakery"
    seeker.press_find()
    assert QApplication.focusWidget() is seeker.field() and seeker.field().selectedText() == "bakery"
    keys(seeker.console, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Return)
    row = QApplication.focusWidget()
    assert isinstance(row, PromiseRow) and row.note.text == "I will open the bakery"


def test_escape_returns_to_what_was_open_with_half_a_card_in_it(seeker: Seeker) -> None:
    seeker.studio.house.keeping.open(seeker.middle)
    card = named(seeker.console, "Words on the card", QPlainTextEdit)
    card.setFocus()
    keys(seeker.console, "half a c")
    seeker.find("bakery")
    keys(seeker.console, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert seeker.console.page == "harvest" and "The street · Tuesday" in seeker.told()
    assert QApplication.focusWidget() is card and card.toPlainText() == "half a c"


def test_the_arrows_walk_back_into_the_field_and_nothing_found_is_said_calmly(seeker: Seeker) -> None:
    press(seeker.console, "Search all gatherings")
    keys(seeker.console, "bakery", Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is seeker.field()
    keys(seeker.console, " zebra")
    assert seeker.found() == [] and "Nothing that was kept holds this." in seeker.told()


def test_what_is_forgotten_is_gone_from_the_page_at_once(seeker: Seeker) -> None:
    seeker.find("bakery")
    assert len(seeker.found()) == 3
    seeker.studio.house.forgetting.forgotten.connect(lambda _id: shown.append(seeker.found()))
    shown: list[list[str]] = []

    async def forget() -> None:
        seeker.studio.house.forgetting.forget("Long ago")
        await seeker.studio.house.tasks.finish()

    asyncio.run(forget())
    assert shown == [[]]
    seeker.studio.house.searching.open()
    assert seeker.found() == ["Story: a bakery once more"]


def test_an_answer_from_the_thread_is_never_shown_to_other_words(seeker: Seeker) -> None:
    async def typed() -> None:
        seeker.studio.house.searching.start()
        seeker.find("bakery")
        assert seeker.found() == []                 # the thread is reading
        keys(seeker.console, *[Qt.Key.Key_Backspace] * 6, "garden")
        assert seeker.found() == []
        await seeker.studio.house.tasks.finish()

    asyncio.run(typed())
    assert seeker.found() == ["Insight: about a garden"]
    bakery = find(Recall(seeker.studio.ground.store).sayings(), understood("bakery"))
    page = seeker.console.findChildren(SearchPage)[0]
    page.show_finds("bakery", bakery)
    assert seeker.found() == ["Insight: about a garden"]
    page.show_finds("garden", bakery)               # the same answer, if it were for what stands there
    assert len(seeker.found()) == 3
