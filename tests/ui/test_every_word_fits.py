"""Nothing a person reads is cut: every page, three sizes of words, English and longer words, on a small screen."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.words import PSEUDO
from tests.ui.house import house
from tests.ui.pages.reading import settle
from ui.gallery import pages
from ui.panels.one_line import OneLine
from ui.theme import load_theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton
from ui.widgets.labels import Paragraph


def cut(window: QWidget) -> list[str]:
    """Words that have less room than they take. One line of somebody's own words may be shortened: it says so."""
    short = []
    for words in window.findChildren(QLabel):
        if words.isVisible() and words.text() and not isinstance(words, OneLine):
            above = words.parentWidget()
            least = words.minimumSizeHint()
            high = words.heightForWidth(words.width()) if words.hasHeightForWidth() else least.height()
            if words.width() + 1 < least.width() or words.height() + 1 < high or (
                    above is not None and words.x() + words.width() > above.width() + 1):
                short.append(f"“{words.text()[:60]}” {words.width()}x{words.height()}, wants {high} high")
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width():
            short.append(f"“{button.text()}” {button.width()} wide, wants {button.minimumSizeHint().width()}")
    return short


@pytest.mark.slow
@pytest.mark.parametrize(("language", "text_size"), [("en", 100), (PSEUDO, 100), ("en", 125), ("en", 150)])
def test_no_word_is_cut_on_any_page(
        qapp: QApplication, tmp_path: Path, language: str, text_size: Literal[100, 125, 150]) -> None:
    faults: list[str] = []
    with house(qapp, tmp_path, language=language, text_size=text_size) as studio:
        for page in pages(studio):
            settle()
            faults += [f"{page}: {fault}" for fault in cut(studio.house.console)]
    assert faults == [], "\n".join(faults)


def test_a_word_that_is_cut_would_be_found(qtbot: QtBot, faces: None) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    theme = load_theme("light")
    line = Paragraph("Nothing is cut here, and it takes two lines.", Role.BODY, theme.ink, parent=room)
    button = OutlineButton("Add a promise", theme=theme, parent=room)
    line.setGeometry(0, 0, 200, 44)
    button.setGeometry(0, 60, button.sizeHint().width(), 40)
    room.resize(300, 120)
    room.show()
    assert cut(room) == []
    line.resize(200, 22)
    assert len(cut(room)) == 1
    button.resize(60, 40)
    assert len(cut(room)) == 2
