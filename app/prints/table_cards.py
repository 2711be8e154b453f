"""A card for each table: its number, huge, on both sides of a sheet that is folded to a tent."""

from __future__ import annotations

from app.design.cafe import rounds_of, tables_of
from app.design.gathering import Gathering
from app.design.seats import wishes_a_list
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style
from app.prints.routes import Sitting, plan_title, sittings
from app.words import Words, say

DIGITS = 0.72
"""Height of a digit of the display face, as a share of its size."""
_MARGIN = 52


def lay_table_cards(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """As many tents as the step with the most tables in the room needs; in a café in which people choose, one spare.

    Raises Trouble where there are no tables.
    """
    tables = at_tables = 0
    if rounds_of(gathering) and not wishes_a_list(gathering):
        tables = at_tables = len(tables_of(gathering)) + 1
    else:
        found = sittings(gathering, words)
        tables = max(_in_the_room(gathering, sitting) for sitting in found)
        at_tables = max((len(sitting.tables) for sitting in found if sitting.at_tables), default=0)
    leaves.about(title=plan_title(gathering, words), subject=words(say("Cards for the tables")))
    leaves.mark(words(say("Cards for the tables")), leaves.height)
    for number in range(1, tables + 1):
        called = words(say("Table") if number <= at_tables else say("Group"))
        if number > 1:
            leaves.canvas.showPage()
        leaves.dashes(16, leaves.height / 2, leaves.width - 16, leaves.height / 2, fold=True)
        _half(leaves, number, called)
        leaves.canvas.saveState()
        leaves.canvas.translate(leaves.width, leaves.height)
        leaves.canvas.rotate(180)
        _half(leaves, number, called)
        leaves.canvas.restoreState()


def _in_the_room(gathering: Gathering, sitting: Sitting) -> int:
    """The highest number of a table at which somebody sits who is not remote."""
    remote = {person.number for person in gathering.roster.people if person.remote}
    return max((number for number, table in enumerate(sitting.tables, start=1) if not remote.issuperset(table)),
               default=0)


def _half(leaves: Leaves, number: int, called: str) -> None:
    """The lower half of the sheet: the number as large as it goes, and above it what it counts."""
    style = Style(Face.DISPLAY, 330, 330, leaves.inks.ink)
    wide = leaves.type.width(str(number), style)
    size = min(330.0, 330.0 * (leaves.width - 2 * _MARGIN) / wide)
    digits = leaves.type.lines([(str(number), Style(Face.DISPLAY, size, size, leaves.inks.ink))], leaves.width)[0]
    above = leaves.type.lines([(called, Style(Face.TEXT, 30, 36, leaves.inks.ink2))], leaves.width)[0]
    bottom = (leaves.height / 2 - size * DIGITS - 66) / 2
    leaves.draw(digits, (leaves.width - digits.width) / 2, bottom)
    leaves.draw(above, (leaves.width - above.width) / 2, bottom + size * DIGITS + 30)
