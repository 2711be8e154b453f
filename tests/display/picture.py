"""Judges a photograph of the wall: is something on it, can the back row read it, is nothing cut off?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from tests.display.letters import Word

SMALLEST = 0.035
"""The smallest letters, as a part of the wall's height."""
CONTRAST = 10.0
MARGIN = 0.03
RIBBON = 0.08
"""The bookmark may hang down over the upper margin, this part of the width wide at most."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`rows` of colours, 0xffRRGGBB."""

    rows: Sequence[Sequence[int]]

    @property
    def width(self) -> int:
        """In px."""
        return len(self.rows[0])

    @property
    def height(self) -> int:
        """In px."""
        return len(self.rows)

    def part(self, left: float, top: float, right: float, bottom: float) -> Iterator[int]:
        """Every px of a rectangle, cut to the picture."""
        across = slice(max(0, round(left)), max(0, round(right)))
        for row in self.rows[max(0, round(top)):max(0, round(bottom))]:
            yield from row[across]


def open_picture(file: Path) -> Picture:
    """Read a PNG."""
    return read_picture(file.read_bytes())


def read_picture(png: bytes) -> Picture:
    """Read a PNG that is no file."""
    return rows_of(QImage.fromData(png))


def rows_of(image: QImage) -> Picture:
    """A picture in memory."""
    assert not image.isNull(), "this is no picture"
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = memoryview(bytes(image.constBits())).cast("I")
    step = image.bytesPerLine() // 4
    return Picture([bits[y * step:y * step + image.width()] for y in range(image.height())])


def faults(picture: Picture, words: Sequence[Word]) -> list[str]:
    """One line for everything that is wrong with a wall on which these words should be."""
    if not words:
        return ["no words are drawn"]
    colours: Counter[int] = Counter()
    for row in picture.rows:
        colours.update(row)
    ((ground, most),) = colours.most_common(1)
    return [*_blank(picture, picture.width * picture.height - most), *_touched_margins(picture, ground),
            *_too_small(picture, words), *(fault for word in words for fault in _hard_to_read(picture, word))]


def unlike(one: Picture, other: Picture) -> float:
    """Which part of two pictures of one size differs, 0 to 1."""
    assert (one.width, one.height) == (other.width, other.height), "two pictures of one size"
    rows = [pair for pair in zip(one.rows, other.rows, strict=True) if pair[0] != pair[1]]    # most are the same
    return sum(a != b for pair in rows for a, b in zip(*pair, strict=True)) / (one.width * one.height)


def contrast(one: int, other: int) -> float:
    """WCAG's ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _blank(picture: Picture, drawn: int) -> Iterator[str]:
    if drawn < 0.01 * picture.width * picture.height:
        yield f"the picture is blank: {drawn} px are not ground"


def _touched_margins(picture: Picture, ground: int) -> Iterator[str]:
    width, height = picture.width, picture.height
    edge, foot = round(MARGIN * height), set(picture.rows[-1])
    grounds = {ground, *foot} if len(foot) == 1 else {ground}   # the panel of the last minute fills the whole width
    sides = {"left": (0, edge, edge, height), "right": (width - edge, edge, width, height),
             "lower": (0, height - edge, width, height)}
    for side, place in sides.items():
        if any(px not in grounds for px in picture.part(*place)):
            yield f"something lies in the {side} margin"
    above = [x for x in range(width) if any(row[x] != ground for row in picture.rows[:edge])]
    if above and above[-1] - above[0] > RIBBON * width:
        yield "something lies in the upper margin beside the ribbon"


def _too_small(picture: Picture, words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        if word.size < SMALLEST * picture.height - 0.01:
            yield f"“{word.text}” is {word.size / picture.height:.1%} of the height"


def _hard_to_read(picture: Picture, word: Word) -> Iterator[str]:
    """The ink of a word is the colour that its box holds most of beside the ground; both ends must have some."""
    right = word.x + 0.38 * word.size * len(word.text)     # less than the narrowest text takes
    top, bottom = word.y - 0.75 * word.size, word.y + 0.2 * word.size
    seen = Counter(picture.part(word.x, top, right, bottom))
    if len(seen) < 2:
        yield f"“{word.text}” is not on the picture"
        return
    (ground, _), (ink, _) = seen.most_common(2)
    if contrast(ink, ground) < CONTRAST:
        yield f"“{word.text}” has a contrast of {contrast(ink, ground):.1f}:1"
    third = (right - word.x) / 3
    for end, left in (("beginning", word.x), ("end", right - third)):
        if ink not in set(picture.part(left, top, left + third, bottom)):
            yield f"the {end} of “{word.text}” is cut off"


def _luminance(colour: int) -> float:
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
