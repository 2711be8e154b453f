"""A finished file onto the disk: whole, or not at all, and without holding up a console that runs beside."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from app.errors import Trouble
from app.words import Text, say

SWITCH_INTERVAL = 0.0005
"""Seconds after which another thread may go on while a PDF is made; a console then waits 0.3 ms, not 10."""


class Stopped(Trouble):
    """Somebody took back the wish for a file while it was being made."""

    def __init__(self) -> None:
        super().__init__(say("Stopped. Nothing was written."))


class Progress:
    """How far a file has come, told by the thread that makes it and read by another; that one may stop it."""

    def __init__(self) -> None:
        self.pages = self.notes = 0
        self._stopped = False

    def stop(self) -> None:
        """Nothing is written; what stood there before stays."""
        self._stopped = True

    def turned(self) -> None:
        """One more page is made. Raises Stopped when it is wanted no more."""
        self.pages += 1
        self.go_on()

    def noted(self) -> None:
        """One more note stands in a file that has no pages yet. Raises Stopped when it is wanted no more."""
        self.notes += 1
        self.go_on()

    def go_on(self) -> None:
        """Raises Stopped when the file is wanted no more."""
        if self._stopped:
            raise Stopped


@contextmanager
def giving_way() -> Iterator[None]:
    """Let other threads go on more often than usual, and never stop them all to look for garbage: a look through
    what ten thousand notes become takes a quarter of a second. Two at once put everything back too.
    """
    before, looked = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
        if before > SWITCH_INTERVAL:
            sys.setswitchinterval(before)


def replace(to: Path, data: bytes) -> None:
    """Put `data` at `to`, through a file beside it that is on the disk before it takes the name.

    Raises Trouble saying what would be right; what stood at `to` before is then still there.
    """
    part = to.with_name(f".{to.name[:60]}.{uuid4().hex[:8]}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    except OSError as fault:
        _forget(part)
        raise Trouble(why(to, fault)) from fault


def _forget(part: Path) -> None:
    """A half-written file goes; where even the folder is no folder there is none."""
    with suppress(OSError):
        part.unlink()


def why(to: Path, fault: OSError) -> Text:
    """What was in the way of writing `to`, and what would be right."""
    match fault.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return say("There is no folder {folder}. Make it, or choose one that exists.", folder=str(to.parent))
        case errno.EISDIR:
            return say("{path} is a folder. Give the file a name of its own in it, such as paper.pdf.", path=str(to))
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return say("{path} may not be written. Choose a folder that is yours, or ask for leave to write there.",
                       path=str(to))
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return say("There is no room left for {path}. Free some, or choose another disk.", path=str(to))
        case errno.ENAMETOOLONG:
            return say("{path} is too long a name. Give the file a shorter one.", path=str(to))
        case _:
            return say("{path} could not be written ({reason}). Choose another folder or another name.",
                       path=str(to), reason=fault.strerror or str(fault))
