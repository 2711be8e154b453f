"""The harvest of one session as a value, and that value as a PDF on the disk: whole, or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from app.design.gathering import Gathering
from app.errors import Trouble
from app.harvest.lived import Lived, lived
from app.harvest.note import Note
from app.live.session import Session
from app.paths import resources_folder
from app.prints.faces import Faces
from app.words import Text, Words, say

SWITCH_INTERVAL = 0.0005
"""Seconds after which another thread may go on while a PDF is made; a console then waits 0.3 ms, not 10."""


@dataclass(frozen=True, slots=True)
class HarvestPages:
    """What goes to paper. Instants are epoch milliseconds; `finished` is None while the session runs."""

    gathering: Gathering
    began: int
    finished: int | None
    people: int
    notes: tuple[Note, ...]
    lived: tuple[Lived, ...]


def harvest_of(session: Session) -> HarvestPages:
    """The harvest of a session as it stands now."""
    return HarvestPages(session.gathering, session.began, session.finished, session.people, session.notes,
                        lived(session.gathering, session.spans))


def write_harvest(pages: HarvestPages, to: Path, words: Words, *, faces: Faces) -> tuple[str, ...]:
    """Write the PDF to `to`; the letters no font had, which are written in brackets instead.

    Raises Trouble when it could not be written. What stood at `to` before is then still there.
    """
    from app.prints.harvest_layout import lay_out

    with _giving_way():
        data, missing = lay_out(pages, words, faces=faces, resources=resources_folder())
    _replace(to, data)
    return missing


@contextmanager
def _giving_way() -> Iterator[None]:
    """Let other threads go on more often than usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _replace(to: Path, data: bytes) -> None:
    """Put `data` at `to`, through a file beside it that is on the disk before it takes the name."""
    part = to.with_name(f".{to.name[:60]}.{uuid4().hex[:8]}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    except OSError as fault:
        _forget(part)
        raise Trouble(_why(to, fault)) from fault


def _forget(part: Path) -> None:
    """A half-written file goes; where even the folder is no folder there is none."""
    with suppress(OSError):
        part.unlink()


def _why(to: Path, fault: OSError) -> Text:
    match fault.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return say("There is no folder {folder}. Make it, or choose one that exists.", folder=str(to.parent))
        case errno.EISDIR:
            return say("{path} is a folder. Give the PDF a name of its own in it, such as harvest.pdf.", path=str(to))
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return say("{path} may not be written. Choose a folder that is yours, or ask for leave to write there.",
                       path=str(to))
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return say("There is no room left for {path}. Free some, or choose another disk.", path=str(to))
        case errno.ENAMETOOLONG:
            return say("{path} is too long a name. Give the PDF a shorter one.", path=str(to))
        case _:
            return say("{path} could not be written ({reason}). Choose another folder or another name.",
                       path=str(to), reason=fault.strerror or str(fault))
