"""From a key to a painted wall, beside a bare window that paints the same words: `python -m tests.bench.wall W H`
prints two numbers, the worst of ours and the worst of the floor, in milliseconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.design.gathering import Gathering, new_id
from app.paths import project_root
from app.store.store import Store
from tests.bench.result import Result, worst
from tests.displays import TwoDisplays
from ui.gallery import StillClock
from ui.main import House, furnish, lay_ground
from ui.type import load_fonts, wall_font

LENGTHS = (20, 90, 200, 1_000)
ROUNDS = 6
FRAME = 16.0
"""Milliseconds: less than one picture of a display that shows sixty a second."""
REST = 1_500
"""Milliseconds until windows stand where they will stay."""
WORDS = "what do we keep when nobody asks us to keep it and "


def at(width: int, height: int, name: str) -> Result:
    """Key presses on the host's page until the wall's window has been painted, at this size."""
    with TwoDisplays() as displays:
        told = subprocess.run([sys.executable, "-m", "tests.bench.wall", str(width), str(height)], check=True,
                              cwd=project_root(), env=displays.environment(), stdout=subprocess.PIPE, text=True)
    ours, floor = (float(number) for number in told.stdout.split())
    return Result(name, f"key press to painted wall, {width} x {height}, 20 to 1,000 characters (99th percentile), "
                  "to a bare window with the same words", ours, floor, "ms", most=FRAME)


class Bare(QWidget):
    """Paints words and nothing else."""

    words = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, wrapped."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setFont(wall_font((0.13 if len(self.words) < 200 else 0.035) * self.height(), serif=True, weight=480))
        painter.drawText(QRect(140, 180, self.width() - 280, self.height() - 400),
                         Qt.TextFlag.TextWordWrap.value, self.words)
        painter.end()


def _plan(gathering: Gathering) -> Gathering:
    """Its first question again and again, short and long."""
    step = next(step for step in gathering.steps if step.question)
    steps = [replace(step, id=new_id(), question=((WORDS * 20)[:length].strip() + "?"))
             for _ in range(ROUNDS) for length in LENGTHS]
    return replace(gathering, id=new_id(), steps=tuple(steps))


def _walk(house: House, clock: StillClock, window: QWidget) -> list[float]:
    """Milliseconds of each press that changed what the room sees."""
    engine = house.hosting.running
    assert engine is not None
    took = []
    while not engine.session.finished:
        before = engine.session.step_id, engine.session.beat
        clock.forward(0.5)
        QApplication.sendPostedEvents()
        began = time.perf_counter()
        house.host_page.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        for part in window.findChildren(QWidget):
            part.repaint()
        spent = 1000 * (time.perf_counter() - began)
        if (engine.session.step_id, engine.session.beat) == before:
            break
        took.append(spent)
    return took


def _floor(bare: Bare) -> list[float]:
    took = []
    for number in range(ROUNDS * len(LENGTHS) * 4):
        bare.words = (WORDS * 20)[:LENGTHS[number % len(LENGTHS)]]
        began = time.perf_counter()
        bare.repaint()
        took.append(1000 * (time.perf_counter() - began))
    return took


def main(width: int, height: int) -> None:
    """Measure in this process and print both numbers."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        clock = StillClock()
        house = furnish(application, lay_ground(store, Path(folder), clock=clock))
        gathering = store.gatherings()[0]
        house.console.show()
        house.hosting.begin(_plan(gathering))
        house.console.turn_to("host")
        house.wall.open_window()
        bare = Bare()
        for window in (house.wall.window, bare):
            window.setFixedSize(width, height)
            window.show()
        answer: list[list[float]] = []

        def measured() -> None:
            answer.extend((_walk(house, clock, house.wall.window), _floor(bare)))
            application.quit()

        QTimer.singleShot(REST, measured)      # until both stand on the screen
        application.exec()
        house.close()
    sys.stdout.write(" ".join(f"{worst(values):.3f}" for values in answer) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
