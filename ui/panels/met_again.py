"""One quiet offer beside a plan of people who have made promises before: to let them meet those again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.met_again import Offer
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.labels import Paragraph


class MetAgain(QWidget):
    """Hidden while there is nothing to offer. `heeded` brings the remedy."""

    heeded = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._offer: Offer | None = None
        self._line = Paragraph("", Role.BODY, theme.ink)
        self._take = OutlineButton("", theme=theme, glyph="promise", shape=SMALL)
        self._take.clicked.connect(self._heed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(6)
        column.addWidget(Paragraph(words(say("You have met before")), Role.LABEL, theme.ink2))
        column.addWidget(self._line)
        row = QHBoxLayout()
        row.addWidget(self._take)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Offer this; None offers nothing."""
        self._offer = offer
        if offer is not None:
            self._line.show_text(self._words(offer.text))
            self._take.show_words(self._words(offer.remedy.text))
        self.setVisible(offer is not None)

    def _heed(self) -> None:
        if self._offer is not None:
            self.heeded.emit(self._offer.remedy)
