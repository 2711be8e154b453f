"""The bell that can be heard. Qt's sound takes 20 MB and a tenth of a second: it is loaded with the first bell.

Without a device, or without the library, there is silence: nothing is printed and nothing waits.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl, qInstallMessageHandler

from app.live.bell import Bell
from app.paths import resources_folder
from app.settings import LOUDEST

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

log = logging.getLogger(__name__)


class Sound(Protocol):
    """Something that rings. `muted` outlives windows that are built anew."""

    muted: bool

    def ring(self, bell: Bell, volume: int) -> bool:
        """Ring, from 1 to `LOUDEST`. Returns whether it can be heard."""


class Silence:
    """Rings for pictures and for a program that nobody listens to."""

    def __init__(self) -> None:
        self.muted = False

    def ring(self, bell: Bell, volume: int) -> bool:
        """Nothing is heard."""
        return False


class Speakers:
    """Rings on the output that the system's own settings choose, at this moment."""

    def __init__(self) -> None:
        self.muted = False
        self._rung: QSoundEffect | None = None

    def ring(self, bell: Bell, volume: int) -> bool:
        """Ring; a bell that still sounds is cut off. False where there is no output or no library."""
        try:
            with _quietly():
                return self._ring(bell, volume)
        except ImportError as fault:
            log.info("no sound: %s", fault)
            return False

    def _ring(self, bell: Bell, volume: int) -> bool:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            return False
        effect = QSoundEffect(output)
        effect.setSource(QUrl.fromLocalFile(str(resources_folder() / "sounds" / f"{bell.value}.wav")))
        effect.setVolume((volume / LOUDEST) ** 2)   # as an ear hears it, half is half
        effect.play()
        self._rung = effect   # it sounds as long as it is kept
        return True


@contextmanager
def _quietly() -> Iterator[None]:
    """What Qt says of a missing device meanwhile is for the log of somebody who looks for it, not for a terminal."""
    before = qInstallMessageHandler(lambda kind, context, message: log.debug("%s", message))
    try:
        yield
    finally:
        qInstallMessageHandler(before)
