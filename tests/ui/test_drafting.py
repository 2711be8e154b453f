"""A half-typed note, and a half-written message, outlive the program, and only half-typed ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import project_root
from app.store.draft import NAME, Draft, read_draft, write_draft
from app.store.store import Store
from tests.plans import staff_meeting
from ui.gallery import StillClock
from ui.ground import lay_ground
from ui.main import House, furnish
from ui.panels.message import MessageArea
from ui.panels.note_field import NoteField
from ui.safe_soon import WITHIN
from ui.type import load_fonts
from ui.widgets.banner import Banner

pytestmark = pytest.mark.slow


class Desk:
    """The program on one data folder; `crash` leaves without a word and starts it again."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application, self.folder = application, folder
        self.clock = StillClock()
        self.store, self.house = self._start()

    def _start(self) -> tuple[Store, House]:
        store = Store.open(self.folder)
        house = furnish(self._application, lay_ground(store, self.folder, clock=self.clock))
        house.console.show()
        return store, house

    def crash(self) -> None:
        for timer in self.house.drafting.findChildren(QTimer):
            timer.stop()   # nothing is written any more
        self.close()
        self.store, self.house = self._start()

    def close(self) -> None:
        self.house.close()
        self.store.close()

    @property
    def field(self) -> NoteField:
        field = self.house.host_page.findChild(NoteField)
        assert isinstance(field, NoteField)
        return field

    @property
    def message(self) -> MessageArea:
        area = self.house.host_page.findChild(MessageArea)
        assert isinstance(area, MessageArea)
        return area

    def kept(self) -> Draft:
        return read_draft(self.folder, self.house.hosting.session_id)

    def type(self, text: str) -> None:
        self.house.host_page.wake()
        QTest.keyClicks(self.field, text)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A meeting being hosted."""
    load_fonts()
    made = Desk(qapp, tmp_path)
    made.house.hosting.begin(staff_meeting())
    made.house.console.turn_to("host")
    yield made
    made.close()


def test_half_a_note_is_back_in_the_box_after_a_crash(desk: Desk, qtbot: QtBot) -> None:
    desk.type("the door was open and")
    qtbot.waitUntil((desk.folder / NAME).exists)
    desk.crash()
    assert desk.field.text() == "the door was open and"


def test_half_a_message_to_the_wall_is_back_in_its_field_after_a_crash(desk: Desk, qtbot: QtBot) -> None:
    desk.type("half a note")
    desk.house.host_page.run("message")
    QTest.keyClicks(desk.message, "the bus leaves at")
    qtbot.waitUntil(lambda: "bus leaves at" in desk.kept().message)
    desk.crash()
    desk.house.host_page.run("message")
    assert (desk.message.text(), desk.field.text()) == ("the bus leaves at", "half a note")


def test_a_message_the_room_has_read_leaves_no_draft(desk: Desk, qtbot: QtBot) -> None:
    desk.house.host_page.run("message")
    QTest.keyClicks(desk.message, "soup is ready")
    qtbot.waitUntil((desk.folder / NAME).exists)
    QTest.keyClick(desk.message, Qt.Key.Key_Return)
    assert not (desk.folder / NAME).exists()
    write_draft(desk.folder, Draft(session_id=desk.house.hosting.session_id, message="soup is ready"))
    desk.crash()                             # between the wall and the draft's end
    assert desk.message.text() == ""


def test_who_types_on_and_on_is_kept_all_the_same(desk: Desk, qtbot: QtBot) -> None:
    desk.house.host_page.wake()
    assert WITHIN < 1000
    for _ in range(500):                     # who waits for a pause in the typing never writes
        QTest.keyClick(desk.field, Qt.Key.Key_A, delay=20)
        if (desk.folder / NAME).exists():
            return
    pytest.fail("ten seconds of typing and no draft")


def test_a_kept_note_leaves_no_draft(desk: Desk, qtbot: QtBot) -> None:
    desk.type("whole")
    qtbot.waitUntil((desk.folder / NAME).exists)
    QTest.keyClick(desk.field, Qt.Key.Key_Return)
    assert not (desk.folder / NAME).exists()
    desk.crash()
    assert desk.field.text() == ""


def test_a_note_that_was_kept_in_the_last_moment_is_not_offered_twice(desk: Desk) -> None:
    desk.type("kept already")
    QTest.keyClick(desk.field, Qt.Key.Key_Return)
    write_draft(desk.folder, Draft(session_id=desk.house.hosting.session_id, text="kept already"))
    desk.crash()
    assert desk.field.text() == ""


def test_another_sessions_draft_stays_out_of_this_one(desk: Desk) -> None:
    write_draft(desk.folder, Draft(session_id="other", text="not here"))
    desk.crash()
    assert desk.field.text() == ""


def test_a_draft_that_cannot_be_written_is_told_once_and_the_words_stay(desk: Desk) -> None:
    banner = desk.house.console.findChild(Banner)
    assert isinstance(banner, Banner)
    (desk.folder / f"{NAME}.{os.getpid()}.new").mkdir()   # where the new file would be written
    desk.type("still here")
    desk.house.drafting.put_down()
    assert "not safe until you press Enter" in banner.text()
    desk.house.console.hush()
    desk.house.drafting.put_down()
    assert (banner.text(), desk.field.text()) == ("", "still here")
    (desk.folder / f"{NAME}.{os.getpid()}.new").rmdir()
    desk.house.drafting.put_down()
    assert read_draft(desk.folder, desk.house.hosting.session_id).text == "still here"


@pytest.mark.parametrize("torn", [b"", b'{"session_id": "s", "te', b"\xff\xfe", b"[]"])
def test_a_torn_file_holds_no_draft(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / NAME).write_bytes(torn)
    assert read_draft(tmp_path, "s") == Draft(session_id="s")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(("waits", "lost"), [(WITHIN, False), (60_000, True)], ids=["as it is", "control"])
def test_a_kill_while_typing_costs_a_second_at_most(tmp_path: Path, waits: int, lost: bool) -> None:
    code = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.store.store import Store
from tests.plans import staff_meeting
from ui.ground import lay_ground
from ui.main import furnish
from ui.panels.note_field import NoteField
from ui.type import load_fonts
app = QApplication([]); load_fonts()
folder = Path(sys.argv[1]); store = Store.open(folder)
house = furnish(app, lay_ground(store, folder))
house.drafting.findChild(QTimer).setInterval(int(sys.argv[2]))
house.hosting.begin(staff_meeting()); house.console.turn_to("host"); house.console.show(); house.host_page.wake()
field = house.host_page.findChild(NoteField)
def one():
    QTest.keyClicks(field, "a")
    os.write(1, f"{time.monotonic()} {len(field.text())}\\n".encode())
timer = QTimer(); timer.timeout.connect(one); timer.start(40)
app.exec()
"""
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(waits)], stdout=subprocess.PIPE, text=True,
                          cwd=project_root()) as process:
        assert process.stdout is not None
        typed = [process.stdout.readline() for _ in range(60)]
        os.kill(process.pid, signal.SIGKILL)
        typed += process.stdout
    letters = [(float(at), int(count)) for at, count in (line.split() for line in typed)]
    stalled = max(after - before for (before, _), (after, _) in pairwise(letters))     # the machine, not the draft
    died = letters[-1][0]     # it may have been held up between its last letter and its end
    a_second_ago = max((count for at, count in letters if at < died - 1 - stalled), default=0)
    store = Store.open(tmp_path)
    row = store.live_session()
    store.close()
    assert row is not None and a_second_ago > 0
    assert (len(read_draft(tmp_path, row.id).text) < a_second_ago) is lost
