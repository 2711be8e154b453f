"""A power cut without a cable. What the store sends to SQLite is recorded, played once more on a disk that writes down
every write, sync and truncation, and that diary is cut anywhere: what was synced by then is there, of the rest each
piece is lost, torn or kept, as the dice fall.

The disk is a VFS of APSW, which brings an SQLite of its own, newer than Python's: these cuts try the store's pragmas
and statements on APSW's, and only what remains is read with Python's own.
"""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import msgspec

from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.store.database import NAME, hold
from app.store.store import Store
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store had acknowledged by then: so many events of each session, and each plan's last change."""

    events: dict[str, int] = field(default_factory=dict)
    plans: dict[str, int] = field(default_factory=dict)


Line = str | Kept | None
"""Of a recording: a statement; what was acknowledged after the ones before it; None, where the file was closed."""


def record(folder: Path, dice: random.Random, *, presses: int) -> list[Line]:
    """Two mornings with the real store in `folder`: sessions, notes, moves, plans, backups. What it sent to SQLite."""
    lines: list[Line] = []
    kept, hand, plan = Kept(), Hand(at(9)), staff_meeting()
    for _ in range(2):
        connection = sqlite3.connect(folder / NAME)
        connection.set_trace_callback(lambda sql: lines.append(sql) if not sql.startswith("--") else None)
        store = Store(hold(connection, folder), folder)
        engine = _session(store, hand)
        for _ in range(presses // 2):
            hand.forward(seconds=dice.randint(1, 100))
            what = dice.random()
            if what < 0.3:   # long plans fill the log of pages, so that it is checkpointed
                longer = plan.purpose + " again and again" * dice.randint(1, 2500)
                store.keep_gathering(msgspec.structs.replace(plan, purpose=longer), hand())
                kept.plans[plan.id] = hand()
            elif what < 0.7:
                engine.keep("Żółw " * dice.randint(1, 60), dice.choice(list(Keeps)[1:]))
            elif what < 0.9:
                dice.choice((engine.next, engine.back, engine.hold_or_release))()
            elif what < 0.95:
                engine.finish()
                engine = _session(store, hand)
            else:
                engine.drop(engine.session.notes[-1].id) if engine.session.notes else engine.next()
            kept.events[store.sessions()[0].id] = len(engine.log)
            lines.append(Kept(dict(kept.events), dict(kept.plans)))
        connection.set_trace_callback(None)
        store.close()
        lines.append(None)
    return lines


def _session(store: Store, hand: Hand) -> Engine:
    first = opening(staff_meeting(), hand())
    return Engine(first, store.append_to(store.begin(first, staff_meeting())), hand)


@dataclass(frozen=True, slots=True)
class Op:
    """One line of the disk's diary. `name` is the file's; `data` belongs to a write, `at` to a write or truncation."""

    what: str
    name: str
    at: int = 0
    data: bytes = b""


class Disk(apsw.VFS):
    """Writes down what is done to its files. Once something was acknowledged, a sync fails as often as `fails` says.

    After a sync that failed, what it should have made durable is readable and never reaches the disk of itself: a
    kernel calls such pages clean.
    """

    def __init__(self, name: str, *, fails: float = 0, dice: random.Random | None = None) -> None:
        self.diary: list[Op | Kept] = []
        self.name = name
        self._fails, self._dice, self._acknowledged = fails, dice or random.Random(0), False
        super().__init__(name, "", maxpathname=4096)

    def acknowledge(self, kept: Kept) -> None:
        """From here on the host relies on what `kept` says."""
        self.diary.append(kept)
        self._acknowledged = True

    def sync_fails(self) -> bool:
        """Throw the dice for one sync."""
        return self._acknowledged and self._dice.random() < self._fails

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _Logged:
        """Open a file that is written down."""
        return _Logged(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        """Delete, and write down."""
        super().xDelete(filename, syncdir)
        self.diary.append(Op("delete", Path(filename).name, at=int(syncdir)))


class _Logged(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self._disk, self._name = disk, Path(path).name

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._disk.diary.append(Op("write", self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._disk.diary.append(Op("truncate", self._name, newsize))

    def xSync(self, flags: int) -> None:
        if self._disk.sync_fails():
            self._disk.diary.append(Op("lost", self._name))
            raise apsw.IOError("this sync was to fail")
        super().xSync(flags)
        self._disk.diary.append(Op("sync", self._name))


GROWN = 1000
"""Pages of the log after which SQLite takes it into the file: its own usual number."""


def play(lines: Sequence[Line], folder: Path, disk: Disk, *, synchronous: str = "FULL") -> list[Op | Kept]:
    """Send the recording to APSW's SQLite on `disk`; what was done to the files. A transaction whose sync fails is
    sent again, as a host presses Enter again."""
    db: apsw.Connection | None = None
    sent: list[str] = []
    for line in lines:
        if isinstance(line, Kept):
            disk.acknowledge(line)
        elif line is None:
            if db is not None:
                with contextlib.suppress(apsw.IOError):   # the log of pages then stays, for the next morning
                    db.close()
            db = None
        else:
            if db is None:
                db = apsw.Connection(str(folder / NAME), vfs=disk.name)
                db.set_wal_hook(_tidied)
            sql = line.replace("synchronous=FULL", f"synchronous={synchronous}")
            sent = [*sent, sql] if db.in_transaction else [sql]
            _send(db, sent)
    return disk.diary


def _tidied(db: apsw.Connection, name: str, pages: int) -> int:
    """What SQLite does by itself after a commit: when the log of pages has grown, it is taken into the file. Where that
    fails the commit stands, and the next one tries again; APSW would report it as if the commit had failed."""
    if pages >= GROWN:
        with contextlib.suppress(apsw.IOError):
            db.wal_checkpoint(name)
    return apsw.SQLITE_OK


def _send(db: apsw.Connection, transaction: Sequence[str]) -> None:
    """Send the last statement of what has become a transaction; when a sync fails, all of it, until it is kept."""
    waiting = transaction[-1:]
    while waiting:
        try:
            for sql in waiting:
                db.execute(sql).fetchall()
            waiting = []
        except apsw.IOError:
            if db.in_transaction:
                db.execute("ROLLBACK")
            waiting = transaction


class Platter:
    """The files as a disk holds them: what is durable, and what is only on its way."""

    def __init__(self) -> None:
        self._durable: dict[str, bytearray] = {}
        self._waiting: dict[str, list[Op]] = {}

    def take(self, op: Op) -> None:
        """Let one more line of the diary happen."""
        if op.what == "sync":
            file = self._durable.setdefault(op.name, bytearray())
            for waiting in self._waiting.pop(op.name, []):
                _do(file, waiting)
        elif op.what == "lost":
            self._waiting.pop(op.name, None)
        elif op.what == "delete":
            self._durable.pop(op.name, None)
            self._waiting.pop(op.name, None)
        else:
            self._waiting.setdefault(op.name, []).append(op)

    def cut(self, folder: Path, dice: random.Random) -> None:
        """Write to `folder` what the power leaves. All that waits is lost, all is kept, or each falls for itself."""
        how = dice.choice(("lost", "kept", "each", "each"))
        for name in sorted({*self._durable, *self._waiting}):   # the dice fall the same way in every run
            file = bytearray(self._durable.get(name, b""))
            for op in self._waiting.get(name, []):
                fate = how if how != "each" else dice.choice(("lost", "kept", "torn"))
                if fate == "kept" or (fate == "torn" and op.what == "truncate"):
                    _do(file, op)
                elif fate == "torn":
                    _tear(file, op, dice)
            (folder / name).write_bytes(file)


def _do(file: bytearray, op: Op, start: int = 0, end: int | None = None) -> None:
    if op.what == "truncate":
        del file[op.at:]
        return
    data = op.data[start:end]
    if len(file) < op.at + start:
        file.extend(bytes(op.at + start - len(file)))
    file[op.at + start:op.at + start + len(data)] = data


def _tear(file: bytearray, op: Op, dice: random.Random) -> None:
    """Of one write some sectors arrive, and of one sector only its beginning."""
    for start in range(0, len(op.data), SECTOR):
        if dice.random() < 0.5:
            _do(file, op, start, start + SECTOR if dice.random() < 0.8 else start + dice.randint(1, SECTOR))


def cuts(diary: Sequence[Op | Kept], folder: Path, dice: random.Random, count: int) -> Iterator[Kept]:
    """Cut the power `count` times: each time `folder` holds what remains, and what was acknowledged by then comes."""
    moments = sorted(dice.randrange(len(diary)) for _ in range(count))
    platter, kept, done = Platter(), Kept(), 0
    for moment in moments:
        for line in diary[done:moment]:
            if isinstance(line, Kept):
                kept = line
            else:
                platter.take(line)
        done = moment
        for left in folder.iterdir():
            left.unlink()
        platter.cut(folder, dice)
        yield kept


def what_is_lost(folder: Path, kept: Kept) -> str:
    """What an honest reader of the file in `folder` misses, or ""."""
    if not (folder / NAME).exists():
        return "the file" if kept.events else ""
    try:
        with closing(sqlite3.connect(folder / NAME)) as db:
            db.execute("PRAGMA synchronous=OFF")   # the reader's own sync takes longer than all the rest
            said = str(db.execute("PRAGMA quick_check").fetchone()[0])
            if said != "ok":
                return said
            if not kept.events:
                return ""
            events = dict(db.execute("select session_id, max(id) from events group by session_id having max(id) = "
                                     "count(*)").fetchall())
            plans = dict(db.execute("select id, changed from gatherings").fetchall())
    except sqlite3.Error as fault:
        return str(fault)
    lost = [f"{name}: {events.get(name, 0)} of {count}" for name, count in kept.events.items()
            if events.get(name, 0) < count]
    lost += [f"plan {name}" for name, changed in kept.plans.items() if plans.get(name, 0) < changed]
    return ", ".join(lost)
