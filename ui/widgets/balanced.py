"""A question to look at: its lines are balanced, so that no last line holds a single word. Plain text only."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.type import Role
from ui.widgets.labels import Paragraph


class Balanced(QWidget):
    """Words in one role and colour ("#rrggbb"), at the narrowest width that keeps their number of lines."""

    def __init__(self, text: str, role: Role, colour: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph(text, role, colour, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What is read."""
        return self._words.text()

    def show_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self._words.show_text(text)
            self.updateGeometry()
            self._balance()

    def show_role(self, role: Role) -> None:
        """Show the same words in another size."""
        self._words.show_role(role)
        self.updateGeometry()
        self._balance()

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width` pixels."""
        return self._words.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As the words come."""
        return self._words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return self._words.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Balance the lines in the new width."""
        super().resizeEvent(event)
        self._balance()

    def _balance(self) -> None:
        width = max(1, self.width())
        self._words.setGeometry(0, 0, narrowest(self._words, width), self._words.heightForWidth(width))


def narrowest(words: Paragraph, width: int) -> int:
    """The narrowest width, at most `width` pixels, at which `words` keep their number of lines."""
    height = words.heightForWidth(width)
    low, high = min(width, words.minimumSizeHint().width()), width
    while low < high:
        middle = (low + high) // 2
        if words.heightForWidth(middle) > height:
            low = middle + 1
        else:
            high = middle
    return high
