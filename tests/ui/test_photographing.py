"""A photograph's way in: a file is read, kept, and stands with the notes; what is none is told in one sentence."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.store.store import Store
from app.words import Words
from tests.app.prints.harvests import at, staff_meeting
from tests.ui.pages.at_the_desk import press
from tests.ui.pages.scribe import Scribe
from ui.pages.harvest import HarvestPage
from ui.panels.photo_view import Thumb
from ui.photographing import Photographing
from ui.rooms import Room
from ui.tasks import Tasks

pytestmark = pytest.mark.slow


async def chosen(scribe: Scribe, store: Store, *files: Path) -> None:
    """Press the button, choose these, and wait for what goes on in threads."""
    tasks, room = Tasks(), Room[HarvestPage](lambda: scribe.page)
    room()
    asking = Photographing(store=store, room=room, tasks=tasks, clock=lambda: at(10), words=Words(),
                           window=scribe.page)
    press(scribe.page, "Add a photo")
    dialog = scribe.page.findChildren(QFileDialog)[0]
    dialog.filesSelected.emit([str(file) for file in files])
    dialog.close()
    await tasks.finish()
    asking.deleteLater()


def test_a_file_becomes_a_photograph_of_the_step_and_what_is_none_is_told(
        qtbot: QtBot, faces: None, tmp_path: Path) -> None:
    chart, letter = tmp_path / "chart.png", tmp_path / "letter.jpg"
    Image.new("RGB", (60, 40), "red").save(chart)
    letter.write_text("Dear Rosa")
    scribe = Scribe(qtbot)
    with closing(Store.open(tmp_path / "data")) as store:
        store.begin(scribe.engine.log, staff_meeting())
        scribe.page.show_sessions(store.sessions())
        asyncio.run(chosen(scribe, store, letter, chart))
        (photo,) = scribe.engine.session.photos.here
        assert (photo.step_id, photo.width, photo.height) == (scribe.page.place()[1], 60, 40)
        assert (store.photo(photo.id) or b"").startswith(b"\xff\xd8")
        (thumb,) = scribe.page.findChildren(Thumb)
        qtbot.waitUntil(lambda: not thumb.image().isNull(), timeout=20_000)
        assert "“letter.jpg” is not a picture that can be read here." in scribe.told()
