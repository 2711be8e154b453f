"""Appreciative Inquiry with twenty-four people through the whole console: from an empty plan to the PDF.

One comes late, one goes home; partners stay together; what was said aloud and what stands on cards is on paper.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.library.protocol import Beat, Keeps
from app.live.audience import audience
from app.live.engine import Engine
from app.live.scene import Audience, Scene
from app.words import Words
from tests.ui.house import house
from tests.ui.pages.at_the_desk import named, press, rows, write
from tests.ui.pages.reading import settle
from ui.gallery import Studio
from ui.panels.typing_up import TypingUp

pytestmark = pytest.mark.slow

NAMES = ("Ada", "Bo", "Cy", "Dora", "Eli", "Finn", "Greta", "Hana", "Ivo", "Jo", "Kim", "Lars", "Mei", "Nina", "Olga",
         "Paul", "Quinn", "Rosa", "Sam", "Tom", "Uli", "Vera", "Wim", "Xenia")
KEY = Qt.Key
STORY = "He had brought his own key and opened the hall for us at six."
THEME = "Somebody opens before it is asked"
SENTENCE = "On this street a door opens before anybody has to knock."
CARDS = {"promise": "I keep the hall open on Thursdays.", "offer": "My oven, on Saturdays.",
         "request": "Somebody who reads me my letters."}


def test_stories_of_twenty_four_people_become_sentences_and_steps_on_paper(
        qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def day() -> None:
        with house(qapp, tmp_path) as studio:
            qtbot.waitUntil(studio.house.console.isActiveWindow)
            studio.house.reseating.start()
            plan(studio)
            guide = await printed(studio, "Interview guide", tmp_path / "guide.pdf")
            assert guide.count("15 minutes for one of you, then change over.") == 2
            press(studio.house.console, "Host it")
            await studio.house.tasks.finish()
            engine = studio.house.hosting.running
            assert engine is not None
            await interviews(studio, engine)
            await fours(studio, engine)
            threads_and_sentences(studio, engine)
            paper = await exported(studio, tmp_path / "harvest.pdf")
            for words in (STORY, THEME, SENTENCE, *CARDS.values(), "Promises, offers, requests"):
                assert words in paper, words
            await studio.house.tasks.finish()

    asyncio.run(day())


def plan(studio: Studio) -> None:
    """Title, the protocol, who comes; pairs go by a list."""
    console = studio.house.console
    console.turn_to("gatherings")
    press(console, "New gathering")
    press(console, "An empty page")
    write(named(console, "Title", QLineEdit), "What our street can do")
    search = named(console, "Find a step", QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "Appreciative")
    QTest.keyClick(search, KEY.Key_Return)
    by_a_list(console, "Two stories")
    press(console, "Who comes?")
    settle()
    names = named(console, "Names, one on each line", QPlainTextEdit)
    for name in NAMES:
        QTest.keyClicks(names, name)
        QTest.keyClick(names, KEY.Key_Return)
    press(console, "Done")
    by_a_list(console, "Retold")


def by_a_list(console: QWidget, title: str) -> None:
    """Choose a step, and that its groups go by a list."""
    row = next(row for row in rows(console) if title in row.accessibleName())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    press(console, "by a list")


async def interviews(studio: Studio, engine: Engine) -> None:
    """Pairs by name; a late one makes a three; half-way the wall is to say so."""
    walk_to(studio, engine, "Two stories", Beat.GATHER)
    seen = wall(engine)
    assert seen.scene is Scene.SEATS and [len(group) for group in seen.groups] == [2] * 12
    answered(studio, KEY.Key_Up, "Zora")
    await studio.house.tasks.finish()
    assert sorted(len(group) for group in wall(engine).groups) == [2] * 11 + [3]
    walk_to(studio, engine, "Two stories", Beat.ROUND)
    ring = wall(engine).ring
    assert ring is not None and "Change over. Now the other one tells." in str(ring)


async def fours(studio: Studio, engine: Engine) -> None:
    """Each pair is whole in one of the fours; who goes home is looked for no more."""
    step = engine.session.step
    assert step is not None
    seats = engine.session.gathering.seats_at(step.id)
    assert seats is not None
    walk_to(studio, engine, "Two stories", Beat.CALL_BACK)
    assert "Stay beside your partner." in str(wall(engine))
    walk_to(studio, engine, "Retold", Beat.GATHER)
    joined = engine.session.gathering.seats_at(engine.session.step_id)
    assert joined is not None and len(joined.tables) == 6
    assert all(any(set(pair) <= set(four) for four in joined.tables) for pair in seats.tables)
    assert "Your partner comes with you." in wall(engine).foot2
    answered(studio, KEY.Key_Down, "Xenia")
    await studio.house.tasks.finish()
    assert "Xenia" not in str(wall(engine).groups) and "Zora" in str(wall(engine).groups)


def threads_and_sentences(studio: Studio, engine: Engine) -> None:
    """A story and a theme are caught; after the end the cards are typed up."""
    walk_to(studio, engine, "Threads", Beat.ROUND)
    for number, (kind, text) in enumerate(((Keeps.STORY, STORY), (Keeps.THEME, THEME)), 1):
        key(studio, KEY.Key_H, Qt.KeyboardModifier.AltModifier)
        key(studio, getattr(KEY, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(focused(studio), text)
        key(studio, KEY.Key_Return)
        assert (engine.session.notes[-1].kind, engine.session.notes[-1].text) == (kind, text)
    while engine.next():
        studio.clock.forward(5)
    engine.finish()
    console = studio.house.console
    press(console, "Open the harvest")
    card = console.findChildren(TypingUp)[0]
    first = next(step for step in engine.session.gathering.steps if step.title == "First steps")
    true = next(step for step in engine.session.gathering.steps if step.title == "Already true")
    cards = ((true, "proposition", SENTENCE), *((first, kind, text) for kind, text in CARDS.items()))
    for step, wanted, words in cards:
        for choice, value in ((card.step, step.id), (card.kind, wanted)):
            choice.show_choice(value)
            choice.chosen.emit(value)
        QTest.keyClicks(card.field, words)
        QTest.keyClick(card.field, KEY.Key_Return)
    kept = studio.house.bridge.engine
    assert kept is not None
    assert [note.kind.value for note in kept.session.notes[2:]] == ["proposition", *CARDS]


async def printed(studio: Studio, what: str, to: Path) -> str:
    """Paper from the designer's row."""
    press(studio.house.console, "Print")
    settle()
    press(studio.house.console, what)
    return await written(studio, to)


async def exported(studio: Studio, to: Path) -> str:
    """The harvest from its page."""
    press(studio.house.console, "Export")
    return await written(studio, to)


async def written(studio: Studio, to: Path) -> str:
    """Name the file in the dialog; the words of the PDF, on one line."""
    dialog = studio.house.console.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(to))
    dialog.close()
    await studio.house.tasks.finish()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(to).pages).split())


def walk_to(studio: Studio, engine: Engine, title: str, beat: Beat) -> None:
    """The clicker's *Next*, a minute apart, until the session is there."""
    for _ in range(40):
        step = engine.session.step
        if step is not None and (step.title, engine.session.beat) == (title, beat):
            return
        studio.clock.forward(1)
        studio.house.host_page.press(KEY.Key_PageDown)
    raise AssertionError(f"there is no {beat} of {title}")


def answered(studio: Studio, arrow: Qt.Key, name: str) -> None:
    """Somebody comes or goes: the key, the name, Enter."""
    key(studio, arrow, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.keyClicks(focused(studio), name)
    key(studio, KEY.Key_Return)


def key(studio: Studio, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(studio), key, held)


def focused(studio: Studio) -> QWidget:
    """Who has the keyboard."""
    return QApplication.focusWidget() or studio.house.host_page


def wall(engine: Engine) -> Audience:
    """What the room sees."""
    return audience(engine.session, Words())
