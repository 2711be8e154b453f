"""Tables from above and the signs of their seats, for every scene in which people change places. Decoration in ink."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.projector.fit import SMALLEST
from ui.projector.sheet import Sheet, centred
from ui.type import wall_font

SIGN = 22.0
"""Half the height of a sign beside a table."""


def table(painter: QPainter, sheet: Sheet, at: QPointF, radius: float, *, number: int = 0, bold: bool = False) -> None:
    """A round table, with its number where it has one."""
    painter.setBrush(QColor(sheet.theme.panel))
    painter.setPen(QPen(QColor(sheet.theme.ink), 8 if bold else 5))
    painter.drawEllipse(at, radius, radius)
    if number:
        size = max(SMALLEST, round(radius * 0.87))
        centred(painter, str(number), wall_font(size, serif=False, weight=600), at.x(), at.y() + size * 0.345,
                sheet.theme.ink)


def person(painter: QPainter, sheet: Sheet, at: QPointF, *, stays: bool) -> None:
    """Somebody from far above: filled is who stays, an open ring who travels, or an empty chair."""
    painter.setBrush(QColor(sheet.theme.ink if stays else sheet.theme.bg))
    painter.setPen(QPen(QColor(sheet.theme.ink), 5))
    painter.drawEllipse(at, 17, 17)


def sign(painter: QPainter, sheet: Sheet, number: int, at: QPointF, size: float = SIGN) -> None:
    """The sign of a seat: disc (the host), triangle, square, cross, moon. Shapes, so that colour is never needed."""
    path = QPainterPath()
    match number:
        case 0:
            path.addEllipse(at, size, size)
        case 1:
            path.moveTo(at + QPointF(0, -size))
            for x, y in ((size * 1.1, size), (-size * 1.1, size)):
                path.lineTo(at + QPointF(x, y))
            path.closeSubpath()
        case 2:
            path.addRoundedRect(QRectF(at.x() - size * 0.9, at.y() - size * 0.9, size * 1.8, size * 1.8), 3, 3)
        case 3:
            third = size * 0.36
            path.addRoundedRect(QRectF(at.x() - size, at.y() - third, 2 * size, 2 * third), 3, 3)
            upright = QPainterPath()
            upright.addRoundedRect(QRectF(at.x() - third, at.y() - size, 2 * third, 2 * size), 3, 3)
            path = path.united(upright)
        case _:
            path.addEllipse(at, size, size)
            bite = QPainterPath()
            bite.addEllipse(at + QPointF(size * 0.62, -size * 0.1), size * 0.86, size * 0.86)
            path = path.subtracted(bite)
    painter.fillPath(path, QColor(sheet.theme.ink))


def arrow(painter: QPainter, sheet: Sheet, start: QPointF, bend: QPointF, end: QPointF) -> None:
    """A way from one seat to another, bent through `bend`, with an open head."""
    path = QPainterPath(start)
    path.quadTo(bend, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(sheet.theme.ink2), 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    back = atan2(bend.y() - end.y(), bend.x() - end.x())
    wings = [end + QPointF(28 * cos(back + turn), 28 * sin(back + turn)) for turn in (0.55, -0.55)]
    painter.drawPolyline([wings[0], end, wings[1]])


def towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    """The point `distance` from `start` on the way to `end`."""
    away = hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
    return start + (end - start) * (distance / away)


def turned(start: QPointF, end: QPointF, degrees: float, distance: float) -> QPointF:
    """The point `distance` from `start`, in the direction of `end` turned clockwise by so many degrees."""
    angle = atan2(end.y() - start.y(), end.x() - start.x()) + degrees * pi / 180
    return start + QPointF(distance * cos(angle), distance * sin(angle))


def round_the(centre: QPointF, reach: tuple[float, float], share: float) -> QPointF:
    """A point on an ellipse, `share` of a turn clockwise from the top."""
    return centre + QPointF(reach[0] * sin(2 * pi * share), -reach[1] * cos(2 * pi * share))
