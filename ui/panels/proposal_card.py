"""A gathering that is proposed: its number, what it is for, its minutes as a bar, its conversations, what time took."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.agenda import agenda
from app.design.templates import Part, Proposal
from app.words import Words, say
from ui.panels.end_bar import MinuteBar
from ui.theme import Theme
from ui.type import Role, font, grown
from ui.widgets.glyph import draw_glyph, family_glyph
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, line_of_text, text_width
from ui.widgets.surfaces import Card

LINE, GLYPH, LEAST = 30, 20, 250
"""Pixels: a conversation's line, its glyph, and the least width of a card."""


class ProposalCard(Card):
    """`walked` brings -1 or 1 for the arrow keys."""

    walked = Signal(int)

    def __init__(self, number: int, proposal: Proposal, told: tuple[Part, ...], *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        template, said = proposal.template, words(proposal.said)
        super().__init__(theme=theme, name=f"{template.title}. {said}", parent=parent)
        self.proposal = proposal
        minutes = MinuteBar(theme=theme, small=True)
        minutes.show_agenda(agenda(proposal.gathering))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(KeyCap(str(number), theme=theme), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Paragraph(template.title, Role.PANEL, theme.ink), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(Paragraph(template.purpose, Role.BODY, theme.ink2))
        column.addSpacing(4)
        column.addWidget(minutes)
        column.addWidget(_Conversations(told, theme=theme, words=words))
        column.addStretch(1)
        column.addWidget(Paragraph(said, Role.CAPTION, theme.ink2))
        self.setMinimumWidth(grown(LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the neighbour."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.walked.emit(by)
        else:
            super().keyPressEvent(event)


class _Conversations(QWidget):
    """A line for each: glyph, name, minutes."""

    def __init__(self, told: tuple[Part, ...], *, theme: Theme, words: Words) -> None:
        super().__init__()
        self._told, self._theme, self._words = told, theme, words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(1, len(told)) * grown(LINE))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(grown(LEAST) - 40, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each on its line."""
        theme, pitch, painter = self._theme, grown(LINE), begin(self)
        for place, part in enumerate(self._told):
            top = place * pitch
            family = part.family.value if part.family is not None else None
            draw_glyph(painter, family_glyph(family), theme.family(family).strong,
                       QRectF(0, top + (pitch - GLYPH) / 2, GLYPH, GLYPH))
            minutes = self._words(say("{n} min", n=part.minutes))
            wide = text_width(minutes, Role.BODY)
            line_of_text(painter, QRectF(self.width() - wide, top, wide, pitch), minutes, Role.BODY, theme.ink2)
            title = QFontMetricsF(font(Role.BODY)).elidedText(part.title, Qt.TextElideMode.ElideRight,
                                                              self.width() - wide - GLYPH - 22)
            line_of_text(painter, QRectF(GLYPH + 10, top, 10, pitch), title, Role.BODY, theme.ink)
        painter.end()
