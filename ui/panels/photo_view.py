"""A photograph small and large: what is painted of it, and how its bytes become that."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.focus import FocusRing
from ui.widgets.paint import begin, box

THUMB = QSize(96, 72)
_INSET, _RADIUS = 6.0, 4.0
_WALKING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Thumb(QAbstractButton):
    """One small photograph; an empty frame until `show_image`."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._image, self._open = theme, QImage(), False
        FocusRing(self, theme=theme, radius=_RADIUS, gap=0)
        self.setFixedSize(THUMB)

    def show_image(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self.update()

    def show_open(self, *, is_open: bool) -> None:
        """Whether it is the one that is shown large."""
        self._open = is_open
        self.update()

    def image(self) -> QImage:
        """The picture as small as it is here; an empty one before it came."""
        return self._image

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like Space does; arrows belong to the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _WALKING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture; the one that is large in a frame of ink, and one that is on its way as a frame alone."""
        painter = begin(self)
        room = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if self._image.isNull():
            box(painter, room, radius=_RADIUS, fill=self._theme.window, line=self._theme.line)
        else:
            place = fitted(self._image, room)
            painter.drawImage(place, self._image)
            if self._open:
                box(painter, place.adjusted(-3, -3, 3, 3), radius=_RADIUS, line=self._theme.ink, width=2)
        painter.end()


class Large(QWidget):
    """One photograph as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._scaled = QImage(), QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show this one."""
        self._image, self._scaled = image, QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, whole. It is scaled once for each size, not at every stroke."""
        if self._image.isNull():
            return
        place = fitted(self._image, QRectF(self.rect()))
        wanted = (place.size() * self.devicePixelRatioF()).toSize()
        if self._scaled.size() != wanted:
            self._scaled = self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio,
                                              Qt.TransformationMode.SmoothTransformation)
        painter = begin(self)
        painter.drawImage(place, self._scaled)
        painter.end()


def fitted(image: QImage, room: QRectF) -> QRectF:
    """Where the picture stands whole in the middle of `room`."""
    size = image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2,
                  size.width(), size.height())


def decoded(jpeg: bytes | None, within: QSize | None = None) -> QImage:
    """The picture, no larger than `within`; an empty one where there is none.

    A smaller one is asked of the decoder: eight times as fast as to unfold all of it first.
    """
    if not jpeg:
        return QImage()
    held = QBuffer()
    held.setData(QByteArray(jpeg))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held, QByteArray(b"jpeg"))
    size = reader.size()
    if within is not None and (size.width() > within.width() or size.height() > within.height()):
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
