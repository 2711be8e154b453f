"""A segment: a few choices in one box, exactly one of them in ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.touch import target
from ui.type import Role, font
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import draw_glyph
from ui.widgets.option import Option
from ui.widgets.paint import begin, box, line_of_text, text_width

GLYPH, RADIUS = 22, 8


class Segment(QWidget):
    """Exclusive choices; glyphs, where given, stand above the words. Arrow keys choose the neighbour.

    `chosen` reports a value when a person chooses; `show_choice` reports nothing.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option], *, theme: Theme, name: str, height: int = 0, pad: int = 10,
                 even: bool = True, parent: QWidget | None = None) -> None:
        """`height` in pixels; without it 38, or 54 where there are glyphs and words. `pad`: air beside the words.

        Where they are not `even`, large words in a narrow column may take more room than small ones.
        """
        super().__init__(parent)
        self._theme = theme
        self._value = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        tall = any(option.glyph and option.text for option in options)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        self._cells = [_Cell(option, theme=theme, height=target(height or (54 if tall else 38)) - 2, pad=pad)
                       for option in options]
        for place, cell in enumerate(self._cells):
            cell.show_place(first=place == 0, last=place == len(self._cells) - 1)
            cell.clicked.connect(lambda checked=False, c=cell: self._choose(c))
            cell.moved.connect(lambda by, c=cell: self._move(c, by))
            FocusRing(cell, theme=theme, radius=RADIUS, around=self)
            row.addWidget(cell, 1)
        widest = 0 if not even else max((cell.sizeHint().width() for cell in self._cells), default=0)
        for cell in self._cells:
            cell.setMinimumWidth(widest)
        self.show_choice(options[0].value if options else "")

    def choice(self) -> str:
        """The value shown in ink, or "" where none is."""
        return self._value

    def show_choice(self, value: str) -> None:
        """Show `value` as chosen; a value that is not offered shows none."""
        self._value = value
        offered = any(cell.value == value for cell in self._cells)
        for place, cell in enumerate(self._cells):
            here = cell.value == value
            cell.setChecked(here)
            tab = here or (not offered and place == 0)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
        self.update()

    def _choose(self, cell: _Cell) -> None:
        changed = cell.value != self._value
        self.show_choice(cell.value)
        if changed:
            self.chosen.emit(cell.value)

    def _move(self, cell: _Cell, by: int) -> None:
        place = self._cells.index(cell) + by
        if 0 <= place < len(self._cells):
            self._choose(self._cells[place])
            self._cells[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and a hairline between neighbours of which neither is chosen."""
        theme = self._theme
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=RADIUS, fill=theme.surface, line=theme.field)
        for left, right in zip(self._cells, self._cells[1:], strict=False):
            if not (left.isChecked() or right.isChecked()):
                painter.fillRect(QRectF(right.x() - 1, 1, 1, self.height() - 2), theme.line)
        painter.end()


class _Cell(QPushButton):
    """One choice."""

    moved = Signal(int)

    def __init__(self, option: Option, *, theme: Theme, height: int, pad: int) -> None:
        super().__init__(option.text)
        self._theme, self._option, self._pad = theme, option, pad
        self.value = option.value
        self._first = self._last = False
        self.setAccessibleName(option.text or option.value)
        self.setToolTip("" if option.text else option.value)
        self.setFont(font(Role.LABEL))
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_place(self, *, first: bool, last: bool) -> None:
        """Whether this cell has the box's left or right corners."""
        self._first, self._last = first, last

    def sizeHint(self) -> QSize:
        """The words in bold, with air."""
        wide = max(text_width(self._option.text, Role.LABEL), GLYPH) + 2 * self._pad
        return QSize(round(wide), self.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in by:
            self.moved.emit(by[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink when chosen; glyph above words, or either alone."""
        theme, option = self._theme, self._option
        painter = begin(self)
        painter.setClipPath(self._shape())
        if self.isChecked():
            painter.fillRect(self.rect(), theme.ink)
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), theme.hover)
        words = theme.surface if self.isChecked() else theme.ink2 if self.isEnabled() else theme.ink3
        role = Role.LABEL if self.isChecked() else Role.CAPTION
        words_top = 0.0
        if option.glyph:
            top = (self.height() - GLYPH) / 2 if not option.text else max(4.0, self.height() / 2 - GLYPH - 0.5)
            draw_glyph(painter, option.glyph, words, QRectF(round((self.width() - GLYPH) / 2), round(top),
                                                            GLYPH, GLYPH))
            words_top = top + GLYPH - 3
        rect = QRectF(0, words_top, self.width(), self.height() - words_top)
        line_of_text(painter, rect, option.text, role, words, Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def _shape(self) -> QPainterPath:
        rounding = RADIUS - 1.0
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), rounding, rounding)
        for square, left in ((not self._first, 0.0), (not self._last, self.width() - rounding)):
            if square:
                path.addRect(QRectF(left, 0, rounding, self.height()))
        path.setFillRule(Qt.FillRule.WindingFill)
        return path
