"""Before the beginning: what we come for, when we begin, what time it is, and a circle that fills while people arrive.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.live.audience import clock_time
from app.live.scene import Audience
from ui.projector.fit import Hand, fit
from ui.projector.sheet import QUIET, Sheet, dots, foot, heading, ribbon, write
from ui.widgets.glyph import family_glyph

EMPTY_CHAIRS = frozenset({2, 4, 5, 7, 8, 9, 12, 13, 15, 16, 19, 21})
"""Decoration: it never follows the number of people present."""

FIGURES = Hand(weight=480, pitch=0.79)
BASELINE = 826.0
"""The common baseline of "We begin at" and the time."""


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    family = audience.family or "invitation"
    ribbon(painter, sheet, family=family, glyph=family_glyph(family))
    radius = 262 * sheet.figure
    outer = radius * 284 / 262
    dots(painter, sheet, centre=QPointF(sheet.right - outer, 450), radius=radius, hollow=EMPTY_CHAIRS)
    box = QRectF(sheet.left, 184, sheet.right - 2 * outer - 70 - sheet.left, 436 if audience.time else 516)
    heading(painter, sheet, audience.heading, audience.second, box=box, largest=116, pitch=0.79)
    if not audience.time:
        foot(painter, sheet, audience.foot, audience.foot2, until=sheet.right)
        return
    width = sheet.right - sheet.left
    label = fit(audience.time_label, width * 0.45, 120, largest=54, hand=QUIET, lines=2)
    figures = fit(audience.time, width - label.width - 34, 240, largest=184, hand=FIGURES, lines=1)
    x = sheet.left + (label.width + 34 if label.lines else 0)
    for block, at in ((label, sheet.left), (figures, x)):
        if block.lines:
            write(painter, block, at, BASELINE - block.lines[-1].baseline, sheet.theme.ink)
    _what_time_it_is(painter, sheet, audience, now, width - (x - sheet.left) - figures.width - 60)
    quiet = " ".join(filter(None, (audience.foot, audience.foot2)))
    line = fit(quiet, width, 76, largest=46, hand=QUIET, lines=1)
    write(painter, line, sheet.left, 950 - 26 - line.height * 0.72, sheet.theme.ink2)


def _what_time_it_is(painter: QPainter, sheet: Sheet, audience: Audience, now: int, width: float) -> None:
    """The time of day, quietly at the right, on the line of the time at which we begin."""
    if audience.now_label:
        line = fit(f"{audience.now_label} {clock_time(now)}", width, 120, largest=54, hand=QUIET, lines=2)
        write(painter, line, sheet.right - line.width, BASELINE - line.lines[-1].baseline, sheet.theme.ink2)
