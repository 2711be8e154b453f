"""The bell's sounds are our own, small, soft at both ends, and exactly what is in the files."""

from __future__ import annotations

import io
import math
import struct
import wave

import pytest

from app.live.bell import Bell
from app.paths import resources_folder
from ui.chime import PEAK, RATE, STROKES, chime

pytestmark = pytest.mark.slow

LONGEST = 3.0
TWENTIETH = RATE // 20


def samples(name: str) -> tuple[int, ...]:
    """What is in the file of that name; it must be 16 bits, one channel, 44.1 kHz."""
    content = (resources_folder() / "sounds" / f"{name}.wav").read_bytes()
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        data = file.readframes(file.getnframes())
    return struct.unpack(f"<{len(data) // 2}h", data)


def test_there_is_one_sound_for_each_bell_and_no_other_file() -> None:
    files = {file.name for file in (resources_folder() / "sounds").iterdir()}
    assert files == {f"{bell.value}.wav" for bell in Bell} and set(STROKES) == {bell.value for bell in Bell}


@pytest.mark.parametrize("name", STROKES)
def test_the_file_is_what_is_synthesised_byte_for_byte(name: str) -> None:
    assert (resources_folder() / "sounds" / f"{name}.wav").read_bytes() == chime(name)


@pytest.mark.parametrize("name", STROKES)
def test_a_sound_is_short_starts_softly_and_dies_away_to_nothing(name: str) -> None:
    heard = samples(name)
    loudest = max(map(abs, heard))
    assert len(heard) <= LONGEST * RATE and loudest == round(PEAK * 32_767)
    assert max(map(abs, heard[:40])) < 0.1 * loudest, "it begins with a click"
    assert max(map(abs, heard[-40:])) < 0.005 * loudest, "it ends with a click"
    thirds = [max(map(abs, heard[at:at + TWENTIETH])) for at in (len(heard) // 2, len(heard) * 3 // 4)]
    assert thirds[0] > thirds[1] > max(map(abs, heard[-TWENTIETH:]))


def test_the_last_minute_is_the_highest_and_the_close_falls() -> None:
    def pitch(name: str, at: float) -> float:
        """Which of a scale of pitches is strongest in the half second from `at`."""
        part = samples(name)[round(at * RATE):round((at + 0.5) * RATE)]
        return max((330.0, 440.0, 587.0), key=lambda hertz: _strength(part, hertz))

    assert [pitch("begin", 0.1), pitch("last_minute", 0.1), pitch("close", 0.1), pitch("close", 1.8)] == [
        440.0, 587.0, 440.0, 330.0]


def _strength(part: tuple[int, ...], hertz: float) -> float:
    """How much of that pitch there is, after Goertzel."""
    turn, before, last = 2 * math.cos(2 * math.pi * hertz / RATE), 0.0, 0.0
    for sample in part:
        before, last = last, sample + turn * last - before
    return last * last + before * before - turn * last * before
