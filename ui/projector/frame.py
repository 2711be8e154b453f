"""Paints one whole wall into a rectangle of any size: the room's window and its miniature call the same function."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.live.scene import Audience, Scene, Timer
from ui.projector import (
    blank,
    break_,
    call_back,
    circle,
    closing,
    gather,
    lines,
    message,
    move,
    note,
    question,
    seats,
    silence,
    topics,
    welcome,
)
from ui.projector.changes import RINGED
from ui.projector.sheet import HEIGHT, Sheet, moved
from ui.theme import WallTheme

_STILL = {Scene.SILENCE: silence.paint_still, Scene.TOPICS: topics.paint_still}


def paint_wall(painter: QPainter, rect: QRectF, audience: Audience, theme: WallTheme, now: int) -> None:
    """The wall of `audience` at the instant `now` (ms since the epoch), filling `rect`."""
    painter.fillRect(rect, QColor(theme.bg))
    with _laid(painter, rect, theme) as sheet:
        match audience.scene:
            case Scene.WELCOME:
                welcome.paint(painter, sheet, audience, now)
            case Scene.GATHER:
                gather.paint(painter, sheet, audience, now)
            case Scene.MOVE:
                move.paint(painter, sheet, audience, now)
            case Scene.SEATS:
                seats.paint(painter, sheet, audience, now)
            case Scene.QUESTION:
                question.paint(painter, sheet, audience, now)
            case Scene.CIRCLE:
                circle.paint(painter, sheet, audience, now)
            case Scene.LINES:
                lines.paint(painter, sheet, audience, now)
            case Scene.TOPICS:
                topics.paint(painter, sheet, audience, now)
            case Scene.CALL_BACK:
                call_back.paint(painter, sheet, audience, now)
            case Scene.BREAK:
                break_.paint(painter, sheet, audience, now)
            case Scene.CLOSING:
                closing.paint(painter, sheet, audience, now)
            case Scene.MESSAGE:
                message.paint(painter, sheet, audience, now)
            case Scene.NOTE:
                note.paint(painter, sheet, audience, now)
            case Scene.SILENCE:
                silence.paint(painter, sheet, audience, now)
            case Scene.BLANK:
                blank.paint(painter, sheet, audience, now)


def paint_still(painter: QPainter, rect: QRectF, audience: Audience, theme: WallTheme, now: int) -> None:
    """The wall without its ring: what can be kept until the words change."""
    if audience.scene not in RINGED:
        paint_wall(painter, rect, audience, theme, now)
        return
    painter.fillRect(rect, QColor(theme.bg))
    with _laid(painter, rect, theme) as sheet:
        _STILL.get(audience.scene, question.paint_still)(painter, sheet, audience, now)


def paint_ring(painter: QPainter, rect: QRectF, audience: Audience, theme: WallTheme, now: int) -> None:
    """The ring alone, over a still wall painted into the same `rect`; nothing where the scene has no ring."""
    if audience.scene in RINGED:
        with _laid(painter, rect, theme) as sheet:
            (silence if audience.scene is Scene.SILENCE else question).paint_ring(painter, sheet, audience, now)


def ring_rect(rect: QRectF, theme: WallTheme, audience: Audience | None = None) -> QRectF:
    """Where in `rect` the time of a question, or the ring of silence, is drawn."""
    scale, origin, sheet = placed(rect, theme)
    timer = audience.ring.timer if audience is not None and audience.ring is not None else Timer.RING
    silent = audience is not None and audience.scene is Scene.SILENCE
    ring = silence.ring_box(sheet) if silent else question.ring_box(sheet, timer)
    return QRectF(origin.x() + ring.x() * scale, origin.y() + ring.y() * scale, ring.width() * scale,
                  ring.height() * scale)


def placed(rect: QRectF, theme: WallTheme) -> tuple[float, QPointF, Sheet]:
    """How a sheet lies in `rect`: its scale, its origin, and the sheet itself, from 4:3 to 16:9.

    A wider or a narrower rectangle keeps the sheet whole in its middle.
    """
    aspect = rect.width() / max(1.0, rect.height())
    sheet = Sheet(min(1920.0, max(1440.0, HEIGHT * aspect)), theme)
    scale = min(rect.width() / sheet.width, rect.height() / HEIGHT)
    return scale, QPointF(rect.x() + (rect.width() - sheet.width * scale) / 2,
                          rect.y() + (rect.height() - HEIGHT * scale) / 2), sheet


@contextmanager
def _laid(painter: QPainter, rect: QRectF, theme: WallTheme) -> Iterator[Sheet]:
    """Paint in the sheet's own px while they fill `rect`; what has no end of its own ends at its edges."""
    scale, origin, sheet = placed(rect, theme)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
                           | QPainter.RenderHint.SmoothPixmapTransform)
    with moved(painter, origin, scale):
        painter.setClipRect(QRectF((rect.x() - origin.x()) / scale, (rect.y() - origin.y()) / scale,
                                   rect.width() / scale, rect.height() / scale), Qt.ClipOperation.IntersectClip)
        yield sheet
