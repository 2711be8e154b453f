"""The second wall, for a call: the same for both, and closing it leaves the room's wall alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import read_settings
from tests.ui.house import house
from ui.projector.view import WallView

pytestmark = pytest.mark.slow


def test_a_second_wall_shows_what_the_room_sees_and_its_closing_disturbs_nothing(
        qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        rooms = studio.house
        rooms.hosting.begin(studio.ground.store.gatherings()[0])
        rooms.console.turn_to("host")
        view = rooms.wall.window.findChildren(WallView)[0]
        rooms.sharing.toggle()
        shared = rooms.sharing.window
        assert shared is not None and shared.windowTitle() == "Convener wall"
        for _ in range(4):
            QTest.keyClick(shared, Qt.Key.Key_PageDown)
            studio.clock.forward(1)
            assert shared.view.audience == view.audience
        before = (rooms.wall.state, rooms.hosting.session)
        shared.resize(QSize(800, 450))
        shared.close()
        assert rooms.sharing.window is None and before == (rooms.wall.state, rooms.hosting.session)
        assert read_settings(tmp_path).shared_wall == (800, 450)
        rooms.sharing.toggle()
        again = rooms.sharing.window
        assert again is not None and again.size() == QSize(800, 450)
        assert again.view.audience == view.audience
