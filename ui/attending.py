"""Writes every two seconds that the program is there, while a session runs and only then: after a crash the host
is told how long it was away, and can have the minutes back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.errors import NotKept
from app.live.session import Session
from app.store.presence import Presence, write_presence
from ui.bridge import Bridge
from ui.hosting import Hosting

log = logging.getLogger(__name__)
EVERY = 2_000
"""Milliseconds: so much more than was lost may be given back."""


class Attending(QObject):
    """Between the session that runs and the record in the data folder. A failure is logged once; nothing waits."""

    def __init__(self, *, folder: Path, hosting: Hosting, bridge: Bridge, clock: Callable[[], int]) -> None:
        super().__init__(bridge)
        self._folder, self._hosting, self._clock = folder, hosting, clock
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.write)
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)

    def write(self) -> None:
        """The program is there now."""
        if self._hosting.session is None:
            return
        try:
            write_presence(self._folder, Presence(
                session_id=self._hosting.session_id, at=self._clock(), away=self._hosting.away))
        except NotKept as trouble:
            if not self._told:
                self._told = True
                log.warning("%s", trouble)

    def close(self) -> None:
        """The last moment; the windows close."""
        self._timer.stop()
        self.write()

    def _began(self, _engine: object) -> None:
        self.write()
        self._timer.start()

    def _changed(self, new: Session, _old: Session) -> None:
        if new.finished is not None:
            self._timer.stop()
