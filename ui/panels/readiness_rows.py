"""The rows of the readiness page: what wants a minute with its remedies, and what is well in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.live.readiness import Row
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role, grown
from ui.widgets.buttons import OutlineButton
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph
from ui.widgets.rules import Rule

WANTING, WELL = 100, 74
"""Heights of a row in pixels, before they grow with the words."""
GLYPH = 26


class ReadinessRows(QWidget):
    """`remedied` brings the id of a remedy."""

    remedied = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._rows: tuple[Row, ...] = ()
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inside)

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show these; what has not changed stays as it is. Returns whether the keyboard lost its place with it."""
        if tuple(rows) == self._rows:
            return False
        self._rows = tuple(rows)
        had = self._inside.isAncestorOf(QApplication.focusWidget() or self)
        old, self._inside = self._inside, QWidget()
        self._column.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (row for row in self._rows if not row.well):
            column.addWidget(Rule(self._theme.line))
            column.addWidget(self._wanting(row))
        well = [row for row in self._rows if row.well]
        if well:
            column.addSpacing(28 if len(well) < len(self._rows) else 8)
            column.addWidget(Paragraph(self._words(say("Already well")), Role.LABEL, self._theme.ink2))
            column.addSpacing(10)
            column.addLayout(self._well(well))
        self._inside.show()
        return had

    def _wanting(self, row: Row) -> QWidget:
        theme, words = self._theme, self._words
        made = QWidget()
        made.setMinimumHeight(grown(WANTING))
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 14, 4, 14)
        line.setSpacing(18)
        line.addWidget(GlyphLabel(row.glyph, theme.ink2, GLYPH), 0, Qt.AlignmentFlag.AlignVCenter)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(Paragraph(words(row.head), Role.CARD_QUESTION, theme.ink))
        said.addWidget(Paragraph(words(row.line), Role.BODY, theme.ink2))
        said.addStretch(1)
        line.addLayout(said, 1)
        for remedy in row.remedies:
            button = OutlineButton(words(remedy.text), theme=theme)
            button.clicked.connect(lambda checked=False, name=remedy.id: self.remedied.emit(name))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _well(self, rows: list[Row]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(0)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(rows):
            grid.addWidget(self._one_well(row), number // 2, number % 2)
        return grid

    def _one_well(self, row: Row) -> QWidget:
        theme, words = self._theme, self._words
        made = QWidget()
        made.setMinimumHeight(grown(WELL))
        whole = QVBoxLayout(made)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule(theme.line))
        line = QHBoxLayout()
        line.setContentsMargins(0, 12, 0, 10)
        line.setSpacing(12)
        line.addWidget(GlyphLabel("check", theme.ink2, 20), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Paragraph(words(row.head), Role.BODY_BOLD, theme.ink))
        said.addWidget(Paragraph(words(row.line), Role.CAPTION, theme.ink2))
        line.addLayout(said, 1)
        whole.addLayout(line)
        whole.addStretch(1)
        return made
