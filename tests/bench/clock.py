"""How long after the truth the host's clock turns to its next second, while other programs keep every core busy:
`python -m tests.bench.clock` prints the worst of ours and of a bare timer, in milliseconds.

A second is true by the system's clock, and it is on the screen when its digits have been painted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.library.protocol import Beat
from app.live.clock import Clock, Running, system_clock
from app.paths import project_root
from app.store.store import Store
from tests.bench.result import Result, worst
from tests.displays import TwoDisplays
from ui.ground import lay_ground
from ui.main import House, furnish
from ui.panels.clock import Digits
from ui.type import load_fonts

SECONDS = 100
SECOND = 1_000
REST = 4_000
"""Milliseconds until what a start brings with it is done: pages, the first backup."""
MOST = 50.0
"""Milliseconds after which a second is late: two people who look at two clocks would notice it."""
_BUSY = "while True: pass"


def clock() -> Result:
    """A round runs on the host's page; beside it each core has a program that never rests."""
    with TwoDisplays() as displays, _busy(os.cpu_count() or 1):
        told = subprocess.run([sys.executable, "-m", "tests.bench.clock"], check=True, cwd=project_root(),
                              env=displays.environment(), stdout=subprocess.PIPE, text=True)
    ours, floor = (float(number) for number in told.stdout.split())
    return Result("clock", f"true second to its painted digits, every core busy, {SECONDS} seconds (99th percentile), "
                  "to a bare timer", ours, floor, "ms", most=MOST)


@contextmanager
def _busy(cores: int) -> Iterator[None]:
    """So many programs that never rest."""
    with ExitStack() as stack:
        for _ in range(cores):
            program = stack.enter_context(subprocess.Popen([sys.executable, "-c", _BUSY]))
            stack.callback(program.kill)
        yield


class Seconds(QObject):
    """Notes for each second of a countdown how many milliseconds late its digits were painted, and a bare timer rang.

    `done` is called after so many of them.
    """

    def __init__(self, digits: Digits, deadline: int, clock: Clock, done: Callable[[], None]) -> None:
        super().__init__()
        self._digits, self._deadline, self._clock, self._done = digits, deadline, clock, done
        self._shown = digits.text()
        self.ours: list[float] = []
        self.floor: list[float] = []
        digits.installEventFilter(self)
        self._bare = QTimer(self)
        self._bare.setSingleShot(True)
        self._bare.setTimerType(Qt.TimerType.PreciseTimer)
        self._bare.timeout.connect(self._rang)
        self._aim()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other digits are being painted."""
        if event.type() is QEvent.Type.Paint and self._digits.text() != self._shown:
            self._shown = self._digits.text()
            minutes, seconds = self._shown.split(":")
            true = self._deadline - (int(minutes) * 60 + int(seconds)) * SECOND
            self.ours.append(float(self._clock() - true))
            if len(self.ours) == SECONDS:
                self._done()
        return False

    def _aim(self) -> None:
        self._bare.start((self._deadline - self._clock() - 1) % SECOND + 1)

    def _rang(self) -> None:
        self.floor.append(float((self._clock() - self._deadline) % SECOND))
        self._aim()


def _to_a_round(house: House) -> None:
    engine = house.hosting.running
    assert engine is not None
    while engine.session.beat is not Beat.ROUND:
        engine.next()


def main() -> None:
    """Measure in this process and print both numbers."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        now = system_clock()
        house = furnish(application, lay_ground(store, Path(folder), clock=now))
        house.console.show()
        house.hosting.begin(store.gatherings()[0])
        house.console.turn_to("host")
        _to_a_round(house)
        engine = house.hosting.running
        assert engine is not None and isinstance(engine.session.countdown, Running)
        digits = house.host_page.findChild(Digits)
        assert isinstance(digits, Digits)
        deadline = engine.session.countdown.deadline
        measured: list[Seconds] = []
        QTimer.singleShot(REST, lambda: measured.append(Seconds(digits, deadline, now, lambda: application.exit())))
        application.exec()
        house.close()
    sys.stdout.write(f"{worst(measured[0].ours):.3f} {worst(measured[0].floor):.3f}\n")


if __name__ == "__main__":
    main()
