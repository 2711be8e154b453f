"""A wall in a widget: the room's window holds one, the console's miniature is another. It shows and decides nothing.

Large letters are slow to draw, so two pictures are kept: what is seen, and what will most likely be asked for next,
painted while nobody waits. While one fades into the other they are what was and what is. Painting is the one boundary
with a broad except: whatever goes wrong, the room keeps the last good picture.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from math import pi

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.live.scene import Audience, Scene, in_words
from ui.pace import wait
from ui.projector.changes import Seen, next_look, seen
from ui.projector.frame import ring_rect
from ui.projector.picture import Look, Picture, around, look_of
from ui.theme import WallTheme

logger = logging.getLogger(__name__)

WIDE = 16 / 9
FADE, LAST_MINUTE_FADE = 240, 600
"""Milliseconds from one scene to the next, and into the last minute's panel and thicker ring."""
FIRST = 32
"""Milliseconds that a fade is old when it is first seen: the very first frame after a key differs already."""


class WallView(QWidget):
    """Shows an `Audience` at the time of `now` (ms since the epoch), as large as it can be.

    `aspect` is width by height: a miniature keeps that of the room's display. None fills the widget. A `gentle` wall
    fades from one scene into the next; others, and what has no picture to fade from, change at once.
    """

    def __init__(self, *, theme: WallTheme, now: Callable[[], int], aspect: float | None = WIDE, gentle: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gentle = gentle
        self._theme = theme
        self._now = now
        self._aspect = aspect
        self._audience = Audience(Scene.BLANK)
        self._seen: Seen | None = None
        self._coming: Audience | None = None
        self._shown, self._spare = Picture(), Picture()
        self._unseen = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._paint_ahead)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(lambda share: self.update())
        self._fade.finished.connect(self._rest)
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
            self.setAccessibleDescription(in_words(audience))
            self._renew()

    def foresee(self, audience: Audience | None) -> None:
        """This will most likely be shown next: it is painted as soon as there is nothing else to do."""
        self._coming = audience
        self._rest()

    def show_motion(self, *, gentle: bool) -> None:
        """Fade from scene to scene from now on, or change at once."""
        self._gentle = gentle
        if not gentle:
            self._still_now()

    def is_fading(self) -> bool:
        """Whether one scene is turning into another just now."""
        return self._fade.state() == QAbstractAnimation.State.Running

    def is_ready(self) -> bool:
        """Whether nothing fades and what is foreseen has been painted."""
        return not self.is_fading() and not self._idle.isActive()

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
        box = ring_rect(self._sheet(), self._theme, self._audience)
        ratio = self.devicePixelRatioF()
        now = self._now()
        fresh = seen(self._audience, now, box.width() * ratio * pi)
        if self._seen is None or fresh.words != self._seen.words:
            self.update()
        elif fresh != self._seen:
            self.update(around(box))
        self._seen = fresh
        until = next_look(self._audience, now, box.width() * ratio) if self.isVisible() else None
        if until is None:
            self._timer.stop()
        else:
            self._timer.start(wait(self._now, until))

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
        self._unseen = True
        self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()
        self._idle.stop()
        self._still_now()
        self._spare.give_back()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another picture."""
        super().resizeEvent(event)
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture that is right now, or the last good one."""
        try:
            self._bring_up_to_date()
        except Exception:
            logger.exception("The wall could not be drawn; it keeps its last picture. scene=%s", self._audience.scene)
        painter = QPainter(self)
        sheet = self._sheet().toRect()
        if self._shown.is_empty():
            painter.fillRect(sheet, QColor(self._theme.bg))
        elif self.is_fading():
            self._spare.draw(painter, sheet)
            self._shown.draw(painter, sheet, self._share())
        else:
            self._shown.draw(painter, sheet)
        painter.end()

    def _renew(self) -> None:
        self._seen = None
        self.update()
        self.look()
        self._rest()

    def _sheet(self) -> QRectF:
        """Where the wall lies in the widget: all of it, or the largest part of the right proportions."""
        width, height = float(self.width()), float(self.height())
        if self._aspect is not None:
            width, height = min(width, height * self._aspect), min(height, width / self._aspect)
        width, height = max(1.0, round(width)), max(1.0, round(height))
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _bring_up_to_date(self) -> None:
        """Show the picture that is right now. Raises what a scene raises; what was seen then stays."""
        now, look = self._now(), self._look(self._audience)
        if look != self._shown.look:
            self._turn(look, now)
        self._shown.lay_ring(self._audience, now)
        self._unseen = False

    def _turn(self, look: Look, now: int) -> None:
        """Bring the other picture forward, painted ahead or now; a fade begins from whatever is seen."""
        before = self._shown.look
        fades = (self._gentle and not self._unseen and self.isVisible() and before is not None
                 and before.on_the_same_ground(look))
        if self.is_fading():
            if fades:
                self._spare.blend(self._shown, self._share())
                self._shown, self._spare = self._spare, self._shown
            self._fade.stop()
        if self._spare.look != look:
            self._spare.paint(look, self._audience, now)
        self._shown, self._spare = self._spare, self._shown
        if fades and before is not None:
            self._fade.setDuration(LAST_MINUTE_FADE if before.audience == look.audience and before.words != look.words
                                   else FADE)
            self._fade.start()
            self._fade.setCurrentTime(FIRST)
        else:
            self._rest()

    def _share(self) -> float:
        """How far the shown picture covers the one before, 0 to 1."""
        return float(self._fade.currentValue())

    def _still_now(self) -> None:
        """What fades is there at once."""
        self._fade.stop()
        self.update()

    def _rest(self) -> None:
        """There is time to paint what comes, unless something moves or nobody looks."""
        if self._coming is not None and self.isVisible() and not self.is_fading():
            self._idle.start()

    def _paint_ahead(self) -> None:
        """Paint what is foreseen over the picture that nobody needs."""
        if self._coming is None or self.is_fading() or self._shown.look != self._look(self._audience):
            return   # what is asked for now comes first; it calls again
        look = self._look(self._coming)
        if look not in (self._shown.look, self._spare.look):
            try:
                self._spare.paint(look, self._coming, self._now())
            except Exception:
                logger.exception("The next wall could not be painted ahead. scene=%s", self._coming.scene)

    def _look(self, audience: Audience) -> Look:
        return look_of(audience, self._theme, self._sheet().toRect().size(), self.devicePixelRatioF(), self._now())
