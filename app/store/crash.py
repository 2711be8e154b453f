"""What should not have happened, written down: one readable file for each new fault, in `crashes` in the data folder.

Such a file may be sent to whoever mends Convener, so it holds no word that anybody typed: of an exception its kind and
where it was, its message only where the language itself words it; of the host the names of what was done. The whole
stands in the log. A crash too hard for Python writes through `faulthandler` into a file that is open all the time;
a clean end takes that away, the next start finds it otherwise.
"""

from __future__ import annotations

import errno
import faulthandler
import os
import platform
import traceback
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from app.paths import project_root, version
from app.words import Words, say

FOLDER = "crashes"
KEPT, OF_ONE_RUN = 20, 10
"""Files that stay in the folder, and those that one run may add: a fault in a paint comes sixty times a second."""
LONGEST = 64_000
"""Characters of one file; the end is kept, where the fault is."""
STEPS = 30
_RUNNING = "running.txt"
_HARD = ("Fatal Python error", "Windows fatal exception")
_WORDED_BY_PYTHON = {AttributeError, ImportError, IndexError, MemoryError, ModuleNotFoundError, NameError,
                     NotImplementedError, RecursionError, TypeError, UnboundLocalError, ZeroDivisionError}


def crash_files(folder: Path) -> tuple[Path, ...]:
    """The crashes that were written down in the data folder `folder`, the newest first."""
    return tuple(sorted((folder / FOLDER).glob("crash-*.txt"), reverse=True))


class Recorder:
    """Writes the crash files of one run. `about` tells what else runs beside Python, such as Qt's version.

    It never raises: what cannot be written down stays in the log alone.
    """

    def __init__(self, folder: Path, about: str = "") -> None:
        self._folder = folder / FOLDER
        self._about = about
        self._steps: deque[str] = deque(maxlen=STEPS)
        self._seen: set[str] = set()
        self._running: BinaryIO | None = None

    def watch(self) -> Path | None:
        """From now on a hard crash is written down; the file of the last run's, if it ended so."""
        found = self._last_run()
        try:
            self._folder.mkdir(exist_ok=True)
            self._running = (self._folder / _RUNNING).open("wb", buffering=0)
            self._begin_again()
            faulthandler.enable(self._running)
        except OSError:
            return found
        return found

    def close(self) -> None:
        """A clean end: nothing crashed."""
        if self._running is None:
            return
        faulthandler.disable()
        self._running.close()
        self._running = None
        try:
            (self._folder / _RUNNING).unlink(missing_ok=True)
            self._folder.rmdir()   # only an empty one goes
        except OSError:
            return

    def did(self, step: str) -> None:
        """The host did this: a name of the program's own, never a typed word."""
        line = f"  {datetime.now(UTC):%H:%M:%S} {step}"
        self._steps.append(line)
        if self._running is None:
            return
        try:
            if self._running.tell() > LONGEST // 2:
                self._begin_again()
            self._running.write(f"{line}\n".encode())
        except OSError:
            return

    def is_new(self, fault: BaseException) -> bool:
        """Whether its like was not written down in this run, and there is room for more."""
        return len(self._seen) < OF_ONE_RUN and _last_place(fault) not in self._seen

    def write(self, fault: BaseException, where: str) -> Path | None:
        """Write a fault down; where, or None when it cannot be."""
        self._seen.add(_last_place(fault))
        text = "\n".join((*self._head(), *self._steps, "", f"It went wrong in: {where}", "", *_told(fault), ""))
        return self._keep(text, datetime.now(UTC))

    def _head(self) -> Iterator[str]:
        system = platform.uname()
        yield Words()(say("Something in Convener went wrong. What was kept is kept. This file holds no word that "
                          "anybody typed; you can send it to whoever mends Convener."))
        yield ""
        yield f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, Convener {version()}"
        yield f"{system.system} {system.release} {system.machine}, Python {platform.python_version()}{self._about}"
        yield ""
        yield Words()(say("What the host did last:"))

    def _begin_again(self) -> None:
        if self._running is not None:
            self._running.seek(0)
            self._running.truncate()
            self._running.write("\n".join((*self._head(), *self._steps, "")).encode())

    def _last_run(self) -> Path | None:
        running = self._folder / _RUNNING
        try:
            text = running.read_text(encoding="utf-8", errors="replace")
            ended = datetime.fromtimestamp(running.stat().st_mtime, UTC)
            running.unlink()
        except OSError:
            return None
        return self._keep(text, ended) if any(mark in text for mark in _HARD) else None

    def _keep(self, text: str, when: datetime) -> Path | None:
        path = self._folder / f"crash-{when:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(exist_ok=True)
            path.write_text(_without_home(text)[-LONGEST:], encoding="utf-8", errors="replace")
            for old in crash_files(self._folder.parent)[KEPT:]:
                old.unlink()
        except OSError:
            return None
        return path


def _told(fault: BaseException) -> Iterator[str]:
    """Where it went wrong and with what kind of exception, and what led to it; without what may have been typed."""
    for one in reversed(_chain(fault)):
        yield "".join(traceback.format_list(traceback.extract_tb(one.__traceback__, limit=-60))).rstrip("\n")
        yield f"{type(one).__qualname__}{_message(one)}"
        yield ""


def _chain(fault: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    one: BaseException | None = fault
    while one is not None and one not in found and len(found) < 5:
        found.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return found


def _message(fault: BaseException) -> str:
    if isinstance(fault, OSError) and fault.errno is not None:
        return f": {errno.errorcode.get(fault.errno, fault.errno)}"
    if type(fault) in _WORDED_BY_PYTHON:
        return f": {fault}"
    return Words()(say(" (what it says stands in the log)"))


def _last_place(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__, limit=-2)
    return " ".join((type(fault).__qualname__, *(f"{frame.filename}:{frame.lineno}" for frame in frames)))


def _without_home(text: str) -> str:
    """Our own files by their place in the program, others without the name of whoever works here."""
    return text.replace(f"{project_root()}{os.sep}", "").replace(str(Path.home()), "~")
