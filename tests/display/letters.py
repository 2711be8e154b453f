"""Reads words and their sizes out of a drawing (SVG), each with everything that moves and scales it. It knows no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of words on one line: the left end of its baseline and the size of its letters, in px."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class _Lie:
    """Scale and offset, across and down."""

    sx: float = 1.0
    sy: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def then(self, transform: str) -> _Lie:
        """What `matrix(a b c d e f)` makes of it."""
        matrix = re.fullmatch(r"\s*matrix\(([^)]*)\)\s*", transform)
        if matrix is None:
            return self
        a, _, _, d, e, f = (float(one) for one in re.split(r"[\s,]+", matrix.group(1).strip()))
        return _Lie(self.sx * a, self.sy * d, self.dx + self.sx * e, self.dy + self.sy * f)


def words_of(drawing: str) -> list[Word]:
    """Every run of words, in the order in which they are drawn."""
    found: list[Word] = []

    def walk(element: ElementTree.Element, lie: _Lie) -> None:
        lie = lie.then(element.get("transform", ""))
        text = "".join(element.itertext()).strip()
        if element.tag == f"{SVG}text" and text:
            x, y, size = (float(element.get(name, 0)) for name in ("x", "y", "font-size"))
            found.append(Word(text, lie.dx + lie.sx * x, lie.dy + lie.sy * y, abs(lie.sy) * size))
        for child in element:
            walk(child, lie)

    walk(ElementTree.fromstring(drawing), _Lie())
    return found
