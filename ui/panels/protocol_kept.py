"""What is written down of a protocol's step when the room speaks, and whether with names: shown and chosen here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.library.protocol import Keeps, Step
from app.words import Words, say
from ui.panels.keeps_chips import KeepsChips
from ui.panels.protocol_words import kept_line
from ui.theme import Theme
from ui.type import Role
from ui.widgets.chips import Chip
from ui.widgets.labels import Paragraph


class ProtocolKept(QWidget):
    """`kept` and `left_out` bring a kind, `named` whether names are kept of people who agree."""

    kept = Signal(object)
    left_out = Signal(object)
    named = Signal(bool)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kinds = KeepsChips(theme=theme, words=words)
        self._kinds.kept.connect(lambda kind: self.kept.emit(kind))
        self._kinds.left_out.connect(lambda kind: self.left_out.emit(kind))
        self._names = Chip(words(say("With names, where people agree")), theme=theme)
        self._names.clicked.connect(lambda on: self.named.emit(bool(on)))
        self._line = Paragraph("", Role.CAPTION, theme.ink2)
        names = QHBoxLayout()
        names.addWidget(self._names)
        names.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._kinds)
        column.addLayout(names)
        column.addWidget(self._line)

    def show_step(self, step: Step) -> None:
        """Show what this step keeps. Where nothing is written there are no names to keep."""
        self._kinds.show_kinds(step.keeps)
        self._names.setChecked(step.named)
        self._names.setVisible(step.named or step.keeps != (Keeps.NOTHING,))
        self._line.show_text(self._words(kept_line(step)))

    def put_away(self) -> None:
        """No longer offer the other kinds: another step comes."""
        self._kinds.put_away()
