"""Tells screen readers what is a list and what is a thing in it: Qt calls every widget of ours a "client".

Qt asks only while something reads aloud. What it is given belongs to Qt, and goes with the widget.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ui.panels.note_row import PickableRow
from ui.panels.selectable_row import SelectableRow
from ui.panels.step_row import StepRow
from ui.panels.timeline import Timeline
from ui.widgets.column import Column
from ui.widgets.surfaces import Card

LISTS = (Column, Timeline)
ROWS = (SelectableRow, StepRow)


class _Told(QAccessibleWidget):
    """What Qt tells of any widget, with another role."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)


class _Chosen(_Told):
    """A card or a note, which also tells whether it is among the chosen ones."""

    def state(self) -> QAccessible.State:
        """What Qt tells of any widget, and that it can be chosen or is."""
        state, thing = super().state(), self.object()
        if isinstance(thing, Card | PickableRow):
            state.selectable = True
            state.selected = thing.is_picked() if isinstance(thing, PickableRow) else thing.is_selected()
        return state


def tell_roles() -> None:
    """From now on lists and their rows are told as what they are. Once in the life of an application."""
    QAccessible.installFactory(_told)


def _told(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """None leaves it to Qt."""
    if isinstance(thing, LISTS):
        return _Told(thing, QAccessible.Role.List)
    if isinstance(thing, Card | PickableRow):
        return _Chosen(thing, QAccessible.Role.ListItem)
    if isinstance(thing, ROWS):
        return _Told(thing, QAccessible.Role.ListItem)
    return None
