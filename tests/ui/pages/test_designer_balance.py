"""Balance in the designer: a question, the step it is about, one remedy, and the numbers where somebody asks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering
from app.library.protocol import Family
from tests.plans import gathering
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.drawing_board import opened
from tests.ui.pages.reading import read
from ui.pages.designer import DesignerPage

ENDS_OPEN = "When do they hear what they gave each other?"


@pytest.fixture(name="page")
def _page(qapp: QApplication, qtbot: QtBot) -> DesignerPage:
    return opened(qapp, qtbot, gathering("invitation", "ownership", "sampling"))


def now(page: DesignerPage) -> Gathering:
    assert page.gathering is not None
    return page.gathering


def test_a_remedy_is_one_edit_that_answers_its_question_and_one_undo_takes_it_back(page: DesignerPage) -> None:
    before = now(page)
    assert ENDS_OPEN in read(page)
    press(page, "Close with gifts")
    assert [step.family for step in now(page).steps][-1] is Family.GIFTS
    assert ENDS_OPEN not in read(page)
    press(page, "Undo")
    assert now(page) == before and ENDS_OPEN in read(page)


def test_numbers_and_sources_stay_behind_a_click_and_say_what_they_measure(page: DesignerPage) -> None:
    assert "It says nothing about people." not in " ".join(read(page))
    press(page, "Minutes and sources")
    said = " ".join(read(page))
    assert "It says nothing about people." in said and "per cent of the time is given to peers" in said
    press(page, "Put the numbers away")
    assert "per cent" not in " ".join(read(page))


def test_one_quiet_remark_stands_under_a_question_that_closes_and_goes_with_it(page: DesignerPage) -> None:
    question = named(page, "Question on the wall", QPlainTextEdit)
    question.setPlainText("How can we get people to come?")
    assert "Does it want something mended before anybody has spoken?" in read(page)
    question.setPlainText("What keeps you away from here?")
    assert not [line for line in read(page) if "mended" in line]
    page.flush()
