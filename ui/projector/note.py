"""A note the room agreed to show: somebody's words, as large as they fit, and nothing beside them."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.fit import SMALLEST, Hand, fit
from ui.projector.sheet import QUESTION, Sheet, foot, ribbon, write
from ui.widgets.glyph import kind_family, kind_glyph

LARGEST = 128
SPOKEN = Hand(weight=400, italic=True, pitch=0.81)


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene. The ribbon is ink unless the kind belongs to a family."""
    ribbon(painter, sheet, family=kind_family(audience.form), glyph=kind_glyph(audience.form))
    top, bottom = QUESTION[0] + 20, QUESTION[1] + 20
    block = fit(audience.heading, sheet.right - sheet.left, bottom - top, largest=LARGEST, smallest=SMALLEST,
                hand=SPOKEN)
    write(painter, block, sheet.left, (top + bottom - block.height) / 2, sheet.theme.ink, hangs=True)
    foot(painter, sheet, audience.foot, audience.foot2, until=sheet.right)

