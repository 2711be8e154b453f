"""Promise cards in two halves, two to a sheet: the left half stays with the maker, the right one with the witness.

The witness half has no date: whoever heard a promise keeps it in mind and keeps no list.
"""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from app.design.cafe import most_coming
from app.design.gathering import Gathering
from app.library.protocol import Family
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style, family_glyph
from app.prints.routes import plan_title
from app.words import Text, Words, say

EDGE = 37.0
"""Points from the edge of the paper, and from the fold, to the words."""
_RIBBON = (21.0, 39.0)
_LINE = 31.0
"""Points from one line to write on to the next: a pen in a hand without a table."""


def lay_promise_cards(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """As many blank cards as people may come, two to a sheet; cut once across, torn along the dots."""
    leaves.about(title=plan_title(gathering, words), subject=words(say("Promise cards")))
    leaves.mark(words(say("Promise cards")), leaves.height)
    for sheet in range(-(-most_coming(gathering) // 2)):
        if sheet:
            leaves.canvas.showPage()
        leaves.dashes(16, leaves.height / 2, leaves.width - 16, leaves.height / 2)
        for top in (leaves.height, leaves.height / 2):
            middle = leaves.width / 2
            leaves.dashes(middle, top - 21, middle, top - leaves.height / 2 + 21, fold=True)
            _maker(_Part(leaves, words, 0, top))
            _witness(_Part(leaves, words, middle, top))


class _Part:
    """One half of a card, written from its top downwards. `y` is the top of what comes next."""

    def __init__(self, leaves: Leaves, words: Words, left: float, top: float) -> None:
        self.leaves, self.words = leaves, words
        self.x, self.y = left + EDGE, top - EDGE
        self.width = leaves.width / 2 - 1.84 * EDGE
        self.foot = top - leaves.height / 2 + 24
        self._ribbon(self.x + self.width - _RIBBON[0], top)

    def title(self, text: Text) -> None:
        """The large words, beside the ribbon."""
        self._write(text, Style(Face.DISPLAY, 22.5, 28, self.leaves.inks.ink), self.width - _RIBBON[0] - 8)

    def ask(self, text: Text, gap: float) -> None:
        """Small words before a line, `gap` points below what came before."""
        self.y -= gap
        self._write(text, Style(Face.SANS, 11.5, 15, self.leaves.inks.ink2), self.width)

    def rules(self, count: int, step: float = _LINE) -> None:
        """Lines to write on."""
        for _ in range(count):
            self.y -= step
            self.leaves.hairline(self.x, self.y, self.width, self.leaves.inks.ink3)

    def last(self, text: Text) -> None:
        """What stands at the foot of the card, its last line always at one height."""
        style = Style(Face.ITALIC, 12, 15.5, self.leaves.inks.ink2)
        lines = self.leaves.type.balanced(self.words(text), style, self.width)
        for above, line in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
            self.leaves.draw(line, self.x, self.foot + above * style.pitch)

    def _write(self, text: Text, style: Style, width: float) -> None:
        for line in self.leaves.type.lines([(self.words(text), style)], width):
            self.y -= style.pitch
            self.leaves.draw(line, self.x, self.y + style.pitch * 0.28)

    def _ribbon(self, x: float, top: float) -> None:
        width, height = _RIBBON
        path = self.leaves.canvas.beginPath()
        path.moveTo(x, top)
        for right, down in ((0, height), (width / 2, height - width * 0.36), (width, height), (width, 0)):
            path.lineTo(x + right, top - down)
        path.close()
        self.leaves.canvas.setFillColor(HexColor(self.leaves.inks.family(Family.COMMITMENT)))
        self.leaves.canvas.drawPath(path, stroke=0, fill=1)
        side = width * 0.56
        self.leaves.glyph(family_glyph(Family.COMMITMENT), x=x + (width - side) / 2, y=top - height * 0.4 - side / 2,
                          side=side, colour="#FFFFFF")


def _maker(part: _Part) -> None:
    part.title(say("I will"))
    part.rules(4)
    part.ask(say("I say it to"), 32)
    part.rules(1)
    part.ask(say("By, if I want to say when"), 16)
    part.rules(1)
    part.last(say("Mine to keep or to take back. If I take it back, I say so."))


def _witness(part: _Part) -> None:
    part.title(say("I heard"))
    part.ask(say("the name"), 2)
    part.rules(1)
    part.ask(say("say: I will"), 26)
    part.rules(4)
    part.last(say("I chase nobody. When we sit down together again, I ask how it is."))
