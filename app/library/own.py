"""A host's own protocols: one file each in a folder beside the data. Kept, taken away and brought back, in and out."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.errors import NotKept
from app.library.faults import Fault, Unreadable
from app.library.folding import folded
from app.library.protocol import Protocol
from app.library.reader import faults_in, read_protocol, understood
from app.library.writer import rewritten, tables_of, written
from app.settings import replace_file
from app.words import say

REMOVED = "removed"
"""The folder within, in which what was taken away waits to be wanted back. Nothing reads it."""
LONGEST = 60
"""Characters of a file's name before its ending."""

_BETWEEN = re.compile(r"[^a-z0-9]+")


class OwnProtocols:
    """The files in `folder`, which need not be there until something is kept. A name is a protocol's id."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the protocol of that name lies, or would."""
        return self.folder / f"{name}.toml"

    def names(self) -> frozenset[str]:
        """Every file there is, read or not."""
        with contextlib.suppress(OSError):
            return frozenset(path.stem for path in self.folder.iterdir() if path.suffix.lower() == ".toml")
        return frozenset()

    def keep(self, protocol: Protocol) -> bool:
        """Write `protocol` under its id, whole or not at all. Raises Unreadable with every fault, and NotKept.

        Remarks and layout of a file that is there stay. Where they cannot, the file is laid aside before it is
        written anew, and this says so.
        """
        faults = faults_of(protocol)
        if faults:
            raise Unreadable(faults)
        path = self.path(protocol.id)
        before = _text_in(path)
        text = rewritten(protocol, before) if before is not None else None
        laid_aside = path.exists() and text is None
        if laid_aside:
            self.remove(protocol.id)
        self._put(path, (text if text is not None else written(protocol)).encode())
        return laid_aside

    def bring_in(self, file: Path, name: str) -> Protocol:
        """Copy a stranger's file under `name`, letter by letter. Raises Unreadable with every fault, and NotKept."""
        read_protocol(file)
        try:
            content = file.read_bytes()
        except OSError as fault:
            raise NotKept(say("{file} could not be read ({reason}).", file=str(file),
                              reason=fault.strerror or str(fault))) from fault
        self._put(self.path(name), content)
        return read_protocol(self.path(name))

    def remove(self, name: str) -> None:
        """Lay the file aside. Raises NotKept."""
        self._move(self.path(name), self.folder / REMOVED / f"{name}.toml")

    def restore(self, name: str) -> None:
        """Take it back, unless another has its name by now. Raises NotKept."""
        if self.path(name).exists():
            raise NotKept(say("There is another {file} by now; what was removed lies in the folder “{folder}”.",
                              file=self.path(name).name, folder=REMOVED))
        self._move(self.folder / REMOVED / f"{name}.toml", self.path(name))

    def _put(self, path: Path, content: bytes) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise _refused(self.folder, fault) from fault
        replace_file(path, content)

    def _move(self, here: Path, there: Path) -> None:
        try:
            there.parent.mkdir(parents=True, exist_ok=True)
            here.replace(there)
        except OSError as fault:
            raise _refused(here, fault) from fault


def send_out(protocol: Protocol, source: Path, to: Path) -> None:
    """Write `protocol` to a file of its own: as `source` has it where that can be read. Raises NotKept."""
    read, _faults = faults_in(source)
    if read == protocol:
        try:
            content = source.read_bytes()
        except OSError as fault:
            raise _refused(source, fault) from fault
    else:
        content = written(protocol).encode()
    replace_file(to, content)


def faults_of(protocol: Protocol) -> tuple[Fault, ...]:
    """What the reader would say of `protocol` if it were a file."""
    return understood(tables_of(protocol), Path(f"{protocol.id}.toml"))[1]


def free_name(title: str, taken: Iterable[str]) -> str:
    """A file's name made of `title` that is not among those `taken`: "left-undone", then "left-undone-2"."""
    stem = _BETWEEN.sub("-", folded(title)).strip("-")[:LONGEST].strip("-") or "protocol"
    others, number, name = frozenset(taken), 1, stem
    while name in others:
        number += 1
        name = f"{stem}-{number}"
    return name


def copy_named(protocol: Protocol, title: str, taken: Iterable[str]) -> Protocol:
    """`protocol` under another title and a free name; a single step that had its title has the new one."""
    steps = tuple(msgspec.structs.replace(step, title=title) if step.title == protocol.title else step
                  for step in protocol.steps)
    return msgspec.structs.replace(protocol, id=free_name(title, taken), title=title, steps=steps)


def _text_in(path: Path) -> str | None:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return path.read_bytes().decode("utf-8-sig")        # line ends as they are
    return None


def _refused(path: Path, fault: OSError) -> NotKept:
    return NotKept(say("{file} could not be written ({reason}); choose a folder that can be.",
                       file=str(path), reason=fault.strerror or str(fault)))
