"""What comes into the designer's middle for a while, in the place of a step: a name, *Done*, and Escape to go back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.labels import Paragraph


class InBetween(QWidget):
    """A column under a head. `edited` brings a function from a gathering to the changed one, `typed` such a function
    with its field's name; `closed` says that it may go.
    """

    edited = Signal(object)
    typed = Signal(str, object)
    closed = Signal()

    def __init__(self, title: Text, *, theme: Theme, words: Words, spacing: int = 4,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 20)
        self._column.setSpacing(spacing)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(Paragraph(words(title), Role.PANEL, theme.ink), 1)
        self._add_to_head(say("Done")).clicked.connect(lambda: self.closed.emit())
        self._column.addLayout(self._head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add_to_head(self, text: Text) -> OutlineButton:
        """One more button there, before *Done*."""
        button = OutlineButton(self._words(text), theme=self._theme, shape=SMALL)
        self._head.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)
        return button
