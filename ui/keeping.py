"""Connects the harvest with the store and the press: which session's notes are open, and the PDF that leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import Trouble
from app.live.session import Session
from app.store.store import Store
from app.words import Text, Words, say
from ui.hosting import Hosting
from ui.pages.harvest import HarvestPage
from ui.tasks import Tasks


class Keeping(QObject):
    """The harvest page's other side. A PDF is written in a thread, so that the console never waits."""

    def __init__(self, *, store: Store, hosting: Hosting, page: HarvestPage, tasks: Tasks, words: Words,
                 window: QWidget, tell: Callable[[Text], None]) -> None:
        super().__init__(window)
        self._store, self._hosting, self._page, self._tasks = store, hosting, page, tasks
        self._words, self._window, self._tell = words, window, tell
        page.chosen.connect(self.open)
        page.export.connect(self._ask_where)

    def refresh(self) -> None:
        """Show the sessions there are, the newest open."""
        rows = self._store.sessions()
        self._page.show_sessions(rows)
        if rows:
            self.open(rows[0].id)

    def open(self, session_id: str) -> None:
        """Open the notes of one session."""
        row = next((row for row in self._store.sessions() if row.id == session_id), None)
        if row is not None:
            self._page.show_engine(self._hosting.open(row))

    def _ask_where(self, session: Session) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        if not folder.is_dir():   # named by the desktop, never made
            folder = Path.home()
        day = datetime.fromtimestamp(session.began / 1000).strftime("%Y-%m-%d")
        dialog = QFileDialog(self._window, self._words(say("Where shall the harvest be kept?")),
                             str(folder / file_name(f"{session.gathering.title} {day}.pdf")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._words(say("PDF (*.pdf)")))
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self._write(session, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, session: Session, to: Path) -> None:
        from app.prints.export import export_harvest

        self._page.show_writing()
        words = self._words
        self._tasks.in_thread(
            lambda: export_harvest(session, to, words),
            lambda missing: self._page.show_exported(to, missing), self._failed)

    def _failed(self, fault: Exception) -> bool:
        if isinstance(fault, Trouble):
            self._page.show_trouble(fault.text)
            return True
        return False


def file_name(title: str) -> str:
    """`title` without what a file's name cannot hold on any system."""
    return "".join("-" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title).strip(" .") or "harvest.pdf"
