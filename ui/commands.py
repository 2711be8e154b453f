"""What the pages and the console do at a key, as data. What is bound here is listed; what is listed is drawn from here.

The commands of a running session are `ui.actions`: a clicker and the wall's window press those too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.words import Text, Words, say


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words and portable key names ("Ctrl+Z"). Without `run` a part of the page takes the keys.

    With an `id` its keys can be changed.
    """

    text: Text
    keys: tuple[str, ...]
    run: Callable[[], object] | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The commands of one place, under its name."""

    name: Text
    commands: tuple[Command, ...]


EVERYWHERE = (
    Command(say("From part to part, and back"), ("Tab", "Shift+Tab")),
    Command(say("Press what has the ring"), ("Space", "Enter")),
    Command(say("Another of a row of choices"), ("Left", "Right", "Up", "Down")),
    Command(say("In a number: one more, one less"), ("Up", "Down")),
    Command(say("In a number: ten more, ten less"), ("PgUp", "PgDown")),
    Command(say("In a line: on to the next part"), ("Enter",)),
)
"""What every field and button does."""


def bind(commands: Iterable[Command], page: QWidget, *, within: bool = False) -> None:
    """Let the keys work while `page` is in sight; `within`: while the keyboard is in it."""
    for command in commands:
        for key in command.keys if command.run is not None else ():
            shortcut = QShortcut(QKeySequence(key), page)
            if within:
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(command.run)


def native(key: str) -> str:
    """A key as this computer's keyboard names it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def rows(commands: Iterable[Command], words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each does, with the names of its keys, ready to be read."""
    return tuple((words(command.text), tuple(native(key) for key in command.keys)) for command in commands)
