"""A keycap: which key does it."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.paint import KEYCAP_HEIGHT, begin, keycap, keycap_width


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
