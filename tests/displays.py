"""Two displays for a real program: a virtual X server of its own with a laptop's and a projector's monitor,
a window manager, and a cable that can be pulled out and put back. Only tests marked `display` use it.

It never sleeps: it waits for what a tool says, and asks again while a deadline lasts.
"""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtGui import QImage

from tests.patience import PATIENCE
from tests.xcb import photograph

LAPTOP, PROJECTOR = "LAPTOP", "PROJ"
MONITORS = {LAPTOP: "1366/361x768/203+0+0", PROJECTOR: "1920/508x1080/286+1366+0"}
"""Name: pixels / millimetres + place on the desk. The laptop's display stays; the others can be unplugged."""
LEFT = {LAPTOP: "1366/361x768/203+1920+0", PROJECTOR: "1920/508x1080/286+0+0"}
ABOVE = {LAPTOP: "1366/361x768/203+277+1080", PROJECTOR: "1920/508x1080/286+0+0"}
THIRD = "DESK"
THREE = {**MONITORS, THIRD: "1280/338x1024/270+3286+0"}
SAME = "1366/361x768/203+0+0"
"""The projector shows what the laptop shows."""


class TwoDisplays:
    """`with TwoDisplays() as displays:` starts the server; `displays.environment()` is for the program."""

    def __init__(self, monitors: Mapping[str, str] = MONITORS) -> None:
        self._monitors = dict(monitors)
        self._running: list[subprocess.Popen[bytes]] = []
        self._display = ""

    def __enter__(self) -> Self:
        try:
            self._begin()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._end()

    def environment(self) -> Mapping[str, str]:
        """What a program needs to open its windows here."""
        return {**os.environ, "DISPLAY": self._display, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}

    def unplug(self, monitor: str = PROJECTOR) -> None:
        """A cable is pulled out."""
        self.tool("xrandr", "--delmonitor", monitor)

    def plug(self, monitor: str = PROJECTOR) -> None:
        """A cable is in."""
        self._set(monitor)

    def lay(self, monitor: str, place: str) -> None:
        """A display that was unplugged, and is seen to be, comes back with another size or place.

        What stays plugged in cannot move on this server: a program takes no notice of it.
        """
        self._monitors[monitor] = place
        self._set(monitor)

    def tool(self, *command: str) -> str:
        """Run an X tool on these displays; what it prints."""
        run = subprocess.run(command, env=self.environment(), capture_output=True, text=True, timeout=PATIENCE,
                             check=False)
        assert run.returncode == 0, f"{' '.join(command)}: {run.stderr}"
        return run.stdout.strip()

    def until(self, what: Callable[[], bool], why: str) -> None:
        """Ask `what`, which runs a tool and so takes its time, until it is so; `why` is said if it never is."""
        deadline = time.monotonic() + PATIENCE
        while not what():
            assert time.monotonic() < deadline, why

    def photograph(self, monitor: str, file: Path) -> None:
        """Write a PNG of one monitor, taken from outside so that the program under test is not touched."""
        assert self.shot_of(monitor).save(str(file)), f"{file} could not be written"

    def shot_of(self, monitor: str) -> QImage:
        """What the server shows on one monitor."""
        return self.shot(rectangle(self._monitors[monitor]))

    def shot(self, rectangle: tuple[int, int, int, int]) -> QImage:
        """What the server shows in a rectangle (left, top, width, height in px) of the whole desk."""
        return photograph(self._display, *rectangle)

    def _begin(self) -> None:
        ours, theirs = os.pipe()
        try:
            # -noreset: without it the monitors vanish with the last client
            self._start([*self._server(), "-displayfd", str(theirs), "-noreset", "-nolisten", "tcp"], inherit=(theirs,))
            number = b""
            while not number.endswith(b"\n"):   # it dies of a pipe that is closed before it has written the whole line
                assert select.select([ours], [], [], PATIENCE)[0], "the X server did not start"
                number += os.read(ours, 16)
            self._display = ":" + number.decode().strip()
        finally:
            os.close(ours)
            os.close(theirs)
        for monitor in self._monitors:
            self._set(monitor)
        self._have_keyboard()
        self._start(["openbox", "--sm-disable"])
        self.until(lambda: self._ask("xdotool", "get_desktop") != "", "openbox did not start")

    def _server(self) -> list[str]:
        """The X server, with room for every monitor, 24 bits deep."""
        places = [rectangle(place) for place in self._monitors.values()]
        right, below = max(x + width for x, _, width, _ in places), max(y + height for _, y, _, height in places)
        return ["Xvfb", "-screen", "0", f"{right}x{below}x24"]

    def _have_keyboard(self) -> None:
        """A German keyboard, whose ü is a key of its own: one that xdotool must make up can come out as another.

        The first key of a fresh server changes the keyboard's map for every program. The window manager then takes
        its keys anew, and an Alt+F4 in that moment would be lost: so the first key is pressed before it starts.

        No key repeats itself: a machine that stops between a key's going down and up would press it many times.
        """
        self.tool("setxkbmap", "de")
        self.tool("xset", "r", "off")
        self.tool("xdotool", "key", "Shift_L")

    def _set(self, monitor: str) -> None:
        place, primary, output = self._monitors[monitor], "", "none"   # which can be taken away
        if monitor == LAPTOP:
            primary, output = "*", "screen"

        def there() -> bool:   # the first call after the start can fail, or complain and do it all the same
            self._ask("xrandr", "--setmonitor", primary + monitor, place, output)
            return monitor in self._ask("xrandr", "--listmonitors")

        self.until(there, f"the monitor {monitor} did not appear")

    def _ask(self, *command: str) -> str:
        """What a tool prints, whether or not it is content."""
        return subprocess.run(command, env=self.environment(), capture_output=True, text=True, timeout=PATIENCE,
                              check=False).stdout

    def _start(self, command: list[str], *, inherit: tuple[int, ...] = ()) -> None:
        self._running.append(subprocess.Popen(
            command, env={**os.environ, "DISPLAY": self._display}, pass_fds=inherit,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def _end(self) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait(PATIENCE)


def rectangle(place: str) -> tuple[int, int, int, int]:
    """Left, top, width and height in px of a monitor's place as `xrandr` reads it."""
    size, left, top = place.split("+")
    width, height = (part.split("/")[0] for part in size.split("x"))
    return int(left), int(top), int(width), int(height)
