"""While a proposition is written, one question stands beside it, in the box and on the card that is typed up."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.design.gathering import PlannedStep
from app.library.protocol import Keeps
from app.words import Words
from tests.plans import staff_meeting
from ui.panels.note_writer import NoteWriter
from ui.panels.typing_up import TypingUp
from ui.theme import load_theme

LATER = "This tells of later. How does it read as if it were so today?"


def reads(part: QWidget, sentence: str) -> bool:
    """Whether somebody sees this sentence there."""
    return any(words.isVisible() and words.text() == sentence for words in part.findChildren(QLabel))


def test_the_box_asks_beside_a_proposition_and_beside_nothing_else(qtbot: QtBot, faces: None) -> None:
    writer = NoteWriter(theme=load_theme("light"), words=Words())
    qtbot.addWidget(writer)
    writer.show_kinds((Keeps.PROPOSITION, Keeps.INSIGHT), names=True)
    writer.resize(900, 200)
    writer.show()
    writer.go_on("We will greet everybody.")
    assert reads(writer, LATER)
    writer.field.numbered.emit(1)
    assert not reads(writer, LATER)
    writer.field.numbered.emit(0)
    writer.clear()
    writer.go_on("We greet everybody.")
    assert not reads(writer, LATER)


def test_the_card_that_is_typed_up_asks_the_same(qtbot: QtBot, faces: None) -> None:
    plan = staff_meeting()
    step = PlannedStep(id="p", title="Already true", minutes=20, question="And now?", keeps=(Keeps.PROPOSITION,))
    card = TypingUp(theme=load_theme("light"), words=Words())
    qtbot.addWidget(card)
    card.show_gathering(type(plan)(id="g", starts=plan.starts, steps=(step,)), "p")
    card.resize(700, 260)
    card.show()
    card.field.insertPlainText("We will greet everybody.")
    assert reads(card, LATER)
    card.clear()
    assert not reads(card, LATER)
