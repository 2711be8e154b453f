"""One circle, its chairs in order: filled has held the stone, ringed holds it, hollow is to come. A pass is never seen.

The question stands beside it. The circle gives way to long names before the question does; first the names, then the
circle itself become smaller, down to what a back row reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.live.scene import Audience, Turn
from ui.projector.fit import SMALLEST, Hand, fit
from ui.projector.sheet import FOOT, QUESTION, QUIET, STRONG, Sheet, ribbon, write
from ui.projector.tables import round_the
from ui.type import wall_font
from ui.widgets.glyph import family_glyph

MIDDLE_Y = 510.0
RADII = (291.0, 270.0, 250.0, 230.0)
SIZES = (44, 41, SMALLEST)
"""Pixels of a name; nothing on a wall is smaller than the last."""
AWAY, RINGED = 48.0, 12.0
"""From a chair to what stands beside it, and how much further from the one that is ringed."""
DOT, RING = 20.0, 35.0
QUESTION_LEAST, BETWEEN = 640.0, 44.0
"""Width a question is left with, and from it to the nearest name."""
WIDEST = 250.0
"""Width of a name, beyond which its end is left out: in the middle it stands whole."""
FEW = 16
"""Chairs up to which every name stands straight outside of its chair; with more they move apart."""
EDGE = 0.6
"""How far into the right margin a name may reach."""


@dataclass(frozen=True, slots=True)
class _Label:
    """Words beside a chair, from the circle's middle: the point they begin or end at, and where they lie to it."""

    text: str
    x: float
    y: float
    width: float
    side: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A circle as it fits: its radius and middle, its labels, their size, and how wide the question may be."""

    radius: float
    centre: QPointF
    labels: tuple[_Label, ...]
    size: int
    question: float


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family, glyph=family_glyph(audience.family) if audience.family else "people")
    plan = laid(sheet, tuple(name for name, _ in audience.chairs))
    top, bottom = QUESTION[0] + 16, QUESTION[1] - 10
    block = fit(audience.heading, plan.question, bottom - top, largest=98)
    write(painter, block, sheet.left, (top + bottom - block.height) / 2, sheet.theme.ink)
    for number, (label, (_, turn)) in enumerate(zip(plan.labels, audience.chairs, strict=True)):
        at = plan.centre + _round(plan.radius, number, len(audience.chairs))
        _chair(painter, sheet, at, turn)
        _name(painter, sheet, label, plan, bold=turn is Turn.HOLDS)
    _middle(painter, sheet, audience.middle, plan)
    _foot(painter, sheet, audience, plan.question)


def _foot(painter: QPainter, sheet: Sheet, audience: Audience, width: float) -> None:
    above = fit(audience.foot, width, 62, largest=54, smallest=SMALLEST, hand=STRONG, lines=1)
    below = fit(audience.foot2, width, FOOT[1] - FOOT[0] - above.height - 5, largest=46, hand=QUIET, lines=3)
    write(painter, above, sheet.left, FOOT[0] + 6, sheet.theme.ink)
    write(painter, below, sheet.left, FOOT[0] + 11 + above.height, sheet.theme.ink2)


def _middle(painter: QPainter, sheet: Sheet, words: tuple[str, str], plan: Laid) -> None:
    """Whose turn it is, in the open middle."""
    wide = 2 * (plan.radius - RING - 12)
    above = fit(words[0], wide, 130, largest=84, hand=Hand(pitch=0.80), lines=2)
    below = fit(words[1], wide * 0.92, 120 if words[0] else 240, largest=44, hand=QUIET, lines=2 if words[0] else 4)
    height = above.height + below.height
    top = plan.centre.y() - height / 2
    write(painter, above, plan.centre.x() - above.width / 2, top, sheet.theme.ink)
    for line in below.lines:
        painter.setFont(below.hand.font(below.size))
        painter.setPen(QColor(sheet.theme.ink2))
        painter.drawText(QPointF(plan.centre.x() - line.width / 2, top + above.height + line.baseline), line.text)


def _chair(painter: QPainter, sheet: Sheet, at: QPointF, turn: Turn) -> None:
    ink = QColor(sheet.theme.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if turn is not Turn.COMES:
        painter.drawEllipse(at, DOT, DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if turn is Turn.HOLDS:
        painter.setPen(QPen(ink, 5))
        painter.drawEllipse(at, RING - 2.5, RING - 2.5)
    elif turn is Turn.COMES:
        painter.setPen(QPen(ink, 6))
        painter.drawEllipse(at, DOT - 3, DOT - 3)


def _name(painter: QPainter, sheet: Sheet, label: _Label, plan: Laid, *, bold: bool) -> None:
    font = wall_font(plan.size, serif=False, weight=600 if bold else 400)
    measure = QFontMetricsF(font)
    width = measure.horizontalAdvance(label.text)
    x = label.x + RINGED * label.side * bold - (width if label.side < 0 else width / 2 if label.side == 0 else 0)
    painter.setFont(font)
    painter.setPen(QColor(sheet.theme.ink))
    painter.drawText(plan.centre + QPointF(x, label.y + measure.capHeight() / 2), label.text)


def laid(sheet: Sheet, names: tuple[str, ...]) -> Laid:
    """The largest circle with the largest names that leaves the question its room."""
    scale = sheet.figure
    edge = sheet.right + EDGE * (sheet.width - sheet.right)
    best: Laid | None = None
    for radius in RADII:
        for size in SIZES:
            labels = _labels(names, radius * scale, size, WIDEST * scale)
            reach = max(_ends(label)[1] for label in labels)
            centre = QPointF(edge - max(reach, radius * scale + RING), MIDDLE_Y)
            begins = centre.x() + min(-radius * scale - RING, *(_ends(label)[0] for label in labels))
            plan = Laid(radius * scale, centre, labels, size, begins - BETWEEN - sheet.left)
            if plan.question >= QUESTION_LEAST * sheet.width / 1920:
                return plan
            if best is None or plan.question > best.question:
                best = plan
    assert best is not None
    return best


def _ends(label: _Label) -> tuple[float, float]:
    """Where a label begins and ends, from the circle's middle."""
    begins = label.x - (label.width if label.side < 0 else label.width / 2 if label.side == 0 else 0)
    return begins, begins + label.width


def _labels(names: tuple[str, ...], radius: float, size: int, widest: float) -> tuple[_Label, ...]:
    measure = QFontMetricsF(wall_font(size, serif=False, weight=600))
    names = tuple(measure.elidedText(name, Qt.TextElideMode.ElideRight, widest) for name in names)
    away = radius + AWAY
    points = [_round(away, number, len(names)) for number in range(len(names))]
    sides = [_side(number, len(names)) for number in range(len(names))]
    if len(names) > FEW:
        _move_apart(points, sides, away, size * 1.04)
    return tuple(_Label(name, at.x(), at.y() + (RINGED if at.y() > 0 else -RINGED) * (side == 0),
                        measure.horizontalAdvance(name), side)
                 for name, at, side in zip(names, points, sides, strict=True))


def _side(number: int, chairs: int) -> int:
    """Right of the circle, left of it, or, for few chairs, straight above or below."""
    across = sin(2 * pi * number / chairs)
    if abs(across) < 0.02:
        return 0 if chairs <= FEW else 1 if number == 0 else -1
    return 1 if across > 0 else -1


def _move_apart(points: list[QPointF], sides: list[int], away: float, step: float) -> None:
    """On each side, names in the order of their chairs and never closer than `step`; they keep outside the circle."""
    for side in (1, -1):
        mine = sorted((n for n, s in enumerate(sides) if s == side), key=lambda n: points[n].y())
        heights = [points[n].y() for n in mine]
        for _ in range(60):
            for above in range(len(heights) - 1):
                if (short := step - (heights[above + 1] - heights[above])) > 0:
                    heights[above] -= short / 2
                    heights[above + 1] += short / 2
        for number, y in zip(mine, heights, strict=True):
            points[number] = QPointF(side * max(14.0, sqrt(max(0.0, away * away - y * y))), y)


def _round(radius: float, number: int, chairs: int) -> QPointF:
    """A point on a circle about (0, 0), clockwise from the top."""
    return round_the(QPointF(), (radius, radius), number / max(1, chairs))
