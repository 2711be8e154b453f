"""When a gathering ends what was for nobody is gone; a whole gathering goes when it is asked for, and not before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.harvest.note import Reach
from app.library.protocol import Keeps
from app.settings import Choices, Settings
from app.store.second_copy import SecondCopy
from app.store.store import Store
from app.words import Text, Words
from tests.fakes import FakeClock
from tests.plans import staff_meeting
from tests.ui.pages.at_the_desk import press
from tests.ui.pages.scribe import Scribe
from ui.bridge import Bridge
from ui.forgetting import Forgetting
from ui.hosting import Hosting
from ui.tasks import Tasks

SECRET, SAID = "Geheimnis", "said aloud"


class Desk:
    """A store with its second copies, a host, and who forgets."""

    def __init__(self, folder: Path) -> None:
        self.store, self.clock, self.bridge, self.tasks = Store.open(folder), FakeClock(), Bridge(), Tasks()
        self.store.copy_to(SecondCopy(folder, lambda _: None))
        self.hosting = Hosting(self.store, self.clock, self.bridge, Choices(folder, Settings()))
        self.told: list[str] = []
        self.gone: list[str] = []
        self.forgetting = Forgetting(store=self.store, hosting=self.hosting, bridge=self.bridge, tasks=self.tasks,
                                     tell=self._tell)
        self.forgetting.forgotten.connect(self.gone.append)

    def _tell(self, text: Text) -> None:
        self.told.append(Words()(text))

    def host(self) -> None:
        plan = structs.replace(staff_meeting(), id="ours")
        self.store.keep_gathering(plan, self.clock())
        engine = self.hosting.begin(plan)
        engine.keep(SECRET, Keeps.INSIGHT, reach=Reach.NOBODY)
        engine.keep(SAID, Keeps.INSIGHT)
        self.store.back_up(datetime(2026, 11, 24, 9, tzinfo=UTC))


def found(folder: Path, word: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def at_the_desk(folder: Path, doing: Callable[[Desk], None]) -> Desk:
    """Do this while a loop runs, wait for what goes on in threads, and close the store."""
    async def all_of_it() -> Desk:
        desk = Desk(folder)
        with closing(desk.store):
            doing(desk)
            await desk.tasks.finish()
        return desk

    return asyncio.run(all_of_it())


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> Iterator[None]:
    yield


def test_what_was_for_nobody_is_in_no_file_once_the_gathering_is_over(tmp_path: Path) -> None:
    def doing(desk: Desk) -> None:
        desk.host()
        assert desk.hosting.running is not None
        desk.hosting.running.finish()
        assert desk.bridge.engine is not None
        assert [note.text for note in desk.bridge.engine.session.notes] == [SAID]

    desk = at_the_desk(tmp_path, doing)
    assert found(tmp_path, SECRET) == desk.told == [] and len(found(tmp_path, SAID)) == 3


def test_while_it_runs_the_note_is_there_for_the_host(tmp_path: Path) -> None:
    at_the_desk(tmp_path, Desk.host)
    assert len(found(tmp_path, SECRET)) == 3


def test_a_stop_right_after_the_end_is_made_good_at_the_next_start(tmp_path: Path) -> None:
    def ended(desk: Desk) -> None:
        desk.host()
        desk.bridge.changed.disconnect()
        assert desk.hosting.running is not None
        desk.hosting.running.finish()

    at_the_desk(tmp_path, ended)
    assert found(tmp_path, SECRET)
    at_the_desk(tmp_path, lambda desk: desk.forgetting.start())
    assert found(tmp_path, SECRET) == [] and found(tmp_path, SAID)


def test_a_gathering_that_is_being_hosted_is_not_forgotten_and_one_that_is_over_is(tmp_path: Path) -> None:
    def doing(desk: Desk) -> None:
        desk.host()
        desk.forgetting.forget("ours")
        assert desk.gone == [] and "End it, then it can be forgotten." in desk.told[0]
        assert desk.hosting.running is not None
        desk.hosting.running.finish()
        desk.forgetting.forget("ours")

    desk = at_the_desk(tmp_path, doing)
    assert desk.gone == ["ours"] and desk.bridge.engine is None and "no file of Convener" in desk.told[-1]
    assert found(tmp_path, SAID) == found(tmp_path, "Staff meeting") == []


def test_the_harvest_asks_once_in_the_page_and_keeping_it_changes_nothing(qtbot: QtBot, faces: None) -> None:
    scribe = Scribe(qtbot)
    wished: list[str] = []
    scribe.page.forget.connect(wished.append)
    press(scribe.page, "Forget …")
    assert "Nothing can bring it back." in scribe.told() and wished == []
    press(scribe.page, "Keep it")
    assert "Nothing can bring it back." not in scribe.told() and wished == []
    press(scribe.page, "Forget …")
    press(scribe.page, "Forget it for good")
    assert wished == ["staff"]
