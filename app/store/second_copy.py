"""The second copy of every word: one file a session in `copies`, a line for each event, written after the commit and
synced by a thread. It refuses no note; when it fails that is told. The database gone, the words are not.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import msgspec

from app.errors import NotKept
from app.live.events import Event, from_json, to_json
from app.words import Text, say

_Lines = tuple[str, bytes]
_Work = tuple[Callable[[], None], "Future[None]"]
FOLDER = "copies"
_SUFFIX = ".lines"
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def line_of(event: Event) -> bytes:
    """One event as a line: eight hex digits of CRC-32, a space, JSON without a line break."""
    written = to_json(event)
    return b"%08x %b\n" % (zlib.crc32(written), written)


def read_copy(path: Path) -> tuple[tuple[Event, ...], int]:
    """The events of a copy in order, each once, and how many lines could not be read. Raises OSError."""
    events: dict[int, Event] = {}
    torn = 0
    for line in path.read_bytes().split(b"\n"):
        if not line:
            continue
        event = _event(line)
        if event is None:
            torn += 1
        else:
            events[event.id] = event
    return tuple(events[number] for number in sorted(events)), torn


def not_among(path: Path, kept: Iterable[bytes]) -> tuple[Event, ...]:
    """The events of a copy that are not, letter for letter, among `kept` (each as JSON); none when it cannot be read.

    Nothing is decoded while all is well: a hundred sessions of sixty facts are compared in some 50 ms.
    """
    try:
        lines = set(path.read_bytes().split(b"\n"))
    except OSError:
        return ()
    lines.difference_update(b"%08x %b" % (zlib.crc32(written), written) for written in kept)
    return tuple(event for line in lines if line and (event := _event(line)) is not None)


def copies(folder: Path) -> dict[str, Path]:
    """The copies in `folder`, by the id of their session."""
    return {path.stem: path for path in sorted((folder / FOLDER).glob(f"*{_SUFFIX}"))}


def _event(line: bytes) -> Event | None:
    mark, _, written = line.partition(b" ")
    if mark != b"%08x" % zlib.crc32(written):
        return None
    try:
        return from_json(written)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


class SecondCopy:
    """Writes the copies of one data folder in a thread of its own. `failed` is called from that thread."""

    def __init__(self, folder: Path, failed: Callable[[Text], None]) -> None:
        self._folder, self._failed = folder / FOLDER, failed
        self._queue: SimpleQueue[_Lines | _Work | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="second copy", daemon=True)
        self._waiting: dict[str, bytes] = {}
        self._told = False
        self._thread.start()

    def add(self, session_id: str, events: Sequence[Event]) -> None:
        """Copy events that were committed. Never waits, never raises."""
        self._queue.put((session_id, b"".join(line_of(event) for event in events)))

    def add_file(self, write: Callable[[], None]) -> None:
        """Write another file in its turn. Never waits, never raises; where it fails that is told."""
        done: Future[None] = Future()
        done.add_done_callback(self._file_written)
        self._queue.put((write, done))

    def between(self, work: Callable[[], None]) -> None:
        """Do `work` on the copies when all that was added before is written; waits for it. Raises what it raises.

        OSError where something waits that could not be written: it would come after the work.
        """
        done: Future[None] = Future()
        self._queue.put((work, done))
        done.result()

    def ids(self, session_id: str) -> frozenset[int]:
        """Which events of a session its copy holds already; none where there is no copy to read."""
        try:
            return frozenset(event.id for event in read_copy(self._folder / f"{session_id}{_SUFFIX}")[0])
        except OSError:
            return frozenset()

    def close(self) -> None:
        """Write what is still on its way, then stop."""
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        going = True
        while going:
            item = self._queue.get()
            work: _Work | None = None
            while item is not None:   # all that has come meanwhile goes with one sync
                if isinstance(item[1], Future):
                    work = item
                    break
                session_id, lines = item
                self._waiting[session_id] = self._waiting.get(session_id, b"") + lines
                if self._queue.empty():
                    break
                item = self._queue.get()
            going = item is not None
            self._write()
            if work is not None:
                self._do(*work)

    def _do(self, work: Callable[[], None], done: Future[None]) -> None:
        try:
            if self._waiting:
                raise OSError(28, "the second copy cannot be written")
            work()
            done.set_result(None)
        except (OSError, NotKept) as fault:   # it belongs to whoever waits
            done.set_exception(fault)
        finally:
            done.cancel()   # whoever waits never waits for good

    def _write(self) -> None:
        try:
            for session_id in list(self._waiting):
                self._append(session_id, self._waiting[session_id])
                del self._waiting[session_id]
        except (OSError, ValueError) as fault:   # what waits is written with the next event
            self._tell(fault)
        else:
            self._told = False

    def _file_written(self, done: Future[None]) -> None:
        fault = None if done.cancelled() else done.exception()
        if fault is not None:
            self._tell(fault)

    def _tell(self, fault: BaseException) -> None:
        if not self._told:
            self._told = True
            reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
            self._failed(say("The second copy of your notes cannot be written in {folder} ({reason}). "
                             "The notes themselves are kept.", folder=str(self._folder), reason=reason))

    def _append(self, session_id: str, lines: bytes) -> None:
        if not _ID.fullmatch(session_id):
            raise ValueError(session_id)
        self._folder.mkdir(exist_ok=True)
        path = self._folder / f"{session_id}{_SUFFIX}"
        # a line break first: whatever a power cut or a full disk tore stays a line of its own
        with path.open("ab", buffering=0) as file:
            before = b"\n" if file.tell() else b""
            if file.write(before + lines) != len(before) + len(lines):
                raise OSError(28, "not all of it was written")
            os.fsync(file.fileno())
