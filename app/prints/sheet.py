"""Sheets of one paper that follow one another: where the next line stands, the family bar in the margin, the foot.

It knows nothing of gatherings or notes. All measures are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor

from app.prints.faces import Face, Faces
from app.prints.leaves import Leaves
from app.prints.paper import BOTTOM, LEFT, RIGHT, TOP, Paper, Style
from app.prints.typeset import Line
from app.words import Words

FOOT = 24 * 72 / 25.4
BAR_X, BAR_WIDTH = LEFT - 22, 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading, the number of the page it begins on, and the key that leads there."""

    title: str
    page: int
    key: str


class Sheets(Leaves):
    """The pages of one PDF. `y` is the top of what comes next, counted from the bottom of the sheet; `measure` is how
    wide words may run; `entries` are the bookmarks so far, and `free` the links of every sheet that was kept free.
    """

    def __init__(self, words: Words, *, faces: Faces, resources: Path, foot: str,
                 paper: Paper = Paper.A4, turned: Callable[[], None] = lambda: None) -> None:
        """`foot` runs at the bottom of every page but the first; `turned` is told of every page."""
        super().__init__(words, faces=faces, resources=resources, paper=paper)
        self.measure = self.width - LEFT - RIGHT
        self.y = self.height - TOP
        self.entries: list[Entry] = []
        self.free: list[list[Any]] = []
        self._foot, self._turned = foot, turned
        self._bar: tuple[str, float] | None = None

    def finished(self) -> bytes:
        """The whole file. Nothing can be added afterwards."""
        self.end_bar()
        self._draw_foot()
        return super().finished()

    def bookmark(self, title: str) -> None:
        """An entry of the outline that leads to `y` on this page."""
        key = self.mark(title, self.y + 20)
        self.entries.append(Entry(title, self.canvas.getPageNumber(), key))

    def new_page(self) -> None:
        """Go on at the top of the next sheet; a bar goes on with it."""
        bar = self._bar
        self.end_bar()
        self._draw_foot()
        self.canvas.showPage()
        self._turned()
        self.y = self.height - TOP
        if bar is not None:
            self.begin_bar(bar[0])

    def need(self, height: float) -> None:
        """Turn the page unless `height` points are left on this one."""
        if self.y - height < BOTTOM and self.y < self.height - TOP:
            self.new_page()

    def begin_bar(self, colour: str) -> None:
        """From here on a bar stands in the margin."""
        self._bar = (colour, self.y)

    def end_bar(self) -> None:
        """The bar ends at `y`."""
        if self._bar is not None:
            colour, top = self._bar
            self._bar = None
            if top - self.y > BAR_WIDTH:
                self.canvas.setFillColor(HexColor(colour))
                self.canvas.roundRect(BAR_X, self.y, BAR_WIDTH, top - self.y, BAR_WIDTH / 2, stroke=0, fill=1)

    def rule(self, *, x: float = LEFT, width: float | None = None, colour: str = "") -> None:
        """A hairline at `y`, as wide as words run and in the inks' own line colour unless others are given."""
        self.hairline(x, self.y, self.measure if width is None else width, colour or self.inks.line)

    def ribbon(self, glyph: str, colour: str, *, width: float, height: float) -> None:
        """A bookmark ribbon over the upper edge, at the left margin."""
        path = self.canvas.beginPath()
        path.moveTo(LEFT, self.height)
        path.lineTo(LEFT, self.height - height)
        path.lineTo(LEFT + width / 2, self.height - height + width * 0.36)
        path.lineTo(LEFT + width, self.height - height)
        path.lineTo(LEFT + width, self.height)
        path.close()
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.drawPath(path, stroke=0, fill=1)
        side = width * 0.62
        self.glyph(glyph, x=LEFT + (width - side) / 2, y=self.height - height * 0.41 - side / 2, side=side,
                   colour="#FFFFFF")

    def paragraph(self, lines: Sequence[Line], pitch: float, *, x: float = LEFT, leftward: bool = False) -> None:
        """Lines from `y` downwards, over as many pages as they take; the first few stay together.

        Each begins at `x`; `leftward` each ends at the right margin.
        """
        self.need(min(len(lines), 3) * pitch)
        for line in lines:
            self.need(pitch)
            self.y -= pitch
            left = LEFT + self.measure - line.width if leftward else x + line.indent
            self.draw(line, left, self.y + pitch * 0.28)

    def centred(self, lines: Sequence[Line], pitch: float) -> None:
        """Lines in the middle of the sheet."""
        for line in lines:
            self.y -= pitch
            self.draw(line, (self.width - line.width) / 2, self.y + pitch * 0.28)

    def _draw_foot(self) -> None:
        page = self.canvas.getPageNumber()
        if page == 1:
            return
        style = Style(Face.SANS, 11, 15, self.inks.ink2)
        number = self.type.lines([(str(page), style)], 80)[0]
        room = self.measure - number.width - 20
        self.draw(self.type.lines([(self._foot, style)], room)[0], LEFT, FOOT)
        self.draw(number, LEFT + self.measure - number.width, FOOT)
