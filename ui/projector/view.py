"""A wall in a widget: the room's window holds one, the console's miniature is another. It shows and decides nothing.

Large letters are slow to draw, so the still part is kept as a picture and only the ring is drawn anew. Painting is
the one boundary with a broad except: whatever goes wrong, the room keeps the last good picture.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import pi

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.live.scene import Audience, Scene
from ui.projector.changes import Seen, next_look, seen
from ui.projector.frame import paint_ring, paint_still, ring_rect
from ui.theme import WallTheme

logger = logging.getLogger(__name__)

WIDE = 16 / 9


class WallView(QWidget):
    """Shows an `Audience` at the time of `now` (ms since the epoch), as large as it can be.

    `aspect` is width by height: a miniature keeps that of the room's display. None fills the widget.
    """

    def __init__(self, *, theme: WallTheme, now: Callable[[], int], aspect: float | None = WIDE,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._aspect = aspect
        self._audience = Audience(Scene.BLANK)
        self._seen: Seen | None = None
        self._kept: tuple[object, ...] = ()
        self._still = QPixmap()
        self._patch = QPixmap()
        self._patch_at = QRect()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(aspect is not None)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, aspect is None)

    @property
    def audience(self) -> Audience:
        """What is shown."""
        return self._audience

    def show_audience(self, audience: Audience) -> None:
        """Show this from now on."""
        if audience != self._audience:
            self._audience = audience
            self.setAccessibleDescription(" ".join(filter(None, (
                audience.heading, audience.second, audience.time_label, audience.time, audience.foot, audience.foot2))))
            self._renew()

    def show_theme(self, theme: WallTheme) -> None:
        """Paper or Night from now on."""
        if theme != self._theme:
            self._theme = theme
            self._renew()

    def show_aspect(self, aspect: float | None) -> None:
        """Keep another width by height, because the room's display has changed."""
        if aspect != self._aspect:
            self._aspect = aspect
            self.updateGeometry()
            self._renew()

    def look(self) -> None:
        """Look at the clock: repaint what has changed, then wait for the next change."""
        box = ring_rect(self._sheet(), self._theme, self._audience.scene)
        ratio = self.devicePixelRatioF()
        now = self._now()
        fresh = seen(self._audience, now, box.width() * ratio * pi)
        if self._seen is None or fresh.words != self._seen.words:
            self.update()
        elif fresh != self._seen:
            self.update(_around(box))
        self._seen = fresh
        wait = next_look(self._audience, now, box.width() * ratio) if self.isVisible() else None
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(wait)

    def sizeHint(self) -> QSize:
        """A miniature as the host's page holds it."""
        return QSize(438, round(438 / (self._aspect or WIDE)))

    def minimumSizeHint(self) -> QSize:
        """Small enough for any column."""
        return QSize(160, round(160 / (self._aspect or WIDE)))

    def hasHeightForWidth(self) -> bool:
        """A miniature keeps its proportions."""
        return self._aspect is not None

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the proportions."""
        return round(width / (self._aspect or WIDE))

    def showEvent(self, event: QShowEvent) -> None:
        """The clock is looked at only while somebody can see the wall."""
        super().showEvent(event)
        self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another picture."""
        super().resizeEvent(event)
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture that is right now, or the last good one."""
        try:
            self._draw()
        except Exception:
            logger.exception("The wall could not be drawn; it keeps its last picture. scene=%s", self._audience.scene)
        painter = QPainter(self)
        sheet = self._sheet()
        if self._still.isNull():
            painter.fillRect(sheet, QColor(self._theme.bg))
        else:
            painter.drawPixmap(sheet.toRect(), self._still)
            if not self._patch.isNull():
                painter.drawPixmap(self._patch_at, self._patch)
        painter.end()

    def _renew(self) -> None:
        self._seen = None
        self.update()
        self.look()

    def _sheet(self) -> QRectF:
        """Where the wall lies in the widget: all of it, or the largest part of the right proportions."""
        width, height = float(self.width()), float(self.height())
        if self._aspect is not None:
            width, height = min(width, height * self._aspect), min(height, width / self._aspect)
        width, height = max(1.0, round(width)), max(1.0, round(height))
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _draw(self) -> None:
        """Bring both pictures up to date; neither is replaced before it is whole."""
        now, sheet, ratio = self._now(), self._sheet(), self.devicePixelRatioF()
        rect = QRectF(0, 0, sheet.width(), sheet.height())
        box = _around(ring_rect(rect, self._theme, self._audience.scene))
        words = seen(self._audience, now, 1).words
        key = (self._audience, self._theme, words, sheet.size(), ratio)
        still = self._still
        if key != self._kept:
            still = _empty(rect.size().toSize(), ratio)
            with _painting(still) as painter:
                paint_still(painter, rect, self._audience, self._theme, now)
        patch = QPixmap()
        if self._audience.ring is not None or self._audience.scene is Scene.SILENCE:
            patch = still.copy(QRect((box.topLeft().toPointF() * ratio).toPoint(), box.size() * ratio))
            patch.setDevicePixelRatio(ratio)
            with _painting(patch) as painter:
                painter.translate(-box.topLeft())
                paint_ring(painter, rect, self._audience, self._theme, now)
        self._kept, self._still, self._patch = key, still, patch
        self._patch_at = box.translated(sheet.topLeft().toPoint())


def _empty(size: QSize, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    return made


@contextmanager
def _painting(pixmap: QPixmap) -> Iterator[QPainter]:
    """A painter that ends even if a scene raises: Qt would crash on a picture that is freed while painted."""
    painter = QPainter(pixmap)
    try:
        yield painter
    finally:
        painter.end()


def _around(box: QRectF) -> QRect:
    """Whole points round a ring, with room for its soft edge."""
    return box.adjusted(-2, -2, 2, 2).toAlignedRect()
