"""Come back: large words and the whole ring. It never says how late it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.sheet import Sheet, foot, heading, ribbon, ring
from ui.widgets.glyph import family_glyph


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family,
           glyph=family_glyph(audience.family) if audience.family else "bell")
    size = 538 * sheet.figure
    circle = QRectF(sheet.right - size, 505 - size / 2, size, size)
    ring(painter, sheet, circle, family=audience.family, closed=1.0, stroke=24.0)
    single = not audience.second
    box = QRectF(sheet.left, 290 if single else 215, circle.left() - 60 - sheet.left, 410 if single else 490)
    heading(painter, sheet, audience.heading, audience.second, box=box, largest=172, pitch=0.77, gap=28)
    foot(painter, sheet, audience.foot, audience.foot2, until=sheet.right)
