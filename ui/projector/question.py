"""The question, with its quiet ring. In the last minute the foot becomes a panel; the question never moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.live.scene import Audience, Timer
from ui.projector.changes import minutes_shown, seconds_shown
from ui.projector.fit import READABLE, SMALLEST, Hand, fit, stack
from ui.projector.moments import Foot, foot_at
from ui.projector.sheet import FOOT, HEIGHT, QUESTION, Sheet, digits, foot, numeral, ribbon, ring, write
from ui.widgets.glyph import family_glyph

PANEL = 716.0
"""Where the panel of a cue and of the last minute begins; it reaches down to the edge."""
BESIDE = 60.0
"""Between the foot's words and what is drawn of the time."""

DIGITS_WIDER = 110.0
GAP = 8.0
LAST = Hand(weight=480, pitch=0.80)
WORDS = Hand(serif=False, weight=400, pitch=0.86)


def ring_box(sheet: Sheet, timer: Timer = Timer.RING) -> QRectF:
    """Where the time is drawn: in the ring's place, and for m:ss as wide as its digits need."""
    return sheet.ring.adjusted(-DIGITS_WIDER, 0, 0, 0) if timer is Timer.SECONDS else sheet.ring


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
    words, until = foot_at(audience, now), words_end(sheet, audience)
    if words.panel:
        panel(painter, sheet, words, until)
    else:
        foot(painter, sheet, words.strong, words.quiet, form=audience.form, until=until)


def paint_ring(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The time alone, over whatever ground is there. When it is complete the ring is whole, unless nothing is drawn."""
    countdown = audience.ring
    if countdown is None or countdown.timer is Timer.NOTHING:
        return
    left, words, timer = countdown.remaining(now), foot_at(audience, now), countdown.timer
    ink = sheet.theme.ink if words.panel else sheet.theme.ink2
    if left == 0 or timer in (Timer.RING, Timer.BARE):
        closed = 1.0 - left / countdown.total if countdown.total > 0 else 1.0
        ring(painter, sheet, sheet.ring, family=audience.family, closed=min(1.0, max(0.0, closed)),
             stroke=24.0 if words.end or left == 0 else 14.0)
    if left and timer is Timer.SECONDS:
        digits(painter, sheet, ring_box(sheet, timer), seconds=seconds_shown(countdown, now))
    elif left and timer is not Timer.BARE:
        numeral(painter, sheet, sheet.ring, minutes=minutes_shown(countdown, now), word=audience.minute_word, ink=ink,
                alone=timer is Timer.MINUTES)


def words_end(sheet: Sheet, audience: Audience) -> float:
    """Where the foot's words end: before the time, or at the margin where none is drawn."""
    countdown = audience.ring
    if countdown is None or countdown.timer is Timer.NOTHING:
        return sheet.right
    return ring_box(sheet, countdown.timer).left() - BESIDE


def panel(painter: QPainter, sheet: Sheet, words: Foot, until: float) -> None:
    """A plain ground with words, which do the work that no running digit should do."""
    painter.fillRect(QRectF(-sheet.width, PANEL, 3 * sheet.width, 2 * HEIGHT), QColor(sheet.theme.panel))
    width = until - sheet.left
    above = fit(words.strong, width, 110, largest=84, hand=LAST, lines=1 if words.end else 2)
    below = fit(words.quiet, width, FOOT[1] - FOOT[0] - above.height - GAP, largest=50, hand=WORDS, lines=2)
    height = stack(above, below, GAP)
    top = min(850 - height / 2, FOOT[1] - height)
    write(painter, above, sheet.left, top, sheet.theme.ink)
    write(painter, below, sheet.left, top + height - below.height, sheet.theme.ink)
