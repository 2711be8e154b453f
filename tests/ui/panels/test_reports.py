"""A page that came in from a talk is typed up under a topic that was called out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.harvest.note import Note
from app.library.protocol import Keeps
from app.words import Words
from tests.app.live.open_space import call_eighteen, open_space
from tests.app.live.room import session_of
from tests.ui.pages.at_the_desk import named
from ui.panels.harvest_box import HarvestStrip
from ui.panels.typing_up import TypingUp
from ui.theme import load_theme
from ui.widgets.choice import Choice
from ui.widgets.fields import Field


def test_a_report_is_typed_up_with_the_topic_chosen_from_those_called_out(qtbot: QtBot, faces: None) -> None:
    engine, _, _ = session_of(open_space())
    titles = tuple(topic.title for topic in call_eighteen(engine))
    card = TypingUp(theme=load_theme("light"), words=Words())
    qtbot.addWidget(card)
    kept: list[Note] = []
    card.written.connect(kept.extend)
    plan = engine.session.gathering
    talks = next(step.id for step in plan.steps if step.title == "First talks")
    card.show_gathering(plan, talks, topics=titles)
    card.show()
    topic = named(card, "Topic", Choice)
    assert [topic.itemText(row) for row in range(topic.count())] == ["Topic", *titles]
    topic.show_choice("Bees behind the sluice")
    named(card, "Who was there, if they agree", Field).show_text("Otto, Mei")
    card.field.show_text("Two hives.")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert [(note.kind, note.step_id, note.text, note.said("topic"), note.said("present")) for note in kept] == [
        (Keeps.REPORT, talks, "Two hives.", "Bees behind the sluice", "Otto, Mei")]
    card.clear()
    assert topic.choice() == "" and card.kind.choice() == Keeps.REPORT


@pytest.mark.slow
def test_while_talks_run_a_report_is_what_the_box_offers(qtbot: QtBot, faces: None) -> None:
    engine, _, _ = session_of(open_space())
    call_eighteen(engine)
    while engine.session.step is None or engine.session.step.title != "First talks":
        engine.next()
    strip = HarvestStrip(theme=load_theme("light"), words=Words())
    qtbot.addWidget(strip)
    strip.show_session(engine.session)
    strip.show_awake(awake=True)
    strip.show()
    assert strip.writer.kind() is Keeps.REPORT
    assert named(strip, "Topic", Choice).count() == 19
