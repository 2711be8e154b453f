"""The mark: an open ring with a dot in the gap. A circle that has room for one more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.paint import begin, dot

GAP = 24.0
"""Degrees the ring is open on either side of the top."""


class Mark(QWidget):
    """The program's mark, `px` square, in ink with a dot in the colour of gifts."""

    def __init__(self, *, theme: Theme, px: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(px, px)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, then dot."""
        px = self.width()
        radius, pen = px * 0.39, max(1.5, px * 0.072)
        centre = QPointF(px / 2, px * 0.54)
        painter = begin(self)
        line = QPen(QColor(self._theme.ink), pen)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        frame = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(frame, round((90 + GAP) * 16), round((360 - 2 * GAP) * 16))
        dot(painter, QPointF(centre.x(), centre.y() - radius), px * 0.068, self._theme.family("gifts").strong)
        painter.end()
