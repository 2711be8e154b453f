"""The fields of a protocol: what they show is what the file says, and what is chosen fits together."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.groups.forms import Form
from app.library.bundled import load_folder
from app.library.own import faults_of
from app.library.protocol import Cue, Keeps, Protocol, Timer, Voice
from app.paths import protocols_folder
from app.words import Words
from tests.ui.pages.at_the_desk import named, press
from tests.ui.pages.shelf import BUSY
from ui.panels.protocol_faults import on_the_page
from ui.panels.protocol_form import ProtocolForm
from ui.theme import load_theme
from ui.type import load_fonts
from ui.widgets.choice import Choice
from ui.widgets.fields import TextArea

pytestmark = pytest.mark.slow


@pytest.fixture(name="form")
def _form(qtbot: QtBot) -> ProtocolForm:
    load_fonts()
    made = ProtocolForm(theme=load_theme("light"), words=Words())
    qtbot.addWidget(made)
    made.show_protocol(BUSY)
    made.show()
    return made


def choose(form: ProtocolForm, name: str, value: str) -> None:
    choice = named(form, name, Choice)
    choice.show_choice(value)
    assert choice.choice() == value
    choice.chosen.emit(value)


def written(form: ProtocolForm) -> Protocol:
    protocol = form.protocol()
    assert protocol is not None
    return protocol


def told(form: ProtocolForm) -> str:
    return Words()(on_the_page(faults_of(written(form))[0], 1))


def test_every_bundled_protocol_is_shown_as_it_is(form: ProtocolForm) -> None:
    for protocol in load_folder(protocols_folder()).protocols:
        form.show_protocol(protocol)
        assert form.protocol() == protocol


def test_voice_kinds_timer_and_turns_are_chosen_and_written(form: ProtocolForm) -> None:
    choose(form, "Form", "room")
    choose(form, "Who speaks", "speaker")
    choose(form, "Time on the wall", "m:ss")
    choose(form, "The end is told", "2 1")
    choose(form, "Turns within the round", "own")
    QTest.keyClicks(named(form, "Turns, one on each line", TextArea), "4 Turn round.")
    press(form, "Possibility, kept. Press to leave it out")
    press(form, "With names, where people agree")
    step = written(form).main_step
    assert (step.form, step.voice, step.timer, step.warnings) == (Form.ROOM, Voice.SPEAKER, Timer.SECONDS, (2, 1))
    assert (step.cues, step.keeps, step.named) == ((Cue(minutes=4, say="Turn round."),), (Keeps.INSIGHT,), True)
    assert not faults_of(written(form))
    choose(form, "Form", "pairs")
    assert written(form).main_step.voice is Voice.PEERS and not faults_of(written(form))


def test_a_turn_that_cannot_be_is_told_in_the_words_of_the_page(form: ProtocolForm) -> None:
    area = named(form, "Turns within the round", Choice)
    assert area.choice() == "none"
    choose(form, "Turns within the round", "own")
    lines = named(form, "Turns, one on each line", TextArea)
    QTest.keyClicks(lines, "Has everybody begun?")
    assert told(form) == "Turn 1 needs its minute first, and within the round: “8 Has everybody begun?”"
    lines.setPlainText("6 Change over.\n4 Change over.")
    assert told(form) == "The turns are out of order; write the earliest first."
    lines.setPlainText("6")
    assert told(form) == "Turn 1 has no words; write them behind its minute: “8 Has everybody begun?”"
    lines.setPlainText("")
    assert not faults_of(written(form))
    choose(form, "The end is told", "5 2 1")
    QTest.keyClick(named(form, "Minutes", QLineEdit), Qt.Key.Key_PageDown)
    assert told(form) == "The round is shorter than the time before its end that is told; choose another."


def test_another_protocol_has_turns_of_its_own(form: ProtocolForm) -> None:
    choose(form, "Turns within the round", "own")
    QTest.keyClicks(named(form, "Turns, one on each line", TextArea), "6 Change over.")
    form.show_protocol(replace(BUSY, title="Other"))
    assert written(form).main_step.cues == () and named(form, "Turns within the round", Choice).choice() == "none"
