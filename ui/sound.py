"""The bell that can be heard. Qt's sound takes 20 MB and a tenth of a second: it is loaded with the first bell.

Without a device, or without the library, there is silence: nothing is printed and nothing waits.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl, qInstallMessageHandler

from app.live.bell import Bell
from app.paths import resources_folder
from app.settings import LOUDEST

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QSoundEffect

log = logging.getLogger(__name__)


_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Output:
    """Where sound can go: its `id` as the system calls it, its `name` as a person reads it."""

    id: str
    name: str

    def written(self) -> str:
        """As one line for the settings; `remembered_output` reads it."""
        return f"{self.id}{_BETWEEN}{self.name}"


def remembered_output(line: str) -> Output | None:
    """The output that `Output.written` wrote, or None: the one that the system's own settings choose."""
    parts = line.split(_BETWEEN)
    return Output(*parts) if len(parts) == 2 and all(parts) else None


def found(known: Output, there: Iterable[Output]) -> Output | None:
    """The `known` output among those that are `there`: by its id; on another socket by its name; else None."""
    there = tuple(there)
    return next((output for output in there if output.id == known.id),
                next((output for output in there if output.name == known.name), None))


class Heard(StrEnum):
    """Where a bell could be heard: where it should, on the usual output because the chosen one is gone, nowhere."""

    THERE = "there"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


class Sound(Protocol):
    """Something that rings. `muted` outlives windows that are built anew."""

    muted: bool

    def ring(self, bell: Bell, volume: int, output: str = "") -> Heard:
        """Ring, from 1 to `LOUDEST`, on the remembered `output`; "" is the system's own choice."""

    def outputs(self) -> tuple[Output, ...]:
        """Every output that is plugged in now."""


class Silence:
    """Rings for pictures and for a program that nobody listens to."""

    def __init__(self) -> None:
        self.muted = False

    def ring(self, bell: Bell, volume: int, output: str = "") -> Heard:
        """Nothing is heard."""
        return Heard.NOWHERE

    def outputs(self) -> tuple[Output, ...]:
        """None."""
        return ()


class Speakers:
    """Rings on the chosen output, or on the one that the system's own settings choose at this moment."""

    def __init__(self) -> None:
        self.muted = False
        self._rung: QSoundEffect | None = None

    def ring(self, bell: Bell, volume: int, output: str = "") -> Heard:
        """Ring; a bell that still sounds is cut off. NOWHERE without an output or the library."""
        try:
            with _quietly():
                return self._ring(bell, volume, remembered_output(output))
        except ImportError as fault:
            log.info("no sound: %s", fault)
            return Heard.NOWHERE

    def outputs(self) -> tuple[Output, ...]:
        """Every output that is plugged in now; none without the library."""
        try:
            with _quietly():
                return tuple(_devices())
        except ImportError as fault:
            log.info("no sound: %s", fault)
            return ()

    def _ring(self, bell: Bell, volume: int, known: Output | None) -> Heard:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        there = _devices()
        chosen = found(known, there) if known is not None else None
        device = there[chosen] if chosen is not None else QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return Heard.NOWHERE
        effect = QSoundEffect(device)
        effect.setSource(QUrl.fromLocalFile(str(resources_folder() / "sounds" / f"{bell.value}.wav")))
        effect.setVolume((volume / LOUDEST) ** 2)   # as an ear hears it, half is half
        effect.play()
        self._rung = effect   # it sounds as long as it is kept
        return Heard.ELSEWHERE if known is not None and chosen is None else Heard.THERE


def _devices() -> dict[Output, QAudioDevice]:
    from PySide6.QtMultimedia import QMediaDevices

    return {Output(bytes(device.id().data()).decode("utf-8", "replace"), device.description()): device
            for device in QMediaDevices.audioOutputs()}


@contextmanager
def _quietly() -> Iterator[None]:
    """What Qt says of a missing device meanwhile is for the log of somebody who looks for it, not for a terminal."""
    before = qInstallMessageHandler(lambda kind, context, message: log.debug("%s", message))
    try:
        yield
    finally:
        qInstallMessageHandler(before)
