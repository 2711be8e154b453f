"""A fault of ours, wherever it is planted: the host sees one calm sentence, the room its last good picture, the whole
is in the log, a file tells of it without a typed word, and the next note is kept.
"""

from __future__ import annotations

import asyncio
import io
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QObject, Signal, qInstallMessageHandler, qWarning
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import NotKept
from app.library.protocol import Keeps
from app.store.crash import Recorder, crash_files
from app.words import say
from tests.plans import staff_meeting
from tests.ui.projector.test_view import Torn
from tests.ui.test_drafting import Desk
from ui.bridge import Whisper
from ui.faults import AGAIN, Faults, NotForEver
from ui.gallery import Studio, pages
from ui.ground import Ground, lay_ground
from ui.main import listen_in
from ui.tasks import Tasks
from ui.theme import load_wall_theme
from ui.type import load_fonts
from ui.widgets.banner import Banner

pytestmark = pytest.mark.slow   # a whole house for each
TYPED = "words of the room"


class Stumble(Exception):  # noqa: N818 - what a planted part does
    """Planted."""


def stumble(*_: object) -> NoReturn:
    """The planted fault: it carries words that somebody typed."""
    raise Stumble(TYPED)


class Room:
    """The real house with a session that runs, the wall in a window, and every hook taken."""

    def __init__(self, application: QApplication, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot, self.open = folder, qtbot, True
        self.desk = Desk(application, folder)
        self.house = self.desk.house
        self.faults = Faults(Recorder(folder))
        self._whisper = Whisper()
        listen_in(self.house, self._whisper, self.faults)
        self.faults.install()
        self.house.hosting.begin(staff_meeting())
        self.house.wall.open_window()
        self.engine = self.house.hosting.running
        assert self.engine is not None

    def close(self) -> None:
        self.open = False
        self.desk.close()
        self.faults.uninstall()

    @property
    def banner(self) -> str:
        """The sentence above the page; "" when nothing is said."""
        banner = self.house.console.findChild(Banner)
        return banner.text() if isinstance(banner, Banner) and banner.isVisibleTo(self.house.console) else ""

    @property
    def frame(self) -> QImage:
        """What the room sees."""
        return self.house.wall.window.grab().toImage()

    def keeps_a_note(self) -> bool:
        """Whether a note reaches the file now."""
        assert self.engine is not None
        before = len(self.engine.session.notes)
        self.engine.keep("still kept", Keeps.INSIGHT)
        row = self.desk.store.live_session()
        assert row is not None
        return (len(self.engine.session.notes) == before + 1
                and "still kept" in str(self.desk.store.log(row.id)[-1].what))


@pytest.fixture
def room(qapp: QApplication, data_folder: Path, qtbot: QtBot) -> Iterator[Room]:
    """The house while it hosts."""
    load_fonts()
    room = Room(qapp, data_folder, qtbot)
    yield room
    room.close()


class Clumsy(QWidget):
    """A part that cannot paint itself."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Planted."""
        self.painted = True
        stumble()


class Spoken(QObject):
    """Something that speaks."""

    said = Signal()


class Reluctant:
    """Goes badly."""

    def __del__(self) -> None:
        stumble()


def in_a_slot(room: Room) -> None:
    speaker = Spoken(room.house.console)
    speaker.said.connect(stumble)
    speaker.said.emit()


def in_a_paint(room: Room) -> None:
    part = Clumsy(room.house.console)
    part.resize(30, 30)
    part.show()
    room.qtbot.waitUntil(lambda: part.painted)
    part.deleteLater()


def in_a_thread(room: Room) -> None:
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()


def where_nothing_can_be_raised(room: Room) -> None:
    Reluctant()


async def one_turn() -> None:
    """The loop does what is waiting."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(done.set_result, None)
    await done


def in_a_task(room: Room) -> None:
    async def day() -> None:
        tasks = Tasks()

        async def clumsy() -> None:
            stumble()

        tasks.spawn(clumsy())
        await tasks.finish()
        await one_turn()

    asyncio.run(day())


def in_the_thread_of_a_task(room: Room) -> None:
    async def day() -> None:
        tasks = Tasks()
        tasks.in_thread(stumble, stumble)
        await tasks.finish()
        await one_turn()

    asyncio.run(day())


def in_the_loop(room: Room) -> None:
    async def day() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: room.faults.in_the_loop(context))
        loop.call_soon(stumble)
        await one_turn()
        await one_turn()

    asyncio.run(day())


PLANTED = (in_a_slot, in_a_paint, in_a_thread, where_nothing_can_be_raised, in_a_task, in_the_thread_of_a_task,
           in_the_loop)


@pytest.mark.parametrize("plant", PLANTED)
def test_a_planted_fault_is_told_calmly_written_down_and_harms_nobody(
        qtbot: QtBot, room: Room, caplog: pytest.LogCaptureFixture, plant: Callable[[Room], None]) -> None:
    before = room.frame
    for _ in range(3):
        plant(room)
    qtbot.waitUntil(lambda: bool(room.banner))
    assert room.banner.startswith("Something in Convener went wrong. Your notes are kept; go on.")
    (file,) = crash_files(room.folder)
    assert str(file) in room.banner
    said = file.read_text(encoding="utf-8")
    assert "Stumble" in said and "in stumble" in said and TYPED not in said
    assert caplog.text.count(f"Stumble: {TYPED}") >= 3, "one was not logged"
    assert room.frame == before, "the room saw it"
    assert room.keeps_a_note()


def test_a_wall_that_cannot_be_drawn_keeps_its_picture_and_the_host_is_told(
        qtbot: QtBot, room: Room, caplog: pytest.LogCaptureFixture) -> None:
    before = room.frame
    room.house.wall.show_theme(replace(load_wall_theme("night"), families=Torn()))
    assert room.frame == before
    qtbot.waitUntil(lambda: bool(room.banner))
    assert "could not be drawn" in caplog.text and len(crash_files(room.folder)) == 1
    assert room.keeps_a_note()


def test_every_slot_that_a_day_calls_may_stumble_once(
        qtbot: QtBot, room: Room, caplog: pytest.LogCaptureFixture) -> None:
    calls: list[str] = []
    planted = 0
    for thing in (room.house.console, *room.house.console.findChildren(QObject), room.house.bridge, room.house.wall):
        for kind in type(thing).__mro__:
            for name in [name for name, value in vars(kind).items() if isinstance(value, Signal)]:
                planted += 1
                getattr(thing, name).connect(once(f"{kind.__module__}.{name}", calls, room))
    ground = lay_ground(room.desk.store, room.folder, clock=room.desk.clock)
    for name in walk(room, ground):
        assert name
    assert planted > 300 and len(set(calls)) > 20, f"{len(set(calls))} of {planted} stumbled: this proves little"
    assert caplog.text.count(f"Stumble: {TYPED}") == len(calls), "one was not logged"
    assert len(crash_files(room.folder)) == 1, "the same fault was written more than once"
    engine = room.house.hosting.running
    assert engine is None or engine.keep("still kept", Keeps.INSIGHT)


def walk(room: Room, ground: Ground) -> Iterator[str]:
    """A whole day through every page."""
    yield from pages(Studio(room.house, ground, room.desk.clock))


def once(name: str, calls: list[str], room: Room) -> Callable[..., None]:
    """A slot that stumbles when it is called first while somebody is there."""
    done = False

    def slot(*_: object) -> None:
        nonlocal done
        if not done and room.open:
            done = True
            calls.append(name)
            stumble()

    return slot


def test_a_fault_of_the_world_is_told_in_its_own_words_and_is_no_crash(qtbot: QtBot, room: Room) -> None:
    def full(*_: object) -> None:
        raise NotKept(say("The disk is full; make room."))

    speaker = Spoken(room.house.console)
    speaker.said.connect(full)
    speaker.said.emit()
    assert room.banner == "The disk is full; make room." and crash_files(room.folder) == ()
    assert room.keeps_a_note() and room.banner == "", "what was kept since has not healed it"


def test_what_qt_says_is_in_the_log_and_never_floods_it(
        room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    written = logging.StreamHandler(stream := io.StringIO())
    written.addFilter(NotForEver())
    logging.getLogger().addHandler(written)
    for _ in range(100):
        qWarning("QLayout: it does not fit")
    qWarning("QFont: none")
    logging.getLogger().removeHandler(written)
    assert stream.getvalue().splitlines() == [
        *AGAIN * ["QLayout: it does not fit"],
        "This goes on and is not written any more: QLayout: it does not fit", "QFont: none"]
    assert capsys.readouterr().err.count("it does not fit") == 100
    assert room.banner == "" and crash_files(room.folder) == ()


def test_what_the_log_makes_qt_say_makes_no_circle(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    class Echo(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            qWarning("an echo")

    echo = Echo()
    logging.getLogger("qt").addHandler(echo)
    qWarning("a call")   # Qt itself takes what is said meanwhile to where errors are written
    logging.getLogger("qt").removeHandler(echo)
    assert sorted(capfd.readouterr().err.split()) == ["a", "an", "call", "echo"]


def test_every_hook_is_given_back(room: Room) -> None:
    room.faults.uninstall()
    assert sys.excepthook != room.faults._raised and threading.excepthook != room.faults._in_thread
    assert sys.unraisablehook != room.faults._unraisable
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    assert handler != room.faults._from_qt
    room.faults.install()


def test_without_the_hooks_nothing_is_told(qtbot: QtBot, room: Room) -> None:
    room.faults.uninstall()
    with qtbot.captureExceptions() as caught:
        in_a_slot(room)
    assert len(caught) == 1 and room.banner == "" and crash_files(room.folder) == ()
    room.faults.install()
