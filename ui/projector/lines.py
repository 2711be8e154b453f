"""A few sentences, one under the other, that a back row reads; the strong one below them."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter

from app.live.scene import Audience
from ui.projector.fit import SMALLEST, Hand, fit
from ui.projector.sheet import FOOT, Sheet, ribbon, write
from ui.widgets.glyph import family_glyph

HEAD = Hand(pitch=0.80)
EACH = Hand(weight=450, pitch=0.83)
STRONG = Hand(serif=False, weight=600, pitch=0.86)
TOP, BOTTOM = 268.0, 740.0
LARGEST = 76
SPACE = 0.42
"""Between two sentences, as a share of their letters."""


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    glyph = family_glyph(audience.family) if audience.family else "speaker"
    ribbon(painter, sheet, family=audience.family, glyph=glyph)
    x = sheet.left + 92 + 36
    head = fit(audience.heading, sheet.right - x, 130, largest=84, hand=HEAD, lines=2)
    write(painter, head, x, 104 - head.height / 2, sheet.theme.ink2)
    width = sheet.right - sheet.left
    size = LARGEST
    while size > SMALLEST and _high(audience.lines, width, size) > BOTTOM - TOP:
        size -= 2
    top = TOP + max(0.0, (BOTTOM - TOP - _high(audience.lines, width, size)) / 2)
    for line in audience.lines:
        block = fit(line, width, BOTTOM - TOP, largest=size, hand=EACH)
        write(painter, block, sheet.left, top, sheet.theme.ink)
        top += block.height + SPACE * size
    painter.fillRect(int(sheet.left), int(FOOT[0]) + 16, int(width), 3, QColor(sheet.theme.ink))
    law = fit(audience.foot2, width, 130, largest=60, hand=STRONG, lines=2)
    write(painter, law, sheet.left, FOOT[0] + 44, sheet.theme.ink)


def _high(lines: tuple[str, ...], width: float, size: int) -> float:
    blocks = [fit(line, width, BOTTOM - TOP, largest=size, hand=EACH) for line in lines]
    return sum(block.height for block in blocks) + SPACE * size * (len(blocks) - 1)
