"""The wall's sheet of paper and what every scene puts on it: ribbon, words, foot and ring. It decides nothing.

Everything is in px of a picture 1080 high: 1920 wide at 16:9, 1440 at 4:3; who paints it scales the painter.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, pi, sin
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.projector.fit import Fitted, Hand, fit, stack
from ui.theme import WallTheme
from ui.type import wall_font
from ui.widgets.glyph import draw_glyph, form_glyph

HEIGHT = 1080.0
QUESTION = (180.0, 700.0)
"""Top and bottom of the box in which a question is centred."""

FOOT = (750.0, 950.0)
RING = 200.0
STRONG = Hand(serif=False, weight=600, pitch=0.81)
QUIET = Hand(serif=False, weight=400, pitch=0.86)
ITALIC = Hand(weight=400, italic=True, pitch=0.83)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its width in px (1440 to 1920) and its colours."""

    width: float
    theme: WallTheme

    @property
    def left(self) -> float:
        """The left margin: 140 at 16:9, 105 at 4:3."""
        return 140.0 * self.width / 1920.0

    @property
    def right(self) -> float:
        """The x of the right margin."""
        return self.width - self.left

    @property
    def ring(self) -> QRectF:
        """Where the ring of a question stands, its stroke included."""
        return QRectF(self.right - RING, (FOOT[0] + FOOT[1] - RING) / 2, RING, RING)

    @property
    def figure(self) -> float:
        """The scale of drawings beside the words: 1 at 16:9, less where the sheet is narrower."""
        return 0.76 + 0.24 * (self.width - 1440.0) / 480.0


@contextmanager
def moved(painter: QPainter, origin: QPointF, scale: float) -> Iterator[None]:
    """Draw with another origin and scale; the painter comes back as it was, even from a scene that raises."""
    painter.save()
    painter.translate(origin)
    painter.scale(scale, scale)
    try:
        yield
    finally:
        painter.restore()


def ribbon(painter: QPainter, sheet: Sheet, *, family: str, glyph: str) -> None:
    """The bookmark at the left margin, 92 x 168, in the family's colour (ink where there is none)."""
    x, w, h, notch = sheet.left, 92.0, 168.0, 32.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(sheet.theme.family(family)))
    painter.drawPolygon(QPolygonF([QPointF(x, -HEIGHT), QPointF(x + w, -HEIGHT), QPointF(x + w, h),
                                   QPointF(x + w / 2, h - notch), QPointF(x, h)]))
    draw_glyph(painter, glyph, sheet.theme.bg, QRectF(x + w / 2 - 29, 39, 58, 58))


def write(painter: QPainter, block: Fitted, x: float, top: float, colour: str, *, hangs: bool = False) -> None:
    """A fitted text with its left upper corner at (x, top). Lines that are read from the right begin at its right.

    A quotation mark that `hangs` stands in the margin before the first line, so that words stand under words.
    """
    font = block.hand.font(block.size)
    painter.setPen(QColor(colour))
    painter.setFont(font)
    for place, line in enumerate(block.lines):
        begins = block.width - line.width if _from_the_right(line.text) else 0.0
        if hangs and place == 0 and not begins:
            begins = -QFontMetricsF(font).horizontalAdvance(line.text[0])
        painter.drawText(QPointF(x + begins, top + line.baseline), line.text)


def _from_the_right(text: str) -> bool:
    """Whether a line is read from the right: its first letter that has a direction decides."""
    directions = (bidirectional(sign) for sign in text)
    return next((d != "L" for d in directions if d in ("L", "R", "AL")), False)


def heading(painter: QPainter, sheet: Sheet, text: str, second: str, *, box: QRectF, largest: int,
            pitch: float, anchor: float = 0.5, gap: float = 44.0) -> None:
    """A heading and its italic line as one block in `box`; `anchor` 0 stands at the top, 0.5 in the middle."""
    below = fit(second, box.width(), box.height() * 0.42, largest=72, hand=ITALIC)
    room = box.height() - (below.height + gap if below.lines else 0)
    above = _headed(text, box.width(), room, largest=largest, hand=Hand(pitch=pitch))
    height = stack(above, below, gap)
    top = box.top() + (box.height() - height) * anchor
    write(painter, above, box.left(), top, sheet.theme.ink)
    write(painter, below, box.left(), top + height - below.height, sheet.theme.ink2)


def _headed(text: str, width: float, height: float, *, largest: int, hand: Hand) -> Fitted:
    """A heading keeps its own line breaks, and no others, if a slightly smaller size is all that takes."""
    own = text.strip().count("\n") + 1
    kept = fit(text, width, height, largest=largest, hand=hand, lines=own)
    return kept if own > 1 and kept.size >= largest * 0.62 else fit(text, width, height, largest=largest, hand=hand)


def foot(painter: QPainter, sheet: Sheet, strong: str, quiet: str, *, form: str = "", until: float) -> None:
    """The two lines below, with the dots of `form` before them; they end before x = `until`."""
    if not strong and not quiet:
        return
    x = sheet.left
    if form:
        draw_glyph(painter, form_glyph(form), sheet.theme.ink, QRectF(x - 21, 783, 134, 134))
        x += 148
    above = fit(strong, until - x, 124, largest=54, smallest=38, hand=STRONG, lines=2)
    below = fit(quiet, until - x, FOOT[1] - FOOT[0] - above.height - 5, largest=46, hand=QUIET, lines=3)
    height = stack(above, below, 5)
    top = min(850 - height / 2, FOOT[1] - height)
    write(painter, above, x, top, sheet.theme.ink)
    write(painter, below, x, top + height - below.height, sheet.theme.ink2)


def ring(painter: QPainter, sheet: Sheet, box: QRectF, *, family: str, closed: float, stroke: float) -> None:
    """A ring that has closed clockwise by `closed` (0 to 1) of its round; the rest is the quiet track."""
    inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if closed < 1:
        painter.setPen(QPen(QColor(sheet.theme.track), stroke))
        painter.drawEllipse(inner)
    pen = QPen(QColor(sheet.theme.family(family)), stroke)
    if closed >= 1:
        painter.setPen(pen)
        painter.drawEllipse(inner)
    elif closed > 0.001:
        round_cap = stroke < 20   # a thick ring is nearly whole: round ends would hide the last of the gap
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(closed * 360 * 16))


def digits(painter: QPainter, sheet: Sheet, box: QRectF, *, seconds: int) -> None:
    """m:ss at the right of `box`, in digits of one width: nothing moves but what has changed."""
    figures = f"{seconds // 60}:{seconds % 60:02d}"
    size = 124.0
    font = wall_font(size, serif=True, weight=480)
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    wide = QFontMetricsF(font).horizontalAdvance("8" * (len(figures) - 1) + ":")
    if wide > box.width():
        size *= box.width() / wide
        font.setPixelSize(int(size))
    painter.setFont(font)
    painter.setPen(QColor(sheet.theme.ink))
    painter.drawText(QPointF(box.right() - QFontMetricsF(font).horizontalAdvance(figures),
                             box.center().y() + size * 0.33), figures)


def numeral(painter: QPainter, sheet: Sheet, box: QRectF, *, minutes: int, word: str, ink: str,
            alone: bool = False) -> None:
    """Whole minutes in the middle of a ring, and the word for minutes under them; larger where they stand `alone`."""
    figures = str(minutes)
    if alone:
        size = 150 if len(figures) < 3 else 116
        x = box.center().x()
        centred(painter, figures, wall_font(size, serif=True, weight=480), x, box.top() + 126, sheet.theme.ink)
        centred(painter, word, wall_font(44, serif=False, weight=400), x, box.top() + 180, ink)
        return
    size = 90 if len(figures) < 3 else 70
    x = box.center().x()
    centred(painter, figures, wall_font(size, serif=True, weight=480), x, box.top() + 111, sheet.theme.ink)
    centred(painter, word, wall_font(40, serif=False, weight=400), x, box.top() + 144, ink)


def centred(painter: QPainter, text: str, font: QFont, x: float, baseline: float, colour: str) -> None:
    """One short text on `baseline`, its middle at `x`."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(x - QFontMetricsF(font).horizontalAdvance(text) / 2, baseline), text)


def dots(painter: QPainter, sheet: Sheet, *, centre: QPointF, radius: float, hollow: frozenset[int]) -> None:
    """A circle of 24 people: filled, except those in `hollow` (0 is at the top, then clockwise)."""
    size = 22.0 * radius / 262.0
    line = 7.0 * radius / 262.0
    for index in range(24):
        angle = index * pi / 12
        at = QPointF(centre.x() + radius * sin(angle), centre.y() - radius * cos(angle))
        if index in hollow:
            painter.setPen(QPen(QColor(sheet.theme.ink), line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, size - line / 2, size - line / 2)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(sheet.theme.ink))
            painter.drawEllipse(at, size, size)

