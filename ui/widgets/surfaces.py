"""What widgets lie on: a ground in one colour, and a card that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.focus import FocusRing
from ui.widgets.paint import begin, box


class Ground(QWidget):
    """A plain ground in `colour` ("#rrggbb"), with a hairline on the sides named in `lines`: "l", "t", "r", "b"."""

    def __init__(self, colour: str, *, line: str = "", lines: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._line, self._lines = colour, line, lines

    def show_colour(self, colour: str) -> None:
        """Lie in another colour ("#rrggbb")."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, then the lines."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._colour))
        for side, (x, y, w, h) in {
            "l": (0, 0, 1, self.height()), "t": (0, 0, self.width(), 1),
            "r": (self.width() - 1, 0, 1, self.height()), "b": (0, self.height() - 1, self.width(), 1),
        }.items():
            if side in self._lines:
                painter.fillRect(x, y, w, h, QColor(self._line))
        painter.end()


class Sheet(QWidget):
    """A rounded ground with an optional line, to hold other widgets: a tint, a note, a card that is only read."""

    def __init__(self, *, fill: str | None, line: str | None = None, radius: int = 10, dashed: bool = False,
                 bar: str | None = None, parent: QWidget | None = None) -> None:
        """`bar` is the colour of a 6 px family bar at the left, or None."""
        super().__init__(parent)
        self._fill, self._line, self._radius, self._dashed, self._bar = fill, line, radius, dashed, bar
        self._width = 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the bar inset from its corners."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=self._radius, fill=self._fill, line=self._line,
            width=self._width, dashed=self._dashed)
        if self._bar:
            inset = min(22.0, self.height() * 0.16)
            painter.fillRect(QRectF(0, inset, 6, self.height() - 2 * inset), QColor(self._bar))
        painter.end()


class Card(QWidget):
    """A card that can be chosen and opened by hand or by keyboard. Others lay widgets on it.

    `pressed` when it is clicked, or Space is pressed; `opened` on a double click or Enter.
    """

    pressed = Signal()
    opened = Signal()

    def __init__(self, *, theme: Theme, name: str, radius: int = 10, dashed: bool = False,
                 fill: str | None = None, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says; `fill` is the ground when not the surface."""
        super().__init__(parent)
        self._theme, self._radius, self._dashed, self._fill = theme, radius, dashed, fill
        self._selected = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        FocusRing(self, theme=theme, radius=radius)

    def show_selected(self, *, selected: bool) -> None:
        """Wear the two-pixel ink line, or the hairline."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def is_selected(self) -> bool:
        """Whether the card wears the ink line."""
        return self._selected

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No hover."""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, Enter opens."""
        if event.key() == Qt.Key.Key_Space:
            self.pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and line."""
        theme = self._theme
        fill = self._fill or (None if self._dashed else theme.surface)
        if self.underMouse() and not self._selected:
            fill = theme.hover
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=self._radius, fill=fill,
            line=theme.ink if self._selected else theme.line2 if self._dashed else theme.line,
            width=2 if self._selected else 1, dashed=self._dashed and not self._selected)
        painter.end()
