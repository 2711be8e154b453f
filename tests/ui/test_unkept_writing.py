"""A protocol half written outlives the program: it is back with one sentence, until it is kept or let go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.reader import read_protocol
from app.paths import project_root
from app.store.draft import PROTOCOL, read_protocol_draft, write_protocol_draft
from tests.ui.house import house
from tests.ui.pages.at_the_desk import named, press
from ui.gallery import Studio
from ui.pages.library import LibraryPage
from ui.pages.writing import WritingPage
from ui.widgets.banner import Banner
from ui.widgets.fields import Field
from ui.writing import EMPTY

pytestmark = pytest.mark.slow
WHOLE = replace(EMPTY, title="Whole", purpose="To try it.", steps=(
    replace(EMPTY.steps[0], title="Whole", question="What are you here for?"),))


def told(studio: Studio) -> str:
    found = studio.house.console.findChild(Banner)
    assert isinstance(found, Banner)
    return found.text()


def desk_of(studio: Studio) -> WritingPage:
    found = studio.house.console.findChild(WritingPage)
    assert isinstance(found, WritingPage)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_in_the_middle_of_writing_leaves_the_words_and_keeping_them_ends_the_draft(
        qapp: QApplication, tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.store.store import Store
from tests.ui.pages.at_the_desk import named
from ui.ground import lay_ground
from ui.main import furnish
from ui.pages.library import LibraryPage
from ui.type import load_fonts
from ui.widgets.fields import Field
app = QApplication([]); load_fonts()
folder = Path(sys.argv[1]); store = Store.open(folder)
house = furnish(app, lay_ground(store, folder))
house.console.show(); house.console.turn_to("library"); house.console.findChild(LibraryPage).new.emit()
name = named(house.console, "Name", Field)
def one():
    QTest.keyClicks(name, "a")
    os.write(1, f"{name.text()}\\n".encode())
timer = QTimer(); timer.timeout.connect(one); timer.start(10)
app.exec()
"""
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True,
                          cwd=project_root()) as process:
        assert process.stdout is not None
        for _ in range(2000):
            typed = process.stdout.readline().strip()
            if (tmp_path / PROTOCOL).exists():
                break
        os.kill(process.pid, signal.SIGKILL)
    left = read_protocol_draft(tmp_path, ())
    assert left is not None and left.title and typed.startswith(left.title[:len(typed)])
    with house(qapp, tmp_path) as studio:
        assert told(studio) == ""
        studio.house.console.turn_to("library")
        assert told(studio) == f"“{left.title}” is here as you left it. It is not kept yet."
        press(studio.house.console, "Go on writing it")
        assert named(desk_of(studio), "Name", Field).text() == left.title
        press(desk_of(studio), "Back")
        library = studio.house.console.findChild(LibraryPage)
        assert isinstance(library, LibraryPage)
        library.write.emit(replace(WHOLE, id="whole"))
        press(studio.house.console, "Let it go")
        assert not (tmp_path / PROTOCOL).exists()
        assert named(desk_of(studio), "Name", Field).text() == WHOLE.title


def test_what_is_kept_is_a_draft_no_longer_and_what_is_typed_anew_is_safe_when_the_window_closes(
        qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    write_protocol_draft(tmp_path, WHOLE)
    with house(qapp, tmp_path) as studio:
        studio.house.console.turn_to("library")
        press(studio.house.console, "Go on writing it")
        page = desk_of(studio)
        press(page, "Keep it")
        assert read_protocol(tmp_path / "protocols" / "whole.toml").main_step.question == WHOLE.main_step.question
        assert not (tmp_path / PROTOCOL).exists()
        studio.house.console.turn_to("writing")
        (tmp_path / f"{PROTOCOL}.{os.getpid()}.new").mkdir()     # where the new file would be written
        name = named(page, "Name", Field)
        name.setFocus()
        QTest.keyClick(name, Qt.Key.Key_End)
        QTest.keyClicks(name, " a")
        qtbot.waitUntil(lambda: "not safe until you keep it" in told(studio))
        (tmp_path / f"{PROTOCOL}.{os.getpid()}.new").rmdir()
        QTest.keyClicks(name, "!")
    left = read_protocol_draft(tmp_path, ())
    assert left is not None and (left.id, left.title) == ("whole", "Whole a!")
