"""The shelf without reading every file again: what was sound and has not changed since is remembered beside the data.

What is remembered is never more than a shortcut: a file it does not fit, another reader, a torn or a missing cache
mean that the file itself is read, strictly as ever. Faults are not remembered.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.errors import NotKept
from app.library.bundled import Shelf, library_order, load_folder
from app.library.faults import Fault
from app.library.protocol import Protocol
from app.library.reader import faults_in
from app.paths import project_root
from app.settings import replace_file

NAME = "shelf.cache"


class _File(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was when it was read: size in bytes, both its times in nanoseconds, and what it holds."""

    size: int
    written: int
    changed: int
    protocol: Protocol


class _Cache(msgspec.Struct, frozen=True, array_like=True):
    reader: str
    files: dict[str, _File]


def load_remembered(folders: Sequence[Path], cache: Path) -> Shelf:
    """What is in `folders`, in library order. Of two files of one name the one in the later folder counts."""
    reader = _reader()
    before = _recalled(cache, reader)
    now: dict[str, _File] = {}

    def read(path: Path) -> tuple[Protocol | None, tuple[Fault, ...]]:
        try:
            seen = path.stat()
        except OSError:
            return faults_in(path)
        times = seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns
        file = before.get(str(path))
        if file is None or (file.size, file.written, file.changed) != times:
            protocol, faults = faults_in(path)
            if protocol is None:
                return None, faults
            file = _File(*times, protocol)
        now[str(path)] = file
        return file.protocol, ()

    shelves = [load_folder(folder, read) for folder in folders]
    if now != before:
        with contextlib.suppress(NotKept):      # the next start reads the files
            replace_file(cache, msgspec.msgpack.encode(_Cache(reader, now)))
    by_name = {protocol.id: protocol for shelf in shelves for protocol in shelf.protocols}
    return Shelf(tuple(sorted(by_name.values(), key=library_order)),
                 tuple(fault for shelf in shelves for fault in shelf.faults))


def _recalled(cache: Path, reader: str) -> dict[str, _File]:
    try:
        kept = msgspec.msgpack.decode(cache.read_bytes(), type=_Cache)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}
    return kept.files if kept.reader == reader else {}


def _reader() -> str:
    """What reads the files: another release, or a reader that was changed, remembers nothing of this one."""
    sources = sorted((project_root() / "app" / "library").glob("*.py")) or [Path(sys.executable)]
    return " ".join(f"{source.name}:{seen.st_size}:{seen.st_mtime_ns}"
                    for source, seen in ((source, source.stat()) for source in sources))
