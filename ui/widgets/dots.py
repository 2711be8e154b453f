"""People as dots in plan: a pair, a triangle, a diamond, a ring. Never a chart, never a person."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.type import Role
from ui.widgets.labels import label
from ui.widgets.paint import begin, dot

BARE_RING = 10
"""Dots that stand for any larger group."""


def places(size: int) -> tuple[tuple[float, float], ...]:
    """Where `size` people sit round a middle, as x and y from -1 to 1. Above ten, ten stand for all."""
    if size <= 1:
        return ((0.0, 0.0),) * max(0, size)
    if size == 2:
        return ((-0.72, 0.0), (0.72, 0.0))
    count = min(size, BARE_RING)
    return tuple((sin(2 * pi * k / count), -cos(2 * pi * k / count)) for k in range(count))


class GroupDots(QWidget):
    """Groups of the sizes given, side by side, as many as `width` pixels and `rows` hold; the rest is a number.

    Equal groups beyond the room are counted at the end, as "+12".
    """

    def __init__(self, sizes: Sequence[int], colour: str, *, px: int = 26, width: int = 240, rows: int = 1,
                 name: str = "", parent: QWidget | None = None) -> None:
        """`px` is the height of one group, `name` the sentence a screen reader says."""
        super().__init__(parent)
        self._px, self._gap, self._room, self._rows = px, round(px * 0.55), width, rows
        self._colour = colour
        self._sizes: tuple[int, ...] = ()
        self._more = label("", Role.CAPTION, colour, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_sizes(sizes, name)

    def show_sizes(self, sizes: Sequence[int], name: str = "") -> None:
        """Show other groups."""
        self._sizes = tuple(sizes)
        self.setAccessibleName(name)
        left = len(self._sizes) - self.shown()
        self._more.show_text(f"+{left}" if left else "")
        self._more.setVisible(bool(left))
        self._more.adjustSize()
        x, y = self._corner(self.shown())
        self._more.move(x, y + (self._px - self._more.height()) // 2)
        self.updateGeometry()
        self.update()

    def shown(self) -> int:
        """How many groups are drawn as dots."""
        across = max(1, (self._room + self._gap) // (self._px + self._gap))
        if len(self._sizes) <= across * self._rows:
            return len(self._sizes)
        return across * self._rows - 1

    def _across(self) -> int:
        return max(1, (self._room + self._gap) // (self._px + self._gap))

    def _corner(self, place: int) -> tuple[int, int]:
        row, column = divmod(place, self._across())
        return column * (self._px + self._gap), row * (self._px + self._gap)

    def sizeHint(self) -> QSize:
        """As wide as the groups drawn, and their number."""
        cells = self.shown() + bool(len(self._sizes) - self.shown())
        across = min(cells, self._across())
        rows = ceil(cells / self._across()) if cells else 0
        step = self._px + self._gap
        wide = max(0, across * step - self._gap)
        if not self._more.isHidden():   # larger words make the number wider than a group
            wide = max(wide, self._more.x() + self._more.width())
        return QSize(wide, max(0, rows * step - self._gap))

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        painter = begin(self)
        for place, size in enumerate(self._sizes[:self.shown()]):
            seats = places(size)
            radius = self._px * (0.17 if len(seats) <= 4 else 0.13 if len(seats) <= 6 else 0.09)
            x, y = self._corner(place)
            reach = self._px / 2 - radius
            drop = reach * 0.25 if size == 3 else 0.0
            for across, down in seats:
                dot(painter, QPointF(x + self._px / 2 + across * reach, y + self._px / 2 + drop + down * reach),
                    radius, self._colour)
        painter.end()
