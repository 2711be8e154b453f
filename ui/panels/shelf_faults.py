"""One quiet line about protocol files that could not be read, and behind it every line the author needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.library.faults import Fault
from app.words import Text, Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Card

MOST = 190
"""Height in pixels that the opened lines may take from the list."""


class ShelfFaults(QWidget):
    """Hidden while everything could be read. A press or Enter opens and closes the lines."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._card = Card(theme=theme, name=words(say("Files that could not be read")), radius=8, fill=theme.window)
        self._line = Paragraph("", Role.CAPTION, theme.ink2)
        self._arrow = GlyphLabel("down", theme.ink2, 18)
        inside = QHBoxLayout(self._card)
        inside.setContentsMargins(12, 7, 10, 7)
        inside.setSpacing(10)
        inside.addWidget(self._line, 1)
        inside.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QWidget()
        self._lines_column = QVBoxLayout(self._lines)
        self._lines_column.setContentsMargins(12, 8, 12, 2)
        self._lines_column.setSpacing(8)
        self._opened = Scroll(self._lines, name=words(say("What is wrong with them")))
        self._opened.setMaximumHeight(MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 10, 12)
        column.setSpacing(4)
        column.addWidget(self._card)
        column.addWidget(self._opened)
        self._card.pressed.connect(self._turn)
        self._card.opened.connect(self._turn)
        self.show_faults(())

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Tell these, closed; nothing where there are none."""
        while (item := self._lines_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fault in faults:
            line = Paragraph(self._words(fault.text), Role.CAPTION, self._theme.ink2)
            self._lines_column.addWidget(line)
        files = len({fault.file for fault in faults})
        if faults:
            self._line.show_text(self._words(say_n(
                "{n} file could not be read: {first}", "{n} files could not be read: {first}, and others", files,
                first=_reason(faults[0]))))
        self._card.setAccessibleDescription(self._line.text())
        self._opened.hide()
        self._arrow.show_glyph("down")
        self.setVisible(bool(faults))

    def _turn(self) -> None:
        opens = self._opened.isHidden()
        self._opened.setVisible(opens)
        self._arrow.show_glyph("up" if opens else "down")


def _reason(fault: Fault) -> Text:
    if fault.field:
        return say("{file}, {field} {problem}", file=fault.file, field=fault.field, problem=fault.problem)
    return say("{file} {problem}", file=fault.file, problem=fault.problem)
