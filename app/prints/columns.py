"""Rows set into columns, from column to column and from page to page; what belongs together stays together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.prints.leaves import Leaves


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its height in points, and what draws it from its upper left corner."""

    height: float
    draw: Callable[[float, float], None]


class Columns:
    """Columns of one width on the rest of a page. `turn` begins a page and answers where its columns begin."""

    def __init__(self, leaves: Leaves, turn: Callable[[], float], *, x: float, width: float, gap: float, count: int,
                 bottom: float) -> None:
        self._leaves, self._turn = leaves, turn
        self._x, self._gap, self._count, self._bottom = x, gap, count, bottom
        self.width = (width - gap * (count - 1)) / count
        self._column = 0
        self._top = self._y = turn()

    def place(self, rows: Sequence[Row], head: Row, again: Row) -> None:
        """`head` and the rows under it: in one column where they fit in one, else broken, with `again` on top."""
        whole = head.height + sum(row.height for row in rows)
        least = whole if whole <= self._top - self._bottom else head.height + sum(row.height for row in rows[:3])
        if self._y < self._top and self._y - least < self._bottom:
            self._next()
        self._draw(head)
        for row in rows:
            if self._y - row.height < self._bottom:
                self._next()
                self._draw(again)
            self._draw(row)

    def space(self, height: float) -> None:
        """White below what was placed last."""
        self._y -= height

    def _next(self) -> None:
        self._column += 1
        if self._column == self._count:
            self._column = 0
            self._top = self._turn()
        self._y = self._top

    def _draw(self, row: Row) -> None:
        row.draw(self._x + self._column * (self.width + self._gap), self._y)
        self._y -= row.height
