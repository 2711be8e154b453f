"""The end: a full circle of people and a word to go home with."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.sheet import Sheet, dots, foot, heading, ribbon
from ui.widgets.glyph import family_glyph


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family,
           glyph=family_glyph(audience.family) if audience.family else "people")
    radius = 262 * sheet.figure
    outer = radius * 284 / 262
    dots(painter, sheet, centre=QPointF(sheet.right - outer, 450), radius=radius, hollow=frozenset())
    box = QRectF(sheet.left, 195, sheet.right - 2 * outer - 84 - sheet.left, 520)
    heading(painter, sheet, audience.heading, audience.second, box=box, largest=172, pitch=0.77, gap=24)
    foot(painter, sheet, audience.foot, audience.foot2, until=sheet.right)
