"""Rings the bell of the session that runs, each moment once; the host needs no hand for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.live.bell import Bell, Listening, next_bell
from app.live.clock import Clock
from app.live.engine import Engine
from app.live.session import Session
from app.settings import Choices
from app.words import Text, say
from ui.bridge import Bridge
from ui.pace import wait
from ui.sound import Heard, Sound, remembered_output

HOP = 1_000
"""Milliseconds that one timer waits at most: it sleeps with the machine, the clock does not."""


class Ringing(QObject):
    """Between the session's clock and the bell. `tell` says what the host's key has done; `silenced` brings whether the
    bell that calls people back is silent, by that key or by the settings.
    """

    silenced = Signal(bool)

    def __init__(self, *, sound: Sound, bridge: Bridge, clock: Clock, choices: Choices,
                 tell: Callable[[Text], None]) -> None:
        super().__init__(bridge)
        self._sound, self._bridge, self._clock, self._choices, self._tell = sound, bridge, clock, choices, tell
        self._listening = Listening(clock())
        self._told = self._silent = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)

    def look(self) -> None:
        """Look at the clock: ring what is due, and wait for what comes."""
        if self._bridge.engine is not None:
            session, now = self._bridge.engine.session, self._clock()
            self._ring(self._listening.passed(session, now))
            self._aim(session, now)

    def mute(self) -> None:
        """No bell until this session ends; pressed again, the bell rings again."""
        self._sound.muted = not self._sound.muted
        self._tell(say("The bell is silent for the rest of this session: ring one of your own. "
                       "The same key lets it ring again.")
                   if self._sound.muted else say("The bell rings again."))
        self._tell_silence()

    def stop(self) -> None:
        """The windows close."""
        self._timer.stop()

    def _began(self, engine: Engine) -> None:
        now = self._clock()
        self._listening = Listening(now)
        self._tell_silence()
        self._aim(engine.session, now)

    def _changed(self, new: Session, old: Session) -> None:
        now = self._clock()
        self._ring(self._listening.happened(new, old, now))
        if new.finished is not None:
            self._sound.muted = False
        self._tell_silence()
        self._aim(new, now)

    def _aim(self, session: Session, now: int) -> None:
        coming = next_bell(session, now)
        if coming is None:
            self._timer.stop()
        else:
            self._timer.start(wait(self._clock, min(HOP, coming.at - now)))

    def _tell_silence(self) -> None:
        silent = self._sound.muted or not self._choices.now.bell_close
        if silent is not self._silent:
            self._silent = silent
            self.silenced.emit(silent)

    def _ring(self, bell: Bell | None) -> None:
        chosen = self._choices.now
        wanted = {Bell.BEGIN: chosen.bell_begin, Bell.CUE: chosen.bell_cues,
                  Bell.LAST_MINUTE: chosen.bell_last_minute, Bell.CLOSE: chosen.bell_close}
        if bell is not None and wanted[bell] and not self._sound.muted:
            self._heard(self._sound.ring(bell, chosen.bell_volume, chosen.sound_output))

    def _heard(self, heard: Heard) -> None:
        """A chosen output that is gone is told once, until it is back."""
        known = remembered_output(self._choices.now.sound_output)
        if heard is Heard.ELSEWHERE and not self._told and known is not None:
            self._tell(say("“{output}” is not there; the bell rings where the computer’s sound goes.",
                           output=known.name))
        self._told = heard is Heard.ELSEWHERE
