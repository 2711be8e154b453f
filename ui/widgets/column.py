"""A column of many things of which only those in sight are widgets: ten thousand cost no more than ten.

What has not been seen yet is taken to be as high as the usual row; once seen, its own height is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

BEYOND = 120
"""Pixels above and below what is in sight that are made too, so that Tab finds the next row."""
TURNS = 4
"""Times that rows are laid again because one turned out higher than thought."""


@runtime_checkable
class Stops(Protocol):
    """A row of several parts that the keyboard comes to one after the other."""

    def stops(self) -> Sequence[QWidget]:
        """The parts in their order."""


class Column(QWidget):
    """`make` builds the widget of a place, counted from 0; a thing is told from others by its key."""

    def __init__(self, make: Callable[[int], QWidget], *, usual: int, gap: int = 0, edge: int = 0,
                 parent: QWidget | None = None) -> None:
        """`usual` is the height of a row not seen yet, `edge` the air around all rows, in pixels."""
        super().__init__(parent)
        self._make, self._usual, self._gap, self._edge = make, usual, gap, edge
        self._keys: tuple[Hashable, ...] = ()
        self._heights: dict[Hashable, int] = {}
        self._place: dict[Hashable, int] = {}
        self._tops: list[int] = []
        self._rows: dict[Hashable, QWidget] = {}
        self._held: frozenset[Hashable] = frozenset()
        self._before: QWidget = self
        self._scroll: QScrollArea | None = None
        self._filling = self._being_placed = self._measuring = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def follow(self, scroll: QScrollArea) -> None:
        """What `scroll` shows is what is in sight."""
        self._scroll = scroll
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._fill())
        bar.rangeChanged.connect(lambda _least, _most: self._fill())

    def come_after(self, widget: QWidget) -> None:
        """Tab comes from this widget to the first row that can be reached."""
        self._before = widget

    def show_keys(self, keys: Sequence[Hashable], *, anew: bool = False) -> None:
        """Show these things in this order. The widget of a key that stays is kept, unless all is made `anew`.

        Somebody who has scrolled goes on seeing what they see: of that, the first thing that stays stays in its place.
        """
        seen = self._seen()
        self._keys = tuple(keys)
        self._place = dict(zip(self._keys, range(len(self._keys)), strict=True))
        here = set() if anew else set(self._keys)
        self._filling = True    # a row that goes may hand the keyboard on, and its heir asks to be held
        for key in [key for key in self._rows if key not in here]:
            self._drop(key)
        self._filling = False
        if anew:
            self._heights.clear()
        self._measure()
        self._scroll_back(seen)
        self._fill()

    def hold(self, keys: Iterable[Hashable]) -> None:
        """From now on the widgets of these are there in sight or not: one that Tab comes to, one that is written in."""
        self._held = frozenset(keys)
        self._fill()

    def rows(self) -> list[tuple[int, QWidget]]:
        """The widgets there are, each with its place, from the top."""
        return sorted(((self._place[key], row) for key, row in self._rows.items()), key=lambda each: each[0])

    def row(self, place: int) -> QWidget:
        """The widget of a place, made where there is none yet."""
        row = self._made(place)
        if self._lay(place, row):
            self._measure()
        return row

    def reveal(self, place: int, margin: int = 20) -> None:
        """Scroll no further than needed to show a place with `margin` pixels of air."""
        if self._scroll is not None and (inside := self._scroll.widget()) is not None:
            self._tell_height()
            bottom = self.row(place).height() + (top := self._tops[place])
            at = self.mapTo(inside, QPoint(0, 0)).y()
            bar, port = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
            if at + top - margin < bar.value():
                bar.setValue(at + top - margin)
            elif at + bottom + margin > bar.value() + port:
                bar.setValue(at + bottom + margin - port)
            self._fill()

    def place_at(self, y: int) -> int:
        """The place at that height, the nearest where there is none; -1 without any."""
        return max(0, bisect_right(self._tops, y) - 1) if self._tops else -1

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Where the place `first` begins and `last` ends, as far as is known, in pixels from the top."""
        return self._tops[first], self._tops[last] + self._height(self._keys[last])

    def event(self, event: QEvent) -> bool:
        """A row that has become higher or lower is laid again."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fill()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Something is in sight now."""
        super().showEvent(event)
        self._fill()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Something else is in sight."""
        self._fill_placed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as wide as the column, and higher where it is narrower."""
        if event.oldSize().width() != event.size().width():
            self._heights.clear()
            self._measure()
        if not self._measuring:     # else its least height would be set within its most, and they would differ
            self._fill_placed()

    def _fill_placed(self) -> None:
        """Fill while a layout gives the column its place: that must not be asked for another in the midst of it."""
        self._being_placed = True
        self._fill()
        self._being_placed = False

    def _height(self, key: Hashable) -> int:
        return self._heights.get(key, self._usual)

    def _measure(self) -> None:
        """Where each place begins, and how high everything is."""
        known, usual, gap = self._heights.get, self._usual, self._gap
        steps = [known(key, usual) + gap for key in self._keys]
        self._tops = list(accumulate(steps, initial=self._edge))
        end = self._tops.pop()
        self._measuring = True
        self.setFixedHeight(max(0, end - self._gap + self._edge) if self._keys else 0)
        self._measuring = False

    def _seen(self) -> list[tuple[Hashable, int]]:
        """What is in sight with how far down it begins; nothing while all begins at the top."""
        sight = self._sight()
        if self._scroll is None or sight.isEmpty() or not self._keys or self._scroll.verticalScrollBar().value() == 0:
            return []
        first, last = self.place_at(sight.top()), self.place_at(sight.bottom())
        return [(self._keys[place], self._tops[place] - sight.top()) for place in range(first, last + 1)]

    def _scroll_back(self, seen: Sequence[tuple[Hashable, int]]) -> None:
        """Scroll to where the first of `seen` that is still here stands as it stood."""
        inside = self._scroll.widget() if self._scroll is not None else None
        stays = next(((self._place[key], by) for key, by in seen if key in self._place), None)
        if self._scroll is not None and inside is not None and stays is not None:
            self._tell_height()
            place, by = stays
            self._scroll.verticalScrollBar().setValue(self.mapTo(inside, QPoint(0, 0)).y() + self._tops[place] - by)

    def _tell_height(self) -> None:
        """Let the scroll bar know at once how high everything is: Qt would tell it one turn later."""
        inside = self._scroll.widget() if self._scroll is not None else None
        if self._scroll is not None and inside is not None and not self._being_placed:
            if (layout := inside.layout()) is not None:
                layout.activate()
            QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))

    def _sight(self) -> QRect:
        """The part of the column that the scroll shows."""
        if self._scroll is None or not self.isVisible():
            return QRect()
        port = self._scroll.viewport()
        return QRect(self.mapFrom(port, QPoint(0, 0)), port.size())

    def _fill(self) -> None:
        """Make and lay what is in sight, and let go of the rest but for what is held or has the keyboard."""
        if self._filling or not self._keys:
            return
        self._filling = True
        for _turn in range(TURNS):
            sight = self._sight()
            if sight.isEmpty():
                break
            first = max(0, bisect_right(self._tops, sight.top() - BEYOND) - 1)
            last = bisect_left(self._tops, sight.bottom() + BEYOND)
            if not self._lay_all(first, last, sight.top()):
                self._let_go(first, last)
                break
        self._filling = False

    def _lay_all(self, first: int, last: int, seen: int) -> bool:
        """Lay these places; whether one was not as high as thought, and everything below it has moved."""
        before = self._tops[first:last]
        moved = False
        for place in range(first, last):
            moved |= self._lay(place, self._made(place))
        for key in self._staying():
            moved |= self._lay(self._place[key], self._made(self._place[key]))
        if moved:
            self._measure()
            at = next((n for n, top in enumerate(before) if top >= seen), None)
            if at is not None and self._scroll is not None and (by := self._tops[first + at] - before[at]):
                self._tell_height()
                bar = self._scroll.verticalScrollBar()      # what is read stays where it is
                bar.setValue(bar.value() + by)
        return moved

    def _staying(self) -> set[Hashable]:
        """What is there in sight or not."""
        inside = self.focusWidget() or self
        return {key for key in self._held if key in self._place} | {
            key for key, row in self._rows.items() if row.hasFocus() or row.isAncestorOf(inside)}

    def _made(self, place: int) -> QWidget:
        key = self._keys[place]
        if key not in self._rows:
            row = self._rows[key] = self._make(place)
            row.setParent(self)
        return self._rows[key]

    def _lay(self, place: int, row: QWidget) -> bool:
        """Put a row where it belongs; whether its height is new."""
        key, width = self._keys[place], max(1, self.width() - 2 * self._edge)
        high = row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()
        high = min(max(high, row.minimumHeight()), row.maximumHeight())
        row.setGeometry(self._edge, self._tops[place], width, high)
        row.show()      # not before it has its place, which would lay it out twice
        if self._height(key) == high:
            self._heights[key] = high
            return False
        self._heights[key] = high
        return True

    def _let_go(self, first: int, last: int) -> None:
        stays = set(self._keys[first:last]) | self._staying()
        for key in [key for key in self._rows if key not in stays]:
            self._drop(key)
        before = self._before
        for stop in (stop for _place, row in self.rows() for stop in _stops(row)):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _drop(self, key: Hashable) -> None:
        row = self._rows.pop(key)
        row.hide()
        row.deleteLater()


def _stops(row: QWidget) -> list[QWidget]:
    """What of a row the keyboard comes to. Qt's own focus chain is not asked: what it hands out PySide deletes."""
    stops = row.stops() if isinstance(row, Stops) else (row,)
    return [stop for stop in stops if stop.focusPolicy() is not Qt.FocusPolicy.NoFocus]
