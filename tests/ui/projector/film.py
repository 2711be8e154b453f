"""A film of a window: every frame that was painted to it, as it stood there and not as it might be drawn again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


class Film(QObject):
    """Records `frames` of the window that `widget` fills, one after each of its paintings."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.frames: list[QImage] = []
        self._widget = widget
        self._inside = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the widget paint, then look at what the window holds."""
        if event.type() is not QEvent.Type.Paint or self._inside:
            return False
        self._inside = True
        watched.event(event)
        self._inside = False
        self.frames.append(self.look())
        return True

    def look(self) -> QImage:
        """What the window holds now."""
        shot = self._widget.screen().grabWindow(self._widget.window().winId())
        return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)
