"""A session is backed up when it begins and when it ends, beside the work of keeping notes."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from threading import Event

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication

from app.settings import Choices, Settings
from app.store.backup import FOLDER, backups, newest_good
from app.store.database import NAME
from app.store.store import Store
from app.words import Text, Words
from tests.fakes import FakeClock
from tests.plans import staff_meeting
from ui.backing import Backing
from ui.bridge import Bridge
from ui.hosting import Hosting
from ui.tasks import Tasks
from ui.telling import Matter


class SlowStore(Store):
    """A store whose backup has been copied long before it is done."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        super().__init__(db, folder)
        self.copied, self.goes_on = Event(), Event()

    def back_up(self, now: datetime) -> Path:
        """Copy, and be done when it is let go on."""
        made = super().back_up(now)
        self.copied.set()
        self.goes_on.wait()
        return made


async def a_session(folder: Path, told: list[Text]) -> list[int]:
    """Begin, nothing, finish; how many backups there were after each."""
    store, clock, bridge = Store.open(folder), FakeClock(), Bridge()
    tasks = Tasks()
    backing = Backing(store=store, bridge=bridge, tasks=tasks, clock=clock, matter=Matter(told.append, lambda: None))
    hosting = Hosting(store, clock, bridge, Choices(folder, Settings()))
    backing.start()
    seen = []
    engine = hosting.begin(staff_meeting())
    await tasks.finish()
    seen.append(len(backups(folder)))
    clock.forward(minutes=10)
    backing.back_up()
    await tasks.finish()
    seen.append(len(backups(folder)))
    engine.finish()
    await tasks.finish()
    seen.append(len(backups(folder)))
    backing.stop()
    backing.back_up()
    await tasks.finish()
    store.close()
    return seen


def run(folder: Path, told: list[Text]) -> list[int]:
    """One session in a loop of its own."""
    return asyncio.run(a_session(folder, told))


def test_a_session_is_copied_when_it_begins_and_when_it_ends_and_not_for_nothing(
        qapp: QApplication, tmp_path: Path) -> None:
    told: list[Text] = []
    assert run(tmp_path, told) == [1, 1, 2]
    newest = newest_good(tmp_path)
    assert newest is not None and newest == backups(tmp_path)[0] and told == []
    at = datetime.fromtimestamp((FakeClock()() + 600_000) / 1000, UTC)
    assert at.strftime("%Y%m%d-%H%M") in newest.name


def test_a_backup_that_cannot_be_made_is_told_once(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    told: list[Text] = []
    assert run(tmp_path, told) == [0, 0, 0]
    assert [Words()(text).split(" in ")[0] for text in told] == ["No backup could be made"]


@pytest.mark.parametrize("changed", [True, False])
def test_a_plan_changed_before_closing_is_backed_up_on_closing(qapp: QApplication, tmp_path: Path,
                                                               changed: bool) -> None:
    Store.open(tmp_path).close()

    async def an_afternoon() -> None:
        store, clock, bridge = Store.open(tmp_path), FakeClock(), Bridge()
        tasks = Tasks()
        backing = Backing(store=store, bridge=bridge, tasks=tasks, clock=clock,
                          matter=Matter(lambda text: None, lambda: None))
        backing.start()
        if changed:
            store.keep_gathering(staff_meeting(), clock())
        backing.finish()
        await tasks.finish()
        backing.stop()
        store.close()

    asyncio.run(an_afternoon())
    assert len(backups(tmp_path)) == int(changed)


def test_a_plan_changed_while_a_backup_is_made_is_in_the_one_on_closing(qapp: QApplication, tmp_path: Path) -> None:
    Store.open(tmp_path).close()

    async def an_afternoon() -> None:
        store, clock, bridge = SlowStore.open(tmp_path), FakeClock(), Bridge()
        assert isinstance(store, SlowStore)
        tasks = Tasks()
        backing = Backing(store=store, bridge=bridge, tasks=tasks, clock=clock,
                          matter=Matter(lambda text: None, lambda: None))
        backing.start()
        store.keep_gathering(staff_meeting(), clock())
        backing.back_up()
        await asyncio.to_thread(store.copied.wait)
        clock.forward(minutes=1)
        store.keep_gathering(structs.replace(staff_meeting(), title="The last change"), clock())
        backing.finish()
        store.goes_on.set()
        await tasks.finish()
        backing.stop()
        store.close()

    asyncio.run(an_afternoon())
    kept = newest_good(tmp_path)
    assert kept is not None
    (tmp_path / "elsewhere").mkdir()
    copyfile(kept, tmp_path / "elsewhere" / NAME)
    with closing(Store.open(tmp_path / "elsewhere")) as store:
        assert [plan.title for plan in store.gatherings()] == ["The last change"]
