"""The list a host holds in hand when somebody asks "where am I?": everybody by name with the numbers of their tables,
then a page for each step with the names at each table.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.design.gathering import Gathering
from app.groups.roster import Roster, clean_name, labels
from app.prints.columns import Columns, Row
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import MM, Style
from app.prints.routes import Sitting, Stop, by_name, place_words, plan_title, routes, sittings
from app.prints.typeset import Line
from app.words import Words, say, say_n

SIDE, TOP, BOTTOM, FOOT = 18 * MM, 18 * MM, 24 * MM, 13 * MM
MOST_ACROSS = 12
"""Steps beside one name; a longer day has its names a second time for the rest."""
_BETWEEN = 30.0


def lay_seating(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """Names first, then tables. Raises Trouble where there are no seats to tell of."""
    found = sittings(gathering, words)
    leaves.about(title=plan_title(gathering, words), subject=words(say("Who sits where")))
    seating = _List(leaves, gathering, words, found)
    for first in range(0, len(found), MOST_ACROSS):
        seating.names(first, min(len(found), first + MOST_ACROSS))
    for number in range(len(found)):
        seating.tables(number)


class _List:
    """One seating list on its way to paper."""

    def __init__(self, leaves: Leaves, gathering: Gathering, words: Words, found: tuple[Sitting, ...]) -> None:
        self._leaves, self._gathering, self._words, self._found = leaves, gathering, words, found
        self._measure = leaves.width - 2 * SIDE
        ink, ink2 = leaves.inks.ink, leaves.inks.ink2
        self._heading = Style(Face.DISPLAY, 24, 30, ink)
        self._text = Style(Face.SANS, 11, 15, ink)
        self._quiet = Style(Face.SANS, 11, 15, ink2)
        self._bold = Style(Face.SANS_BOLD, 11, 15, ink)
        self._table = Style(Face.SANS_BOLD, 13, 19, ink)
        self._called = _called(leaves, gathering.roster)
        digits = len(str(max(len(found), *(len(sitting.tables) for sitting in found))))
        self._cell = 8.0 + 6 * max(2, digits)
        self._name = 110.0 if any(clean_name(person.name) for person in gathering.roster.people) else 30.0
        self._remote = {person.number for person in gathering.roster.people if person.remote}
        self._pages = 0

    def names(self, first: int, last: int) -> None:
        """Everybody by name, with their table in each of the steps from `first` up to `last`."""
        steps = self._found[first:last]
        heading = self._words(say("Who sits where"))
        count = max(1, int((self._measure + _BETWEEN) // (self._name + self._cell * len(steps) + _BETWEEN)))
        columns = Columns(self._leaves, lambda: self._legend(steps, first, self._page(heading)) - 12, x=SIDE,
                          width=self._measure, gap=_BETWEEN, count=count, bottom=BOTTOM)
        self._leaves.mark(heading, self._leaves.height)
        head = self._cells((), [str(first + n + 1) for n in range(len(steps))], [self._bold] * len(steps),
                           columns.width)
        ways = {person.number: stops for person, stops in routes(self._gathering, self._found)}
        columns.place([self._person(badge, ways[badge], first, last, columns.width)
                       for badge in by_name(self._gathering, self._leaves.type.legible)], head, head)

    def _legend(self, steps: Sequence[Sitting], first: int, y: float) -> float:
        """What each column of numbers stands for; answers where it ends."""
        for number, sitting in enumerate(steps, start=first + 1):
            self._draw(self._lines(str(number), self._bold), SIDE, y)
            y = self._draw(self._lines(sitting.title, self._text, self._measure - self._cell), SIDE + self._cell, y)
        if any(sitting.hosts for sitting in steps):
            told = self._words(say("A number in bold: this person hosts the table and stays."))
            y = self._draw(self._lines(told, self._quiet, self._measure), SIDE, y - 4)
        return y

    def _person(self, badge: int, stops: Sequence[Stop], first: int, last: int, width: float) -> Row:
        """A name and a number for each step; a dash where no seat is known."""
        at = {stop.step: stop for stop in stops}
        here = [at.get(step) for step in range(first, last)]
        cells = [str(stop.table) if stop is not None else "–" for stop in here]
        styles = [self._bold if stop is not None and stop.hosts else self._text for stop in here]
        return self._cells(self._lines(self._called[badge], self._text, width - self._cell * len(here)), cells, styles,
                           width)

    def _cells(self, name: Sequence[Line], cells: Sequence[str], styles: Sequence[Style], width: float) -> Row:
        """A row: a name over as many lines as it takes, numbers at the right, a hairline below."""
        height = max(1, len(name)) * 15 + 3
        leaves = self._leaves

        def draw(x: float, top: float) -> None:
            self._draw(name, x, top)
            for number, (cell, style) in enumerate(zip(cells, styles, strict=True), start=1):
                line = self._lines(cell, style)[0]
                right = x + width - (len(cells) - number) * self._cell
                leaves.draw(line, right - line.width, top - 11)
            leaves.hairline(x, top - height + 1, width, leaves.inks.line)
        return Row(height, draw)

    def tables(self, number: int) -> None:
        """One step from a page of its own on: its tables, and who sits at each."""
        sitting = self._found[number]
        columns = Columns(self._leaves, lambda: self._table_page(number), x=SIDE, width=self._measure, gap=24, count=3,
                          bottom=BOTTOM)
        self._leaves.mark(sitting.title, self._leaves.height)
        for table, badges in enumerate(sitting.tables, start=1):
            columns.place(*self._one_table(table, badges, sitting, columns.width))
            columns.space(9)

    def _table_page(self, number: int) -> float:
        """Begin a page of one step; answers where its tables begin."""
        sitting = self._found[number]
        y = self._page(f"{number + 1}. {sitting.title}")
        told = self._words(say_n("{n} table", "{n} tables", len(sitting.tables)) if sitting.at_tables
                           else say_n("{n} group", "{n} groups", len(sitting.tables)))
        if sitting.hosts:
            told += " · " + self._words(say("a name in bold hosts the table and stays"))
        return self._draw(self._lines(told, self._quiet, self._measure), SIDE, y) - 12

    def _one_table(self, table: int, badges: Sequence[int], sitting: Sitting,
                   width: float) -> tuple[list[Row], Row, Row]:
        """The names at one table, its heading, and the heading where it goes on in another column."""
        rows = [self._plain(self._lines(self._called.get(badge, str(badge)),
                                        self._bold if badge in sitting.hosts else self._text, width), 15)
                for badge in badges]
        called = place_words(table, at_tables=sitting.at_tables)
        if badges and self._remote.issuperset(badges):
            called = say("{table}, remote", table=called)
        head = self._lines(self._words(called), self._table, width)
        again = self._lines(self._words(say("{table}, more", table=called)), self._table, width)
        return rows, self._plain(head, 19), self._plain(again, 19)

    def _plain(self, lines: Sequence[Line], pitch: float) -> Row:
        def draw(x: float, top: float) -> None:
            self._draw(lines, x, top, pitch)
        return Row(len(lines) * pitch, draw)

    def _page(self, heading: str) -> float:
        """Begin a page with its foot and heading; answers where the heading ends."""
        leaves = self._leaves
        if self._pages:
            leaves.canvas.showPage()
        self._pages += 1
        number = self._lines(str(self._pages), self._quiet)[0]
        leaves.draw(number, leaves.width - SIDE - number.width, FOOT)
        foot = self._lines(plan_title(self._gathering, self._words), self._quiet, self._measure - 60)[0]
        leaves.draw(foot, SIDE, FOOT)
        lines = leaves.type.balanced(heading, self._heading, self._measure)
        return self._draw(lines, SIDE, leaves.height - TOP, self._heading.pitch) - 6

    def _lines(self, text: str, style: Style, width: float = 1e9) -> list[Line]:
        return self._leaves.type.lines([(text, style)], width)

    def _draw(self, lines: Sequence[Line], x: float, top: float, pitch: float = 15) -> float:
        """Lines from `top` downwards; answers where they end."""
        for line in lines:
            self._leaves.draw(line, x, top - pitch * 0.72)
            top -= pitch
        return top


def _called(leaves: Leaves, roster: Roster) -> dict[int, str]:
    """What people read for each badge; with its number where no font here has the name."""
    return {badge: name if leaves.type.legible(name) else f"{badge} {name}" for badge, name in labels(roster).items()}
