"""Nothing a person reads is cut: every page, three sizes of words, English and longer words, on two screens."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.harvest.kinds import fields_of
from app.library.protocol import Keeps
from app.words import PSEUDO, Words
from tests.ui.cut import cut, squeezed, too_wide
from tests.ui.house import SMALL, house
from tests.ui.pages.reading import settle
from ui.gallery import pages
from ui.panels.note_fields import NoteFields
from ui.panels.now_column import NowColumn
from ui.panels.room_column import RoomColumn
from ui.theme import load_theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll

USUAL_SCREEN = QSize(1440, 900)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "text_size"), [
    ("en", 100), (PSEUDO, 100), ("en", 125), ("en", 150), (PSEUDO, 125), (PSEUDO, 150)])
def test_no_word_is_cut_on_any_page(
        qapp: QApplication, tmp_path: Path, language: str, text_size: Literal[100, 125, 150]) -> None:
    faults: list[str] = []
    twice = (RoomColumn,) if (language, text_size) == (PSEUDO, 150) else ()     # words of twice their width
    with house(qapp, tmp_path, language=language, text_size=text_size) as studio:
        for page in pages(studio):
            for size in (SMALL, USUAL_SCREEN):
                studio.house.console.resize(size)
                settle()
                console = studio.house.console
                faults += [f"{page}, {size.width()} wide: {fault}"
                           for fault in (*cut(console), *squeezed(console), *too_wide(console, spare=twice))]
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


def test_parts_that_lie_on_each_other_would_be_found(qtbot: QtBot, faces: None) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = NowColumn(theme=load_theme("light"), words=Words(), parent=room)
    column.clock.digits.show_digits("7:00", quiet=False)
    column.setGeometry(0, 0, 676, 744)
    room.resize(700, 760)
    room.show()
    settle()
    assert squeezed(room) == []
    column.clock.setGeometry(column.row.geometry())
    column.clock.digits.resize(200, 40)
    assert squeezed(room) == ["ClockPanel lies on LiveRow", "the clock 7:00 is 40 high"]


def test_fields_that_lie_on_each_other_would_be_found(qtbot: QtBot, faces: None) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    fields = NoteFields(theme=load_theme("light"), words=Words(), across=1, after=room, parent=room)
    fields.show_fields(fields_of(Keeps.REPORT, named=True)[:2])
    fields.setGeometry(0, 0, 400, 120)
    room.show()
    settle()
    assert squeezed(room) == []
    fields.resize(400, 40)
    assert len(squeezed(room)) == 1


def test_a_row_wider_than_its_column_would_be_found(qtbot: QtBot, faces: None) -> None:
    room, row = QWidget(), QWidget()
    qtbot.addWidget(room)
    scroll = Scroll(row, name="Every key", parent=room)
    scroll.resize(200, 200)
    room.show()
    assert too_wide(room) == []
    row.setMinimumWidth(240)
    settle()
    assert too_wide(room) == ["Every key: 240 in 200"]
