"""Other ways to ask the live question, in the page: one press and the wall asks it so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Card


class Wordings(QWidget):
    """`chosen` brings a question; `closed` when none is wanted."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._questions: tuple[str, ...] = ()
        self._cards: list[Card] = []
        close = QuietButton(words(say("Close")), theme=theme, shape=SMALL)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(words(say("Ask it in other words")), Role.LABEL, theme.ink2))
        head.addStretch(1)
        head.addWidget(close)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(head)
        outer.addWidget(Scroll(inside, name=words(say("Ask it in other words"))), 1)

    def show_questions(self, offered: tuple[str, ...]) -> None:
        """Offer these."""
        if offered == self._questions:
            return
        self._questions = offered
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(question) for question in offered]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place, card)

    def take_keyboard(self) -> None:
        """The first wording has the keyboard."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, question: str) -> Card:
        card = Card(theme=self._theme, name=question, radius=8)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(Paragraph(question, Role.SAY, self._theme.ink))
        card.pressed.connect(lambda: self.chosen.emit(question))
        card.opened.connect(lambda: self.chosen.emit(question))
        return card
