"""The pages that are built when somebody first turns to them: most days need two, and each costs a tenth of a second
and a megabyte. So no page is imported here before it is built.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.theme import Theme, WallTheme

if TYPE_CHECKING:
    from ui.pages.begin import BeginPage
    from ui.pages.designer import DesignerPage
    from ui.pages.harvest import HarvestPage
    from ui.pages.keys import KeysPage
    from ui.pages.library import LibraryPage
    from ui.pages.readiness import ReadinessPage
    from ui.pages.search import SearchPage
    from ui.pages.settings import SettingsPage
    from ui.pages.today import TodayPage
    from ui.pages.writing import WritingPage

P = TypeVar("P", bound=QWidget)


class Room(Generic[P]):
    """One page. Call it to enter: the first call builds the page and does what was asked to be done with it."""

    def __init__(self, build: Callable[[], P]) -> None:
        self._build = build
        self._waiting: list[Callable[[P], object]] = []
        self.page: P | None = None
        """The page if it stands."""

    def __call__(self) -> P:
        """The page, built if nobody was here before."""
        if self.page is None:
            self.page = self._build()
            for do in self._waiting:
                do(self.page)
        return self.page

    def when_built(self, do: Callable[[P], object]) -> None:
        """Do this with the page as soon as it stands, in the order in which it was asked for."""
        if self.page is None:
            self._waiting.append(do)
        else:
            do(self.page)


@dataclass(frozen=True, slots=True)
class Rooms:
    """Every page but the home page and the host's."""

    library: Room[LibraryPage]
    begin: Room[BeginPage]
    designer: Room[DesignerPage]
    today: Room[TodayPage]
    harvest: Room[HarvestPage]
    settings: Room[SettingsPage]
    keys: Room[KeysPage]
    ready: Room[ReadinessPage]
    writing: Room[WritingPage]
    search: Room[SearchPage]


def plan_rooms(*, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
               now: Callable[[], int]) -> Rooms:
    """All of them, none built. `now` is in ms since the epoch."""
    def library() -> LibraryPage:
        from ui.pages.library import LibraryPage

        return LibraryPage(theme=theme, words=words)

    def begin() -> BeginPage:
        from ui.pages.begin import BeginPage

        return BeginPage(theme=theme, words=words)

    def designer() -> DesignerPage:
        from ui.pages.designer import DesignerPage

        return DesignerPage(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)

    def today() -> TodayPage:
        from ui.pages.today import TodayPage

        return TodayPage(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)

    def harvest() -> HarvestPage:
        from ui.pages.harvest import HarvestPage

        return HarvestPage(theme=theme, words=words)

    def settings() -> SettingsPage:
        from ui.pages.settings import SettingsPage

        return SettingsPage(theme=theme, words=words)

    def keys() -> KeysPage:
        from ui.pages.keys import KeysPage

        return KeysPage(theme=theme, words=words)

    def ready() -> ReadinessPage:
        from ui.pages.readiness import ReadinessPage

        return ReadinessPage(theme=theme, wall_theme=wall_theme, words=words, now=now)

    def writing() -> WritingPage:
        from ui.pages.writing import WritingPage

        return WritingPage(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)

    def search() -> SearchPage:
        from ui.pages.search import SearchPage

        return SearchPage(theme=theme, words=words)

    return Rooms(Room(library), Room(begin), Room(designer), Room(today), Room(harvest), Room(settings), Room(keys),
                 Room(ready), Room(writing), Room(search))
