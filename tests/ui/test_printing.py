"""Paper from the designer: what is wanted, where it goes, and what is said when it cannot be."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.design.edits import change_roster
from app.design.gathering import Gathering, Seating
from app.design.seats import request, worked_out
from app.groups.mixing import mix
from app.groups.roster import Roster, named
from app.prints.paper import Paper
from app.words import Words
from tests.plans import gathering
from tests.ui.pages.at_the_desk import press
from tests.ui.pages.reading import settle
from tests.ui.pages.test_designer import Desk, desk
from ui.panels.print_row import PrintRow
from ui.printing import Printing
from ui.tasks import Tasks
from ui.theme import load_theme
from ui.widgets.buttons import OutlineButton

__all__ = ["desk"]


def seated() -> Gathering:
    """Nine people in threes, twice."""
    plan = gathering("invitation", "ownership")
    plan = replace(plan, title="Our street", steps=tuple(
        replace(step, seating=Seating.ASSIGNED) for step in plan.steps))
    plan = change_roster(plan, named(Roster(), "Ada\nBo\nCy\nDora\nEli\nHana\nIvo\nJo\nKim"))
    asked = request(plan)
    assert asked is not None
    return worked_out(plan, mix(asked, steps=2000))


async def printed(window: QWidget, row: PrintRow, plan: Gathering, what: str, to: Path) -> None:
    """Want one kind of paper, and name the file."""
    tasks = Tasks()
    Printing(row=row, plan=lambda: plan, tasks=tasks, words=Words(), window=window,
             paper=lambda: Paper.LETTER)
    press(row, what)
    dialog = window.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(to))
    dialog.close()
    await tasks.finish()


@pytest.fixture
def row(qtbot: QtBot, faces: None) -> PrintRow:
    """What can be printed, in sight."""
    row = PrintRow(theme=load_theme("light"), words=Words())
    qtbot.addWidget(row)
    row.show()
    return row


@pytest.mark.slow
def test_slips_are_written_where_they_were_wanted_and_it_says_so(row: PrintRow, tmp_path: Path) -> None:
    asyncio.run(printed(row, row, seated(), "A slip for each person", tmp_path / "slips.pdf"))
    pages = PdfReader(tmp_path / "slips.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert pages[0].mediabox.width == 612   # the paper that was chosen
    assert all(name in text for name in ("Ada", "Hana", "Kim"))
    assert row.text() == "Kept as slips.pdf."
    assert all(button.isEnabled() for button in row.findChildren(OutlineButton))


@pytest.mark.slow
def test_a_plan_in_which_people_choose_has_no_slips_and_says_why(row: PrintRow, tmp_path: Path) -> None:
    asyncio.run(printed(row, row, gathering("ownership"), "A slip for each person", tmp_path / "slips.pdf"))
    assert "does not know yet who comes" in row.text()
    assert list(tmp_path.iterdir()) == []


def test_paper_opens_and_closes_by_button_and_by_key(desk: Desk) -> None:
    press(desk.page, "Print")
    assert desk.page.paper.isVisible()
    QTest.keyClick(QApplication.focusWidget() or desk.page, Qt.Key.Key_Escape)
    assert not desk.page.paper.isVisible()
    QTest.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.page.paper.isVisible() and desk.page.paper.isAncestorOf(QApplication.focusWidget() or desk.page)
