"""Tells by standard output when a window was painted first, and that it has settled."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QWidget

REST = 2_500
"""Milliseconds until a window counts as settled."""


class FirstPaint(QObject):
    """Tells when `window` has been painted for the first time, and closes it at the end of the input."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen = False
        window.installEventFilter(self)
        self._end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        self._end.activated.connect(window.close)

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
