"""Without a pointer and without eyes: every control has a name, a role, a place on the way of Tab, and a ring.

The pages are the gallery's, in the order of a facilitator's day, on the real house.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.paths import resources_folder
from tests.ui.house import house
from tests.ui.pages.reading import settle
from tests.ui.reach import by_tab, left_out, misnamed_roles, nameless, steps_back, without_ring
from ui.gallery import pages
from ui.theme import load_theme
from ui.widgets.buttons import OutlineButton

GLYPHS = {path.stem for path in (resources_folder() / "icons").glob("*.svg")}
FOCUS = load_theme("light").focus


@pytest.mark.slow
def test_everything_on_every_page_can_be_named_reached_and_seen_to_have_the_keyboard(
        qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    faults: list[str] = []
    with house(qapp, tmp_path) as studio:
        console = studio.house.console
        qtbot.waitUntil(console.isActiveWindow)
        for page in pages(studio):
            settle()
            way = by_tab(console, FOCUS)
            found = {
                "has no name": nameless(console, GLYPHS), "has the wrong role": misnamed_roles(console),
                "is not reached": left_out(console, way), "steps back": steps_back(way),
                "is hidden": [stop.words for stop in way if not stop.seen], "has no ring": without_ring(way)}
            faults += [f"{page}: {fault}: {what}" for fault, whats in found.items() for what in whats]
    assert faults == [], "\n".join(faults)


def test_each_of_the_faults_would_be_found(qtbot: QtBot, faces: None) -> None:
    theme = load_theme("light")
    room = QWidget()
    qtbot.addWidget(room)
    column, row = QVBoxLayout(room), QHBoxLayout()
    first, second = OutlineButton("First", theme=theme), OutlineButton("Second", theme=theme)
    third, fourth = QPushButton("Without a ring"), OutlineButton("", theme=theme, glyph="trash")
    unreached = QLineEdit()
    unreached.setAccessibleName("Only by hand")
    unreached.setFocusPolicy(unreached.focusPolicy().ClickFocus)
    row.addWidget(first)
    row.addSpacing(20)
    row.addWidget(second)
    column.addLayout(row)
    for part in (third, fourth, unreached):
        column.addWidget(part)
    QWidget.setTabOrder(second, first)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    way = by_tab(room, FOCUS)
    assert [fault.split(" at ")[0] for fault in nameless(room, GLYPHS)] == ["OutlineButton “”"]
    assert [fault.split(" at ")[0] for fault in without_ring(way)] == ["QPushButton “Without a ring”"]
    assert [fault.split(" at ")[0] for fault in left_out(room, way)] == ["QLineEdit “Only by hand”"]
    assert any("-> OutlineButton “Second”" in fault for fault in steps_back(way))
    assert nameless(room, GLYPHS | {"First"}) == nameless(room, GLYPHS), "a word may be called like a picture"
    third.hide()
    assert "Without a ring" not in " ".join(left_out(room, way))
