"""The application in the light theme with the program's own fonts, and one place to put a widget."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.showcase import dress
from ui.theme import Theme, load_theme
from ui.type import load_fonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """Literata and Source Sans are known to Qt."""
    load_fonts()


@pytest.fixture
def theme(qapp: QApplication, fonts: None) -> Theme:
    """The light theme, worn by the application."""
    light = load_theme("light")
    dress(qapp, light)
    return light


@pytest.fixture
def put(qtbot: QtBot) -> Callable[..., QWidget]:
    """Shows widgets one under the other in a window of their own, with room for focus rings."""

    kept: list[QWidget] = []   # qtbot holds a window only weakly

    def show(*widgets: QWidget, width: int = 480) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(width, max(window.sizeHint().height(), column.totalHeightForWidth(width)))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show
