"""A break: when we begin again, as large as a wall allows, and a cup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.live.scene import Audience
from ui.projector.fit import Hand, fit
from ui.projector.sheet import Sheet, foot, heading, moved, ribbon, write
from ui.widgets.glyph import family_glyph

FIGURES = Hand(weight=480, pitch=0.70)
BASELINE = 680.0


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family, glyph=family_glyph(audience.family) if audience.family else "clock")
    cup_left = sheet.right - 420 * sheet.figure
    with moved(painter, QPointF(sheet.right - 395 * sheet.figure, 310 + (1 - sheet.figure) * 200), sheet.figure):
        _cup(painter, sheet)
    if audience.time:
        words = fit(audience.heading, cup_left - 30 - sheet.left, 120, largest=84, hand=Hand(pitch=0.80), lines=2)
        last = words.lines[-1].baseline if words.lines else 0
        write(painter, words, sheet.left, min(298 - last, 330 - words.height), sheet.theme.ink)
        figures = fit(audience.time, cup_left - 40 - sheet.left, 480, largest=400, hand=FIGURES, lines=1)
        raised = BASELINE - (400 - figures.size) * 0.3
        write(painter, figures, sheet.left - figures.size * 0.027, raised - figures.lines[-1].baseline, sheet.theme.ink)
    else:
        box = QRectF(sheet.left, 220, cup_left - 40 - sheet.left, 480)
        heading(painter, sheet, audience.heading, audience.second, box=box, largest=172, pitch=0.77)
    foot(painter, sheet, audience.foot, audience.foot2, until=sheet.right)


def _cup(painter: QPainter, sheet: Sheet) -> None:
    """A cup on a line, 330 wide and 325 high."""
    pen = QPen(QColor(sheet.theme.ink), 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    handle = QPainterPath(QPointF(258, 144))
    handle.lineTo(284, 144)
    handle.arcTo(QRectF(240, 144, 88, 88), 90, -180)
    handle.lineTo(250, 232)
    painter.drawPath(handle)
    bowl = QPainterPath(QPointF(40, 118))
    bowl.lineTo(258, 118)
    bowl.lineTo(258, 204)
    bowl.cubicTo(258, 252, 224, 284, 178, 284)
    bowl.lineTo(120, 284)
    bowl.cubicTo(74, 284, 40, 252, 40, 204)
    bowl.closeSubpath()
    painter.setBrush(QColor(sheet.theme.panel))
    painter.drawPath(bowl)
    painter.drawLine(QPointF(4, 317), QPointF(294, 317))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(sheet.theme.ink2), 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for x in (102, 152, 202):
        steam = QPainterPath(QPointF(x, 4))
        steam.cubicTo(x + 24, 34, x - 24, 52, x, 82)
        painter.drawPath(steam)
