"""What time it is and how much is left. Instants are milliseconds since the epoch, UTC.

`system_clock()` counts time asleep and is not moved by NTP or daylight saving: the epoch at the start of
the process plus what a clock that counts sleep has counted since.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

Clock = Callable[[], int]
MINUTE = 60_000


def system_clock() -> Clock:
    """A clock for this process. Linux counts sleep with CLOCK_BOOTTIME, macOS with CLOCK_MONOTONIC."""
    if sys.platform == "linux":
        def counted() -> int:
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        def counted() -> int:
            return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    else:
        counted = time.monotonic_ns
    epoch, start = time.time_ns(), counted()
    return lambda: (epoch + counted() - start) // 1_000_000


def clock_time(at: int) -> str:
    """Local clock time of an epoch instant in milliseconds, as "19:35"."""
    return datetime.fromtimestamp(at / 1000).strftime("%H:%M")


def movable_clock(path: Path) -> Clock:
    """The system's clock plus the milliseconds written in the file at `path`; a rehearsal moves it from outside.

    `=` before the number stops the clock: it is that instant.
    """
    clock = system_clock()

    def now() -> int:
        moved = path.read_text(encoding="ascii").strip() if path.exists() else ""
        return int(moved[1:]) if moved.startswith("=") else clock() + int(moved or 0)

    return now


@dataclass(frozen=True, slots=True)
class Resting:
    """The round has not begun; it will take `total` ms."""

    total: int


@dataclass(frozen=True, slots=True)
class Running:
    """Time is complete at `deadline`; `total` ms is the whole of it."""

    deadline: int
    total: int


@dataclass(frozen=True, slots=True)
class Held:
    """The clock stands with `left` ms left (negative: past its time)."""

    left: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """The round is over; it took `spent` of `total` ms."""

    spent: int
    total: int


Countdown = Resting | Running | Held | Done


def left(countdown: Countdown, now: int) -> int:
    """Milliseconds left at `now`; negative once the time is complete."""
    match countdown:
        case Resting(total):
            return total
        case Running(deadline, _):
            return deadline - now
        case Held(remaining, _):
            return remaining
        case Done(spent, total):
            return total - spent


def hold(countdown: Countdown, now: int) -> Countdown:
    """The same countdown, standing still."""
    return Held(left(countdown, now), countdown.total) if isinstance(countdown, Running) else countdown


def release(countdown: Countdown, now: int) -> Countdown:
    """A held countdown, running again from what was left."""
    return Running(now + countdown.left, countdown.total) if isinstance(countdown, Held) else countdown


def give_back(countdown: Countdown, by: int) -> Countdown:
    """A countdown with `by` ms again that it lost; the whole of it is what it was."""
    match countdown:
        case Running(deadline, total):
            return Running(deadline + by, total)
        case Held(remaining, total):
            return Held(remaining + by, total)
        case _:
            return countdown


def stretch(countdown: Countdown, by: int) -> Countdown:
    """The same countdown with `by` ms more (or fewer, never below one minute in all)."""
    total = max(MINUTE, countdown.total + by)
    match countdown:
        case Resting():
            return Resting(total)
        case Running(deadline, _):
            return Running(deadline + by, total)
        case Held(remaining, _):
            return Held(remaining + by, total)
        case Done():
            return countdown
