"""One calm sentence: which of several is shown, when it goes, and that it never takes the keyboard."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.words import Words, say
from ui.console import Console
from ui.telling import GLANCE, LEAST, Sentence, Telling
from ui.theme import load_theme
from ui.type import load_fonts
from ui.widgets.banner import Banner

NEWS, OTHER = say("The display is back."), say("The backup took its place.")
FULL, DRAFT = say("The disk is full."), say("The draft cannot be written.")
ASK = say("It is still being hosted.")


def shown(telling: Telling) -> str:
    """What is shown."""
    return Words()(telling.now.text) if telling.now is not None else ""


def test_news_goes_with_the_next_beat_once_it_could_be_seen() -> None:
    telling = Telling()
    telling.tell(Sentence(NEWS, told=1000))
    telling.move_on(1000 + GLANCE - 1)
    assert shown(telling) == "The display is back."
    telling.move_on(1000 + GLANCE)
    assert shown(telling) == ""


def test_news_goes_by_itself_after_a_while() -> None:
    telling = Telling()
    telling.tell(Sentence(NEWS, told=1000))
    telling.expire(1000 + LEAST - 1)
    assert shown(telling) == "The display is back."
    telling.expire(1000 + LEAST)
    assert shown(telling) == ""


def test_what_is_out_of_order_stays_through_pages_and_hours_until_it_is_in_order() -> None:
    telling = Telling()
    telling.tell(Sentence(FULL, holds="notes"))
    telling.move_on(10**9, page=True)
    telling.expire(10**9)
    telling.heal("draft")
    assert shown(telling) == "The disk is full."
    telling.heal("notes")
    assert shown(telling) == ""


def test_the_worse_wins_and_the_other_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    telling = Telling()
    with caplog.at_level(logging.WARNING):
        telling.tell(Sentence(FULL, holds="notes"))
        telling.tell(Sentence(NEWS))
    assert shown(telling) == "The disk is full." and "The display is back." in caplog.text
    telling.tell(Sentence(DRAFT, holds="draft"))
    assert shown(telling) == "The draft cannot be written."
    telling.put_away()
    assert shown(telling) == "The disk is full."
    telling.heal("notes")
    assert shown(telling) == "The display is back."


def test_a_question_comes_first_and_goes_with_its_page() -> None:
    telling = Telling()
    telling.tell(Sentence(FULL, holds="notes"))
    telling.tell(Sentence(ASK, ((say("Go back"), lambda: None),)))
    assert shown(telling) == "It is still being hosted."
    telling.move_on(10**9)
    assert shown(telling) == "It is still being hosted."
    telling.move_on(10**9, page=True)
    assert shown(telling) == "The disk is full."


@pytest.fixture
def console(qapp: QApplication, qtbot: QtBot) -> Iterator[Console]:
    """A console of one page with a field to write in."""
    load_fonts()
    console = Console(theme=load_theme("light"), words=Words())
    qtbot.addWidget(console)
    for name in ("gatherings", "host"):
        console.add_page(name, QLineEdit())
    console.turn_to("gatherings")
    console.show()
    qtbot.waitUntil(lambda: console.isActiveWindow())
    yield console
    console.close()


def banner(console: Console) -> str:
    """The sentence above the page."""
    found = console.findChild(Banner)
    assert isinstance(found, Banner)
    return found.text() if found.isVisible() else ""


def test_a_sentence_never_takes_the_keyboard_and_never_stands_on_another(console: Console) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    console.tell(NEWS)
    QTest.keyClicks(field, "still ")
    console.about("notes").tell(FULL)
    QTest.keyClicks(field, "typing")
    assert (QApplication.focusWidget(), field.text()) == (field, "still typing")
    assert banner(console) == "The disk is full."
    (only,) = console.findChildren(Banner)
    assert only.mapTo(console, only.rect().bottomLeft()).y() < field.mapTo(console, field.rect().topLeft()).y()


def test_it_heals_by_itself_and_what_waited_is_shown(console: Console) -> None:
    notes = console.about("notes")
    console.tell(OTHER)
    notes.tell(FULL)
    console.turn_to("host")
    assert banner(console) == "The disk is full."
    notes.heal()
    assert banner(console) == "The backup took its place."


def test_a_key_puts_it_away_and_escape_does_not(console: Console) -> None:
    console.tell(FULL, holds="notes")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_F5)
    assert banner(console) == "The disk is full."
    QTest.keyClick(field, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (banner(console), QApplication.focusWidget()) == ("", field)


def test_who_puts_it_away_with_tab_and_space_is_back_on_the_page(console: Console) -> None:
    console.tell(NEWS)
    (button,) = (one for one in console.findChildren(Banner)[0].findChildren(QPushButton) if one.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert banner(console) == "" and isinstance(QApplication.focusWidget(), QLineEdit)
