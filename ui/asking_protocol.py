"""Asks for a protocol's file, to bring it in or to send it out, without making anybody wait for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.words import Words, say


def ask_for_toml(window: QWidget, words: Words, then: Callable[[Path], None]) -> None:
    """Ask which protocol file is to be brought in; `then` gets the path that was chosen, if any."""
    dialog = QFileDialog(window, words(say("Bring in a protocol")), str(_documents()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open_for_toml(dialog, words, then)


def ask_where_toml(window: QWidget, words: Words, name: str, then: Callable[[Path], None]) -> None:
    """Ask where a protocol shall go as a file, offered as `name`."""
    dialog = QFileDialog(window, words(say("Save the protocol as a file")), str(_documents() / f"{name}.toml"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("toml")
    _open_for_toml(dialog, words, then)


def _open_for_toml(dialog: QFileDialog, words: Words, then: Callable[[Path], None]) -> None:
    dialog.setNameFilter(words(say("Protocols (*.toml)")))
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _documents() -> Path:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()      # named by the desktop, never made
