"""How to form: one group in plan, knee to knee, others round it, and one person who is still looking.

The drawing is decoration: it shows the form and never follows the number of people present.
"""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.live.scene import Audience
from ui.projector.sheet import Sheet, dots, foot, heading, moved, ribbon
from ui.widgets.glyph import family_glyph

RADIUS = 366.0
PLACES = 13
"""Twelve groups and one person, on a circle."""

ALONE, ODD = 4, 9
"""Who still looks, and which group is not of the usual size; counted clockwise from the top."""

_SIZES = {"pairs": (2, 3), "threes": (3, 4), "fours": (4, 5), "table": (4, 5), "table of five": (5, 4)}


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family,
           glyph=family_glyph(audience.family) if audience.family else "people")
    scale = sheet.figure
    reach = (RADIUS + 44) * scale
    centre = QPointF(sheet.right + 50 * scale - reach, 522)
    if audience.form in _SIZES:
        with moved(painter, centre, scale):
            _plan(painter, sheet, audience.form, looking=bool(audience.foot))
    else:
        dots(painter, sheet, centre=centre, radius=300 * scale, hollow=frozenset())
    box = QRectF(sheet.left, 222, centre.x() - reach - 40 - sheet.left, 500)
    heading(painter, sheet, audience.heading, audience.second, box=box, largest=98, pitch=0.80, anchor=0)
    foot(painter, sheet, audience.foot, audience.foot2, until=centre.x() - reach * 0.8)


def _plan(painter: QPainter, sheet: Sheet, form: str, *, looking: bool) -> None:
    usual, odd = _SIZES[form]
    _middle(painter, sheet, form, usual)
    for place in range(PLACES):
        angle = place * 2 * pi / PLACES
        at = QPointF(RADIUS * sin(angle), -RADIUS * cos(angle))
        if looking and place == ALONE:
            _looking(painter, sheet, at)
        else:
            _group(painter, sheet, at, people=odd if place == ODD else usual, turn=angle,
                   table=form.startswith("table"), flip=place % 2 == 0)


def _group(painter: QPainter, sheet: Sheet, at: QPointF, *, people: int, turn: float, table: bool,
           flip: bool) -> None:
    """A small group from far above: dots close together, round a table where there is one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(sheet.theme.ink2))
    spread = {2: 27.0, 3: 30.0, 4: 35.0, 5: 40.0}[people] + (5 if table else 0)
    size = 19.5 if people < 5 and not table else 16.0
    for person in range(people):
        angle = turn + 2 * pi * person / people + (pi / 2 if people == 2 else pi / people if flip else 0)
        painter.drawEllipse(at + QPointF(spread * sin(angle), -spread * cos(angle)), size, size)
    if table:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(sheet.theme.ink2), 5))
        painter.drawEllipse(at, 15, 15)


def _looking(painter: QPainter, sheet: Sheet, at: QPointF) -> None:
    """One person alone, an arm up and the hand open."""
    ink = QColor(sheet.theme.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(at + QPointF(-16, 14), 19.5, 19.5)
    palm = at + QPointF(26, -34)
    painter.setPen(QPen(ink, 11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([at + QPointF(-10, 25), at + QPointF(19, 23), palm])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(palm.x() - 13, palm.y() - 14, 26, 26), 11, 11)
    for tilt, length in ((-62.0, 24.0), (-21.0, 32.0), (-6.0, 36.0), (9.0, 34.0), (26.0, 29.0)):
        angle = tilt * pi / 180
        root = palm + QPointF(10 * sin(angle), -7 * cos(angle))
        painter.setPen(QPen(ink, 6.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(root, palm + QPointF(length * sin(angle), -length * cos(angle)))


def _middle(painter: QPainter, sheet: Sheet, form: str, people: int) -> None:
    """One group seen from above, close enough to see knees; or round its table."""
    table = form.startswith("table")
    if table:
        painter.setBrush(QColor(sheet.theme.panel))
        painter.setPen(QPen(QColor(sheet.theme.ink2), 7))
        painter.drawEllipse(QPointF(0, 0), 88, 88)
    away = {2: 142.0, 3: 146.0, 4: 168.0, 5: 184.0}[people] - (4 if table else 0)
    start = 90.0 if people == 2 else 45.0 if people == 4 else 0.0
    for person in range(people):
        painter.save()
        painter.rotate(start + 360 / people * person)
        painter.translate(0, -away)
        _sitting(painter, sheet, knees=not table)
        painter.restore()


def _sitting(painter: QPainter, sheet: Sheet, *, knees: bool) -> None:
    """A person from above, facing down the page: shoulders, head and, without a table, knees."""
    painter.setPen(Qt.PenStyle.NoPen)
    if knees:
        painter.setBrush(QColor(sheet.theme.ink2))
        for x in (-46.0, 9.0):
            painter.drawRoundedRect(QRectF(x, 10, 37, 111), 18.5, 18.5)
    painter.setBrush(QColor(sheet.theme.ink))
    painter.drawRoundedRect(QRectF(-85, -46, 170, 92), 46, 46)
    painter.setBrush(QColor(sheet.theme.bg))
    painter.drawEllipse(QPointF(0, 5), 41, 41)
