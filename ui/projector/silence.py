"""Silence: few words and a ring without a numeral; nothing counts down loudly."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.sheet import Sheet, foot, heading, ribbon, ring

STROKE = 10.0
_MIDDLE, _SIZE = 500.0, 498.0


def ring_box(sheet: Sheet) -> QRectF:
    """Where the ring stands, its stroke included."""
    size = _SIZE * sheet.figure
    return QRectF(sheet.right - size, _MIDDLE - size / 2, size, size)


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    paint_still(painter, sheet, audience, now)
    paint_ring(painter, sheet, audience, now)


def paint_still(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """All but the ring."""
    ribbon(painter, sheet, family=audience.family, glyph="silence")
    box = QRectF(sheet.left, 290, ring_box(sheet).left() - 60 - sheet.left, 420)
    heading(painter, sheet, audience.heading, audience.second, box=box, largest=172, pitch=0.77)
    foot(painter, sheet, audience.foot, audience.foot2, until=sheet.right)


def paint_ring(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The ring alone: as far as the round has gone, or at rest."""
    running = audience.ring
    closed = 1.0 - running.remaining(now) / running.total if running is not None and running.total > 0 else 0.0
    ring(painter, sheet, ring_box(sheet), family=audience.family, closed=min(1.0, max(0.0, closed)), stroke=STROKE)
