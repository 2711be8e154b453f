"""A host's hands on the real page: finds buttons by their words, presses keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering
from app.errors import NotKept
from app.live.engine import Engine
from app.live.events import Event
from app.words import Words, say
from tests.fakes import FakeClock
from tests.ui.pages.meeting import hosted
from ui.pages.host import HostPage
from ui.panels.clock import ClockPanel
from ui.panels.harvest_box import HarvestStrip
from ui.panels.last_notes import LastNotes
from ui.panels.live_bar import EndPill
from ui.theme import load_theme, load_wall_theme

W = TypeVar("W", bound=QWidget)
KEY, NONE, CONTROL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class FullDisk:
    """A log that can be told to refuse: nothing reaches it then."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.full = False

    def append(self, event: Event) -> None:
        """Keep the event, or raise NotKept."""
        if self.full:
            raise NotKept(say("The disk is full."))
        self.events.append(event)


class Hands:
    """One hosted meeting, its page and its clock."""

    def __init__(self, qtbot: QtBot, gathering: Gathering | None = None, *,
                 size: tuple[int, int] = (1440, 900), words: Words | None = None) -> None:
        self.disk = FullDisk()
        engine, clock, _ = hosted(gathering, self.disk.append)
        self.engine: Engine = engine
        self.clock: FakeClock = clock
        self.troubles: list[object] = []
        self.page = HostPage(theme=load_theme("light"), wall_theme=load_wall_theme("paper"), words=words or Words(),
                             wall_words=Words(), now=clock)
        qtbot.addWidget(self.page)
        self.page.trouble.connect(self.troubles.append)
        self.page.resize(*size)
        self.page.show_engine(engine)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.setFocus()

    # --- hands

    def click(self, words: str) -> None:
        """Press the button that says `words`."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, held)

    def wake(self) -> None:
        """The note box has the keyboard, whether it slept or not."""
        self.key(KEY.Key_H, ALT)

    def write(self, text: str) -> None:
        """Type where the keyboard is. An umlaut has no key of its own for QTest, so it comes as an event."""
        for letter in text:
            where = QApplication.focusWidget() or self.page
            if letter.isascii():
                QTest.keyClicks(where, letter)
            else:
                QApplication.sendEvent(where, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_unknown, NONE, letter))

    def next(self, *, after: float = 1) -> None:
        """Let `after` minutes pass, then press the clicker's *Next*."""
        self.clock.forward(minutes=after)
        self.key(KEY.Key_PageDown)

    def walk_to(self, step_id: str, beat: str) -> None:
        """Press *Next* until the session is there."""
        for _ in range(40):
            if self.place() == (step_id, beat):
                return
            self.next()
        raise AssertionError(f"there is no {beat} of {step_id}")

    # --- eyes

    def place(self) -> tuple[str, str]:
        """Step and beat."""
        return self.engine.session.step_id, self.engine.session.beat.value

    def button(self, words: str) -> QPushButton:
        """The visible button that says `words`, or has them as its name."""
        return self._one(QPushButton, lambda b: words in (b.text(), b.accessibleName()), words)

    def offers(self, words: str) -> bool:
        """Whether a visible button says `words`."""
        return any(b.isVisible() and words in (b.text(), b.accessibleName())
                   for b in self.page.findChildren(QPushButton))

    def reads(self, words: str) -> bool:
        """Whether a visible label reads exactly `words`."""
        return any(label.isVisible() and label.text() == words for label in self.page.findChildren(QLabel))

    def digits(self) -> str:
        """What the clock says."""
        self.page.look()
        return self.page.findChildren(ClockPanel)[0].digits.text()

    def clock_panel(self) -> ClockPanel:
        """The clock."""
        return self.page.findChildren(ClockPanel)[0]

    def pill(self) -> EndPill:
        """The pill in the bar."""
        self.page.look()
        return self.page.findChildren(EndPill)[0]

    def strip(self) -> HarvestStrip:
        """The harvest strip."""
        return self.page.findChildren(HarvestStrip)[0]

    def field(self) -> QPlainTextEdit:
        """The field a note is written in."""
        return self._one(QPlainTextEdit, lambda _: True, "the note field")

    def last_notes(self) -> tuple[str, ...]:
        """The notes listed, newest first."""
        return self.page.findChildren(LastNotes)[0].texts()

    def _one(self, kind: type[W], fits: Callable[[W], bool], what: str) -> W:
        found = [w for w in self.page.findChildren(kind) if w.isVisible() and fits(w)]
        assert found, f"nothing on the page says {what}"
        return found[0]
