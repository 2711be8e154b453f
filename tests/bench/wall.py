"""From a key to a painted wall, beside a bare window that paints the same words: `python -m tests.bench.wall W H`
prints two numbers, the worst of ours and the worst of the floor, in milliseconds. Between two presses the program
has the time it has in life: until it is at rest.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

import ui.main
from app.design.gathering import Gathering, new_id
from app.live.scene import Audience
from app.live.session import next_place
from app.paths import project_root
from app.store.store import Store
from tests.bench.result import Result, worst
from tests.displays import TwoDisplays
from ui.gallery import StillClock
from ui.ground import lay_ground
from ui.main import House, furnish
from ui.projector.view import WallView
from ui.projector.window import Wall
from ui.type import load_fonts, wall_font

LENGTHS = (20, 90, 200, 500, 1_000)
ROUNDS = 6
IN_MEMORY = Path("/dev/shm")
"""Where the fact of each press is kept, if there is such a folder: how long a disk takes is what `note` measures."""
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
    return Result(name, f"key press to the first frame that differs, {width} x {height}, 20 to 1,000 characters "
                  "(99th percentile; facts kept in memory), to a bare window with the same words", ours, floor, "ms",
                  most=FRAME)


class Bare(QWidget):
    """Paints words and nothing else."""

    words = ""

    def painted(self, words: str) -> float:
        """Paint these now; how many milliseconds it took."""
        self.words = words
        began = time.perf_counter()
        self.repaint()
        return 1000 * (time.perf_counter() - began)

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


class Answering(Wall):
    """The room's window that tells when a new scene has been painted and handed to the system."""

    answered = Signal()

    def show_audience(self, audience: Audience) -> None:
        """As ever, and then tell."""
        super().show_audience(audience)
        self.answered.emit()


class Walk(QObject):
    """Presses *Next* through a whole session, each time once the house is at rest; `done` when it has ended.

    `took` holds for each press the milliseconds until the first frame that differs stood in the wall's window: the
    wall is painted and handed to the system within the first answer to the press, before the console is. `floor`
    holds those of the bare window, painted each time just before.
    """

    done = Signal()

    def __init__(self, house: House, clock: StillClock, bare: Bare) -> None:
        super().__init__()
        self._house, self._clock, self._bare = house, clock, bare
        view, wall = house.wall.window.findChild(WallView), house.wall
        assert isinstance(view, WallView) and isinstance(wall, Answering)
        self._view, self._began, self._painted = view, 0.0, False
        self.took: list[float] = []
        self.floor: list[float] = []
        view.installEventFilter(self)
        wall.answered.connect(self._answered)
        self._look = QTimer(self)
        self._look.setInterval(20)
        self._look.timeout.connect(self._press)
        self._look.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the wall is painted."""
        self._painted = self._painted or event.type() is QEvent.Type.Paint
        return False

    def _press(self) -> None:
        engine = self._house.hosting.running
        if engine is None or next_place(engine.session) is None:
            self._look.stop()
            self.done.emit()
        elif self._view.is_ready():
            self.floor.append(self._bare.painted((WORDS * 20)[:LENGTHS[len(self.floor) % len(LENGTHS)]]))
            self._clock.forward(0.5)
            self._painted, self._began = False, time.perf_counter()
            self._house.host_page.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)

    def _answered(self) -> None:
        assert self._painted, "the wall was not painted at once"
        self.took.append(1000 * (time.perf_counter() - self._began))


def main(width: int, height: int) -> None:
    """Measure in this process and print both numbers."""
    vars(ui.main)["Wall"] = Answering
    application = QApplication(sys.argv[:1])
    load_fonts()
    memory = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, closing(Store.open(Path(folder))) as store:
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
        walks: list[Walk] = []

        def begin() -> None:
            walks.append(Walk(house, clock, bare))
            walks[0].done.connect(lambda: application.exit())      # `quit` would ask every window first

        QTimer.singleShot(REST, begin)      # until both stand on the screen
        application.exec()
        house.close()
    sys.stdout.write(f"{worst(walks[0].took):.3f} {worst(walks[0].floor):.3f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
