"""Commands with their keys, group by group. It is told what to list and never lies over anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words, say
from ui.panels.key_row import SIDE, KeyRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.focus import FocusRing
from ui.widgets.keycap import KeyCaps
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

PAD, ROW, NAME_LEAST = 22, 27, 150


@dataclass(frozen=True, slots=True)
class Listed:
    """Finished words: a heading ("" for none), and for each command what it does and the names of its keys.

    `ids` are those of commands whose keys can be changed, in the order of `rows`, "" for any other.
    """

    name: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    ids: tuple[str, ...] = ()


class KeysGroup(QWidget):
    """One group: its heading and its rows. `asked` brings a command's id and the key that was pressed for it."""

    asked = Signal(str, str)

    def __init__(self, listed: Listed, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(listed.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if listed.name:
            head = label(listed.name, Role.LABEL, theme.ink2)
            column.addWidget(head)
            column.addSpacing(4)
        for (name, keys), command in zip(listed.rows, listed.ids or repeat(""), strict=False):
            if not command:
                column.addWidget(_row(name, keys, theme))
                continue
            row = KeyRow(command, name, keys, theme=theme, words=words)
            row.asked.connect(lambda command, key: self.asked.emit(command, key))
            column.addWidget(row)
        column.addStretch(1)


class KeysList(Ground):
    """The list beside a running session. `closed` when it is read."""

    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self._theme, self._words = theme, words
        self._groups: tuple[Listed, ...] = ()
        self._shown: list[KeysGroup] = []
        self._close = close = QuietButton(words(say("Close")), theme=theme, key="?", shape=SMALL)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(words(say("Every key")), Role.PANEL, theme.ink))
        head.addStretch(1)
        head.addWidget(close)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(14)
        self._column.addWidget(Paragraph(words(say(
            "While the note box is awake, letters are words. With Alt a letter is its command, always.")),
            Role.BODY, theme.ink2))
        self._column.addStretch(1)
        self._scroll = Scroll(inside, name=words(say("Every key")))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        FocusRing(self._scroll, theme=theme, radius=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 14, PAD, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def show_key(self, key: str) -> None:
        """Say which key puts the list away."""
        self._close.show_key(key)

    def show_groups(self, groups: Sequence[Listed]) -> None:
        """List these, in this order."""
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [KeysGroup(group, theme=self._theme, words=self._words) for group in self._groups]
        for place, group in enumerate(self._shown, 1):
            self._column.insertWidget(place, group)

    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Everything that is listed."""
        return tuple(row for group in self._groups for row in group.rows)


def _row(name: str, keys: tuple[str, ...], theme: Theme) -> QWidget:
    line = QWidget()
    line.setAccessibleName(f"{name}: {', '.join(keys)}")
    line.setMinimumHeight(ROW)
    row = QHBoxLayout(line)
    row.setContentsMargins(SIDE, 2, SIDE, 2)
    row.setSpacing(6)
    words = Paragraph(name, Role.BODY, theme.ink)
    words.setMinimumWidth(NAME_LEAST)
    row.addWidget(words, 1)
    row.addWidget(KeyCaps(keys, theme=theme), 0, Qt.AlignmentFlag.AlignVCenter)
    return line
