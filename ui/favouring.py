"""Keeps which protocols are favourites, in the settings: whoever takes the folder along takes them along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import NotKept
from app.settings import Choices
from ui.console import Console
from ui.rooms import Room

if TYPE_CHECKING:
    from ui.pages.library import LibraryPage


class Favouring(QObject):
    """What cannot be kept is told, and then nothing is starred."""

    def __init__(self, *, choices: Choices, room: Room[LibraryPage], console: Console) -> None:
        super().__init__(console)
        self._choices, self._console = choices, console
        room.when_built(self._greet)

    def _greet(self, page: LibraryPage) -> None:
        page.show_favourites(frozenset(self._choices.now.favourites))
        page.favourite.connect(lambda name, on: self._favour(page, name, wanted=on))

    def _favour(self, page: LibraryPage, name: str, *, wanted: bool) -> None:
        others = tuple(other for other in self._choices.now.favourites if other != name)
        try:
            self._choices.change(favourites=(*others, name) if wanted else others)
        except NotKept as trouble:
            self._console.tell(trouble.text)
        page.show_favourites(frozenset(self._choices.now.favourites))
