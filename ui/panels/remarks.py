"""What the plan makes one ask: a few quiet questions beside it, each with one change that would answer it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.following import Remark
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Card


class Remarks(QWidget):
    """Hidden while there is nothing to ask. `chosen` brings the id of a step, `heeded` a remark whose offer is taken.
    """

    chosen = Signal(str)
    heeded = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown: tuple[Remark, ...] = ()
        self._cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 20, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Paragraph(words(say("How the forms follow each other")), Role.LABEL, theme.ink2))
        self.hide()

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Ask these."""
        if remarks == self._shown:
            return
        self._shown = remarks
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(remark) for remark in remarks]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()
        self.setVisible(bool(remarks))

    def cards(self) -> tuple[Card, ...]:
        """The questions as they stand, from the top."""
        return tuple(self._cards)

    def _card(self, remark: Remark) -> Card:
        theme, words = self._theme, self._words
        text = words(remark.text)
        card = Card(theme=theme, name=words(say("{title}: {question}", title=remark.title, question=text)),
                    fill=theme.window)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(Paragraph(remark.title, Role.CAPTION, theme.ink2))
        column.addWidget(Paragraph(text, Role.SAY, theme.ink))
        take = OutlineButton(words(remark.offer), theme=theme, shape=SMALL)
        take.clicked.connect(lambda: self.heeded.emit(remark))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(take)
        row.addStretch(1)
        column.addLayout(row)
        card.pressed.connect(lambda: self.chosen.emit(remark.step_id))
        card.opened.connect(lambda: self.chosen.emit(remark.step_id))
        return card
