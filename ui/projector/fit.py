"""Fits a text into a box: the largest size that holds it, broken into balanced lines. It measures and never paints.

Qt's own line spacing is too loose for a wall, so lines are placed here, one `pitch` apart, and painted one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from ui.type import wall_font

SMALLEST = 38
"""3.5 % of the wall's 1080: what a back row can still read. Nothing but a hostile text goes below it."""

READABLE = 86
"""8 % of the height: a question does not go below it while it has fewer than some 170 characters."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text is set. `pitch` is the line step as a factor of the font's own; `gap` is px between paragraphs."""

    serif: bool = True
    weight: int = 480
    italic: bool = False
    pitch: float = 0.79
    gap: float = 0.0

    def font(self, size: int) -> QFont:
        """The font at `size` px."""
        return wall_font(size, serif=self.serif, weight=self.weight, italic=self.italic)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a fitted text. `baseline` is px below the top of the block, `width` what it takes."""

    text: str
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text that fits: lines from the block's own corner, all in px of the wall's picture."""

    hand: Hand
    size: int
    lines: tuple[Line, ...]
    width: float
    height: float


def fit(text: str, width: float, height: float, *, largest: int, smallest: int = SMALLEST,
        hand: Hand | None = None, lines: int = 99) -> Fitted:
    """`text` at the largest size from `largest` down to `smallest` px at which it fits into `width` x `height` px.

    A line break in `text` stays. A word is broken only if it is too long for a line even at `smallest`. What does
    not fit even so is set smaller still: a wall may show small letters, never cut ones. `lines` is the most lines.
    """
    measure = _Measure(_paragraphs(text), width, height, hand or Hand(), lines)
    floor = min(smallest, largest)
    for anywhere in (False, True):
        if measure.fits(floor, anywhere=anywhere):
            return measure.balanced(measure.largest(floor, largest, anywhere=anywhere), anywhere=anywhere)
    return measure.balanced(measure.largest(1, floor, anywhere=True), anywhere=True)


def stack(upper: Fitted, lower: Fitted, gap: float) -> float:
    """The height of two blocks, one under the other, `gap` px apart; 0 px for an empty one."""
    return upper.height + lower.height + (gap if upper.lines and lower.lines else 0)


def _paragraphs(text: str) -> tuple[str, ...]:
    """One paragraph a line, spaces run together, empty lines and characters that only control left out."""
    clean = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufdd0-\ufdef]", "", text)
    return tuple(filter(None, (re.sub(r"[ \t]+", " ", one).strip(" ")
                               for one in re.split("[\n\v\f\r\u0085\u2028\u2029]+", clean))))


@dataclass(frozen=True, slots=True)
class _Measure:
    """The same paragraphs, measured at one size after the other."""

    paragraphs: tuple[str, ...]
    width: float
    height: float
    hand: Hand
    most: int

    def largest(self, low: int, high: int, *, anywhere: bool) -> int:
        """The largest size that fits, found by bisection; `low` is taken to fit."""
        if self.fits(high, anywhere=anywhere):
            return high
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.fits(middle, anywhere=anywhere) else (low, middle)
        return low

    def fits(self, size: int, *, anywhere: bool) -> bool:
        block = self.block(size, [self.width] * len(self.paragraphs), anywhere=anywhere)
        return block.width <= self.width and block.height <= self.height and len(block.lines) <= self.most

    def balanced(self, size: int, *, anywhere: bool) -> Fitted:
        """The block at `size`, every paragraph at the narrowest width that keeps its number of lines."""
        widths = [self._narrowest(paragraph, size, anywhere=anywhere) for paragraph in self.paragraphs]
        block = self.block(size, widths, anywhere=anywhere)
        whole = self.block(size, [self.width] * len(self.paragraphs), anywhere=anywhere)
        return block if block.width <= self.width and block.height <= whole.height else whole

    def _narrowest(self, paragraph: str, size: int, *, anywhere: bool) -> float:
        alone = replace(self, paragraphs=(paragraph,))
        count = len(alone.block(size, [self.width], anywhere=anywhere).lines)
        low, high = self.width / max(1, count) / 2, self.width
        while count > 1 and high - low > 2:
            middle = (low + high) / 2
            block = alone.block(size, [middle], anywhere=anywhere)
            if len(block.lines) <= count and block.width <= middle:
                high = middle
            else:
                low = middle
        return high

    def block(self, size: int, widths: list[float], *, anywhere: bool) -> Fitted:
        """The paragraphs at `size` px, each broken at its own width."""
        font = self.hand.font(size)
        lines: list[Line] = []
        top = 0.0
        for index, (paragraph, width) in enumerate(zip(self.paragraphs, widths, strict=True)):
            top += self.hand.gap if index else 0.0
            for text, ascent, descent, taken in _broken(paragraph, font, width, anywhere=anywhere):
                step = (ascent + descent) * self.hand.pitch
                lines.append(Line(text, top + ascent - (ascent + descent - step) / 2, taken))
                top += step
        return Fitted(self.hand, size, tuple(lines), max((line.width for line in lines), default=0.0), top)


def _broken(paragraph: str, font: QFont, width: float, *, anywhere: bool) -> list[tuple[str, float, float, float]]:
    """The lines of one paragraph: text, ascent, descent and width taken, in px."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if anywhere else QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(option)
    found = []
    units = paragraph.encode("utf-16-le", "surrogatepass")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        text = units[start:end].decode("utf-16-le", "replace").rstrip(" ")
        found.append((text, line.ascent(), line.descent(), line.naturalTextWidth()))
    layout.endLayout()
    return found
