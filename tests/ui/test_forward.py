"""A second start finds the first, brings it forward and leaves; nothing else can be said at its door."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import project_root
from app.store.database import NAME
from app.store.store import Store
from tests.patience import PATIENCE
from ui.forward import FORWARD, HERE, Door, door_name

STARTS = int(os.environ.get("CONVENER_STARTS", "6"))
"""How many start at once; the promise is fifty."""
KNOCK = "import sys; from pathlib import Path; from ui.forward import knock; sys.exit(not knock(Path(sys.argv[1])))"
FRONT_DOOR = """
import sys
from functools import partial
import app.__main__, ui.start
vars(ui.start)["open_or_bring_forward"] = partial(ui.start.open_or_bring_forward, patience=float(sys.argv.pop(1)))
sys.exit(app.__main__.main())
"""
"""The program, which waits on a slow machine as long as the tests do."""

HELD = """
import sys
from pathlib import Path
from app.errors import InUse
from ui.start import open_or_bring_forward
try:
    open_or_bring_forward(Path(sys.argv[1]), patience=0)
except InUse as fault:
    print(fault)
"""


@pytest.fixture
def door(qapp: QApplication, data_folder: Path) -> Iterator[Door]:
    """The door of a console on `data_folder`."""
    door = Door(data_folder)
    yield door
    door.close()


def path_of(folder: Path) -> Path:
    """The socket of the console on `folder`."""
    return Path(QDir.tempPath()) / door_name(folder)


def said(qtbot: QtBot, folder: Path, words: bytes) -> bytes:
    """Say this at the door; what is answered before it closes."""
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.connect(str(path_of(folder)))
        visitor.setblocking(False)
        visitor.sendall(words)
        heard = bytearray()

        def closed() -> bool:
            try:
                more = visitor.recv(64)
            except BlockingIOError:
                return False
            except ConnectionResetError:
                return True
            heard.extend(more)
            return not more

        qtbot.waitUntil(closed)
        return bytes(heard)


def knocking(folder: Path) -> subprocess.Popen[bytes]:
    """Another process that knocks."""
    return subprocess.Popen([sys.executable, "-c", KNOCK, str(folder)], cwd=project_root())


def test_who_knocks_is_heard_and_answered(qtbot: QtBot, door: Door, data_folder: Path) -> None:
    with qtbot.waitSignal(door.knocked):
        visitor = knocking(data_folder)
    qtbot.waitUntil(lambda: visitor.poll() is not None)
    assert visitor.returncode == 0


def test_where_nobody_is_at_home_nobody_answers(qapp: QApplication, data_folder: Path) -> None:
    assert knocking(data_folder).wait(PATIENCE) == 1


@pytest.mark.slow
def test_data_that_a_program_without_a_window_holds_are_told(data_folder: Path) -> None:
    holder = Store.open(data_folder)
    try:
        said = subprocess.run([sys.executable, "-c", HELD, data_folder], cwd=project_root(), capture_output=True,
                              text=True, check=False, timeout=PATIENCE)
    finally:
        holder.close()
    assert (said.stdout.startswith("Convener is already open"), str(data_folder) in said.stdout) == (True, True), said


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is no file there")
@pytest.mark.parametrize("words", [b"quit\n", b"come forward and quit\n", b"\0" * 100_000, FORWARD[:-1] + b"!"])
def test_nothing_else_can_be_said(qtbot: QtBot, door: Door, data_folder: Path, words: bytes) -> None:
    heard: list[bool] = []
    door.knocked.connect(lambda: heard.append(True))
    assert said(qtbot, data_folder, words) == b"" and heard == []
    assert said(qtbot, data_folder, FORWARD) == HERE and heard == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is no file there")
def test_the_door_is_this_users_alone_and_its_name_is_short(door: Door, data_folder: Path) -> None:
    assert path_of(data_folder).stat().st_mode & 0o077 == 0
    assert len(door_name(data_folder.joinpath(*["deep"] * 50))) == len(door_name(data_folder)) == 25
    assert door_name(data_folder) != door_name(data_folder.parent)
    assert door_name(data_folder) == door_name(data_folder / ".." / data_folder.name)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is no file there")
def test_the_door_of_a_killed_console_is_taken_away(qtbot: QtBot, data_folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(path_of(data_folder)))
    door = Door(data_folder)
    assert said(qtbot, data_folder, FORWARD) == HERE
    door.close()
    assert not path_of(data_folder).exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends its processes with signals")
def test_of_many_starts_at_once_one_writes_and_the_others_bring_it_forward_and_leave(data_folder: Path) -> None:
    program = [sys.executable, "-c", FRONT_DOOR, str(PATIENCE), "--data", str(data_folder)]
    starts = [subprocess.Popen(program, cwd=project_root(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
              for _ in range(STARTS)]
    try:
        while sum(start.poll() is None for start in starts) > 1:   # each rests in a wait of its own
            for start in starts:
                if start.poll() is None and sum(other.poll() is None for other in starts) > 1:
                    try:
                        start.wait(1)
                    except subprocess.TimeoutExpired:
                        continue
        (first,) = (start for start in starts if start.poll() is None)
        first.send_signal(signal.SIGTERM)
        said = [start.communicate(timeout=PATIENCE) for start in starts]
    finally:
        for start in starts:
            if start.poll() is None:
                start.kill()
                start.wait(PATIENCE)
    assert [start.returncode for start in starts] == [0] * STARTS, said
    assert sum(b"come to the front" in out for out, _ in said) == STARTS - 1
    assert {line for _, err in said for line in err.splitlines()} <= {b"This plugin does not support raise()"}
    with sqlite3.connect(data_folder / NAME) as db:
        assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert db.execute("select count(*) from gatherings").fetchone() == (1,), "the sample was made more than once"
    db.close()
