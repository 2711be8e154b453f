"""Asks where a PDF shall go, without making anybody wait for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.words import Text, Words, say


def ask_for_pdf(window: QWidget, words: Words, question: Text, title: str, then: Callable[[Path], None]) -> None:
    """Ask `question` over `window`, with `title` as the file's name; `then` gets the path that was chosen, if any."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    if not folder.is_dir():   # named by the desktop, never made
        folder = Path.home()
    dialog = QFileDialog(window, words(question), str(folder / file_name(f"{title}.pdf")))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(words(say("PDF (*.pdf)")))
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def file_name(title: str) -> str:
    """`title` without what a file's name cannot hold on any system."""
    return "".join("-" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title).strip(" .") or "harvest.pdf"
