"""A paragraph in which some words stand out: those that somebody looked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from ui.type import Role, font
from ui.widgets.labels import Paragraph


class Marked(Paragraph):
    """One paragraph in `role`; what is marked is drawn in the role `strong` its own colour and on
    a ground of its own (both "#rrggbb")."""

    def __init__(self, *, role: Role, strong: Role, colour: str, marked: str, ground: str,
                 parent: QWidget | None = None) -> None:
        self._marks: tuple[tuple[int, int], ...] = ()
        self._strong, self._marked, self._ground = strong, marked, ground
        super().__init__("", role, colour, parent=parent)

    def show_marked(self, text: str, marks: Sequence[tuple[int, int]]) -> None:
        """Show these words. `marks` are spans of characters, from the first to the one behind the last."""
        if (text, tuple(marks)) != (self.text(), self._marks):
            self._marks = tuple(marks)
            self.setText(text)
            self.updateGeometry()
            self.update()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        strong = QTextCharFormat()
        strong.setFont(font(self._strong))
        strong.setForeground(QColor(self._marked))
        strong.setBackground(QColor(self._ground))      # a script whose font has one weight shows it too
        found = []
        for start, end in self._marks:
            span = QTextLayout.FormatRange()
            span.start, span.length = _units(self.text()[:start]), _units(self.text()[start:end])
            span.format = strong
            found.append(span)
        return found


def _units(text: str) -> int:
    """How long `text` is for Qt, which counts an emoji twice."""
    return len(text.encode("utf-16-le")) // 2
