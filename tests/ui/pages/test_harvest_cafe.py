"""Essences of a café typed up, table by table: one each, or none, and nothing asks why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.harvest.note import Note
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.words import Words
from tests.app.design.test_cafe import cafe
from tests.app.prints.harvests import at
from tests.ui.pages.at_the_desk import named
from tests.ui.pages.reading import keys, open_page, read
from ui.pages.harvest import HarvestPage
from ui.theme import load_theme
from ui.widgets.choice import Choice
from ui.widgets.fields import TextArea


class Evening:
    """Somebody at the harvest page after a café of fourteen, with four cloths beside them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.plan = cafe(14)
        log = list(opening(self.plan, at(9)))
        self.engine = Engine(log, log.append, lambda: at(11))
        self.page = HarvestPage(theme=load_theme("light"), words=Words())
        self.page.show_engine(self.engine)
        open_page(self.page, qtbot)
        named(self.page, "Words on the card", TextArea).setFocus()

    def told(self) -> str:
        return " ".join(read(self.page))

    def notes(self) -> list[tuple[str, str, str]]:
        return [(note.said("table"), note.kind, note.text) for note in self.kept()]

    def kept(self) -> tuple[Note, ...]:
        return self.engine.session.notes


@pytest.fixture
def evening(qtbot: QtBot) -> Evening:
    return Evening(qtbot)


def test_enter_goes_from_table_to_table_and_an_empty_card_is_no_fault(evening: Evening) -> None:
    keys(evening.page, "We listen in corridors.", Qt.Key.Key_Return, Qt.Key.Key_Return, "Who opens the door?",
         Qt.Key.Key_Return)
    assert [(table, text) for table, _, text in evening.notes()] == [
        ("1", "We listen in corridors."), ("3", "Who opens the door?")]
    assert {note.step_id for note in evening.kept()} == {evening.plan.steps[3].id}
    assert "nothing in this note" not in evening.told()
    keys(evening.page, Qt.Key.Key_Return)
    assert "That was the last of 4." in evening.told()


def test_an_essence_is_an_insight_a_pattern_or_a_question_by_one_key(evening: Evening) -> None:
    kind = named(evening.page, "Kind of note", Choice)
    keys(evening.page, "Who opens the door?")
    field = named(evening.page, "Words on the card", TextArea)
    QTest.keyClick(field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert kind.choice() == Keeps.QUESTION
    keys(evening.page, Qt.Key.Key_Return)
    assert evening.notes() == [("1", Keeps.QUESTION, "Who opens the door?")]


def test_a_step_without_tables_asks_for_none(evening: Evening) -> None:
    step = named(evening.page, "Step the card belongs to", Choice)
    step.show_choice(evening.plan.steps[4].id)
    step.chosen.emit(evening.plan.steps[4].id)
    assert "An essence" not in evening.told()
    keys(evening.page, "It came from the kitchen.", Qt.Key.Key_Return)
    assert evening.notes()[-1][0] == ""

