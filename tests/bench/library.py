"""From a keystroke in the library's search to the painted list, beside a full-text index of the same protocols:
`python -m tests.bench.library` prints two numbers, the worst of ours and the worst of the floor, in milliseconds.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.library.bundled import Shelf, load_folder
from app.library.protocol import Protocol
from app.paths import project_root, protocols_folder
from app.settings import Settings
from app.words import Words
from tests.bench.result import Result, worst
from tests.displays import TwoDisplays
from ui.hall import open_hall
from ui.pages.library import LibraryPage
from ui.theme import load_theme
from ui.type import load_fonts

PROTOCOLS = 10_000
MOST = 10.0
"""Milliseconds: a keystroke whose answer is later than this is felt."""
REST = 500
"""Milliseconds until the window stands."""
TYPED = ("what do we", "doubt", "promise 77", "gift", "the commons", "zz", "number 1234", "who else")


def library() -> Result:
    """Words typed letter by letter, and taken back, in a library of 10,000."""
    with TwoDisplays() as displays:
        told = subprocess.run([sys.executable, "-m", "tests.bench.library"], check=True, cwd=project_root(),
                              env=displays.environment(), stdout=subprocess.PIPE, text=True)
    ours, floor = (float(number) for number in told.stdout.split())
    return Result("library", "a keystroke of a search among 10,000 protocols to the painted list (99th percentile), to "
                  "the query alone of a full-text index", ours, floor, "ms", most=MOST)


def _many() -> tuple[Protocol, ...]:
    bundled = load_folder(protocols_folder()).protocols
    return tuple(replace(bundled[n % len(bundled)], id=f"p{n}", title=f"{bundled[n % len(bundled)].title} number {n}")
                 for n in range(PROTOCOLS))


def _ours(page: LibraryPage) -> list[float]:
    field, took = page.findChildren(QLineEdit)[0], []
    for words in TYPED:
        for key in (*words, *[Qt.Key.Key_Backspace] * len(words)):
            began = time.perf_counter()
            QTest.keyClick(field, key)
            QApplication.sendPostedEvents()
            page.repaint()
            took.append(1000 * (time.perf_counter() - began))
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)     # as the loop's next turn does
    return took


def _floor(protocols: tuple[Protocol, ...]) -> list[float]:
    took = []
    with sqlite3.connect(":memory:") as index:
        index.execute("create virtual table shelf using fts5(title, said, tokenize = 'unicode61 remove_diacritics 2')")
        index.executemany("insert into shelf values (?, ?)", (
            (p.title, " ".join([p.purpose, *(step.question for step in p.steps)])) for p in protocols))
        for words in TYPED:
            for end in range(1, len(words) + 1):
                query = " ".join(f'"{word}"*' for word in words[:end].split())
                began = time.perf_counter()
                index.execute("select rowid from shelf where shelf match ?", [query]).fetchall()
                took.append(1000 * (time.perf_counter() - began))
    return took


def main() -> None:
    """Measure in this process and print both numbers."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    protocols = _many()
    hall = open_hall(application, Settings(), Words())
    page = LibraryPage(theme=load_theme("light"), words=Words())
    hall.console.add_page("library", page)
    page.show_shelf(Shelf(protocols, ()))
    hall.console.turn_to("library")
    hall.console.open()
    answer: list[list[float]] = []

    def measured() -> None:
        answer.extend((_ours(page), _floor(protocols)))
        application.exit()

    QTimer.singleShot(REST, measured)
    application.exec()
    sys.stdout.write(" ".join(f"{worst(values):.3f}" for values in answer) + "\n")


if __name__ == "__main__":
    main()
