"""A host's own protocols in the house: copied, written on, removed and brought back, in and out, changed by others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.library.reader import read_protocol
from app.words import Words
from tests.ui.house import house
from tests.ui.pages.at_the_desk import named, press
from ui.gallery import Studio
from ui.pages.library import LibraryPage
from ui.pages.writing import WritingPage
from ui.panels.shelf_faults import ShelfFaults
from ui.shelving import Shelving
from ui.widgets.banner import Banner
from ui.widgets.fields import Field, TextArea

pytestmark = pytest.mark.slow


@pytest.fixture(name="studio")
def _studio(qapp: QApplication, tmp_path: Path) -> Iterator[Studio]:
    with house(qapp, tmp_path) as studio:
        studio.house.console.turn_to("library")
        yield studio


def page_of(studio: Studio) -> LibraryPage:
    found = studio.house.console.findChild(LibraryPage)
    assert isinstance(found, LibraryPage)
    return found


def shelving_of(studio: Studio) -> Shelving:
    found = studio.house.console.findChild(Shelving)
    assert isinstance(found, Shelving)
    return found


def titled(page: LibraryPage, title: str) -> bool:
    return any(protocol.title == title for protocol in page._shelf.protocols)


def told(studio: Studio) -> str:
    found = studio.house.console.findChild(Banner)
    assert isinstance(found, Banner)
    return found.text()


def test_a_copy_is_written_on_kept_and_read_and_undone_when_removed(
        studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    page, console = page_of(studio), studio.house.console
    QTest.keyClick(page, Qt.Key.Key_C)
    writing = console.findChild(WritingPage)
    assert isinstance(writing, WritingPage) and console.page == "writing"
    question = named(writing, "The question", TextArea)
    question.selectAll()
    QTest.keyClicks(question, "Do you like it here?")
    assert "Could somebody answer it with a yes or a no?" in [w.text() for w in writing.findChildren(QLabel)]
    console.turn_to("gatherings")
    assert told(studio) == "“Hoping to be asked, my own” is not kept yet."
    press(console, "Go on writing it")
    press(console, "Keep it")
    file = tmp_path / "protocols" / "hoping-to-be-asked-my-own.toml"
    assert read_protocol(file).main_step.question == "Do you like it here?"
    chosen = page.chosen()
    assert console.page == "library" and chosen is not None and chosen.id == file.stem
    press(console, "Remove")
    assert not file.exists() and told(studio) == "“Hoping to be asked, my own” is removed."
    press(console, "Bring it back")
    assert file.exists() and (again := page.chosen()) is not None and again.id == file.stem


def test_a_name_is_missing_and_the_page_says_so_until_there_is_one(studio: Studio) -> None:
    QTest.keyClick(page_of(studio), Qt.Key.Key_N)
    writing = studio.house.console.findChild(WritingPage)
    assert isinstance(writing, WritingPage)

    def said() -> set[str]:
        return {w.text() for w in writing.findChildren(QLabel) if w.isVisible()}

    missing = "Name: is empty; write at least one word."
    assert "Begin with its name, its question and what it is for." in said() and missing not in said()
    QTest.keyClicks(named(writing, "The question", TextArea), "What are you here for?")
    assert missing in said() and "Begin with its name, its question and what it is for." not in said()
    QTest.keyClicks(named(writing, "Name", Field), "Mine")
    QTest.keyClicks(named(writing, "What it is for", TextArea), "To try it.")
    press(writing, "Keep it")
    assert (kept := page_of(studio).chosen()) is not None and (kept.id, kept.title) == ("mine", "Mine")


def test_a_file_is_brought_in_beside_one_of_its_name_and_goes_out_again(studio: Studio, tmp_path: Path) -> None:
    page, shelving = page_of(studio), shelving_of(studio)
    bundled = page.chosen()
    assert bundled is not None
    out = tmp_path / f"{bundled.id}.toml"
    shelving._send(bundled, tmp_path / "nowhere.toml", out)
    assert read_protocol(out) == bundled and told(studio).startswith("“Hoping to be asked” is in ")
    page.dropped.emit(str(out))
    assert told(studio) == "There is a “hoping-to-be-asked” in the library already."
    press(studio.house.console, "Keep both")
    assert (both := page.chosen()) is not None and both.id == "hoping-to-be-asked-2"
    out.write_text('title = "x"', encoding="utf-8")
    page.dropped.emit(str(out))
    assert "family: is missing" in told(studio) and "more; mend it" in told(studio)


def test_what_changes_on_the_disk_is_on_the_shelf_and_the_choice_stays(
        studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    page, own = page_of(studio), tmp_path / "protocols"
    first = page.chosen()
    assert first is not None
    own.mkdir()
    text = Path("protocols/left-undone.toml").read_text(encoding="utf-8")
    (own / "theirs.toml").write_text(text.replace("Left undone", "Theirs"), encoding="utf-8")
    qtbot.waitUntil(lambda: any(p.id == "theirs" for p in page._shelf.protocols))
    for title in ("Changed once", "Changed twice"):         # as an editor does: a new file in the place of the old
        (own / "theirs.new").write_text(text.replace("Left undone", title), encoding="utf-8")
        (own / "theirs.new").replace(own / "theirs.toml")
        qtbot.waitUntil(partial(titled, page, title))
    assert (still := page.chosen()) is not None and still.id == first.id
    (own / "theirs.toml").write_text("title = ", encoding="utf-8")
    qtbot.waitUntil(lambda: bool(page._shelf.faults))
    assert all(p.id != "theirs" for p in page._shelf.protocols)
    faults = page.findChild(ShelfFaults)
    assert isinstance(faults, ShelfFaults) and faults.isVisible()
    assert Words()(page._shelf.faults[0].text).startswith("theirs.toml")
