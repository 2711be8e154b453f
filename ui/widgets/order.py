"""The order in which Tab goes: as the page is read. It follows the layouts, not the order in which widgets were made.

Qt keeps a chain to which whatever is built later is added at the end; rows, chips and cards are built all the time.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Everything in sight inside `widget`: as it is laid out, else from the top and from the left."""
    inside = widget.viewport().children() if isinstance(widget, QAbstractScrollArea) else widget.children()
    children = [child for child in inside if isinstance(child, QWidget)]
    layout = widget.layout()
    laid = {part: place for place, part in enumerate(_laid(layout))} if layout is not None else {}
    children.sort(key=lambda child: (laid.get(child, len(laid)), child.y(), child.x()))
    for child in children:
        if child.isVisible() and not child.isWindow():
            yield child
            yield from in_reading_order(child)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def neighbour(window: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """What Tab goes to from `here`, round at the end; None where nothing can have the keyboard."""
    everything = list(in_reading_order(window))
    if not forward:
        everything.reverse()
    at = everything.index(here) + 1 if here in everything else 0
    return next((widget for widget in (*everything[at:], *everything[:at]) if widget is not here
                 and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
