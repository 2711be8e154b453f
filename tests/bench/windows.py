"""One program to be measured, in a process of its own: `python -m tests.bench.windows bare|pair`.

It prints the moment its first window had been painted (seconds of the system's monotonic clock), and after a
moment's rest "settled"; then it waits for the end of its input.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.painted import FirstPaint

SIZES = ((1366, 728), (1920, 1080))


class Bare(QWidget):
    """The least window that shows anything."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour and a few words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.drawText(40, 40, "A window")
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """One closed, all closed."""
        QApplication.quit()


def _bare(count: int) -> None:
    application = QApplication(sys.argv[:1])
    windows = [Bare() for _ in range(count)]
    for window, size in zip(windows, SIZES, strict=False):
        window.resize(*size)
        window.show()
    FirstPaint(windows[0])
    application.exec()


if __name__ == "__main__":
    _bare(2 if sys.argv[1] == "pair" else 1)
