"""Photographs of pages for looking at: `python -m tests.ui.pages.look FOLDER [library] [today] …`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.design.edits import copy_of
from app.design.gathering import Gathering
from app.design.sample import sample
from app.library.bundled import Shelf, load_folder
from app.library.protocol import DESIGNS
from app.words import Words
from tests.fakes import FakeClock
from tests.plans import MORNING, gathering, plans, protocols
from tests.ui.pages.shelf import FAULTY
from tests.ui.widgets.showcase import dress
from ui.pages.designer import DesignerPage
from ui.pages.gatherings import GatheringsPage
from ui.pages.library import LibraryPage
from ui.pages.today import OWN, TodayPage
from ui.theme import load_theme, load_wall_theme
from ui.type import load_fonts

SHELF = load_folder(Path(__file__).parents[3] / "protocols")
SIZES = ((1366 - 84, 768), (1440 - 84, 900), (1920 - 84, 1080))


def library(theme: str, words: Words) -> LibraryPage:
    """The library with a question chosen and one file that could not be read."""
    page = LibraryPage(theme=load_theme(theme), words=words)
    page.show_shelf(Shelf(SHELF.protocols, FAULTY.faults if theme == "dark" else ()))
    return page


def design(theme: str, words: Words) -> LibraryPage:
    """The library with a design chosen while a gathering is open."""
    page = library(theme, words)
    page.show_open_gathering("Staff meeting")
    page._sieve._narrow("designs", DESIGNS)
    return page


def today(theme: str, words: Words) -> TodayPage:
    """Today's question with one from the library chosen."""
    page = TodayPage(theme=load_theme(theme), wall_theme=load_wall_theme("night" if theme == "dark" else "paper"),
                     words=words, wall_words=Words(), now=FakeClock())
    page.show_choices(SHELF.protocols)
    page.choose(SHELF.protocols[4])
    return page


def designer(theme: str, words: Words) -> DesignerPage:
    """A gathering of eight steps, one of them in the hand."""
    page = DesignerPage(theme=load_theme(theme), wall_theme=load_wall_theme("night" if theme == "dark" else "paper"),
                        words=words, wall_words=Words(), now=FakeClock())
    page.show_protocols(SHELF.protocols)
    page.show_gathering(gathering())
    page.hand.choose(gathering_step(page, 3))
    return page


def empty(theme: str, words: Words) -> DesignerPage:
    """A gathering that has just begun."""
    page = designer(theme, words)
    page.show_gathering(Gathering(id="new", starts=MORNING))
    return page


def gathering_step(page: DesignerPage, place: int) -> str:
    """The id of the step at `place`."""
    assert page.gathering is not None
    return page.gathering.steps[place].id


def gatherings(theme: str, words: Words) -> GatheringsPage:
    """Home with the sample and two gatherings of one's own."""
    page = GatheringsPage(theme=load_theme(theme), words=words)
    first = sample(MORNING, protocols(), words)
    page.show_plans(plans(first, gathering(), copy_of(gathering(), "Two shifts, one rota")), MORNING)
    page.show_place("/home/jana/Convener")
    return page


def writing(theme: str, words: Words) -> TodayPage:
    """Today's question while somebody writes a long one."""
    page = today(theme, words)
    page._choose(OWN)
    page._own._text.setPlainText("What do we keep explaining to each other again and again instead of once asking who "
                                 "would have to change?")
    page.show_last(140, 20)
    return page


PAGES: dict[str, Callable[[str, Words], QWidget]] = {"library": library, "design": design, "today": today,
                                                     "designer": designer, "empty": empty,
                                                     "gatherings": gatherings, "writing": writing}


def main(folder: Path, wanted: list[str]) -> None:
    """Every page wanted, in three sizes, light and dark, English and pseudo."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        dress(application, load_theme(theme))
        for language in ("en", "xx"):
            for name in wanted or list(PAGES):
                page = PAGES[name](theme, Words(language))
                page.setAutoFillBackground(True)
                for width, height in SIZES:
                    page.resize(width, height)
                    page.show()
                    for _ in range(4):   # a layout that changes its mind once more is still asked
                        application.sendPostedEvents()
                    page.grab().save(str(folder / f"{name}-{theme}-{language}-{width + 84}.png"))
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
