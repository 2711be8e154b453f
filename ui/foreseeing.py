"""Tells the wall what the host's next key will most likely bring, so that it can paint it before it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.live.audience import audience
from app.live.clock import MINUTE, Clock
from app.live.engine import Engine
from app.live.scene import Scene
from app.live.session import Session, foreseen
from app.words import Words
from ui.bridge import Bridge
from ui.pace import wait
from ui.projector.window import Wall


class Foreseeing(QObject):
    """Looks ahead after every fact, and once a minute where what comes would say the time."""

    def __init__(self, *, bridge: Bridge, wall: Wall, words: Words, clock: Clock) -> None:
        super().__init__(bridge)
        self._bridge, self._wall, self._words, self._clock = bridge, wall, words, clock
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._again)
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)

    def stop(self) -> None:
        """Look no further: the windows close."""
        self._minute.stop()

    def _began(self, engine: Engine) -> None:
        self._look(engine.session)

    def _changed(self, new: Session, old: Session) -> None:
        self._look(new)

    def _again(self) -> None:
        if self._bridge.engine is not None:
            self._look(self._bridge.engine.session)

    def _look(self, session: Session) -> None:
        now = self._clock()
        coming = audience(foreseen(session, now), self._words)
        self._wall.foresee(coming)
        if coming.scene is Scene.BREAK and coming.time and session.finished is None:
            self._minute.start(wait(self._clock, MINUTE - now % MINUTE))   # then the room begins again a minute later
        else:
            self._minute.stop()
