"""Connects the harvest with the store and the press: which session's notes are open, and the file that leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.harvest.taken_home import why_none
from app.live.session import Session
from app.prints.formats import EACH, Format, kind_of
from app.prints.writing import Progress
from app.settings import Choices
from app.store.store import Store
from app.words import Text, Words, say
from ui.asking import ask_for_file
from ui.hosting import Hosting
from ui.paper import paper_of
from ui.rooms import Room
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.pages.harvest import HarvestPage

LOOK_AGAIN = 500
"""Milliseconds between two looks at how far a file has come."""


class Keeping(QObject):
    """The harvest page's other side. A file is written in a thread, so that the console never waits."""

    def __init__(self, *, store: Store, hosting: Hosting, room: Room[HarvestPage], tasks: Tasks, words: Words,
                 window: QWidget, tell: Callable[[Text], None], choices: Choices) -> None:
        super().__init__(window)
        self._store, self._hosting, self._page, self._tasks = store, hosting, room, tasks
        self._words, self._window, self._tell, self._choices = words, window, tell, choices
        self._progress: Progress | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_AGAIN)
        self._looking.timeout.connect(self._look)
        room.when_built(self._greet)

    def _greet(self, page: HarvestPage) -> None:
        page.chosen.connect(self.open)
        page.export.connect(self._ask_where)
        page.kind_chosen.connect(self._remember)
        page.stop.connect(self._stop)
        page.show_kind(self._choices.now.export_as)

    def refresh(self) -> None:
        """Show the sessions there are, the newest open."""
        rows = self._store.sessions()
        self._page().show_sessions(rows)
        if rows:
            self.open(rows[0].id)

    def open(self, session_id: str) -> None:
        """Open the notes of one session."""
        row = next((row for row in self._store.sessions() if row.id == session_id), None)
        if row is not None:
            self._page().show_engine(self._hosting.open(row))

    def read(self, session_id: str, note_id: str) -> None:
        """Open the notes of one session, if others are open, and bring one of them under the hand."""
        if self._page().place()[0] != session_id:
            self.open(session_id)
        self._page().show_note(note_id)

    def _ask_where(self, session: Session, names: bool, kind: str) -> None:
        from app.prints.harvest import title_of

        if kind == EACH and (none := why_none(session.gathering, session.notes, named=names)) is not None:
            self._page().show_trouble(none)
            return
        if kind == Format.PDF.value:
            self._look_for_letters(session, names=names)
        day = datetime.fromtimestamp(session.began / 1000).strftime("%Y-%m-%d")
        called = title_of(session, self._words, names=names)
        title = say("{title} {day}, to take home", title=called, day=day) if kind == EACH else f"{called} {day}"
        ask_for_file(self._window, self._words, say("Where shall the harvest be kept?"), self._words(title),
                     kind_of(kind), lambda path: self._write(session, path, names=names, each=kind == EACH))

    def _look_for_letters(self, session: Session, *, names: bool) -> None:
        """While it is asked where the PDF shall go, say what will stand in brackets in it."""
        from app.prints.export import unshown

        words = self._words
        self._tasks.in_thread(lambda: unshown(session, words, names=names),
                              lambda letters: self._tell_unshown(letters), self._failed)

    def _tell_unshown(self, letters: tuple[str, ...]) -> None:
        if not self._looking.isActive():   # the file is not being written yet
            self._page().show_unshown(letters)

    def _write(self, session: Session, to: Path, *, names: bool, each: bool) -> None:
        from app.prints.export import export_harvest, export_take_home

        self._page().show_writing()
        self._progress = progress = Progress()
        self._looking.start()
        words, paper = self._words, paper_of(self._choices.now)
        photos = {} if each else self._store.photos_of(session)

        def write() -> tuple[str, ...]:
            if each:
                return export_take_home(session, to, words, names=names, paper=paper, progress=progress)
            return export_harvest(session, to, words, names=names, paper=paper, progress=progress,
                                  photos=photos)
        self._tasks.in_thread(write, lambda missing: self._done(to, missing), self._failed)

    def _done(self, to: Path, missing: tuple[str, ...]) -> None:
        from app.prints.beside import named_beside

        self._looking.stop()
        self._page().show_exported(to, missing, named_beside(to))

    def _look(self) -> None:
        if self._progress is not None and (self._progress.pages or self._progress.notes):
            self._page().show_writing(self._progress.pages, self._progress.notes)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def _remember(self, kind: str) -> None:
        try:
            self._choices.change(export_as=kind)
        except Trouble as trouble:
            self._tell(trouble.text)

    def _failed(self, fault: Exception) -> bool:
        self._looking.stop()
        if isinstance(fault, Trouble):
            self._page().show_trouble(fault.text)
            return True
        return False
