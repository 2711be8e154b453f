"""Finds words of a window that have less room than they take. The tests of pages and of the whole program ask it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.panels.clock import Digits
from ui.panels.note_fields import NoteFields
from ui.panels.now_column import NowColumn
from ui.panels.one_line import OneLine
from ui.widgets.scroll import Scroll

Part = TypeVar("Part", bound=QWidget)


def in_sight(window: QWidget, kind: type[Part]) -> Iterator[Part]:
    """Every part of a window of this kind that is shown.

    What lies in something hidden is not looked for: `findChildren` wraps every part of every page, which took a third
    of the time of all tests that ask.
    """
    for part in window.children():
        if isinstance(part, QWidget) and part.isVisible():
            if isinstance(part, kind):
                yield part
            yield from in_sight(part, kind)


def cut(window: QWidget) -> list[str]:
    """Words that have less room than they take. One line of somebody's own words may be shortened: it says so."""
    short = []
    for words in in_sight(window, QLabel):
        if words.text() and not isinstance(words, OneLine):
            above = words.parentWidget()
            least = words.minimumSizeHint()
            high = words.heightForWidth(words.width()) if words.hasHeightForWidth() else least.height()
            if words.width() + 1 < least.width() or words.height() + 1 < high or (
                    above is not None and words.x() + words.width() > above.width() + 1):
                short.append(f"“{words.text()[:60]}” {words.width()}x{words.height()}, wants {high} high")
    for button in in_sight(window, QAbstractButton):
        if button.text() and button.width() < button.minimumSizeHint().width():
            short.append(f"“{button.text()}” {button.width()} wide, wants {button.minimumSizeHint().width()}")
    return short


def squeezed(window: QWidget) -> list[str]:
    """Parts of the host's page that lie one upon the other because there was too little height for all of them."""
    short = []
    for column in in_sight(window, NowColumn):
        parts = [part for part in column.children()
                 if isinstance(part, QWidget) and part.isVisible() and part.objectName() != "focus ring"]
        short += [f"{type(one).__name__} lies on {type(other).__name__}" for one, other in combinations(parts, 2)
                  if not one.geometry().intersected(other.geometry()).isEmpty()]
    for digits in in_sight(window, Digits):
        if digits.height() < digits.minimumSizeHint().height():
            short.append(f"the clock {digits.text()} is {digits.height()} high")
    for fields in in_sight(window, NoteFields):
        short += [f"{one.accessibleName()} lies on {other.accessibleName()}" for one, other in combinations(
            [part for part in fields.children() if isinstance(part, QWidget) and part.isVisible()], 2)
            if not one.geometry().intersected(other.geometry()).isEmpty()]
    return short


def too_wide(window: QWidget, *, spare: tuple[type[Scroll], ...] = ()) -> list[str]:
    """Columns that scroll down and hold something wider than they are: its right end is out of sight. Those in `spare`
    are not looked at.
    """
    short = []
    for scroll in in_sight(window, Scroll):
        inside, wide = scroll.widget(), scroll.viewport().width()
        if not isinstance(scroll, spare) and inside is not None and inside.width() > wide:
            short.append(f"{scroll.accessibleName()}: {inside.width()} in {wide}")
    return short
