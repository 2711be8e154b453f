"""The way from *Export* to a file: what it is called before anybody types, and what is told when it is there."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.groups.roster import Roster
from app.groups.roster import named as roster_of
from app.live.engine import Engine, opening
from app.live.pictured import Photographed
from app.settings import Choices, Settings
from app.store.store import Store
from app.words import Words
from tests.app.prints.charts import pictured
from tests.app.prints.harvests import at, staff_meeting
from tests.ui.pages.at_the_desk import press
from tests.ui.pages.scribe import Scribe
from ui.bridge import Bridge
from ui.hosting import Hosting
from ui.keeping import Keeping
from ui.pages.harvest import HarvestPage
from ui.rooms import Room
from ui.tasks import Tasks

pytestmark = pytest.mark.slow


async def exported(scribe: Scribe, store: Store, to: Path, *, names: bool) -> str:
    """What the file was to be called when *Export* was pressed; it is then written to `to`."""
    tasks, room, choices = Tasks(), Room[HarvestPage](lambda: scribe.page), Choices(to.parent, Settings())
    room()
    keeping = Keeping(store=store, hosting=Hosting(store, lambda: at(10), Bridge(), choices), room=room, tasks=tasks,
                      words=Words(), window=scribe.page, tell=lambda _text: None, choices=choices)
    keeping.refresh()
    scribe.page.show_kind("md")
    if not names:
        press(scribe.page, "Without names")
    press(scribe.page, "Export")
    dialog = scribe.page.findChildren(QFileDialog)[0]
    (offered,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(to))
    dialog.close()
    await tasks.finish()
    keeping.deleteLater()
    return Path(offered).name


@pytest.mark.parametrize(("names", "called", "told"), [
    (True, "Wilhelmine goes 2026-11-24.md", "Kept as it.md. Its photos lie beside it in it-photos."),
    (False, "somebody goes 2026-11-24.md", "Kept as it.md.")])
def test_a_file_is_called_after_its_gathering_and_names_nobody_who_is_not_to_be_named(
        qtbot: QtBot, faces: None, tmp_path: Path, *, names: bool, called: str, told: str) -> None:
    plan = msgspec.structs.replace(staff_meeting(), title="Wilhelmine goes", roster=roster_of(Roster(), "Wilhelmine"))
    photo, jpeg = pictured("busy")
    scribe = Scribe(qtbot)
    with closing(Store.open(tmp_path / "data")) as store:
        log = opening(plan, at(9))
        session_id = store.begin(log, plan)
        store.keep_photo(session_id, photo.id, jpeg)
        Engine(log, store.append_to(session_id), lambda: at(9, 40)).picture(Photographed(photo=photo))
        assert asyncio.run(exported(scribe, store, tmp_path / "it.md", names=names)) == called
    assert told in scribe.told() and ("Its photos" in scribe.told()) is names
    assert (tmp_path / "it-photos").exists() is names
