"""Somebody who keeps the harvest: the page over a log in memory, and what can be done and read on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.errors import NotKept
from app.harvest.note import Note
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.events import Event
from app.live.session import Session, fold
from app.words import Words, say
from tests.app.prints.harvests import at, staff_meeting
from tests.ui.pages.at_the_desk import named
from tests.ui.pages.reading import open_page, read
from ui.pages.harvest import HarvestPage
from ui.panels.note_editor import NoteEditor
from ui.panels.note_row import NoteRow
from ui.panels.promises import PromiseRow
from ui.theme import load_theme


@dataclass(frozen=True, slots=True)
class Run:
    """A session as the store would list it."""

    id: str
    gathering_id: str
    title: str
    began: int


class Disk:
    """Keeps events in memory, until it is full."""

    def __init__(self, log: list[Event]) -> None:
        self.log = log
        self.full = False

    def append(self, event: Event) -> None:
        if self.full:
            raise NotKept(say("There is no room left."))
        self.log.append(event)


class Scribe:
    """A person at the harvest page after the staff meeting, in which four things were said."""

    def __init__(self, qtbot: QtBot, *, language: str = "en", notes: bool = True, many: int = 0) -> None:
        self.disk = Disk(list(opening(staff_meeting(), at(9))))
        self.engine = Engine(self.disk.log[:], self.disk.append, lambda: at(9, 40))
        if notes:
            self.engine.keep("We wait for the key.", Keeps.INSIGHT, step_id="busy")
            self.engine.keep("Who has the key?", Keeps.QUESTION, step_id="heard", name="Otto")
            self.engine.keep("You waited for me.", Keeps.GIFT, step_id="gift", name="Mei", to="Tomas")
            self.engine.keep("I will open at eight.", Keeps.PROMISE, step_id="gift", name="Joan", to="Ruth",
                             by_when="from Monday")
        for number in range(many):
            self.engine.keep(f"Card {number}", Keeps.INSIGHT, step_id="heard")
        self.asked: list[Session] = []
        self.opened: list[Path] = []
        self.page = HarvestPage(theme=load_theme("light"), words=Words(language), open_folder=self.opened.append)
        self.page.export.connect(lambda session, names, kind: self.asked.append(session))
        self.page.show_sessions([Run("s1", "staff", "Staff meeting", at(9))])
        self.page.show_engine(self.engine)
        open_page(self.page, qtbot)

    def rows(self) -> list[NoteRow]:
        """The notes from the top."""
        for _ in range(3):
            QApplication.sendPostedEvents()
        return sorted((row for row in self.page.findChildren(NoteRow) if row.isVisible()), key=lambda row: row.y())

    def promises(self) -> list[PromiseRow]:
        return [row for row in self.page.findChildren(PromiseRow) if row.isVisible()]

    def texts(self) -> list[str]:
        return [row.note.text for row in self.rows()]

    def go_to(self, text: str) -> NoteRow | PromiseRow:
        rows: list[NoteRow | PromiseRow] = [*self.rows(), *self.promises()]
        row = next(row for row in rows if row.note.text == text)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        return row

    def focused(self) -> str:
        """The words of the note that has the keyboard."""
        row = QApplication.focusWidget()
        return row.note.text if isinstance(row, NoteRow) else ""

    def field(self, name: str) -> QPlainTextEdit:
        return named(self.page, name, QPlainTextEdit)

    def kept(self, text: str) -> Note:
        """The note as the log has it: what a reader of the disk would find."""
        session = fold(self.disk.log)
        assert session is not None
        return next(note for note in session.notes if note.text == text)

    def told(self) -> str:
        return " ".join(read(self.page))

    def editors(self) -> list[NoteEditor]:
        """What is open for writing, as a person sees it."""
        return [editor for editor in self.page.findChildren(NoteEditor) if editor.isVisible()]
