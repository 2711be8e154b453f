"""The room's hands: the real program on two virtual displays, a real pointer and keyboard, and eyes.

Everything that is done is an X event of xdotool or a cable of the displays; looking goes through the program's own
window onto itself (`program`), which cannot act. Waiting asks again until a deadline, resting on the program's socket.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from app.paths import project_root
from app.store.crash import crash_files
from tests.display.letters import Word
from tests.display.picture import Picture, rows_of
from tests.display.seen import Place, Sight, Thing, WallSeen, read_sight
from tests.displays import LAPTOP, PROJECTOR, TwoDisplays
from tests.patience import PATIENCE

LAPTOP_AT, WALL_AT = Place(0, 0, 1366, 768), Place(1366, 0, 1920, 1080)


class Desk:
    """`with Desk(folder) as desk:` is a desk with two displays; `desk.start()` opens the program on `folder / data`."""

    def __init__(self, folder: Path, displays: TwoDisplays | None = None, **environment: str) -> None:
        self.folder, self._environment = folder, environment
        self._doors = tempfile.TemporaryDirectory(prefix="desk-")   # a socket's path may have 107 characters
        self.data = folder / "Für morgen"
        self.clock_file = folder / "clock"
        self.displays = displays or TwoDisplays()
        self._program: subprocess.Popen[bytes] | None = None
        self._eyes: socket.socket | None = None
        self._starts = 0
        self._moved = 0
        self._shots = 0

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.displays.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:
        try:
            if self._program is not None and self._program.poll() is None:
                self.kill()
        finally:
            self.displays.__exit__(kind, fault, trace)
            self._doors.cleanup()

    # --- the program

    def start(self) -> None:
        """Open the program and wait until its console has a title bar and the keyboard.

        The desktop hands both out when it is ready: before that, Alt+F4 is a key like any other.
        """
        self.launch()
        self.until(lambda: self._connected(), "the program did not start", look=False)
        self.until(lambda: self.look().window("console") is not None, "the console did not open")
        self.until(lambda: self._has_keyboard(), "the console did not get a title bar and the keyboard")

    def _has_keyboard(self) -> bool:
        console = self.look().window("console")
        return console is not None and console.active and console.framed

    def launch(self) -> None:
        """Start the program and go on."""
        self._starts += 1
        with (self.folder / f"errors-{self._starts}.txt").open("wb") as errors:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "tests.display.program", str(self._door), "--data", str(self.data)],
                cwd=project_root(), env=self.environment(), stdout=errors, stderr=errors)

    @property
    def _door(self) -> Path:
        return Path(self._doors.name) / str(self._starts)

    def environment(self) -> Mapping[str, str]:
        """For the program and for commands on the same data."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        return {**self.displays.environment(), "CONVENER_CLOCK": str(self.clock_file), "HOME": str(home),
                "XDG_CONFIG_HOME": str(home / "config"),
                "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
                **self._environment}

    def close(self) -> tuple[int, str]:
        """Close the console as its window is closed: the exit code, and every complaint.

        While a dialog goes, nobody has the keyboard for a moment, and the desktop would close nothing.
        """
        self.until(self._has_keyboard, "the console did not get the keyboard back")
        self.key("alt+F4")
        return self.ends(), self.complaints()

    def ends(self) -> int:
        """Wait until the program has gone; its exit code."""
        assert self._program is not None
        code = self._program.wait(PATIENCE)
        self._leave()
        return code

    def kill(self, signal_: int = signal.SIGKILL) -> int:
        """SIGKILL: no word of goodbye. Or another signal; the exit code."""
        assert self._program is not None
        self._program.send_signal(signal_)
        return self.ends()

    def complaints(self) -> str:
        """What any start of the program wrote where errors are written, and every crash: nothing, if all is well."""
        files = sorted(self.folder.glob("errors-*.txt"))
        return "".join(file.read_text(encoding="utf-8", errors="replace") for file in (*files, *crash_files(self.data)))

    @property
    def running(self) -> bool:
        """Whether the program is alive."""
        return self._program is not None and self._program.poll() is None

    # --- eyes

    def look(self) -> Sight:
        """Everything that can be seen now."""
        return read_sight(self._ask("look"))

    def letters(self) -> list[Word]:
        """The wall's words as they are drawn, with place and size in px of its display."""
        return [Word(**word) for word in self._ask("letters")["letters"]]

    def drawn(self) -> dict[str, bytes]:
        """PNGs of what the windows should look like, as the program draws them: "console" and "wall"."""
        return {name: b64decode(picture) for name, picture in self._ask("drawn").items()}

    def cramped(self) -> list[str]:
        """The console's words that have less room than they take."""
        return list(self._ask("cramped")["cramped"])

    def wall(self) -> WallSeen:
        """The room's window."""
        wall = self.look().wall
        assert wall is not None
        return wall

    def photograph(self, monitor: str = PROJECTOR) -> Path:
        """A picture of one display, taken from outside the program and written down."""
        self._shots += 1
        file = self.folder / f"{monitor}-{self._shots}.png"
        self.displays.photograph(monitor, file)
        return file

    def shot(self, monitor: str = PROJECTOR) -> Picture:
        """The same, to be looked at and forgotten."""
        return rows_of(self.displays.shot_of(monitor))

    def shown_by_the_server(self, title: str) -> bool:
        """Whether the X server, asked without the program, shows a window of this title."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], timeout=PATIENCE,
                               env=self.environment(), capture_output=True, check=False)
        return bool(found.stdout.strip())

    def until(self, what: Callable[[], object], why: str | Callable[[], str], *, look: bool = True) -> None:
        """Ask until it is so. A failure tells what can be read and where the picture lies."""
        deadline = time.monotonic() + PATIENCE
        while not what():
            assert look is False or self.running, f"{_said(why)}: the program has gone\n{self.complaints()}"
            if time.monotonic() > deadline:
                pytest.fail(self._what_is_there(_said(why)) if look else f"{_said(why)}\n{self.complaints()}")
            select.select([self._eyes] if self._eyes else [], [], [], 0.02)

    def find(self, words: str, *, kind: str = "", part: bool = False) -> Thing:
        """The one thing in sight that is called so, once it stands still and may be pressed."""
        found: list[Thing] = []

        def still() -> bool:
            before = list(found)
            found[:] = self.look().called(words, kind=kind, part=part)
            return len(found) == 1 and found == before and found[0].enabled

        self.until(still, f"looked for “{words}” {kind}")
        return found[0]

    # --- hands

    def press(self, words: str, *, kind: str = "", part: bool = False) -> None:
        """Move the pointer there and click."""
        self.click(self.find(words, kind=kind, part=part).at)

    def click(self, place: Place, button: int = 1) -> None:
        """Click in the middle of a place, and wait until the program has it.

        The desktop holds every click for a moment, to see whose window it is; keys that are pressed meanwhile would
        overtake it.
        """
        (x, y), before = place.middle, self._clicks()
        self.displays.tool("xdotool", "mousemove", str(x), str(y), "click", str(button))
        self.until(lambda: self._clicks() > before, f"the click at {x}, {y} did not come")

    def _clicks(self) -> int:
        return int(self._ask("clicks")["clicks"])

    def scroll_to(self, words: str, *, within: str, kind: str = "") -> None:
        """Turn the wheel at the right edge of a column until a thing can be pressed."""
        column = self.find(within, kind="Scroll").at
        where = str(column.x + column.width - 6), str(column.y + column.height // 2)

        def near() -> bool:
            if self.look().called(words, kind=kind):
                return True
            self.displays.tool("xdotool", "mousemove", *where, "click", "5")
            return False

        self.until(near, f"scrolled for “{words}” in “{within}”")

    def key(self, *keys: str) -> None:
        """Press keys one after the other, by their X names: `Return`, `ctrl+a`, `Next` (page down)."""
        self.displays.tool("xdotool", "key", "--delay", "25", *keys)

    def type(self, words: str) -> None:
        """Type as fast as the program can read it."""
        self.displays.tool("xdotool", "type", "--delay", "4", "--", words)

    def write(self, words: str) -> None:
        """Replace what the field with the keyboard holds, and see it there."""
        self.key("ctrl+a")
        self.type(words)
        self.until(lambda: self._typed() == words, f"typed “{words[:60]}”")

    def _typed(self) -> str:
        thing = self.look().focus()
        return thing.text if thing is not None else ""

    # --- time and cables

    def move_clock(self, *, minutes: float) -> None:
        """It is that much later for the program."""
        self._moved += round(minutes * 60_000)
        self._set_clock(str(self._moved))

    def stop_clock(self) -> None:
        """For the program no time passes until its clock is moved: however slow the machine is."""
        self._moved += 1000
        self._set_clock(f"={time.time_ns() // 1_000_000 + self._moved}")

    def _set_clock(self, to: str) -> None:
        fresh = self.clock_file.with_suffix(".new")
        fresh.write_text(to, encoding="ascii")
        fresh.replace(self.clock_file)

    def unplug(self) -> None:
        """The projector's cable is pulled out."""
        self.displays.unplug()

    def plug(self) -> None:
        """The projector's cable is in again."""
        self.displays.plug()

    # --- within

    def _connected(self) -> bool:
        assert self.running, f"the program has gone\n{self.complaints()}"
        eyes = socket.socket(socket.AF_UNIX)
        eyes.settimeout(PATIENCE)
        try:
            eyes.connect(str(self._door))
        except OSError:
            eyes.close()
            return False
        self._eyes = eyes
        return True

    def _ask(self, question: str) -> dict[str, Any]:
        assert self._eyes is not None
        try:
            self._eyes.sendall(question.encode() + b"\n")
            heard = bytearray()
            while not heard.endswith(b"\n"):
                more = self._eyes.recv(1 << 20)
                assert more, f"the program has gone\n{self.complaints()}"
                heard += more
        except OSError as fault:
            pytest.fail(f"the program does not answer ({fault})\n{self.complaints()}")
        answer: dict[str, Any] = json.loads(heard)
        return answer

    def _leave(self) -> None:
        if self._eyes is not None:
            self._eyes.close()
            self._eyes = None

    def _what_is_there(self, why: str) -> str:
        sight = self.look()
        pictures = f"{self.photograph(LAPTOP)}, {self.photograph(PROJECTOR)}"
        focus = sight.focus()
        return (f"{why}\nconsole: {sight.texts()}\nwindows: {sight.windows}\nkeyboard: {focus}\nwall: {sight.wall}\n"
                f"pictures: {pictures}\n{self.complaints()}")


def _said(why: str | Callable[[], str]) -> str:
    return why if isinstance(why, str) else why()
