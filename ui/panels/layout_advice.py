"""What the caretaker and the host lay out before people come: one quiet sentence beside the plan."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph


class LayoutAdvice(QWidget):
    """Hidden while there is nothing to lay out."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._line = Paragraph("", Role.BODY, theme.ink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(5)
        column.addWidget(Paragraph(words(say("Before people come")), Role.LABEL, theme.ink2))
        column.addWidget(self._line)
        self.hide()

    def show_advice(self, text: Text | None) -> None:
        """Say this; None says nothing."""
        self._line.show_text(self._words(text) if text is not None else "")
        self.setVisible(text is not None)

    def text(self) -> str:
        """What stands there."""
        return self._line.text()
