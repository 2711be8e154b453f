"""A drop-down, painted wholly: closed it looks like a field, open like a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Theme
from ui.type import Role, font
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import draw_glyph
from ui.widgets.option import Option
from ui.widgets.paint import begin, box, line_of_text, text_width

GLYPH, PAD, GAP, ARROW = 18, 12, 8, 18
ROW = 36
OPTION = int(Qt.ItemDataRole.UserRole)


class Choice(QComboBox):
    """One of `options`. A `narrowing` choice wears an ink line while it is not on its first option.

    `chosen` reports a value when a person chooses; `show_choice` reports nothing. The wheel is left to the page.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[Option], *, theme: Theme, name: str, height: int = 38, narrowing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._narrowing = theme, narrowing
        self._options: tuple[Option, ...] = ()
        self.setAccessibleName(name)
        self.setFont(font(Role.BODY))
        self.setFixedHeight(height)
        self.setMaxVisibleItems(14)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed if narrowing else QSizePolicy.Policy.Expanding,
                           QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_Rows(self, theme=theme))
        self.view().setMouseTracking(True)
        FocusRing(self, theme=theme, radius=8)
        self.show_options(options)
        self.activated.connect(lambda row: self.chosen.emit(self._options[row].value))

    def show_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the value chosen stays if it is still among them, else the first is shown."""
        before = self.choice()
        self._options = tuple(options)
        self.clear()
        for option in self._options:
            self.addItem(option.text, option.value)
            self.setItemData(self.count() - 1, option, OPTION + 1)
        self.show_choice(before)
        self.updateGeometry()

    def choice(self) -> str:
        """The value shown, or "" where nothing is offered."""
        row = self.currentIndex()
        return self._options[row].value if 0 <= row < len(self._options) else ""

    def show_choice(self, value: str) -> None:
        """Show `value`; one that is not offered shows the first."""
        rows = [row for row, option in enumerate(self._options) if option.value == value]
        self.setCurrentIndex(rows[0] if rows else 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the widest option; a narrowing choice only for the present one."""
        shown = [self._options[self.currentIndex()]] if self._narrowing and self.choice() in self._values() \
            else list(self._options)
        return QSize(max((self._width_of(option) for option in shown), default=80), self.height())

    def minimumSizeHint(self) -> QSize:
        """Never cut the words shown."""
        return self.sizeHint() if self._narrowing else QSize(80, self.height())

    def _values(self) -> list[str]:
        return [option.value for option in self._options]

    def _width_of(self, option: Option) -> int:
        words = max(text_width(option.text, role) for role in (Role.BODY, Role.BUTTON))
        return round(words) + 2 * PAD + GAP + ARROW + (GLYPH + GAP if option.glyph else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; the choice does not change under the hand."""
        event.ignore()

    def showPopup(self) -> None:
        """Open at least as wide as the widest option."""
        widest = max((self._width_of(option) for option in self._options), default=0)
        self.view().setMinimumWidth(max(self.width(), widest + 16))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, glyph, words, arrow."""
        theme = self._theme
        option = self._options[self.currentIndex()] if self.choice() in self._values() else Option("", "")
        strong = self._narrowing and self.currentIndex() > 0
        painter = begin(self)
        line = theme.line if not self.isEnabled() else theme.ink if strong else theme.field
        box(painter, QRectF(self.rect()), radius=8, line=line, width=1.5 if strong else 1,
            fill=theme.hover if self.underMouse() and self.isEnabled() else theme.surface)
        words = theme.ink3 if not self.isEnabled() else theme.ink if strong or not self._narrowing else theme.ink2
        x = PAD
        if option.glyph:
            draw_glyph(painter, option.glyph, theme.family(option.family).strong if option.family else words,
                       QRectF(x, round((self.height() - GLYPH) / 2), GLYPH, GLYPH))
            x += GLYPH + GAP
        right = self.width() - PAD - ARROW + 3
        role, room = Role.BUTTON if strong else Role.BODY, QRectF(x, 0, right - x, self.height())
        text = QFontMetricsF(font(role)).elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
        line_of_text(painter, room, text, role, words)
        draw_glyph(painter, "down", words, QRectF(right, round((self.height() - ARROW) / 2), ARROW, ARROW))
        painter.end()


class _Rows(QStyledItemDelegate):
    """The rows of the open list."""

    def __init__(self, parent: QWidget, *, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as a hand needs."""
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """A quiet ground under the hand, glyph, words."""
        theme, item = self._theme, index.data(OPTION + 1)
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            box(painter, area.adjusted(0, 1, 0, -1), radius=6, fill=theme.hover)
        x = area.left() + PAD - 2
        if item.glyph:
            draw_glyph(painter, item.glyph, theme.family(item.family).strong if item.family else theme.ink2,
                       QRectF(x, round(area.center().y() - GLYPH / 2), GLYPH, GLYPH))
            x += GLYPH + GAP
        line_of_text(painter, QRectF(x, area.top(), area.right() - x, area.height()), item.text, Role.BODY, theme.ink)
        painter.restore()
