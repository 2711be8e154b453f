"""One calm line across a page: what went wrong or what is worth knowing, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, box


class Banner(QWidget):
    """A sentence with up to three outline buttons. Hidden until there is something to say.

    `pressed` brings the number of the button, from 0. It wears a two-pixel ink line, never a warning colour.
    """

    pressed = Signal(int)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 11, 12, 11)
        self._row.setSpacing(12)
        self._glyph = GlyphLabel("message", theme.ink, 20)
        self._words = Paragraph("", Role.BODY, theme.ink)
        self._row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._buttons: list[OutlineButton] = []
        self.hide()

    def show_message(self, words: str, buttons: tuple[str, ...] = (), glyph: str = "message") -> None:
        """Say `words` with these buttons; "" says nothing and hides."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [OutlineButton(text, theme=self._theme, shape=SMALL) for text in buttons]
        for number, button in enumerate(self._buttons):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.show()   # a layout alone would show it one turn later
            button.clicked.connect(lambda checked=False, n=number: self.pressed.emit(n))
        self._words.show_text(words)
        self._glyph.show_glyph(glyph)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def show_words(self, words: str) -> None:
        """Say something else with the same buttons, which keep the keyboard."""
        self._words.show_text(words)
        self.setAccessibleName(words)

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and ink line."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=10, fill=self._theme.surface, line=self._theme.ink, width=2)
        painter.end()
