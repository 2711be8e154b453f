"""The whole console in one process, built as the program builds it, on a folder of its own and a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.settings import Settings, Targets
from app.store.store import Store
from ui.gallery import StillClock, Studio
from ui.ground import lay_ground
from ui.main import furnish
from ui.touch import wear_targets
from ui.type import load_fonts, wear_text_size

SMALL = QSize(1366, 768)


@contextmanager
def house(application: QApplication, folder: Path, *, theme: str = "light", language: str = "en",
          text_size: Literal[100, 125, 150] = 100, size: QSize = SMALL,
          targets: Targets = Targets.USUAL) -> Iterator[Studio]:
    """A console in sight; afterwards it is gone and the words have their usual size again."""
    load_fonts()
    with closing(Store.open(folder)) as store:
        clock = StillClock()
        ground = lay_ground(store, folder, clock=clock, settings=Settings(
            theme=theme, language=language, wall_language=language, text_size=text_size,
            targets=targets))
        built = furnish(application, ground)
        built.console.resize(size)
        built.console.show()
        built.console.activateWindow()
        try:
            yield Studio(built, ground, clock)
        finally:
            built.close()
            wear_text_size(application, 100)
            wear_targets(application, Targets.USUAL)
