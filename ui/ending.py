"""The two ways by which a program is asked to end from outside: the desktop's *Quit*, and SIGINT or SIGTERM.

Both are heard as long as the program runs, also while windows are built anew. Afterwards no signal is written into a
socket that is gone: its number may by then be that of a file.
"""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Signal


class Ending(QObject):
    """`wished` when the program is asked to end; `was_wished` for who listens later."""

    wished = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__()
        self.was_wished = False
        self._application = application
        application.installEventFilter(self)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._heard())
        signal.set_wakeup_fd(self._write.fileno())   # Qt's loop runs no Python while it waits
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Listen no more: the program ends."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._application.removeEventFilter(self)
        self._read.close()
        self._write.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow `Quit` on the application: the console closes as it always does."""
        if event.type() == QEvent.Type.Quit and watched is self._application:
            self._wish()
            return True
        return False

    def _heard(self) -> None:
        self._read.recv(64)
        self._wish()

    def _wish(self) -> None:
        self.was_wished = True
        self.wished.emit()
