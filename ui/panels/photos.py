"""Photographs of flip charts beside the notes: a row of small ones, and one of them large to type from.

They come from a dialog or are dropped on the page; nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.harvest.photos import Photo, caption
from app.words import Words, say
from ui.panels.photo_view import THUMB, Large, Thumb, decoded
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Ground

PAD = 28
Pixels = Callable[[str], bytes | None]


class PhotoShelf(Ground):
    """`wished` when photographs are to be added, `brought` with the paths of some; `dropped` brings the id of one to
    take away, `opened` the `Photo` that is shown large, or None when none is any more. `read` when what it says is to
    be typed.
    """

    wished = Signal()
    brought = Signal(object)
    dropped = Signal(str)
    opened = Signal(object)
    read = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.surface, line=theme.line, lines="lb", parent=parent)
        self._theme, self._words = theme, words
        self._shown: tuple[Photo, ...] = ()
        self._captions: dict[str, str] = {}
        self._small: dict[str, Thumb] = {}
        self._pixels: Pixels = lambda _photo: None
        self._undecoded: list[str] = []
        self._open, self._blurred = "", False
        self._top, self._bar, self._thumbs = QWidget(), QWidget(), QWidget()
        self._add = OutlineButton(words(say("Add a photo")), theme=theme, glyph="photo", shape=SMALL)
        self._hint = Paragraph(words(say("of a flip chart; or drop files here")), Role.CAPTION, theme.ink2)
        self._flow = FlowLayout(self._thumbs, gap=4, row_gap=4)
        self._large = Large()
        self._title = Paragraph("", Role.BODY_BOLD, theme.ink)
        self._take = QuietButton(words(say("Take it away")), theme=theme, glyph="trash", shape=SMALL)
        self._close = OutlineButton(words(say("Make it small")), theme=theme, shape=SMALL)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._decode_one)
        self._lay_out()
        self._add.clicked.connect(lambda: self.wished.emit())
        self._take.clicked.connect(lambda: self.dropped.emit(self._open))
        self._close.clicked.connect(lambda: self.show_large(""))

    def _lay_out(self) -> None:
        top, bar = QHBoxLayout(self._top), QHBoxLayout(self._bar)
        for row in (top, bar):
            row.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        top.addWidget(self._add)
        top.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.setSpacing(8)
        bar.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._take)
        bar.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - 1, 12, PAD, 12)
        column.setSpacing(8)
        column.addWidget(self._top)
        column.addWidget(self._bar)
        column.addWidget(self._thumbs)
        column.addWidget(self._large, 1)
        for part in (self._thumbs, self._bar, self._large):
            part.hide()

    def read_from(self, pixels: Pixels) -> None:
        """From here on `pixels` answers with the JPEG of an id."""
        self._pixels = pixels

    def show_photos(self, gathering: Gathering, photos: tuple[Photo, ...]) -> None:
        """Show these, by step."""
        place = {step.id: number for number, step in enumerate(gathering.steps)}
        titles = {step.id: step.title or step.question for step in gathering.steps}
        ordered = tuple(sorted(photos, key=lambda photo: (place.get(photo.step_id, len(place)), photo.at)))
        captions: dict[str, str] = {}
        for step_id in dict.fromkeys(photo.step_id for photo in ordered):
            alike = [photo.id for photo in ordered if photo.step_id == step_id]
            captions |= {photo_id: self._words(caption(titles.get(step_id, ""), number, len(alike)))
                         for number, photo_id in enumerate(alike, 1)}
        if (ordered, captions) != (self._shown, self._captions):
            chosen = self._chosen() or (self._open if self._take.hasFocus() else "")
            held = [photo.id for photo in self._shown].index(chosen) if chosen else None
            self._shown, self._captions = ordered, captions
            self._lay_thumbs()
            if held is not None and not self._chosen():   # it went: its neighbour has the keyboard
                heirs = [self._small[photo.id] for photo in ordered]
                (heirs[min(held, len(heirs) - 1)] if heirs else self._add).setFocus(Qt.FocusReason.TabFocusReason)
        self.show_large(self._open if self._open in captions else "")

    def show_large(self, photo_id: str) -> None:
        """Show one large; "" makes it small again."""
        before, self._open = self._open, photo_id
        photo = next((photo for photo in self._shown if photo.id == photo_id), None)
        if photo is None and (self._take.hasFocus() or self._close.hasFocus()) and before in self._small:
            self._small[before].setFocus(Qt.FocusReason.TabFocusReason)
        self._top.setVisible(photo is None)
        self._bar.setVisible(photo is not None)
        self._large.setVisible(photo is not None)
        for each, thumb in self._small.items():
            thumb.show_open(is_open=each == photo_id)
        if photo is not None:
            self._title.show_text(self._captions[photo_id])
            self._large.setAccessibleName(self._captions[photo_id])
        if before != photo_id:
            self._blurred = photo is not None
            self._large.show_image(self._small[photo_id].image() if photo is not None else QImage())
            self._turn.start()
            self.opened.emit(photo)

    def is_large(self) -> bool:
        """Whether one is shown large."""
        return bool(self._open)

    def showEvent(self, event: QShowEvent) -> None:
        """What nobody looked at was not decoded."""
        self._turn.start()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next one, large where one is large; Esc makes it small again, Delete takes away the one
        that has the keyboard or is large.
        """
        chosen = self._chosen() or self._open
        match event.key():
            case Qt.Key.Key_Escape if self._open:
                self.show_large("")
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if chosen:
                self.dropped.emit(chosen)
            case Qt.Key.Key_Left | Qt.Key.Key_Up if chosen:
                self._go(chosen, -1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down if chosen:
                self._go(chosen, 1)
            case _:
                super().keyPressEvent(event)

    def _chosen(self) -> str:
        return next((photo_id for photo_id, thumb in self._small.items() if thumb.hasFocus()), "")

    def _go(self, from_id: str, steps: int) -> None:
        ids = [photo.id for photo in self._shown]
        there = ids[max(0, min(len(ids) - 1, ids.index(from_id) + steps))]
        self._small[there].setFocus(Qt.FocusReason.TabFocusReason)
        if self._open:
            self.show_large(there)

    def _press(self, photo_id: str) -> None:
        """Once makes it large, and once more gives the keyboard to whoever types from it."""
        if photo_id == self._open:
            self.read.emit()
        else:
            self.show_large(photo_id)

    # --- the row of small ones

    def _lay_thumbs(self) -> None:
        """One for each photograph in their order; those that stay keep the keyboard and their picture."""
        for photo_id in self._small.keys() - self._captions.keys():
            thumb = self._small.pop(photo_id)
            thumb.hide()
            thumb.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        before: QWidget = self._add
        for photo in self._shown:
            thumb = self._small.get(photo.id) or self._new_thumb(photo.id)
            thumb.setAccessibleName(self._captions[photo.id])
            self._flow.addWidget(thumb)
            self.setTabOrder(before, thumb)
            before = thumb
        self._thumbs.setVisible(bool(self._shown))

    def _new_thumb(self, photo_id: str) -> Thumb:
        thumb = self._small[photo_id] = Thumb(theme=self._theme, parent=self._thumbs)
        thumb.setToolTip(self._words(say("Enter shows it large; once more, and you type what it says")))
        thumb.clicked.connect(lambda: self._press(photo_id))
        self._undecoded.append(photo_id)
        self._turn.start()
        return thumb

    def _decode_one(self) -> None:
        """One picture in each turn of the loop, what is wanted large before the others: a key never waits for all."""
        if not self.isVisible():
            return
        if self._open and self._blurred:
            self._blurred = False
            self._large.show_image(decoded(self._pixels(self._open)))
        else:
            while self._undecoded:
                photo_id = self._undecoded.pop(0)
                if photo_id in self._small:
                    self._small[photo_id].show_image(decoded(self._pixels(photo_id), THUMB * 2))
                    break
        if self._undecoded:
            self._turn.start()
