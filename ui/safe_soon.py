"""Puts half-written words on the disk within a second. A failure is told once; typing never waits for it and never
stops.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.errors import NotKept
from app.words import Text
from ui.telling import Matter

WITHIN = 500
"""Milliseconds from the first keystroke to the file; what is typed meanwhile goes with it."""


class SafeSoon(QObject):
    """`write` puts the words down as they are then, or raises NotKept; `unsafe` makes the sentence that tells why."""

    def __init__(self, *, write: Callable[[], None], unsafe: Callable[[str], Text], matter: Matter,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._write, self._unsafe, self._matter = write, unsafe, matter
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN)
        self._timer.timeout.connect(self.put_down)

    def soon(self) -> None:
        """There are other words."""
        if not self._timer.isActive():   # not started anew: who types on and on is kept all the same
            self._timer.start()

    def put_down(self) -> None:
        """Write them as they are now."""
        self._timer.stop()
        try:
            self._write()
        except NotKept as trouble:
            if not self._told:
                self._told = True
                self._matter.tell(self._unsafe(str(trouble)))
            return
        self._told = False
        self._matter.heal()

    def close(self) -> None:
        """Write what is still on its way: the window closes."""
        if self._timer.isActive():
            self.put_down()
