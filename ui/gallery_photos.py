"""The gallery of photographed flip charts: three shapes beside the notes, and one of them large to type from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.design.gathering import Gathering
from app.harvest.photos import Photo
from app.store.store import Store
from ui.console import Console
from ui.pages.harvest import HarvestPage
from ui.panels.photo_view import Thumb
from ui.type import Role, font

CHARTS = ((QSize(1000, 750), ("Left undone", "the long thanks", "a walk at noon", "hello at the door")),
          (QSize(750, 1000), ("We could …", "stop at four", "on Fridays", "– all of us –", "and say so")),
          (QSize(1000, 320), ("a ladder · a song · ten minutes · the key",)))
"""What stands on the charts, and how many pixels their photographs have."""
_MARKERS = ("#22304f", "#8a2f2f", "#2c5b3f")


def photographed(console: Console, store: Store, gathering: Gathering, now: int) -> Iterator[str]:
    """Three photographs come to the notes that are open, and one is made large; the name of each state."""
    (page,) = console.findChildren(HarvestPage)
    session_id, _ = page.place()
    asked = [step for step in gathering.steps if step.question]
    shown = [Photo(id=f"{session_id}{number}", step_id=asked[min(number, 1)].id, at=now + number, width=size.width(),
                   height=size.height()) for number, (size, _) in enumerate(CHARTS)]
    for photo, (size, lines) in zip(shown, CHARTS, strict=True):
        store.keep_photo(session_id, photo.id, _jpeg(size, lines))
        page.add_photo(session_id, photo)
    yield "harvest-photos"
    thumb = page.photos.findChildren(Thumb)[1]
    thumb.setFocus(Qt.FocusReason.TabFocusReason)
    thumb.click()
    yield "harvest-photo-large"
    page.photos.show_large("")


def _jpeg(size: QSize, lines: tuple[str, ...]) -> bytes:
    """A sheet on a wall, written on by three markers."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#d8d2c6"))
    painter = QPainter(image)
    sheet = QRectF(image.rect()).adjusted(30, 20, -30, -20)
    painter.fillRect(sheet, QColor("#fbfaf5"))
    pen = font(Role.PANEL)
    pen.setPixelSize(min(size.width(), size.height()) // 9)
    painter.setFont(pen)
    pitch = sheet.height() / (len(lines) + 1)
    for number, line in enumerate(lines):
        painter.setPen(QColor(_MARKERS[number % len(_MARKERS)]))
        painter.drawText(QRectF(sheet.left() + 60, sheet.top() + pitch * (number + 0.5), sheet.width() - 80, pitch),
                         Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
    painter.end()
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(held, "JPEG", 82)   # type: ignore[call-overload]
    return bytes(held.data().data())
