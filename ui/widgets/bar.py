"""The bar under the clock: how much of the time is used, where each voice's turn falls, and whether it rests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import begin, hatch

BAR, TICK, UNDER = 14, 6, 4


class TimeBar(QWidget):
    """A bar `bar` pixels high with ticks below it. It never turns red and never blinks."""

    def __init__(self, colour: str, *, theme: Theme, bar: int = BAR, parent: QWidget | None = None) -> None:
        """`colour` ("#rrggbb") is the family's strong colour."""
        super().__init__(parent)
        self._theme, self._colour, self._bar = theme, colour, bar
        self._used = 0.0
        self._ticks: tuple[float, ...] = ()
        self._hatched = False
        self.setFixedHeight(bar + UNDER + TICK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_time(self, used: float, *, ticks: Sequence[float] = (), hatched: bool = False,
                  colour: str | None = None) -> None:
        """Show `used` (0 to 1) of the time; `ticks` are turns, 0 to 1; `hatched` is a clock that rests."""
        new = (max(0.0, min(1.0, used)), tuple(ticks), hatched, colour or self._colour)
        if new != (self._used, self._ticks, self._hatched, self._colour):
            moved = new[1:] != (self._ticks, self._hatched, self._colour)
            if moved or abs(new[0] - self._used) * max(1, self.width()) * self.devicePixelRatio() >= 0.5:
                self._used, self._ticks, self._hatched, self._colour = new
                self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, what is used, ticks."""
        theme, radius = self._theme, self._bar / 2
        painter = begin(self)
        track = QRectF(0, 0, self.width(), self._bar)
        whole = QPainterPath()
        whole.addRoundedRect(track, radius, radius)
        painter.fillPath(whole, QColor(theme.sunken))
        if self._hatched:
            hatch(painter, track, theme.line2, radius=radius)
        if self._used > 0:
            part = QPainterPath()
            width = max(float(self._bar), self.width() * self._used)
            part.addRoundedRect(QRectF(0, 0, width, self._bar), radius, radius)
            if self._hatched:
                painter.fillPath(part.intersected(whole), QColor(theme.sunken))
                hatch(painter, QRectF(0, 0, width, self._bar), self._colour, radius=radius, gap=5)
            else:
                painter.fillPath(part.intersected(whole), QColor(self._colour))
        for tick in self._ticks:
            if 0 < tick < 1:
                painter.fillRect(QRectF(round(self.width() * tick), self._bar + UNDER, 1, TICK), QColor(theme.ink3))
        painter.end()
