"""A person's own words on one line, shortened at the end where there is no room: a note in a list, a long title."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.type import Role, font, line_height
from ui.widgets.paint import begin, line_of_text


class OneLine(QLabel):
    """Plain words in one role and colour ("#rrggbb"); the whole of them is in the tool tip once they are cut."""

    def __init__(self, text: str, role: Role, colour: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self._role, self._colour = role, colour
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def show_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The whole line."""
        return QSize(ceil(QFontMetricsF(font(self._role)).horizontalAdvance(self._flat())), line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """A few letters at least."""
        return QSize(min(80, self.sizeHint().width()), line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as there is room for."""
        metrics = QFontMetricsF(font(self._role))
        shown = metrics.elidedText(self._flat(), Qt.TextElideMode.ElideRight, self.width() + 0.5)
        self.setToolTip(self.text() if shown != self._flat() else "")
        painter = begin(self)
        line_of_text(painter, QRectF(self.rect()), shown, self._role, self._colour)
        painter.end()

    def _flat(self) -> str:
        return " ".join(self.text().split())
