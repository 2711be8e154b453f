"""The room's window with one display, and on two real ones with a cable that is pulled out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.live.scene import Audience, Ring, Scene
from tests.displays import LAPTOP, PROJECTOR, TwoDisplays
from tests.fakes import FakeClock
from ui.projector.displays import Display
from ui.projector.window import Place, Wall, WallState
from ui.theme import load_wall_theme

HALL = Display("HDMI-1", "Epson", "EB-990U", "X1")


@pytest.fixture
def wall(clock: FakeClock) -> Iterator[Wall]:
    made = Wall(theme=load_wall_theme("paper"), now=clock, title="Wall", known=HALL)
    made.show_audience(Audience(Scene.QUESTION, "gifts", "pairs", "What went well?", ring=Ring(60_000, left=9)))
    yield made
    made.close()


def console() -> str:
    return QGuiApplication.primaryScreen().name()


def test_with_one_display_the_wall_waits_for_the_rooms_own(wall: Wall) -> None:
    wall.open_on_best(console())
    assert wall.state == WallState(Place.WAITING, HALL)
    assert not wall.window.isVisible()


def test_the_wall_is_a_window_here_at_one_key_and_the_whole_screen_at_another(wall: Wall) -> None:
    told: list[Place] = []
    wall.state_changed.connect(lambda state: told.append(state.place))
    wall.open_on_best(console())
    wall.open_window()
    assert wall.window.isVisible()
    assert not wall.window.isFullScreen()
    wall.toggle_full()
    assert wall.window.isFullScreen()
    wall.toggle_full()
    assert not wall.window.isVisible()
    assert told == [Place.WAITING, Place.WINDOW, Place.FULL, Place.HIDDEN]


def test_esc_and_the_clickers_keys_are_passed_on_and_close_nothing(wall: Wall) -> None:
    keys: list[int] = []
    wall.key_pressed.connect(lambda key, modifiers: keys.append(key))
    wall.open_window()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_Period):
        QTest.keyClick(wall.window, key)
    assert keys == [Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_Period]
    assert wall.window.isVisible()


def test_closing_the_window_hides_it_and_says_so(wall: Wall, qtbot: QtBot) -> None:
    wall.open_window()
    with qtbot.waitSignal(wall.hidden_by_host):
        wall.window.close()
    assert wall.state == WallState(Place.HIDDEN)
    wall.open_window()
    assert wall.window.isVisible()


def test_a_wall_that_stands_on_the_consoles_display_makes_way(wall: Wall) -> None:
    wall.open_on_best("the laptop's own")
    on_display = wall.state
    wall.console_moved(console())
    assert [on_display.place, wall.state.place] == [Place.DISPLAY, Place.WAITING]
    assert not wall.window.isVisible()


PROGRAM = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from app.live.scene import Audience, Scene
from ui.projector.window import Wall
from ui.theme import load_wall_theme
from ui.type import load_fonts

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
load_fonts()
console = QLineEdit()
console.setGeometry(100, 100, 600, 300)
console.show()
wall = Wall(theme=load_wall_theme("night"), now=lambda: 0, title="Wall")
wall.show_audience(Audience(Scene.QUESTION, "gifts", "pairs", "What went well?", foot="In pairs"))

told = ""

def tell():
    global told
    box = wall.window.geometry()
    now = f"{wall.state.place} {wall.window.isVisible()} {box.x()} {box.y()} {box.width()} {box.height()}"
    if now != told:
        told = now
        print(now, flush=True)

often = QTimer()
often.timeout.connect(tell)
often.start(5)
QTimer.singleShot(300, lambda: wall.open_on_best("LAPTOP"))
sys.exit(app.exec())
"""


@pytest.mark.display
def test_the_wall_hides_when_its_cable_is_pulled_and_returns_to_the_same_display(tmp_path: Path) -> None:
    ground = QColor(load_wall_theme("night").bg)
    with TwoDisplays() as displays, subprocess.Popen(
            [sys.executable, "-c", PROGRAM], env=displays.environment(), text=True, stdout=subprocess.PIPE) as program:
        for _ in range(4):
            heard(program, "display True 1366 0 1920 1080")
            displays.until(lambda: ground_on(displays, ground) == {PROJECTOR}, "the wall is not on the projector alone")
            displays.unplug()
            heard(program, "waiting False")
            displays.until(lambda: ground_on(displays, ground) == set(), "the wall can be seen without its display")
            displays.plug()
        program.terminate()


def heard(program: subprocess.Popen[str], beginning: str) -> None:
    """Read what it tells of its wall until it tells this."""
    assert program.stdout
    assert any(line.startswith(beginning) for line in iter(program.stdout.readline, "")), "the program has gone"


def ground_on(displays: TwoDisplays, ground: QColor) -> set[str]:
    """On which displays the lower edge, where a wall has nothing but its ground, has that colour."""
    found = set()
    for monitor in (LAPTOP, PROJECTOR):
        shot = displays.shot_of(monitor)
        if shot.pixelColor(shot.width() // 2, shot.height() - 20) == ground:
            found.add(monitor)
    return found
