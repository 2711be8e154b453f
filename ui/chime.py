"""Makes the bell's four sounds out of sines: a struck bowl, once to begin, soft and short for a turn within a round,
higher in the last minute, falling to close.

The files in `resources/sounds` are what this writes, byte for byte. Nothing else in the program synthesises.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
"""Samples a second; one channel of 16 bits."""
SWELL, FADE = 0.012, 0.25
"""Seconds from silence to full at a stroke, and back to silence at the end of a file: neither may click."""
PEAK = 0.8
PARTIALS = ((0.5, 0.22, 1.5), (1.0, 1.0, 1.0), (2.0, 0.42, 0.62), (2.76, 0.24, 0.42), (5.4, 0.07, 0.16))
"""Of a stroke: pitch as a multiple, loudness, and how long it lasts as a multiple. The uneven ones make it a bowl."""
BEAT = 0.0016
"""Each partial has a neighbour so much higher: the two drift, and the tone is warm."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Seconds into the file, hertz, loudness from 0 to 1, and the seconds in which it falls to a third."""

    at: float
    pitch: float
    loud: float
    lasts: float


STROKES = {
    "begin": (2.2, (Stroke(0.0, 440.0, 1.0, 0.62),)),
    "cue": (1.6, (Stroke(0.0, 493.88, 1.0, 0.32),)),
    "last_minute": (1.8, (Stroke(0.0, 587.33, 1.0, 0.42),)),
    "close": (3.0, (Stroke(0.0, 440.0, 1.0, 0.6), Stroke(0.9, 329.63, 0.95, 0.7))),
}
"""Seconds and strokes of each sound, in one key: A, B, the D above it, and A falling to E."""


def chime(name: str) -> bytes:
    """The WAV file of that name, whole. KeyError for a name that is not in STROKES."""
    seconds, strokes = STROKES[name]
    count = round(seconds * RATE)
    wave = [0.0] * count
    for stroke in strokes:
        _strike(wave, stroke)
    for number in range(round(FADE * RATE)):
        wave[count - 1 - number] *= number / (FADE * RATE)
    loudest = max(map(abs, wave))
    return _wav(round(PEAK * 32_767 * value / loudest) for value in wave)


def write(folder: Path) -> None:
    """Write every sound into `folder`."""
    for name in STROKES:
        (folder / f"{name}.wav").write_bytes(chime(name))


def _strike(wave: list[float], stroke: Stroke) -> None:
    first = round(stroke.at * RATE)
    for multiple, loud, lasts in PARTIALS:
        turn = 2 * math.pi * stroke.pitch * multiple / RATE
        for number in range(len(wave) - first):
            swell = min(1.0, number / (SWELL * RATE))
            size = stroke.loud * loud * swell * math.exp(-number / (stroke.lasts * lasts * RATE))
            wave[first + number] += size * (math.sin(turn * number) + math.sin(turn * (1 + BEAT) * number))


def _wav(samples: Iterable[int]) -> bytes:
    data = b"".join(struct.pack("<h", sample) for sample in samples)
    shape = struct.pack("<IHHIIHH", 16, 1, 1, RATE, RATE * 2, 2, 16)
    return b"RIFF" + struct.pack("<I", 36 + len(data)) + b"WAVEfmt " + shape + b"data" + struct.pack(
        "<I", len(data)) + data
