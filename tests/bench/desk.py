"""How soon the console is back at one key, and the wall is gone and back with its cable: on virtual displays, with
the program as it is. The server is asked what it shows: to ask the program would take its time. The floor is the
tool alone that presses the key or pulls the cable, and one such question.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.result import Result, worst
from tests.display.desk import Desk
from tests.display.staff_meeting import host_the_sample

TIMES = 20
WALL = "Convener: the wall"
AT_ONCE, BACK = 200.0, 2_000.0
"""Milliseconds in which one key brings the console back, and in which the wall is back on its display."""


def console_back() -> Result:
    """With one display, which the wall has whole: from the key until the console has the keyboard."""
    ours, floor = [], []
    with _hosting() as desk:
        desk.unplug()
        desk.until(lambda: not desk.wall().shown, "the wall is still there")
        for _ in range(TIMES):
            desk.key("F11")
            desk.until(lambda: _in_front(desk) == WALL, "the wall did not take the screen")
            floor.append(_took(desk, lambda: desk.key("Shift_L"), lambda: _in_front(desk) == WALL))
            ours.append(_took(desk, lambda: desk.key("F11"), lambda: _in_front(desk) == "Convener"))
    return Result("console-back", f"one key from the wall on the whole screen to the console, the worst of {TIMES}, "
                  "to the key alone", worst(ours), worst(floor), "ms", most=AT_ONCE)


def unplug() -> Result:
    """From the pulled cable until the room's window is hidden."""
    return _cable()[0]


def replug() -> Result:
    """From the cable put back until the room's window stands on its display."""
    return _cable()[1]


def _cable() -> tuple[Result, Result]:
    away, back, floor = [], [], []
    with _hosting() as desk:
        desk.until(lambda: desk.wall().shown, "the wall did not open")
        there = desk.wall().at
        for _ in range(TIMES):
            floor.append(_took(desk, lambda: desk.displays.tool("xrandr", "--listmonitors"),
                               lambda: desk.shown_by_the_server(WALL)))
            away.append(_took(desk, desk.unplug, lambda: not desk.shown_by_the_server(WALL)))
            back.append(_took(desk, desk.plug, lambda: desk.shown_by_the_server(WALL)))
            desk.until(lambda: desk.wall().at == there, "the wall is elsewhere")
    return (Result("unplug", f"pulled cable to hidden wall, the worst of {TIMES}, to the tool alone", worst(away),
                   worst(floor), "ms", most=AT_ONCE),
            Result("replug", f"cable put back to the wall on its display, the worst of {TIMES}, to the tool alone",
                   worst(back), worst(floor), "ms", most=BACK))


@contextmanager
def _hosting() -> Iterator[Desk]:
    """A desk at which the sample is hosted."""
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder)) as desk:
        desk.start()
        host_the_sample(desk)
        yield desk


def _took(desk: Desk, act: Callable[[], object], seen: Callable[[], bool]) -> float:
    """Milliseconds from an act until something is seen."""
    began = time.perf_counter()
    act()
    desk.until(seen, "it never came")
    return 1000 * (time.perf_counter() - began)


def _in_front(desk: Desk) -> str:
    """The title of the window that has the keyboard."""
    return desk.displays.tool("xdotool", "getactivewindow", "getwindowname")
