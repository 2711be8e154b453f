"""Steppers: a number between a minus and a plus, and the live one that gives and takes minutes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIntValidator, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.touch import target
from ui.type import Role, font
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import draw_glyph
from ui.widgets.labels import label
from ui.widgets.paint import begin, box, text_width

TARGET = 44
"""Width in pixels of what a finger or a hurried hand must hit."""


class _End(QPushButton):
    """The minus or the plus at one end."""

    def __init__(self, glyph: str, name: str, *, theme: Theme, height: int, radius: int) -> None:
        super().__init__()
        self._theme, self._glyph, self._radius = theme, glyph, radius
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(True)
        self.setAutoRepeat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(target(TARGET), target(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glyph, on a quiet ground under the hand."""
        theme = self._theme
        painter = begin(self)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            box(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), radius=self._radius - 3,
                fill=theme.sunken if self.isDown() else theme.hover)
        draw_glyph(painter, self._glyph, theme.ink if self.isEnabled() else theme.ink3,
                   QRectF((self.width() - 20) / 2, (self.height() - 20) / 2, 20, 20))
        painter.end()


class _Number(QLineEdit):
    """The number itself. Up and Down are the parent's."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step, Page Up and Page Down step by ten."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        if event.key() in step:
            self.stepped.emit(step[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Stepper(QWidget):
    """A whole number from `least` to `most`. `valueChanged` comes from the person's hand only.

    `name` says what is counted, `less` and `more` what the two ends do, for eyes and for screen readers. Where more is
    asked than a number, the ends and the arrow keys only tell `asked` (1 or -1) and nothing is counted here.
    """

    valueChanged = Signal(int)
    asked = Signal(int)

    def __init__(
        self, value: int, *, theme: Theme, least: int, most: int, name: str, less: str, more: str,
        height: int = 38, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._least, self._most, self._value = theme, least, most, value
        self._asks = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._minus = _End("minus", less, theme=theme, height=height, radius=8)
        self._plus = _End("plus", more, theme=theme, height=height, radius=8)
        for end in (self._minus, self._plus):
            end.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down in the number do the same
        self._number = self._make_number(name, height)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._minus, self._number, self._plus):
            row.addWidget(part)
        self.setFocusProxy(self._number)
        self._minus.clicked.connect(lambda: self._step(-1))
        self._plus.clicked.connect(lambda: self._step(1))
        self._number.stepped.connect(self._step)
        self._number.editingFinished.connect(self._typed)
        FocusRing(self._number, theme=theme, radius=8, around=self)
        self.show_value(value)

    def _make_number(self, name: str, height: int) -> _Number:
        number = _Number()
        number.setFont(font(Role.LIVE_STEP_BOLD))
        number.setFrame(False)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setAccessibleName(name)
        number.setValidator(QIntValidator(0, 9999, number))
        number.setFixedSize(round(text_width("0" * len(str(self._most)), Role.LIVE_STEP_BOLD)) + 14, target(height))
        colours = number.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        colours.setColor(QPalette.ColorRole.Text, QColor(self._theme.ink))
        number.setPalette(colours)
        return number

    def value(self) -> int:
        """The number shown."""
        return self._value

    def show_value(self, value: int) -> None:
        """Show `value`, without a signal."""
        self._value = value
        if self._number.text() != str(value):
            self._number.setText(str(value))
        self._minus.setEnabled(value > self._least)
        self._plus.setEnabled(value < self._most)

    def show_asking(self, *, asks: bool, less: str, more: str) -> None:
        """Whether a step is only asked for, and what the two ends are called."""
        self._asks = asks
        self._number.setReadOnly(asks)
        for end, name in ((self._minus, less), (self._plus, more)):
            end.setAccessibleName(name)
            end.setToolTip(name)
            end.setAutoRepeat(not asks)

    def _step(self, by: int) -> None:
        if self._asks:
            self.asked.emit(1 if by > 0 else -1)
        else:
            self._take(self._value + by)

    def _typed(self) -> None:
        text = self._number.text()
        self._take(int(text) if text.isdigit() else self._value)

    def _take(self, value: int) -> None:
        inside = max(self._least, min(self._most, value))
        changed = inside != self._value
        self.show_value(inside)
        if changed:
            self.valueChanged.emit(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box round all three."""
        painter = begin(self)
        theme = self._theme
        box(painter, QRectF(self.rect()), radius=8, fill=theme.surface,
            line=theme.field if self.isEnabled() else theme.line)
        painter.end()


class MinuteStepper(QWidget):
    """The live row's stepper: words such as "1 min" between minus and plus. It counts nothing itself."""

    minus = Signal()
    plus = Signal()

    def __init__(self, words: str, *, theme: Theme, less: str, more: str, height: int = 64,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._minus = _End("minus", less, theme=theme, height=height, radius=12)
        self._plus = _End("plus", more, theme=theme, height=height, radius=12)
        for end in (self._minus, self._plus):
            FocusRing(end, theme=theme, radius=12, gap=-6)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 0, 3, 0)
        row.setSpacing(0)
        row.addWidget(self._minus)
        row.addWidget(label(words, Role.LIVE_BUTTON, theme.ink, align=Qt.AlignmentFlag.AlignHCenter))
        row.addWidget(self._plus)
        self._minus.clicked.connect(self.minus)
        self._plus.clicked.connect(self.plus)

    def show_height(self, height: int) -> None:
        """Be `height` pixels high, as the buttons beside it."""
        for end in (self._minus, self._plus):
            end.setFixedHeight(height)
        self.setFixedHeight(height)

    def show_enabled(self, *, minus: bool, plus: bool) -> None:
        """Whether each end can be pressed."""
        self._minus.setEnabled(minus)
        self._plus.setEnabled(plus)

    def sizeHint(self) -> QSize:
        """As its parts want."""
        layout = self.layout()
        return layout.sizeHint() if layout else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box round all three."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=12, fill=self._theme.surface, line=self._theme.line2)
        painter.end()
