"""Chips: small choices that lie side by side, and the layout that lets them flow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.touch import target
from ui.type import Role, font
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import draw_glyph
from ui.widgets.paint import begin, box, keycap, keycap_width, line_of_text, text_width

GLYPH, GAP, PAD = 18, 6, 11


class Chip(QPushButton):
    """A checkable chip with a glyph and words. Its glyph wears the colour of `family`; checked, it is ink.

    `tinted` chips (kinds of note) lie on the family's tint and take its strong colour when checked.
    """

    def __init__(
        self, text: str, *, theme: Theme, glyph: str = "", family: str = "", key: str = "",
        tinted: bool = False, checkable: bool = True, parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._glyph, self._key, self._tinted = theme, glyph, key, tinted
        self._colours = theme.family(family)
        self.setCheckable(checkable)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._height = target(32 if tinted else 28)
        FocusRing(self, theme=theme, radius=self._height / 2)
        self.setFont(font(self._role()))

    def sizeHint(self) -> QSize:
        """Wide enough for its words in either state, so that nothing moves when it is checked."""
        width = max(text_width(self.text(), Role.LABEL), text_width(self.text(), Role.CAPTION)) + 2 * PAD
        width += GLYPH + GAP if self._glyph else 4
        width += keycap_width(self._key) + GAP if self._key else 0
        return QSize(target(round(width)), self._height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def _role(self) -> Role:
        return Role.LABEL if self._tinted or self.isChecked() else Role.CAPTION

    def _look(self) -> tuple[str, str | None, str, str]:
        """Fill, line, words, glyph."""
        theme, family = self._theme, self._colours
        if not self.isEnabled():
            return theme.surface, theme.line, theme.ink3, theme.ink3
        if self.isChecked():
            fill = family.strong if self._tinted else theme.ink
            return fill, None, theme.surface, theme.surface
        if self._tinted:
            return family.tint, theme.line2 if self.underMouse() else None, family.strong, family.strong
        return theme.hover if self.underMouse() else theme.surface, theme.line2, theme.ink2, family.strong

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, glyph, words, keycap."""
        fill, line, words, mark = self._look()
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=self._height / 2, fill=fill, line=line)
        role = self._role()
        width = text_width(self.text(), role)
        content = width + (GLYPH + GAP if self._glyph else 0)
        content += keycap_width(self._key) + GAP if self._key else 0
        x = round((self.width() - content) / 2)
        if self._glyph:
            draw_glyph(painter, self._glyph, mark, QRectF(x, (self.height() - GLYPH) / 2, GLYPH, GLYPH))
            x += GLYPH + GAP
        line_of_text(painter, QRectF(x, 0, width, self.height()), self.text(), role, words)
        if self._key:
            keycap(painter, x + width + GAP + keycap_width(self._key), self.height() / 2, self._key,
                   ink=words, line=words)
        painter.end()


class FlowLayout(QLayout):
    """Lays widgets in rows from the left, each as wide as it wants, and begins a row where one is full.

    `right` rows end together at the right.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, row_gap: int = 8,
                 right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap, self._right = gap, row_gap, right
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many lie here."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at `index` back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take every widget away and let it go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it fills."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at `width`."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._flow(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Place everything in `rect`."""
        super().setGeometry(rect)
        self._flow(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """One row, if there were room."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest single widget."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0),
                     max((size.height() for size in sizes), default=0))

    def _flow(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for row in self._rows(rect.width()):
            wide = sum(item.sizeHint().width() for item in row) + self._gap * (len(row) - 1)
            x = rect.x() + (max(0, rect.width() - wide) if self._right else 0)
            for item in row if move else ():
                item.setGeometry(QRect(QPoint(x, y), item.sizeHint()))
                x += item.sizeHint().width() + self._gap
            y += max(item.sizeHint().height() for item in row) + self._row_gap
        return max(0, y - self._row_gap - rect.y())

    def _rows(self, wide: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if not rows or taken + self._gap + width > wide:
                rows.append([item])
                taken = width
            else:
                rows[-1].append(item)
                taken += self._gap + width
        return rows
