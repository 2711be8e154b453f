"""The calm offer under words that were pasted: to keep them as so many notes. Enter alone keeps them as one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.harvest.pasting import notes_in
from app.words import Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.labels import Paragraph


class Several(QWidget):
    """`wished` when they are to be kept one by one. Without an offer nothing is seen."""

    wished = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._notes: tuple[str, ...] = ()
        self._question = Paragraph("", Role.BODY, theme.ink)
        self._keep = QuietButton(words(say("Keep them")), theme=theme, glyph="check", key="Ctrl Enter", shape=SMALL)
        self._keep.clicked.connect(self.wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._question, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._keep)
        self.hide()

    def show_pasted(self, text: str) -> bool:
        """Offer what is in `text`; "" offers nothing. Whether there is an offer."""
        self._notes = notes_in(text)
        if self._notes:
            self._question.show_text(self._words(
                say_n("Keep this as {n} note? Enter keeps it as one.",
                      "Keep these {n} as notes? Enter keeps them as one.", len(self._notes))))
        self.setVisible(bool(self._notes))
        return bool(self._notes)

    def notes(self) -> tuple[str, ...]:
        """The texts that are offered."""
        return self._notes
