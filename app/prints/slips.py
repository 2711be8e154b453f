"""A slip for each person in the room: their name or number, and where they sit in each step that is assigned.

Eight to a sheet, so that each cut halves the paper; fewer where a way is long. **Cut and stack**: people follow one
another through the sheets, not across one. The first place of sheet 1, 2, 3 … holds the first people by badge, the
second place goes on where the first ended; cut the whole pile at once, lay the small piles on one another, done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.design.gathering import Gathering
from app.groups.roster import Person, clean_name
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style
from app.prints.routes import Stop, place_words, plan_title, routes, sittings
from app.prints.typeset import Line
from app.words import Words, say

Card = TypeVar("Card")
INSET = 24
"""Points from the cut to the words: more than a printer leaves white, and the same on all four sides."""
GRIDS = ((2, 4), (2, 2), (1, 2), (1, 1))
"""Slips across and down, the smallest first."""
_SIZES = ((13.0, 16.5, 30.0), (11.5, 14.5, 25.0), (10.5, 13.0, 21.0))
"""Size and pitch of a step, and the largest a name may be beside it."""
_NAMES = ((30.0, 1), (25.0, 1), (21.0, 1), (25.0, 2), (21.0, 2), (17.0, 2))
"""Size of a name, and the most lines it may take at that size."""
_NUMBER, _SMALL_PITCH = 46.0, 14.0
_GAP, _ROW_GAP, _UNDER_NAME = 12.0, 4.5, 9.0


@dataclass(frozen=True, slots=True)
class Row:
    """One step on a slip: each line, how far to the right it begins, and on which line of the row it stands."""

    lines: tuple[tuple[Line, float, int], ...]
    pitch: float

    @property
    def height(self) -> float:
        """From the top of this row to the top of the next."""
        return (1 + max(place for _, _, place in self.lines)) * self.pitch + _ROW_GAP


@dataclass(frozen=True, slots=True)
class Head:
    """Whose slip it is: the large name and its pitch, what stands small under it, the badge small beside it."""

    name: tuple[Line, ...]
    pitch: float
    under: tuple[Line, ...] = ()
    badge: Line | None = None

    @property
    def height(self) -> float:
        """From its top to its lowest line, in points."""
        return len(self.name) * self.pitch + len(self.under) * _SMALL_PITCH


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip as it is drawn."""

    head: Head
    rows: tuple[Row, ...]


def lay_slips(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """A slip for everybody with a badge who is in the room. Raises Trouble where there are no seats to tell of."""
    ways = [(person, stops) for person, stops in routes(gathering, sittings(gathering, words)) if not person.remote]
    leaves.about(title=plan_title(gathering, words), subject=words(say("Slips: where each person sits")))
    desk = _Desk(leaves, words)
    columns, rows, slips = desk.set(ways)
    leaves.mark(words(say("Slips")), leaves.height)
    width, height = leaves.width / columns, leaves.height / rows
    for number, sheet in enumerate(stacked(slips, columns * rows)):
        if number:
            leaves.canvas.showPage()
        cuts(leaves, columns, rows)
        for place, slip in enumerate(sheet):
            x, top = place % columns * width, leaves.height - place // columns * height
            desk.draw(slip, x + INSET, top - INSET, width - 2 * INSET)


def stacked(cards: Sequence[Card], places: int) -> Iterator[Sequence[Card]]:
    """The cards of each sheet, so that a pile that is cut at once and laid together again is in order."""
    sheets = -(-len(cards) // places)
    return (cards[sheet::sheets] for sheet in range(sheets))


def cuts(leaves: Leaves, columns: int, rows: int) -> None:
    """Where to cut, as far as a printer prints."""
    edge = 16
    for column in range(1, columns):
        x = leaves.width * column / columns
        leaves.dashes(x, edge, x, leaves.height - edge)
    for row in range(1, rows):
        y = leaves.height * row / rows
        leaves.dashes(edge, y, leaves.width - edge, y)


class _Desk:
    """Sets slips and draws them."""

    def __init__(self, leaves: Leaves, words: Words) -> None:
        self._leaves, self._words = leaves, words
        self._small = Style(Face.SANS, 11, _SMALL_PITCH, leaves.inks.ink2)
        self._widest = 8
        self._rows: dict[tuple[int, int, bool], Row] = {}

    def set(self, ways: Sequence[tuple[Person, tuple[Stop, ...]]]) -> tuple[int, int, list[Slip]]:
        """Slips across, down, and every slip: the smallest grid and the largest words that hold everybody's way.

        A way that fills more than a whole sheet goes on with a second slip.
        """
        self._widest = int("8" * len(str(max((stop.table for _, stops in ways for stop in stops), default=1))))
        slips: list[Slip] = []
        for columns, rows in GRIDS:
            width = self._leaves.width / columns - 2 * INSET
            height = self._leaves.height / rows - 2 * INSET
            for size, pitch, most in _SIZES:
                self._rows.clear()
                slips = [slip for person, stops in ways
                         for slip in self._slips(self._head(person, width, most), stops, width, height, size, pitch)]
                if len(slips) == len(ways):
                    return columns, rows, slips
        return (*GRIDS[-1], slips)

    def _slips(self, head: Head, stops: Sequence[Stop], width: float, height: float, size: float,
               pitch: float) -> list[Slip]:
        """The way of one person on one slip, or on as many as it takes."""
        room = height - head.height - 2 * _UNDER_NAME + _ROW_GAP
        sheets: list[list[Row]] = [[]]
        used = 0.0
        for stop in stops:
            told = (stop.step, stop.table, stop.hosts)     # the same for everybody at the table
            if told not in self._rows:
                self._rows[told] = self._row(stop, width, size, pitch)
            row = self._rows[told]
            if sheets[-1] and used + row.height - _ROW_GAP > room:
                sheets.append([])
                used = 0.0
            sheets[-1].append(row)
            used += row.height
        return [Slip(head, tuple(rows)) for rows in sheets]

    def _head(self, person: Person, width: float, most: float) -> Head:
        """The name large and the badge small; where no font here has the name, the badge large and the name small."""
        type_, ink = self._leaves.type, self._leaves.inks.ink
        name, number = clean_name(person.name), str(person.number)
        if not name or not type_.legible(name):
            style = Style(Face.DISPLAY, _NUMBER, _NUMBER * 1.05, ink)
            under = tuple(type_.lines([(name, self._small)], width)) if name else ()
            return Head(tuple(type_.lines([(number, style)], width)), style.pitch, under)
        badge = type_.lines([(number, self._small)], width)[0]
        lines: list[Line] = []
        for size, many in _NAMES:
            if size <= most:
                style = Style(Face.DISPLAY, size, size * 1.18, ink)
                lines = type_.lines([(name, style)], width - badge.width - _GAP)
                if len(lines) <= min(many, len(name.split())):     # more lines than words: a word was cut in two
                    break
        return Head(tuple(lines), style.pitch, badge=badge)

    def _row(self, stop: Stop, width: float, size: float, pitch: float) -> Row:
        """The title, and at its right the table; a host's sentence is long and stands below."""
        inks, type_ = self._leaves.inks, self._leaves.type
        quiet, bold = Style(Face.TEXT, size, pitch, inks.ink2), Style(Face.SANS_BOLD, size, pitch, inks.ink)
        at_tables = stop.sitting.at_tables
        column = max(type_.width(self._words(place_words(self._widest, at_tables=there)), bold)
                     for there in (True, False))
        title = type_.lines([(stop.sitting.title, quiet)], width if stop.hosts else width - column - _GAP)
        where = (say("You are the host of table {n} and stay", n=stop.table) if stop.hosts
                 else place_words(stop.table, at_tables=at_tables))
        told = type_.lines([(self._words(where), bold)], width if stop.hosts else column + 0.01)
        x, first = (0.0, len(title)) if stop.hosts else (width - column, 0)
        return Row((*((line, 0.0, place) for place, line in enumerate(title)),
                    *((line, x, place) for place, line in enumerate(told, start=first))), pitch)

    def draw(self, slip: Slip, x: float, top: float, width: float) -> None:
        """The slip, its words beginning at (x, top)."""
        leaves, head, y = self._leaves, slip.head, top
        if head.badge is not None:
            leaves.draw(head.badge, x + width - head.badge.width, y - head.pitch * 0.72)
        for lines, pitch in ((head.name, head.pitch), (head.under, _SMALL_PITCH)):
            for line in lines:
                y -= pitch
                leaves.draw(line, x, y + pitch * 0.28)
        y -= _UNDER_NAME
        if slip.rows:
            leaves.hairline(x, y, width, leaves.inks.line)
        y -= _UNDER_NAME - _ROW_GAP
        for row in slip.rows:
            for line, left, place in row.lines:
                leaves.draw(line, x + left, y - place * row.pitch - row.pitch * 0.72)
            y -= row.height
