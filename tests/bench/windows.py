"""One program to be measured, in a process of its own: `python -m tests.bench.windows bare|pair|real [FOLDER]`.

It prints the moment its first window had been painted (seconds of the system's monotonic clock), and after a
moment's rest "settled"; then it waits for the end of its input. `real` is the console as it is.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

REST = 2_500
"""Milliseconds until a window counts as settled."""
SIZES = ((1366, 728), (1920, 1080))


class Bare(QWidget):
    """The least window that shows anything."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour and a few words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.drawText(40, 40, "A window")
        painter.end()


class FirstPaint(QObject):
    """Tells when `window` has been painted for the first time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first painting is over when the loop turns again."""
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, lambda: _tell(f"{time.monotonic():.6f}"))
            QTimer.singleShot(REST, lambda: _tell("settled"))
        return False


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _bare(count: int) -> None:
    application = QApplication(sys.argv[:1])
    windows = [Bare() for _ in range(count)]
    for window, size in zip(windows, SIZES, strict=False):
        window.resize(*size)
        window.show()
    FirstPaint(windows[0])
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    application.exec()


def _real(folder: str) -> None:
    import ui.hall
    from app.__main__ import main
    from ui.console import Console

    class Seen(Console):
        """The console, which tells when it is seen."""

        def open(self) -> None:
            """Show the window."""
            FirstPaint(self)
            self.end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
            self.end.activated.connect(self.close)
            super().open()

    vars(ui.hall)["Console"] = Seen
    main(["--data", folder])


if __name__ == "__main__":
    if sys.argv[1] == "real":
        _real(sys.argv[2])
    else:
        _bare(2 if sys.argv[1] == "pair" else 1)
