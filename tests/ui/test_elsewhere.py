"""A gathering that is not in one room, on the whole console: what goes into the chat, and what is read on the phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.house import house
from ui.gallery_modes import elsewhere
from ui.panels.phone import PhonePanel
from ui.panels.wall_column import WallColumn
from ui.widgets.labels import Paragraph

pytestmark = pytest.mark.slow


def test_one_key_fills_the_chat_and_one_opens_what_is_read_aloud(
        qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        built, page = studio.house, studio.house.host_page
        QGuiApplication.clipboard().clear()
        built.console.turn_to("host")
        page.run("copy")
        assert QGuiApplication.clipboard().text() == "", "nothing runs, nothing is copied"
        for name in elsewhere(built, studio.ground.store.gatherings()[0].starts):
            phone = page.findChildren(PhonePanel)[0]
            assert phone.isVisible() is (name == "host-phone")
            QTest.keyClick(page, Qt.Key.Key_C)
            copied = QGuiApplication.clipboard().text()
            told = [said.text() for said in built.console.findChildren(Paragraph) if said.isVisible()]
            assert f"Copied for the chat: {' · '.join(copied.splitlines())}" in told
            if name == "host-platform":
                assert copied.splitlines()[0] == "You will be with two others."
            if name == "host-phone":
                asked = "Which comfort of yours needs nothing to change here?"
                assert copied.splitlines() == [asked, "In threes, 13 minutes"]
                assert phone.lines().count(asked) == 2
                assert "Ada, Bo Lindqvist, Cy" in phone.lines()
                QTest.keyClick(page, Qt.Key.Key_L)
                assert not phone.isVisible()
                page.run("phone")
            if name == "host-hybrid-gather":
                line = page.findChildren(WallColumn)[0].groups.line()
                assert line == "Two fours in the room. One pair, one three far away."
