"""The cells of the wall of topics on the host's page: a topic that can be walked to, moved, joined and taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.panels.one_line import OneLine
from ui.theme import Theme
from ui.type import Role
from ui.widgets.fields import Field
from ui.widgets.surfaces import Card

ARROWS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
HIGH, WHO = 27, 104
"""Pixels: the height of a cell, and the most of its width that names take."""


class TopicCell(Card):
    """`walked` and `moved` bring a step across and down; `joined`, `gone` and `undone` are keys; `held` when it has the
    keyboard. Enter opens it.
    """

    walked = Signal(int, int)
    moved = Signal(int, int)
    joined = Signal()
    gone = Signal()
    undone = Signal()
    held = Signal()

    def __init__(self, title: str, who: str, *, name: str, shared: bool, theme: Theme) -> None:
        """`name` is what a screen reader says; `shared`: another topic is in the same place."""
        super().__init__(theme=theme, name=name, radius=6, dashed=shared)
        self.setFixedHeight(HIGH)
        self.setToolTip(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(OneLine(title, Role.BODY_BOLD, theme.ink), 1)
        if who:
            line = OneLine(who, Role.CAPTION, theme.ink2)
            line.setMaximumWidth(WHO)
            row.addWidget(line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The buttons mean this topic now."""
        super().focusInEvent(event)
        self.held.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Shift they move the topic; J joins, Delete takes away, Ctrl+Z takes back."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in ARROWS and not control:
            (self.moved if shift else self.walked).emit(*ARROWS[key])
        elif key == Qt.Key.Key_J and not control:
            self.joined.emit()
        elif key == Qt.Key.Key_Z and control and not shift:
            self.undone.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class SheetField(Field):
    """A field of the sheet that is copied. Enter goes on; Up and Down leave it; Ctrl+Z in an empty one takes back."""

    entered = Signal()
    walked = Signal(int)
    undone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the sheet alone: the page must not take it for its own."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)


def emptied(widget: QWidget) -> None:
    """Let go of a widget that is no longer shown."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
