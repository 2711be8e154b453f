"""What a process does to the store until it is killed in it: run as a program, this forks one for each line it reads.

The tests' own process is no mother for so many: after some thousand tests it is a gigabyte large, and each fork of it
took half a second.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database, Migrations

from app.paths import project_root
from app.store.database import NAME, SCHEMA_VERSION, hold
from app.store.migrations import bring_up_to_date, migrations
from app.store.recovery import open_or_recover

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TOUCHED = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile", "open", "sqlite3.connect"}
Work = Callable[[Path, int], None]


class Mother:
    """`with Mother() as mother:` is a small process, of which a child does a piece of work each time."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen([sys.executable, "-m", __name__], text=True, cwd=project_root(),
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._process.communicate()

    def child_dies(self, work: Work, folder: Path, moment: int) -> bool:
        """Whether a child that does this work on `folder` is killed at the `moment`th thing that it does."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([work.__name__, str(folder), moment]) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        assert status in (0, signal.SIGKILL), status
        return status != 0


def longer() -> Migrations:
    """Today's steps, and one that rewrites every plan."""
    steps = migrations()

    @steps()
    def louder(db: Database) -> None:
        db.table("gatherings").add_column("place", str)
        db.execute("update gatherings set title = upper(title), place = ''")
        db.table("gatherings").transform(rename={"place": "room"})

    return steps


def migrate(folder: Path, moment: int) -> None:
    """Take one step more, killed after `moment` statements."""
    with closing(sqlite3.connect(folder / NAME)) as db:
        hold(db, folder)
        db.set_trace_callback(_killed_after(moment))
        bring_up_to_date(db, folder, longer(), SCHEMA_VERSION + 1)
        db.set_trace_callback(None)


def begin(folder: Path, moment: int) -> None:
    """The first start of all, killed after `moment` statements."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / NAME)) as db:
        db.set_trace_callback(_killed_after(moment))
        hold(db, folder)
        db.set_trace_callback(None)


def recover(folder: Path, moment: int) -> None:
    """Recover, and close, killed after it has touched files `moment` times."""
    count = _killed_after(moment)
    sys.addaudithook(lambda event, _: count(event) if event in TOUCHED else None)
    open_or_recover(folder, NOW)[0].close()


def _killed_after(moment: int) -> Callable[[str], None]:
    left = iter(range(moment))

    def count(_: str) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def main() -> None:
    """A child for each line, until there is nothing more to read; how it ended."""
    works: dict[str, Work] = {work.__name__: work for work in (migrate, begin, recover)}
    for line in sys.stdin:
        name, folder, moment = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                works[name](Path(folder), moment)
                code = 0
            finally:
                os._exit(code)
        sys.stdout.write(f"{os.waitpid(child, 0)[1]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
