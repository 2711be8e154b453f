"""The designer as it stands in a window with the keyboard, for every test that plans something in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering
from app.words import Words
from tests.fakes import FakeClock
from tests.plans import protocols
from tests.ui.widgets.showcase import dress
from ui.pages.designer import DesignerPage
from ui.theme import load_theme, load_wall_theme
from ui.type import load_fonts


def opened(application: QApplication, qtbot: QtBot, plan: Gathering, *, size: tuple[int, int] = (1440, 900)
           ) -> DesignerPage:
    """The page with `plan` on it and every bundled protocol to be added, once its window is active."""
    load_fonts()
    theme = load_theme("light")
    dress(application, theme)
    page = DesignerPage(theme=theme, wall_theme=load_wall_theme("paper"), words=Words(), wall_words=Words(),
                        now=FakeClock())
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_protocols(tuple(protocols().values()))
    page.show_gathering(plan)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page
