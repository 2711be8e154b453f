"""Photographs of flip charts beside the notes: a row of small ones, and one of them large to type from.

They come from a dialog or are dropped on the page; nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.harvest.photos import Photo
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.focus import FocusRing
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin
from ui.widgets.surfaces import Ground

PAD = 28
THUMB = QSize(96, 72)
Pixels = Callable[[str], bytes | None]


class Thumb(QAbstractButton):
    """One small photograph."""

    def __init__(self, photo: Photo, image: QImage, step: str, *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo, self._image = photo, image
        FocusRing(self, theme=theme, radius=4, gap=0)
        self.setFixedSize(THUMB)
        self.setAccessibleName(words(say("Photo of “{step}”", step=step)))
        self.setToolTip(words(say("Enter shows it large")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, with a line around it."""
        painter = begin(self)
        paint_fitting(painter, self._image, QRectF(self.rect()).adjusted(4, 4, -4, -4))
        painter.end()


class Large(QWidget):
    """One photograph as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show this one."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, whole."""
        painter = begin(self)
        paint_fitting(painter, self._image, QRectF(self.rect()))
        painter.end()


class PhotoShelf(Ground):
    """`wished` when photographs are to be added, `brought` with the paths of some; `dropped` brings the id of one to
    take away, `opened` the `Photo` that is shown large, or None when none is any more.
    """

    wished = Signal()
    brought = Signal(object)
    dropped = Signal(str)
    opened = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.surface, line=theme.line, lines="lb", parent=parent)
        self._theme, self._words = theme, words
        self._shown: tuple[Photo, ...] = ()
        self._images: dict[str, QImage] = {}
        self._pixels: Pixels = lambda _photo: None
        self._titles: dict[str, str] = {}
        self._open = ""
        self._add = OutlineButton(words(say("Add a photo")), theme=theme, glyph="photo", shape=SMALL)
        self._hint = Paragraph(words(say("of a flip chart; or drop files here")), Role.CAPTION, theme.ink2)
        self._thumbs = QWidget()
        self._flow = FlowLayout(self._thumbs, gap=4, row_gap=4)
        self._large = Large()
        self._step = Paragraph("", Role.BODY_BOLD, theme.ink)
        self._take = QuietButton(words(say("Take it away")), theme=theme, glyph="trash", shape=SMALL)
        self._close = OutlineButton(words(say("Make it small")), theme=theme, shape=SMALL)
        self._bar = QWidget()
        self._lay_out()
        self._add.clicked.connect(lambda: self.wished.emit())
        self._take.clicked.connect(lambda: self.dropped.emit(self._open))
        self._close.clicked.connect(lambda: self.show_large(""))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._add)
        top.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self._step, 1)
        bar.addWidget(self._take)
        bar.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - 1, 12, PAD, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._thumbs)
        column.addWidget(self._bar)
        column.addWidget(self._large, 1)
        for part in (self._thumbs, self._bar, self._large):
            part.hide()

    def read_from(self, pixels: Pixels) -> None:
        """From here on `pixels` answers with the JPEG of an id."""
        self._pixels = pixels

    def show_photos(self, gathering: Gathering, photos: tuple[Photo, ...]) -> None:
        """Show these, by step."""
        place = {step.id: number for number, step in enumerate(gathering.steps)}
        ordered = tuple(sorted(photos, key=lambda photo: (place.get(photo.step_id, len(place)), photo.at)))
        self._titles = {step.id: step.title or step.question for step in gathering.steps}
        if ordered != self._shown:
            self._shown = ordered
            self._flow.clear()
            for photo in ordered:
                self._flow.addWidget(self._thumb(photo))
        self._thumbs.setVisible(bool(ordered))
        if self._open not in {photo.id for photo in ordered}:
            self.show_large("")

    def show_large(self, photo_id: str) -> None:
        """Show one large; "" makes it small again."""
        before, self._open = self._open, photo_id
        photo = next((photo for photo in self._shown if photo.id == photo_id), None)
        self._bar.setVisible(photo is not None)
        self._large.setVisible(photo is not None)
        if photo is not None:
            title = self._titles.get(photo.step_id, "")
            self._step.show_text(title)
            self._large.show_image(decoded(self._pixels(photo.id)))
            self._large.setAccessibleName(self._words(say("Photo of “{step}”", step=title)))
        elif before:
            self._large.show_image(QImage())
        if before != photo_id:
            self.opened.emit(photo)

    def is_large(self) -> bool:
        """Whether one is shown large."""
        return bool(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc makes it small again, Delete takes away the one that has the keyboard or is large."""
        inside = self.focusWidget()
        chosen = inside.photo.id if isinstance(inside, Thumb) else self._open
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.show_large("")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen:
            self.dropped.emit(chosen)
        else:
            super().keyPressEvent(event)

    def _thumb(self, photo: Photo) -> Thumb:
        if photo.id not in self._images:
            self._images[photo.id] = decoded(self._pixels(photo.id), THUMB * 2)
        thumb = Thumb(photo, self._images[photo.id], self._titles.get(photo.step_id, ""), theme=self._theme,
                      words=self._words, parent=self._thumbs)
        thumb.clicked.connect(lambda: self.show_large(photo.id))
        thumb.show()
        return thumb


def decoded(jpeg: bytes | None, within: QSize | None = None) -> QImage:
    """The picture, no larger than `within`; an empty one where there is none."""
    image = QImage.fromData(QByteArray(jpeg or b""))
    if within is None or image.isNull():
        return image
    return image.scaled(within, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def paint_fitting(painter: QPainter, image: QImage, room: QRectF) -> None:
    """Paint the picture whole, in the middle of `room`."""
    if not image.isNull():
        size = image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2,
                                 size.width(), size.height()), image)
