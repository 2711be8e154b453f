"""What the plan makes one ask: at most three quiet questions, each with one change that would answer it.

Numbers, thresholds and where they come from stay behind one button, with everything that is fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.balance import Balance
from app.design.look import Look, Topic
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Card

_GLYPHS = {
    Topic.DOUBT: "dissent", Topic.END: "clock", Topic.SLOW: "question", Topic.SMALL_GROUPS: "form-trios",
    Topic.FORMS: "form-pairs", Topic.PEERS: "peers", Topic.AIRTIME: "timer", Topic.ENDING: "gifts",
    Topic.FIRST_MEETING: "people", Topic.REPORTS: "speaker", Topic.BREAKS: "moon", Topic.NEW_FACES: "people",
    Topic.COURSE: "crossroads", Topic.QUESTIONS: "quote", Topic.INVITATION: "invitation",
}
SIDE = 20
"""Pixels of a question's glyph."""


class BalancePanel(QWidget):
    """Hidden while there is no plan. `chosen` brings the id of a step, `heeded` a remedy that is taken."""

    chosen = Signal(str)
    heeded = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown = Balance()
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 24, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Paragraph(words(say("Balance")), Role.PANEL, theme.ink))
        self._subtitle = Paragraph("", Role.CAPTION, theme.ink2)
        self._column.addWidget(self._subtitle)
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 8, 0, 0)
        self._parts.setSpacing(8)
        self._column.addLayout(self._parts)
        self._more = QuietButton("", theme=theme, glyph="down", shape=SMALL)
        self._more.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        self._column.addLayout(row)
        self._cards: list[Card] = []
        self.hide()

    def show_balance(self, balance: Balance) -> None:
        """Ask what this balance asks."""
        self.setVisible(bool(balance.looks))
        if balance != self._shown:
            self._shown = balance
            self._renew()

    def cards(self) -> tuple[Card, ...]:
        """The questions as they stand, from the top."""
        return tuple(self._cards)

    def open_rest(self) -> None:
        """Show numbers, sources and what is fine, or put them away."""
        self._toggle()

    def _toggle(self) -> None:
        self._all = not self._all
        self._renew()
        self._more.setFocus()

    def _renew(self) -> None:
        words = self._words
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        remarks = self._shown.remarks
        self._subtitle.show_text(words(
            say("Questions for you, not marks.") if remarks else say("Nothing to ask. It can be hosted like this.")))
        self._cards = [self._card(look) for look in remarks]
        for part in (*self._cards, *(self._rest() if self._all else ())):
            self._parts.addWidget(part)
            part.show()
        self._more.show_words(words(say("Put the numbers away") if self._all else
                                    say("Minutes and sources")), glyph="up" if self._all else "down")

    def _card(self, look: Look) -> Card:
        theme, words = self._theme, self._words
        question, reason = words(look.question or ""), words(look.reason or "")
        card = Card(theme=theme, name=words(say("{question} {reason}", question=question, reason=reason)),
                    fill=theme.window)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        sign = QVBoxLayout()
        sign.addWidget(GlyphLabel(_GLYPHS[look.topic], theme.ink2, SIDE))
        sign.addStretch(1)
        row.addLayout(sign)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Paragraph(question, Role.SAY, theme.ink))
        column.addWidget(Paragraph(reason, Role.CAPTION, theme.ink2))
        if look.remedy is not None:
            column.addLayout(self._offer(look))
        row.addLayout(column, 1)
        if look.steps:
            card.pressed.connect(lambda: self.chosen.emit(look.steps[0]))
            card.opened.connect(lambda: self.chosen.emit(look.steps[0]))
        return card

    def _offer(self, look: Look) -> QHBoxLayout:
        remedy = look.remedy
        assert remedy is not None
        take = OutlineButton(self._words(remedy.text), theme=self._theme, shape=SMALL)
        take.clicked.connect(lambda: self.heeded.emit(remedy))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(take)
        row.addStretch(1)
        return row

    def _rest(self) -> Iterator[QWidget]:
        """What was measured, look by look; first of all, of what."""
        theme, words = self._theme, self._words
        yield Paragraph(words(say("Measured on what the steps are labelled as. It says nothing about people.")),
                        Role.CAPTION, theme.ink2)
        for look in self._shown.looks:
            yield _lines(theme, words(look.name), words(look.measured), words(look.source))


def _lines(theme: Theme, name: str, *lines: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    column.addWidget(Paragraph(name, Role.LABEL, theme.ink))
    for line in lines:
        column.addWidget(Paragraph(line, Role.CAPTION, theme.ink2))
    return holder
