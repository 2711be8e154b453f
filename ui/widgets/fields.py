"""Where a person writes: a line, or a growing text (see `choice` for picking).

A field shows its focus by a two-pixel line of its own, inside. What it holds is always plain text.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import Theme
from ui.type import Role, font
from ui.widgets.glyph import draw_glyph
from ui.widgets.paint import begin, box, keycap, keycap_width, line_of_text, text_width

PAD, GLYPH = 14, 20
RADIUS = 8


def _written(widget: QWidget, theme: Theme) -> None:
    """Give `widget` the palette of a field on the surface."""
    colours = widget.palette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Base, QColor(Qt.GlobalColor.transparent)), (roles.Text, QColor(theme.ink)),
        (roles.PlaceholderText, QColor(theme.ink3)), (roles.Highlight, QColor(theme.ink)),
        (roles.HighlightedText, QColor(theme.surface)),
    ):
        colours.setColor(role, colour)
    colours.setColor(QPalette.ColorGroup.Disabled, roles.Text, QColor(theme.ink3))
    widget.setPalette(colours)


class Field(QLineEdit):
    """One line. `edited` brings the words on every keystroke of a person, never on `show_text`."""

    edited = Signal(str)

    def __init__(
        self, *, theme: Theme, name: str, placeholder: str = "", glyph: str = "", key: str = "", hint: str = "",
        role: Role = Role.BODY, height: int = 42, parent: QWidget | None = None,
    ) -> None:
        """`glyph` stands before the words; `key` (a keycap) or `hint` (a caption) behind them."""
        super().__init__(parent)
        self._theme, self._glyph, self._key, self._hint = theme, glyph, key, hint
        self.setFrame(False)
        self.setFont(font(role))
        self.setFixedHeight(height)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        _written(self, theme)
        self.textEdited.connect(self.edited)
        self._fit()

    def show_text(self, text: str) -> None:
        """Hold `text`; the caret stays where it is if nothing changed."""
        if text != self.text():
            self.setText(text)

    def show_hint(self, hint: str) -> None:
        """Say something else at the right end."""
        if hint != self._hint:
            self._hint = hint
            self._fit()
            self.update()

    def _hint_has_room(self) -> bool:
        """The words asked for come first; what Enter does is said where there is room beside them."""
        asked = QFontMetricsF(self.font()).horizontalAdvance(self.placeholderText())
        before = GLYPH + 8 if self._glyph else 0
        return self.width() >= before + asked + text_width(self._hint, Role.CAPTION) + 3 * PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has or has not room for the hint."""
        super().resizeEvent(event)
        if self._hint:
            self._fit()

    def _fit(self) -> None:
        if self._hint and not self._hint_has_room():
            self.setTextMargins(PAD - 2 + (GLYPH + 8 if self._glyph else 0), 0, PAD - 2, 0)
            return
        after = keycap_width(self._key) if self._key else text_width(self._hint, Role.CAPTION) if self._hint else 0
        self.setTextMargins(PAD - 2 + (GLYPH + 8 if self._glyph else 0), 0,
                            PAD - 2 + (ceil(after) + 8 if after else 0), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, glyph and keycap; Qt writes the words."""
        theme = self._theme
        _field_box(self, theme, focused=self.hasFocus())
        painter = begin(self)
        middle = self.height() / 2
        if self._glyph:
            draw_glyph(painter, self._glyph, theme.ink2, QRectF(PAD, round(middle - GLYPH / 2), GLYPH, GLYPH))
        painter.end()
        super().paintEvent(event)
        painter = begin(self)
        right = float(self.width() - PAD)
        if self._key:
            keycap(painter, right, middle, self._key, ink=theme.ink2, line=theme.line2)
        elif self._hint and self._hint_has_room():
            line_of_text(painter, QRectF(PAD, 0, right - PAD, self.height()), self._hint, Role.CAPTION, theme.ink2,
                         Qt.AlignmentFlag.AlignRight)
        painter.end()


def _field_box(widget: QWidget, theme: Theme, *, focused: bool) -> None:
    painter = begin(widget)
    enabled = widget.isEnabled()
    box(painter, QRectF(widget.rect()), radius=RADIUS, fill=theme.surface,
        line=theme.focus if focused else theme.field if enabled else theme.line, width=2 if focused else 1)
    painter.end()


class TextArea(QPlainTextEdit):
    """Several lines, as high as what is written, from `least` lines up to `most`.

    `edited` brings the words on every change by a person. Tab moves on to the next control.
    """

    edited = Signal(str)

    def __init__(
        self, *, theme: Theme, name: str, placeholder: str = "", role: Role = Role.BODY, least: int = 2,
        most: int = 12, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._least, self._most = theme, least, most
        self._showing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(role))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setViewportMargins(PAD - 4, 8, PAD - 4, 8)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        _written(self, theme)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def show_text(self, text: str) -> None:
        """Hold `text` without reporting it; the caret stays if nothing changed."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())

    def _grow(self) -> None:
        pitch = QFontMetricsF(self.font()).lineSpacing()
        written = self.document().size().height()  # this document's layout counts lines, not pixels
        lines = max(self._least, min(self._most, written))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if written > self._most
                                        else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wanted = ceil(lines * pitch + 2 * self.document().documentMargin()) + 16
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that were there before the width was known are broken into lines now, not at the next painting."""
        super().resizeEvent(event)
        block, layout = self.document().firstBlock(), self.document().documentLayout()
        while block.isValid():
            layout.blockBoundingRect(block)
            block = block.next()
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(240, self.height())

    def event(self, event: QEvent) -> bool:
        """The box is painted under the words, where Qt would draw a frame."""
        if event.type() == QEvent.Type.Paint:
            _field_box(self, self._theme, focused=self.hasFocus())
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
