"""A second picture of the wall in an ordinary window, for sharing in a video call. It is built when it is wanted and
gone when it is closed: its frames are as large as it is, and the room's own wall knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.projector.view import WIDE, WallView
from ui.theme import WallTheme

LEAST = QSize(480, 270)


class SharedWall(QWidget):
    """`closed` when it was closed by hand. `key_pressed` passes on every key, as the room's window does."""

    closed = Signal()
    key_pressed = Signal(int, Qt.KeyboardModifier)

    def __init__(self, *, theme: WallTheme, now: Callable[[], int], title: str, size: QSize, gentle: bool) -> None:
        super().__init__()
        self.setObjectName("shared wall")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._theme = theme
        self.view = WallView(theme=theme, now=now, aspect=WIDE, gentle=gentle, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setMinimumSize(LEAST)
        self.resize(size.expandedTo(LEAST))

    def show_theme(self, theme: WallTheme) -> None:
        """Paper or Night from now on."""
        self._theme = theme
        self.view.show_theme(theme)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key goes to whoever walks the session."""
        self.key_pressed.emit(event.key(), event.modifiers())
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody shares it any more."""
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wall's own ground beside a picture that keeps its proportions."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.bg))
        painter.end()
