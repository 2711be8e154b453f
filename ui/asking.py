"""Asks where a file shall go, without making anybody wait for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.prints.formats import FORMAT_NAMES, Format
from app.words import Text, Words


def ask_for_pdf(window: QWidget, words: Words, question: Text, title: str, then: Callable[[Path], None]) -> None:
    """Ask for a PDF, as `ask_for_file` does."""
    ask_for_file(window, words, question, title, Format.PDF, then)


def ask_for_file(window: QWidget, words: Words, question: Text, title: str, kind: Format,
                 then: Callable[[Path], None]) -> None:
    """Ask `question` over `window`, with `title` as the file's name; `then` gets the path that was chosen, if any.

    What is chosen always ends as its kind asks.
    """
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    if not folder.is_dir():   # named by the desktop, never made
        folder = Path.home()
    dialog = QFileDialog(window, words(question), str(folder / file_name(f"{title}.{kind}")))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{words(FORMAT_NAMES[kind])} (*.{kind})")
    dialog.setDefaultSuffix(kind.value)
    dialog.fileSelected.connect(lambda file: then(ending(Path(file), kind)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ending(path: Path, kind: Format) -> Path:
    """The path with the ending of its kind, added where something else was typed."""
    return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")


def file_name(title: str) -> str:
    """`title` without what a file's name cannot hold on any system."""
    return "".join("-" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title).strip(" .") or "harvest.pdf"
