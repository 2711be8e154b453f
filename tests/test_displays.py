"""The two virtual displays behave as a laptop and a projector do, cable included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.displays import LAPTOP, PROJECTOR, TwoDisplays

pytestmark = pytest.mark.display

SCREENS = """
import sys
from PySide6.QtGui import QColor, QGuiApplication, QRasterWindow, QPainter

class Window(QRasterWindow):
    def paintEvent(self, event):
        QPainter(self).fillRect(0, 0, self.width(), self.height(), QColor("#1d6f42"))

app = QGuiApplication([])
def tell():
    print(",".join(sorted(screen.name() for screen in app.screens())), flush=True)
app.screenAdded.connect(tell)
app.screenRemoved.connect(lambda screen: print("lost", screen.name(), flush=True))
window = Window()
window.setTitle("on the projector")
there = next(screen for screen in app.screens() if screen.name() == "PROJ")
window.setScreen(there)
window.setGeometry(there.geometry())
window.showFullScreen()
tell()
sys.exit(app.exec())
"""


def test_a_program_sees_both_displays_and_the_cable(tmp_path: Path) -> None:
    with TwoDisplays() as displays, subprocess.Popen(
            [sys.executable, "-c", SCREENS], env=displays.environment(), text=True, stdout=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stdout.readline().strip() == f"{LAPTOP},{PROJECTOR}"
        shot = tmp_path / "projector.png"

        def on_the_wall() -> bool:
            displays.photograph(PROJECTOR, shot)
            return QImage(str(shot)).pixelColor(960, 540) == QColor("#1d6f42")

        displays.until(on_the_wall, "the window never appeared on the projector")
        assert (QImage(str(shot)).width(), QImage(str(shot)).height()) == (1920, 1080)
        displays.unplug()
        assert program.stdout.readline().strip() == f"lost {PROJECTOR}"
        displays.plug()
        assert program.stdout.readline().strip() == f"{LAPTOP},{PROJECTOR}"
        program.terminate()
