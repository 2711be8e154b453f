"""The trail of beats: what is done, what is now, what comes. Never coloured."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.type import Role
from ui.widgets.paint import begin, dot, line_of_text, text_width

DOT, HAIRLINE, HEIGHT = 9.0, 26.0, 24
AFTER_DOT, ROUND_LINE, LEFT = 9.0, 11.0, 4.0


class BeatTrail(QWidget):
    """Names of beats, of which the one at `now` (from 0) is now. A `now` past the end shows all as done."""

    def __init__(self, names: Sequence[str], now: int, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.show_beats(names, now)

    def show_beats(self, names: Sequence[str], now: int) -> None:
        """Show other beats, or another one as now."""
        if (tuple(names), now) != (self._names, self._now):
            self._names, self._now = tuple(names), now
            self.setAccessibleName(self._names[now] if 0 <= now < len(self._names) else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """All names in bold, so that nothing moves but the weight."""
        width = sum(DOT + AFTER_DOT + text_width(name, Role.LABEL) for name in self._names) + LEFT
        width += max(0, len(self._names) - 1) * (HAIRLINE + 2 * ROUND_LINE)
        return QSize(round(width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots, names, hairlines from the left."""
        theme = self._theme
        painter = begin(self)
        x, middle = LEFT, self.height() / 2
        for place, name in enumerate(self._names):
            if place:
                painter.setPen(QPen(QColor(theme.line2), 1))
                y = round(middle) + 0.5
                painter.drawLine(QPointF(x + ROUND_LINE, y), QPointF(x + ROUND_LINE + HAIRLINE, y))
                x += HAIRLINE + 2 * ROUND_LINE
            centre = QPointF(x + DOT / 2, middle)
            if place < self._now:
                dot(painter, centre, DOT / 2, theme.ink3)
            elif place == self._now:
                dot(painter, centre, DOT / 2, theme.ink)
                self._ring(painter, centre, DOT / 2 + 3, theme.ink)
            else:
                self._ring(painter, centre, DOT / 2 - 0.5, theme.ink3)
            x += DOT + AFTER_DOT
            role, colour = (Role.LABEL, theme.ink) if place == self._now else (Role.CAPTION, theme.ink2)
            line_of_text(painter, QRectF(x, 0, 1, self.height()), name, role, colour)
            x += text_width(name, Role.LABEL)
        painter.end()

    @staticmethod
    def _ring(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
