"""Every command of a running session with its keys, in the page and never over it. It is told what to list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

PAD, ROW, NAME_LEAST = 22, 27, 150


class KeysList(Ground):
    """`closed` when it is read. A row is a command's words and the names of its keys."""

    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self._theme = theme
        self._rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._listed: list[QWidget] = []
        close = QuietButton(words(say("Close")), theme=theme, key="?", shape=SMALL)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(words(say("Every key")), Role.PANEL, theme.ink))
        head.addStretch(1)
        head.addWidget(close)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = Scroll(inside, name=words(say("Every key")))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 14, PAD, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def show_rows(self, rows: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """List these, in this order."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for line in self._listed:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._listed = [self._row_of(name, keys) for name, keys in self._rows]
        for place, line in enumerate(self._listed):
            self._column.insertWidget(place, line)

    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is listed."""
        return self._rows

    def _row_of(self, name: str, keys: tuple[str, ...]) -> QWidget:
        line = QWidget()
        line.setAccessibleName(f"{name}: {', '.join(keys)}")
        line.setMinimumHeight(ROW)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        words = Paragraph(name, Role.BODY, self._theme.ink)
        words.setMinimumWidth(NAME_LEAST)
        row.addWidget(words, 1)
        for key in keys:
            row.addWidget(KeyCap(key, theme=self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        return line
