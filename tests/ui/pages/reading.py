"""Eyes and hands for the library and for today's question: what can be read, which keys are pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.panels.cards import ProtocolCard


def read(page: QWidget) -> list[str]:
    """Every sentence to be seen, whether or not it must be scrolled to."""
    return [words.text() for words in page.findChildren(QLabel) if words.isVisible() and words.text()]


def cards(page: QWidget) -> list[ProtocolCard]:
    """The cards of the list, from the top."""
    settle()
    return sorted((card for card in page.findChildren(ProtocolCard) if card.isVisible()), key=lambda card: card.y())


def names(page: QWidget) -> list[str]:
    """The names on the cards, from the top."""
    return [card.accessibleName() for card in cards(page)]


def chosen(page: QWidget) -> list[str]:
    """The names of the cards that wear the ink line."""
    return [card.accessibleName() for card in cards(page) if card.is_selected()]


def keys(page: QWidget, *typed: str | Qt.Key) -> None:
    """Press keys on whatever has the keyboard, as a person does."""
    for key in typed:
        target = QApplication.focusWidget() or page
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def open_page(page: QWidget, qtbot: QtBot, width: int = 1282, height: int = 768) -> None:
    """Put the page on the screen, with the keyboard in its window."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def settle() -> None:
    """Let layouts that wait for the next turn of the loop have it."""
    for _ in range(5):
        QApplication.sendPostedEvents()


def cut(page: QWidget) -> list[str]:
    """Sentences that have less room than their words take: nothing may be cut."""
    short = []
    for words in page.findChildren(QLabel):
        if words.isVisible() and words.text():
            room = words.parentWidget()
            wide = words.width() + 1 < words.minimumSizeHint().width() or bool(room and words.width() > room.width())
            high = words.hasHeightForWidth() and words.height() + 1 < words.heightForWidth(words.width())
            if wide or high:
                short.append(f"{words.text()} ({words.width()} x {words.height()})")
    return short
