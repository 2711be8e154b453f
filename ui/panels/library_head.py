"""The head of the library's list: its name, how many protocols are shown, and the two ways in for one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import text_width

GAP = 8


class LibraryHead(QWidget):
    """`new` and `bring_in` are wished; the ways in go under the name where there is no room beside it."""

    new = Signal()
    bring_in = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._name = Paragraph(words(say("Library")), Role.TITLE, theme.ink)
        self._count = label("", Role.CAPTION, theme.ink2)
        new = QuietButton(words(say("New")), theme=theme, glyph="plus", shape=SMALL)
        new.setToolTip(words(say("A new protocol of your own (N)")))
        new.clicked.connect(lambda checked=False: self.new.emit())
        bring = QuietButton(words(say("Bring in")), theme=theme, glyph="import", shape=SMALL)
        bring.setToolTip(words(say("Bring in a protocol from a file (I), or drop it on this page")))
        bring.clicked.connect(lambda checked=False: self.bring_in.emit())
        self._ways = (new, bring)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        for button in self._ways:
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        ways.addStretch(1)
        ways.addSpacing(GAP)
        ways.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._name, 1)
        self._row.addLayout(ways)

    def show_count(self, text: Text) -> None:
        """How many are shown, in words."""
        self._count.show_text(self._words(text))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has or has not room for one row."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        needed = text_width(self._name.text(), Role.TITLE) + text_width(self._count.text(), Role.CAPTION) + 4 * GAP
        needed += sum(button.sizeHint().width() for button in self._ways)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if needed <= self.width()
                               else QBoxLayout.Direction.TopToBottom)
