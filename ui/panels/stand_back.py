"""The host's page for someone four metres away with a clicker: the clock, one line to say, and the next click."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.live.face import Face
from ui.theme import Theme
from ui.type import Role, font
from ui.widgets.glyph import draw_glyph
from ui.widgets.paint import begin, box, dot, hatch

WIDTH, HEIGHT, PAD, BAND = 1440.0, 900.0, 60.0, 158.0
BEATS_LEFT, BEATS_TOP, BEAT_STEP = 1062.0, 193.0, 70.0
CLOCK_BASE, CLOCK_WIDE, BAR_TOP, BAR = 482.0, 930.0, 514.0, 20.0
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class FarView:
    """Finished words for one look. `ends` is when it ends; `late` when that is not the promise.

    `at` is the time in `ends`, set bold. `beat` counts from 0 in `beats`; `click` is what the next click does, with
    its `glyph`; `hints` stand beside it.
    """

    face: Face
    family: str
    headline: str
    ends: str
    at: str
    late: bool
    beats: tuple[str, ...]
    beat: int
    line: str
    click: str
    glyph: str
    hints: tuple[str, str]


class StandBack(QWidget):
    """Paints one `FarView`, scaled to any screen. A press of the mouse anywhere is `left`: back to the desk."""

    left = Signal()

    def __init__(self, *, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: FarView | None = None
        self.setAccessibleName(name)

    def show_view(self, view: FarView) -> None:
        """Show this from now on."""
        if view != self._view:
            self._view = view
            told = (view.headline, view.face.digits, view.ends, view.line, view.click)
            self.setAccessibleDescription(". ".join(told))
            self.update()

    @property
    def view(self) -> FarView | None:
        """What is shown."""
        return self._view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever is back at the desk touches it."""
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything, in px of a screen 1440 by 900."""
        painter = begin(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        if self._view is not None:
            scale = min(self.width() / WIDTH, self.height() / HEIGHT)
            wide, high = self.width() / scale, self.height() / scale
            painter.scale(scale, scale)
            self._head(painter, self._view, wide)
            painter.translate(0, (high - HEIGHT) / 2)
            self._clock(painter, self._view, wide)
            painter.translate(0, (high - HEIGHT) / 2)
            self._band(painter, self._view, wide)
        painter.end()

    def _head(self, painter: QPainter, view: FarView, wide: float) -> None:
        theme = self._theme
        half = wide / 2 - PAD - 10
        _line(painter, QRectF(PAD, 36, half, 60), view.headline, Role.STANDBACK, theme.ink2, LEFT)
        ends = QRectF(wide / 2 + 10, 36, half, 60)
        if view.late:
            painter.setFont(font(Role.STANDBACK_SANS))
            width = min(half, 8 + QFontMetricsF(painter.font()).horizontalAdvance(view.ends))   # the time is bold
            box(painter, QRectF(ends.right() - width - 78, 30, width + 98, 72), radius=14, fill=theme.ember_tint)
            draw_glyph(painter, "clock", theme.ember, QRectF(ends.right() - width - 60, 44, 44, 44))
        _line(painter, ends, view.ends, Role.STANDBACK_SANS, theme.ink, RIGHT, bold=view.at)

    def _clock(self, painter: QPainter, view: FarView, wide: float) -> None:
        theme, face = self._theme, view.face
        painter.save()
        painter.setFont(font(Role.STANDBACK_CLOCK))
        painter.setPen(QColor(theme.ink2 if face.quiet else theme.ink))
        metrics = QFontMetricsF(painter.font())
        bearing = metrics.leftBearing(face.digits[0])
        scale = min(1.0, CLOCK_WIDE / max(1.0, metrics.horizontalAdvance(face.digits) - bearing))
        painter.translate(PAD, CLOCK_BASE)
        painter.scale(scale, scale)
        painter.drawText(QPointF(-bearing, 0), face.digits)
        painter.restore()
        for index, name in enumerate(view.beats if len(view.beats) > 1 else ()):
            self._beat(painter, view, wide - WIDTH + BEATS_LEFT, index, name)
        track = QRectF(PAD, BAR_TOP, wide - 2 * PAD, BAR)
        used = QRectF(PAD, BAR_TOP, max(BAR, track.width() * face.used), BAR)
        box(painter, track, radius=BAR / 2, fill=theme.sunken)
        colour = theme.family(view.family).strong
        if face.hatched:
            hatch(painter, track, theme.line2, radius=BAR / 2)
        if face.used > 0 and face.hatched:
            hatch(painter, used, colour, radius=BAR / 2, gap=5)
        elif face.used > 0:
            box(painter, used, radius=BAR / 2, fill=colour)
        _wrapped(painter, QRectF(PAD, 560, wide - 2 * PAD, 172), view.line, Role.STANDBACK_SAY, theme.ink)

    def _beat(self, painter: QPainter, view: FarView, x: float, index: int, name: str) -> None:
        theme, y = self._theme, BEATS_TOP + index * BEAT_STEP
        now = index == view.beat
        if index > view.beat:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ink3), 3))
            painter.drawEllipse(QPointF(x, y), 10.5, 10.5)
        else:
            dot(painter, QPointF(x, y), 12, theme.ink if now else theme.ink3)
        if now:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ink), 3))
            painter.drawEllipse(QPointF(x, y), 20, 20)
        _line(painter, QRectF(x + 36, y - 30, WIDTH - PAD - BEATS_LEFT - 36, 60), name,
              Role.STANDBACK_BOLD if now else Role.STANDBACK_SANS, theme.ink if now else theme.ink2, LEFT)

    def _band(self, painter: QPainter, view: FarView, wide: float) -> None:
        theme, top = self._theme, HEIGHT - BAND
        painter.fillRect(QRectF(0, top, wide, BAND + 2), QColor(theme.ink))
        x = PAD
        if view.glyph:
            draw_glyph(painter, view.glyph, theme.surface, QRectF(PAD + 6, top + 49, 60, 60))
            x += 110
        _line(painter, QRectF(x, top, wide - PAD - 400 - x, BAND), view.click, Role.STANDBACK_CLICK,
              theme.surface, LEFT)
        for number, hint in enumerate(view.hints):
            _line(painter, QRectF(wide - PAD - 380, top + 30 + number * 48, 380, 48), hint,
                  Role.STANDBACK_HINT, theme.surface, RIGHT)


def _line(painter: QPainter, rect: QRectF, text: str, role: Role, colour: str, align: Qt.AlignmentFlag, *,
          bold: str = "") -> None:
    """One line, its middle in the middle of `rect`; smaller where it would not fit, never cut. `bold` is set so."""
    painter.save()
    painter.setPen(QColor(colour))
    before, strong, after = text.partition(bold) if bold else (text, "", "")
    pieces = [(piece, font(wears)) for piece, wears in
              ((before, role), (strong, Role.STANDBACK_BOLD), (after, role)) if piece]
    metrics = QFontMetricsF(font(role))
    widths = [QFontMetricsF(face).horizontalAdvance(piece) for piece, face in pieces]
    width = sum(widths)
    scale = min(1.0, rect.width() / max(1.0, width))
    painter.translate(rect.right() - width * scale if align == RIGHT else rect.left(),
                      rect.center().y() + metrics.capHeight() * scale / 2)
    painter.scale(scale, scale)
    for (piece, face), wide in zip(pieces, widths, strict=True):
        painter.setFont(face)
        painter.drawText(QPointF(0, 0), piece)
        painter.translate(wide, 0)
    painter.restore()


def _wrapped(painter: QPainter, rect: QRectF, text: str, role: Role, colour: str) -> None:
    """Words in as many lines as they need, smaller until all of them are in `rect`."""
    painter.save()
    painter.setFont(font(role))
    painter.setPen(QColor(colour))
    metrics, flags, scale = QFontMetricsF(painter.font()), Qt.TextFlag.TextWordWrap, 1.0
    while scale > 0.3:
        room = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
        needed = metrics.boundingRect(room, flags, text)
        if needed.height() <= room.height() and needed.width() <= room.width():
            break
        scale *= 0.92
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    painter.drawText(QRectF(0, 0, rect.width() / scale, rect.height() / scale), flags, text)
    painter.restore()
