"""A column that scrolls quietly: no frame, no ground of its own, a thin bar when it is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Scrolls `inside` up and down; it is always as wide as the column."""

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

    def reveal(self, widget: QWidget, margin: int = 20) -> None:
        """Scroll no further than needed to show `widget` with `margin` pixels of air."""
        self.ensureWidgetVisible(widget, 0, margin)
