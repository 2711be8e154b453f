"""Notices while a session runs that both displays show the same: then the room reads what is the host's alone."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from app.live.readiness import mirrored_words
from ui.bridge import Bridge
from ui.projector.displays import mirroring, plugged
from ui.telling import Matter

AFTER = 1_000
"""Milliseconds after a change: many systems show the same on a fresh cable for a moment, then part the displays."""


class Mirrored(QObject):
    """`console` says the name of the console's screen. It tells once, and takes it back when the displays part."""

    def __init__(self, *, bridge: Bridge, matter: Matter, console: Callable[[], str], after: int = AFTER) -> None:
        super().__init__(bridge)
        self._bridge, self._matter, self._console = bridge, matter, console
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._soon)
        for screen in application.screens():
            screen.geometryChanged.connect(self._soon)
        bridge.began.connect(self._soon)
        bridge.changed.connect(lambda new, old: self._soon() if new.finished != old.finished else None)

    def look(self) -> None:
        """Look at the displays now."""
        engine = self._bridge.engine
        live = engine is not None and engine.session.finished is None
        same = live and mirroring(plugged(), self._console())
        if same and not self._told:
            self._matter.tell(mirrored_words(sys.platform))
        elif self._told and not same:
            self._matter.heal()
        self._told = same

    def stop(self) -> None:
        """The windows close."""
        self._timer.stop()
        self._application.screenAdded.disconnect(self._added)
        self._application.screenRemoved.disconnect(self._soon)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon)
        self._soon()

    def _soon(self) -> None:
        self._timer.start()
