"""The field in which one searches a list: Esc, Enter and Down are for whoever owns the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.fields import Field


class SearchField(Field):
    """The field at the top. `cleared` for Esc, `entered` for Enter or Down."""

    cleared = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Enter and Down are the page's; everything else is typed."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.cleared.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)
