"""A card for each table: its number, huge, on both sides of a sheet that is folded to a tent."""

from __future__ import annotations

from app.design.gathering import Gathering
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style
from app.prints.routes import plan_title, sittings
from app.words import Words, say

DIGITS = 0.72
"""Height of a digit of the display face, as a share of its size."""
_MARGIN = 52


def lay_table_cards(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """As many tents as the step with the most tables needs. Raises Trouble where there are no tables."""
    tables = max(len(sitting.tables) for sitting in sittings(gathering, words))
    leaves.about(title=plan_title(gathering, words), subject=words(say("Cards for the tables")))
    leaves.mark(words(say("Cards for the tables")), leaves.height)
    for number in range(1, tables + 1):
        if number > 1:
            leaves.canvas.showPage()
        leaves.dashes(16, leaves.height / 2, leaves.width - 16, leaves.height / 2, fold=True)
        _half(leaves, number, words)
        leaves.canvas.saveState()
        leaves.canvas.translate(leaves.width, leaves.height)
        leaves.canvas.rotate(180)
        _half(leaves, number, words)
        leaves.canvas.restoreState()


def _half(leaves: Leaves, number: int, words: Words) -> None:
    """The lower half of the sheet: the number as large as it goes, and above it what it counts."""
    style = Style(Face.DISPLAY, 330, 330, leaves.inks.ink)
    wide = leaves.type.width(str(number), style)
    size = min(330.0, 330.0 * (leaves.width - 2 * _MARGIN) / wide)
    digits = leaves.type.lines([(str(number), Style(Face.DISPLAY, size, size, leaves.inks.ink))], leaves.width)[0]
    above = leaves.type.lines([(words(say("Table")), Style(Face.TEXT, 30, 36, leaves.inks.ink2))], leaves.width)[0]
    bottom = (leaves.height / 2 - size * DIGITS - 66) / 2
    leaves.draw(digits, (leaves.width - digits.width) / 2, bottom)
    leaves.draw(above, (leaves.width - above.width) / 2, bottom + size * DIGITS + 30)
