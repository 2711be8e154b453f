"""What stands first: the window with the home page in it. It knows no other page, so that it is there at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.words import Words
from ui.console import Console
from ui.pages.gatherings import GatheringsPage
from ui.theme import load_theme, wear
from ui.touch import wear_targets
from ui.type import Role, font, wear_text_size


@dataclass(frozen=True, slots=True)
class Hall:
    """The console and the one page that every start shows."""

    console: Console
    gatherings: GatheringsPage


def open_hall(application: QApplication, settings: Settings, words: Words) -> Hall:
    """Dress the application and build the console with its home page; nothing is shown yet."""
    application.setQuitOnLastWindowClosed(False)
    application.setApplicationName("Convener")
    theme = load_theme(settings.theme)
    wear(application, theme)
    wear_text_size(application, settings.text_size)
    wear_targets(application, settings.targets)
    application.setFont(QFont(font(Role.BODY)))
    console = Console(theme=theme, words=words)
    gatherings = GatheringsPage(theme=theme, words=words)
    console.add_page("gatherings", gatherings)
    console.resize(1366, 768)
    return Hall(console, gatherings)
