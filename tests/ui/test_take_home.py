"""Paper of the console: A4 or Letter as chosen or as in the host's country, and pages to take home from the harvest."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog

from app.settings import Settings, read_settings, write_settings
from tests.ui.house import house
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.reading import read
from ui.paper import paper_name
from ui.widgets.chips import Chip
from ui.widgets.choice import Choice
from ui.widgets.segment import Segment


@pytest.mark.parametrize(("place", "paper"), [
    ("en_US", "letter"), ("fr_CA", "letter"), ("es_MX", "letter"), ("fil_PH", "letter"), ("de_DE", "a4"),
    ("en_GB", "a4"), ("ar_EG", "a4"), ("C", "a4")])
def test_until_somebody_chooses_it_is_the_paper_of_the_country(place: str, paper: str) -> None:
    assert paper_name(Settings(), QLocale(place)) == paper
    assert paper_name(Settings(paper="letter"), QLocale(place)) == "letter"
    assert paper_name(Settings(paper="a4"), QLocale(place)) == "a4"


def test_settings_from_before_there_was_a_choice_of_paper_open(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "export_as": "docx"}')
    assert read_settings(tmp_path) == Settings(theme="dark", export_as="docx")
    write_settings(tmp_path, Settings(paper="letter", export_as="each"))
    assert read_settings(tmp_path) == Settings(paper="letter", export_as="each")


@pytest.mark.slow
def test_pages_to_take_home_leave_the_harvest_on_the_paper_that_was_chosen(qapp: QApplication, tmp_path: Path) -> None:
    async def day() -> None:
        with house(qapp, tmp_path) as studio:
            console = studio.house.console
            console.turn_to("settings")
            press(named(console, "Paper", Segment), "Letter")
            assert read_settings(studio.ground.store.folder).paper == "letter"
            console.turn_to("harvest")
            assert "People spoke with each other for 25 of 37 minutes" in " ".join(read(console))
            kinds = named(console, "Kind of file", Choice)
            kinds.show_choice("each")
            assert kinds.currentText() == "Take-home pages (PDF)"
            named(console, "Without names", Chip).click()
            press(console, "Export")
            assert "it cannot be written without names" in " ".join(read(console))
            named(console, "Without names", Chip).click()
            press(console, "Export")
            dialog = console.findChildren(QFileDialog)[-1]
            assert dialog.selectedFiles()[0].endswith(", to take home.pdf")
            dialog.fileSelected.emit(str(tmp_path / "home.pdf"))
            dialog.close()
            await studio.house.tasks.finish()
            (page,) = PdfReader(tmp_path / "home.pdf").pages
            assert (page.mediabox.width, page.mediabox.height) == (612, 792)
            assert page.extract_text().startswith("Jana") and "You promised" in page.extract_text()

    asyncio.run(day())
