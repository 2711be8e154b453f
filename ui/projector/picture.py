"""One painted wall: the still part, which is slow to draw and is kept, and the ring, which is drawn over it anew.

A picture is painted in place and changes places with another one, so that a wall of 4K never holds more than two.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from app.live.scene import Audience, Scene, Timer
from ui.projector.changes import seen
from ui.projector.frame import paint_ring, paint_still, ring_rect
from ui.projector.moments import Foot
from ui.theme import WallTheme


@dataclass(frozen=True, slots=True)
class Look:
    """All that the still part of a wall depends on: not the ring, but what is drawn of it (None: no ring), and the
    `words` that stand now. `size` is in points, `ratio` px in a point.
    """

    audience: Audience
    timer: Timer | None
    words: Foot | str | tuple[Foot, int]
    theme: WallTheme
    size: QSize
    ratio: float

    def on_the_same_ground(self, other: Look) -> bool:
        """Whether both are of one size and in one set of colours."""
        return (self.theme, self.size, self.ratio) == (other.theme, other.size, other.ratio)


def look_of(audience: Audience, theme: WallTheme, size: QSize, ratio: float, now: int) -> Look:
    """How `audience` looks at `now` (ms since the epoch) on a wall of this size."""
    timer = audience.ring.timer if audience.ring is not None else None
    return Look(replace(audience, ring=None), timer, seen(audience, now, 1).words, theme, size, ratio)


class Picture:
    """A wall as it was painted. `look` is None while it is nothing that could be asked for."""

    def __init__(self) -> None:
        self.look: Look | None = None
        self._still = QPixmap()
        self._ring = QPixmap()
        self._ring_at = QRect()

    def is_empty(self) -> bool:
        """Whether nothing was ever painted."""
        return self._still.isNull()

    def paint(self, look: Look, audience: Audience, now: int) -> None:
        """Paint the still part. Raises what the scene raises; what is here then is not whole, and `look` is None."""
        self.look, self._ring = None, QPixmap()
        if self._still.size() != look.size * look.ratio:
            self._still = QPixmap()   # given back before the other is taken
            self._still = QPixmap(look.size * look.ratio)
        self._still.setDevicePixelRatio(look.ratio)
        with _painting(self._still) as painter:
            paint_still(painter, QRectF(QRect(QPoint(), look.size)), audience, look.theme, now)
        self.look = look

    def lay_ring(self, audience: Audience, now: int) -> None:
        """Draw the ring as it is at `now`, or none. Raises what the scene raises; the ring before then stays."""
        if self.look is None or (audience.ring is None and audience.scene is not Scene.SILENCE):
            self._ring = QPixmap()
            return
        whole, ratio = QRectF(QRect(QPoint(), self.look.size)), self.look.ratio
        box = around(ring_rect(whole, self.look.theme, audience))
        ring = self._still.copy(QRect((box.topLeft().toPointF() * ratio).toPoint(), box.size() * ratio))
        ring.setDevicePixelRatio(ratio)
        with _painting(ring) as painter:
            painter.translate(-box.topLeft())
            paint_ring(painter, whole, audience, self.look.theme, now)
        self._ring, self._ring_at = ring, box

    def draw(self, painter: QPainter, sheet: QRect, share: float = 1.0) -> None:
        """Into `sheet` of a painter in points, over what is there; `share` from 0, unseen, to 1, covering it."""
        painter.save()
        painter.setOpacity(share)
        ring = self._ring_at.translated(sheet.topLeft())
        if not self._ring.isNull():
            painter.drawPixmap(ring, self._ring)
            painter.setClipRegion(QRegion(sheet) - QRegion(ring), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(sheet, self._still)
        painter.restore()

    def blend(self, other: Picture, share: float) -> None:
        """Become what is seen while `other`, of the same size, covers this by `share`: nothing that is asked for."""
        with _painting(self._still) as painter:
            sheet = QRect(QPoint(), self._still.deviceIndependentSize().toSize())
            if not self._ring.isNull():
                painter.drawPixmap(self._ring_at, self._ring)
            other.draw(painter, sheet, share)
        self.look, self._ring = None, QPixmap()

    def give_back(self) -> None:
        """Let the memory go."""
        self.look, self._still, self._ring = None, QPixmap(), QPixmap()


@contextmanager
def _painting(pixmap: QPixmap) -> Iterator[QPainter]:
    """A painter that ends even if a scene raises: Qt would crash on a picture that is freed while painted."""
    painter = QPainter(pixmap)
    try:
        yield painter
    finally:
        painter.end()


def around(box: QRectF) -> QRect:
    """Whole points round a ring, with room for its soft edge."""
    return box.adjusted(-2, -2, 2, 2).toAlignedRect()
