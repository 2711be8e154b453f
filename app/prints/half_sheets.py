"""Two cards to a sheet, one above the other, with a line to cut along: what every card of that size shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style

INSET = 40.0
"""Points from the edge, and from the cut, to the words."""


class Half:
    """Half a sheet that is written from its top downwards. `y` is the top of what comes next."""

    def __init__(self, leaves: Leaves, top: float) -> None:
        self.leaves, self.left, self.y = leaves, INSET, top - INSET
        self.width = leaves.width - 2 * INSET
        self.bottom = top - leaves.height / 2 + INSET * 0.8

    def style(self, face: Face, size: float, pitch: float, *, quiet: bool = False) -> Style:
        """Words in ink, or in the quieter ink."""
        return Style(face, size, pitch, self.leaves.inks.ink2 if quiet else self.leaves.inks.ink)

    def write(self, text: str, style: Style, *, x: float = 0.0, width: float = 0.0, gap: float = 0.0) -> None:
        """A paragraph, `gap` points below what came before; `x` from the left edge of the card."""
        self.y -= gap
        wide = width or self.width - x
        lines = self.leaves.type.balanced(text, style, wide) if style.face is Face.DISPLAY else \
            self.leaves.type.lines([(text, style)], wide)
        for line in lines:
            self.y -= style.pitch
            self.leaves.draw(line, self.left + x, self.y + style.pitch * 0.28)

    def glyph(self, name: str, colour: str) -> None:
        """A drawing in the upper right corner."""
        self.leaves.glyph(name, x=self.left + self.width - 26, y=self.y - 24, side=26, colour=colour)

    def rules(self, count: int, step: float, *, x: float = 0.0, width: float = 0.0) -> None:
        """Lines to write on."""
        for _ in range(count):
            self.y -= step
            self.leaves.hairline(self.left + x, self.y, width or self.width - x, self.leaves.inks.ink3)


def lay_twice(leaves: Leaves, draw: Sequence[Callable[[Half], None]]) -> None:
    """Each card twice on a sheet of its own."""
    for number, card in enumerate(draw):
        if number:
            leaves.canvas.showPage()
        leaves.dashes(16, leaves.height / 2, leaves.width - 16, leaves.height / 2)
        for top in (leaves.height, leaves.height / 2):
            card(Half(leaves, top))
