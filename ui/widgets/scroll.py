"""A column that scrolls quietly: no frame, no ground of its own, a thin bar when it is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

LAYOUT_TURNS = 5
"""Turns of the event loop until a new widget has its place: each layout on the way up takes one."""


class Scroll(QScrollArea):
    """Scrolls `inside` up and down; it is always as wide as the column."""

    _soon = Signal()

    def __init__(self, inside: QWidget, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget turns it on
        self._wanted: QWidget | None = None
        self._turns = 0
        self._soon.connect(self._reveal_wanted, Qt.ConnectionType.QueuedConnection)

    def reveal(self, widget: QWidget, margin: int = 20) -> None:
        """Scroll no further than needed to show `widget` with `margin` pixels of air."""
        self.ensureWidgetVisible(widget, 0, margin)
        self.horizontalScrollBar().setValue(0)

    def reveal_soon(self, widget: QWidget) -> None:
        """Reveal a widget that was only just added, once it has been given its place."""
        self._wanted, self._turns = widget, LAYOUT_TURNS
        self._soon.emit()

    def _reveal_wanted(self) -> None:
        widget = self._wanted
        if widget is None or not isValid(widget) or not self.isAncestorOf(widget):
            self._wanted = None
            return
        self.reveal(widget)
        self._turns -= 1
        if self._turns > 0:
            self._soon.emit()
