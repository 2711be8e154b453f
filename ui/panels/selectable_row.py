"""A row of a list that is reached with the keyboard and opened, taken away or walked past."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import QuietButton, Shape
from ui.widgets.paint import begin, box

ROOM = 28
_ICON = Shape(height=26, radius=6, pad=4, glyph=18, gap=0, role=Role.LABEL)


class SelectableRow(QWidget):
    """A row that takes the keyboard: Enter or a double click opens it, Del takes it away, Up and Down move on.

    Its button comes when a hand or the keyboard is near, in the `ROOM` a row leaves free at its right end.
    """

    opened = Signal()
    dropped = Signal()
    moved = Signal(int)
    reached = Signal()

    def __init__(self, *, theme: Theme, words: Words, under: bool = False, head: int = 0,
                 parent: QWidget | None = None) -> None:
        """The hairline lies above the row, or `under` it; a heading has none, but `head` pixels of air above it."""
        super().__init__(parent)
        self._head, self._ground = head, ""
        self._theme, self._words, self._under, self._by_keyboard = theme, words, under, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edit: QuietButton | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Del, arrows, Home and End."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.isAutoRepeat():
            self.dropped.emit()
        elif event.key() in step:
            self.moved.emit(step[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """A hand is near."""
        self._show_near()

    def leaveEvent(self, event: QEvent) -> None:
        """No hand."""
        self._show_near()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Chosen."""
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.reached.emit()
        self._show_near()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No longer chosen."""
        self._show_near()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands at the right end of the first line."""
        if self._edit is not None:
            self._edit.setGeometry(self.width() - 27, self._head + 7, 26, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline; a quiet ground under the hand, a line round it when chosen."""
        theme = self._theme
        painter = begin(self)
        if not self._head:
            painter.fillRect(QRectF(0, self.height() - 1 if self._under else 0, self.width(), 1), QColor(theme.line))
        near = self.underMouse() or self.hasFocus()
        if near or self._ground:
            line = None if not self.hasFocus() else theme.focus if self._by_keyboard else theme.ink
            box(painter, QRectF(self.rect()).adjusted(0, self._head, 0, 0), radius=8, line=line, width=2,
                fill=self._ground or theme.hover)
        painter.end()

    def _show_near(self) -> None:
        near = self.underMouse() or self.hasFocus()
        if near and self._edit is None:
            self._edit = QuietButton("", theme=self._theme, glyph="edit", name=self._words(say("Change it")),
                                     shape=_ICON, parent=self)
            self._edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)   # Enter does the same
            self._edit.clicked.connect(self.opened)
            self._edit.setGeometry(self.width() - 27, self._head + 7, 26, 26)
        if self._edit is not None:
            self._edit.setVisible(near)
            self._edit.raise_()
        self.update()


def rove(rows: Sequence[SelectableRow], stop: SelectableRow | None) -> None:
    """Of many rows only `stop`, or else the first, is reached by Tab; the arrows do the rest."""
    stop = stop or (rows[0] if rows else None)
    for row in rows:
        policy = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
        if row.focusPolicy() is not policy:
            row.setFocusPolicy(policy)
