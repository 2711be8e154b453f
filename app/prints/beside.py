"""The photographs of a Markdown file: JPEGs in a folder beside it, where every reader of Markdown finds them.

Inside the file they would be megabytes of letters, which many readers show as letters. Each is named after what is in
it, so that none that stands there is ever written over: until the new text takes its place the old one has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from app.errors import Trouble
from app.prints.formats import Format
from app.prints.published import Harvest, Photograph
from app.prints.writing import Progress, replace, why

_OURS = re.compile(r"\d{2,}-[0-9a-f]{12}\.jpg")


def folder_of(to: Path) -> Path:
    """Where the photographs of the Markdown file `to` lie."""
    return to.with_name(f"{to.stem}-photos")


def named_beside(to: Path) -> str:
    """What the folder with the photographs of the file `to` is called, or "" where it has none."""
    return folder_of(to).name if to.suffix.lower() == f".{Format.MARKDOWN}" and _ours(folder_of(to)) else ""


def file_name(number: int, photo: Photograph) -> str:
    """What the `number`th photograph of a harvest is called."""
    return f"{number:02}-{_mark(photo.jpeg)}.jpg"


@contextmanager
def photos_beside(to: Path, harvest: Harvest, progress: Progress) -> Iterator[None]:
    """The photographs are there while `to` is written. Where that fails the new ones go again, afterwards those of an
    earlier file; what somebody else put there stays. Raises Trouble, and Stopped where `progress` was stopped.
    """
    folder = folder_of(to)
    photos = [photo for part in harvest.conversations for photo in part.photos]
    wanted = {file_name(number, photo): photo.jpeg for number, photo in enumerate(photos, 1)}
    before = _ours(folder)
    try:
        _write(folder, {name: jpeg for name, jpeg in wanted.items() if name not in before}, progress)
        yield
    except BaseException:
        _take_away(folder, wanted.keys() - before)
        raise
    _take_away(folder, before - wanted.keys())


def _write(folder: Path, files: dict[str, bytes], progress: Progress) -> None:
    if files:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as fault:
            raise Trouble(why(folder, fault)) from fault
    for name, jpeg in files.items():
        progress.go_on()
        replace(folder / name, jpeg)


def _ours(folder: Path) -> set[str]:
    """The names of the photographs an earlier file put there and nobody changed."""
    with suppress(OSError):
        return {path.name for path in folder.iterdir()
                if _OURS.fullmatch(path.name) and path.stem.partition("-")[2] == _mark(path.read_bytes())}
    return set()


def _take_away(folder: Path, names: set[str]) -> None:
    """The folder goes too when nothing is left in it. What cannot be taken away is in nobody's way."""
    with suppress(OSError):
        for name in names:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()


def _mark(jpeg: bytes) -> str:
    return sha256(jpeg).hexdigest()[:12]
