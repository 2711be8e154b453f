"""The question, with its quiet ring. In the last minute the foot becomes a panel; the question never moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.live.scene import Audience, Ring
from ui.projector.fit import READABLE, SMALLEST, Hand, fit, stack
from ui.projector.sheet import FOOT, HEIGHT, QUESTION, Sheet, foot, numeral, ribbon, ring, write
from ui.widgets.glyph import family_glyph

MINUTE = 60_000
PANEL = 716.0
"""Where the last minute's panel begins; it reaches down to the edge."""

GAP = 8.0
LAST = Hand(weight=480, pitch=0.80)
WORDS = Hand(serif=False, weight=400, pitch=0.86)


def in_panel(audience: Audience, now: int) -> bool:
    """Whether the foot is a panel now: in the last minute and after it, in rounds of more than a minute."""
    countdown = audience.ring
    if countdown is None:
        return False
    left = countdown.remaining(now)
    return any(audience.over) if left == 0 else any(audience.last) and left <= MINUTE < countdown.total


def minutes_shown(countdown: Ring, now: int) -> int:
    """Whole minutes left, rounded up; 0 when the time is complete."""
    return -(-countdown.remaining(now) // MINUTE)


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    paint_still(painter, sheet, audience, now)
    paint_ring(painter, sheet, audience, now)


def paint_still(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """All but the ring: what changes only when a minute's words do."""
    glyph = family_glyph(audience.family) if audience.family else "speaker"
    ribbon(painter, sheet, family=audience.family, glyph=glyph)
    top, bottom = QUESTION
    block = fit(audience.heading, sheet.right - sheet.left, bottom - top, largest=140,
                smallest=READABLE if len(audience.heading) <= 170 else SMALLEST)
    write(painter, block, sheet.left, (top + bottom - block.height) / 2, sheet.theme.ink)
    if in_panel(audience, now):
        _panel(painter, sheet, audience, now)
    else:
        until = sheet.ring.left() - 60 if audience.ring else sheet.right
        foot(painter, sheet, audience.foot, audience.foot2, form=audience.form, until=until)


def paint_ring(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The ring alone, over whatever ground is there."""
    countdown = audience.ring
    if countdown is None:
        return
    left, panel = countdown.remaining(now), in_panel(audience, now)
    closed = 1.0 - left / countdown.total if countdown.total > 0 else 1.0
    ring(painter, sheet, sheet.ring, family=audience.family, closed=min(1.0, max(0.0, closed)),
         stroke=24.0 if panel or left == 0 else 14.0)
    if left:
        numeral(painter, sheet, sheet.ring, minutes=minutes_shown(countdown, now), word=audience.minute_word,
                ink=sheet.theme.ink if panel else sheet.theme.ink2)


def _panel(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """A plain ground with words, which do the work that no running digit should do."""
    painter.fillRect(QRectF(-sheet.width, PANEL, 3 * sheet.width, 2 * HEIGHT), QColor(sheet.theme.panel))
    done = audience.ring is not None and audience.ring.remaining(now) == 0
    strong, quiet = audience.over if done else audience.last
    width = sheet.ring.left() - 60 - sheet.left
    above = fit(strong, width, 110, largest=84, hand=LAST, lines=1)
    below = fit(quiet, width, FOOT[1] - FOOT[0] - above.height - GAP, largest=50, hand=WORDS, lines=2)
    height = stack(above, below, GAP)
    top = min(850 - height / 2, FOOT[1] - height)
    write(painter, above, sheet.left, top, sheet.theme.ink)
    write(painter, below, sheet.left, top + height - below.height, sheet.theme.ink)
