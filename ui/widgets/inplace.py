"""Words that are edited where they stand: a line that looks like a title until a hand or the keyboard comes near."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme import Theme
from ui.type import Role, font, line_height
from ui.widgets.focus import BY_MOUSE, reveal
from ui.widgets.paint import begin, box

INSET = 8
"""Pixels between the widget's left edge and its words; a page moves it left by as much to keep its column."""


class InPlace(QLineEdit):
    """One line in `role`. `edited` brings the words on every keystroke of a person, `left` when they are done.

    Enter moves on to the next control. Long words scroll under the caret and stand whole in the tool tip.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, *, theme: Theme, name: str, role: Role, placeholder: str = "", colour: str = "",
                 ground: str = "", longest: int = 200, parent: QWidget | None = None) -> None:
        """`colour` is the words' ("#rrggbb", ink if ""); `ground` is what lies behind; `longest` in characters."""
        super().__init__(parent)
        self._theme, self._ground = theme, ground or theme.window
        self.setFrame(False)
        self.setFont(font(role))
        self.setFixedHeight(line_height(role) + 4)
        self.setMaxLength(longest)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        metrics = QFontMetrics(self.font())
        low = metrics.ascent() - (metrics.height() + metrics.capHeight()) // 2
        self.setTextMargins(INSET - 2, -max(0, 2 * low), INSET - 2, 0)   # capitals stand in the middle, not the line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        colours = self.palette()
        roles = QPalette.ColorRole
        for which, value in ((roles.Text, colour or theme.ink), (roles.PlaceholderText, theme.ink3),
                             (roles.Highlight, theme.ink), (roles.HighlightedText, theme.surface)):
            colours.setColor(which, QColor(value))
        colours.setColor(roles.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(colours)
        self.textEdited.connect(self.edited)

    def show_text(self, text: str) -> None:
        """Hold `text`, its beginning in view; nothing moves if it is the same."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)
        self.setToolTip(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It comes into sight, unless a hand found it there."""
        super().focusInEvent(event)
        if event.reason() not in BY_MOUSE:
            reveal(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The beginning comes back into view."""
        super().focusOutEvent(event)
        self.deselect()
        self.setCursorPosition(0)
        self.left.emit()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that this can be written in."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Plain words again."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground under the hand, a field under the keyboard; Qt writes the words."""
        theme = self._theme
        painter = begin(self)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), radius=8, fill=theme.surface, line=theme.focus, width=2)
        elif self.underMouse():
            box(painter, QRectF(self.rect()), radius=8,
                fill=theme.hover if self._ground != theme.hover else theme.sunken)
        painter.end()
        super().paintEvent(event)
