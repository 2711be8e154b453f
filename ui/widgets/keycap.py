"""Keycaps: which keys do it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.chips import FlowLayout
from ui.widgets.paint import KEYCAP_HEIGHT, begin, keycap, keycap_width

GAP, ONE_ROW = 6, 210
"""Pixels between two; up to what width they never take a second row."""


class KeyCap(QWidget):
    """The name of one key in a small box, to stand beside words."""

    def __init__(self, key: str, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self.show_key(key)

    def show_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self.setFixedSize(ceil(keycap_width(key)), KEYCAP_HEIGHT)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and the key's name."""
        painter = begin(self)
        keycap(painter, float(self.width()), self.height() / 2, self._key,
               ink=self._theme.ink2, line=self._theme.line2)
        painter.end()


class KeyCaps(QWidget):
    """The keys of one command, ending at the right; where they are many, in more than one row."""

    def __init__(self, keys: Sequence[str], *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=GAP, row_gap=4, right=True)
        for key in keys:
            flow.addWidget(KeyCap(key, theme=theme))
        self.setMinimumWidth(min(ONE_ROW, flow.sizeHint().width()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
