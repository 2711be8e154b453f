"""Buttons. Ink means action: one ink button a screen, outline for the rest, quiet ones for the margins.

Their words are never cut: a button is at least as wide as what it says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.touch import target
from ui.type import Role, font
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import draw_glyph
from ui.widgets.paint import begin, box, keycap, keycap_width, line_of_text, text_width

LIVE_HEIGHT, LIVE_HEIGHT_SMALL = 64, 54
"""Height of the buttons a host presses while people talk: at 1440x900, and at 1366x768."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of one state: fill and line may be absent."""

    fill: str | None
    line: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Shape:
    """Measures of a button in pixels at 1x."""

    height: int = 40
    radius: int = 8
    pad: int = 16
    glyph: int = 20
    gap: int = 8
    role: Role = Role.BUTTON


SMALL = Shape(height=30, radius=8, pad=12, glyph=18, gap=6, role=Role.LABEL)
TALL = Shape(height=46, radius=10, pad=18, glyph=20, gap=9)


class PaintedButton(QPushButton):
    """A button that paints itself: glyph, words, a glyph after the words, a keycap. Not used as it is."""

    def __init__(
        self, text: str, *, theme: Theme, glyph: str = "", after: str = "", key: str = "",
        shape: Shape | None = None, name: str = "", parent: QWidget | None = None,
    ) -> None:
        """`after` is a glyph behind the words, `key` a keycap; `name` is for a button without words."""
        super().__init__(text, parent)
        self._theme = theme
        self._glyph, self._after, self._key, self._bare = glyph, after, key, False
        self._shape = replace(shape or Shape(), height=target((shape or Shape()).height))
        self.setFont(font(self._shape.role))
        self.setAccessibleName(name)
        if name and not text:
            self.setToolTip(name)
        self.setAutoDefault(True)  # so that Enter presses the button that has the keyboard
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        FocusRing(self, theme=theme, radius=self._shape.radius)

    def show_words(self, text: str, *, glyph: str | None = None, after: str | None = None) -> None:
        """Say something else, with other glyphs if they are given."""
        self._glyph = self._glyph if glyph is None else glyph
        self._after = self._after if after is None else after
        self.setText(text)
        self.updateGeometry()
        self.update()

    def show_key(self, key: str) -> None:
        """Another key presses it now."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def show_bare(self, *, bare: bool) -> None:
        """Words alone: the glyph before them goes where there is no room for it."""
        if bare != self._bare:
            self._bare = bare
            self.updateGeometry()
            self.update()

    def wide(self) -> int:
        """How wide it wants to be with its glyph."""
        missing = self._shape.glyph + self._shape.gap if self._bare and self._glyph and self.text() else 0
        return self.sizeHint().width() + missing

    def look(self) -> Look:
        """The colours of the present state; each kind of button has its own."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Wide enough for everything it says."""
        shape = self._shape
        return QSize(max(shape.height, round(self._content_width() + 2 * shape.pad)), shape.height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """The whole rectangle is the button."""
        return True

    def _before(self) -> str:
        return "" if self._bare and self.text() else self._glyph

    def _content_width(self) -> float:
        shape, text = self._shape, self.text()
        parts = [text_width(text, shape.role)] if text else []
        parts += [float(shape.glyph) for name in (self._before(), self._after) if name]
        parts += [keycap_width(self._key)] if self._key else []
        return sum(parts) + shape.gap * max(0, len(parts) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, then its contents centred."""
        look = self.look()
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=self._shape.radius, fill=look.fill, line=look.line)
        self._paint_contents(painter, look)
        painter.end()

    def _paint_contents(self, painter: QPainter, look: Look) -> None:
        shape, text = self._shape, self.text()
        x = round((self.width() - self._content_width()) / 2)
        middle = self.height() / 2
        if self._before():
            draw_glyph(painter, self._before(), look.text, QRectF(x, round(middle - shape.glyph / 2),
                                                              shape.glyph, shape.glyph))
            x += shape.glyph + shape.gap
        if text:
            width = text_width(text, shape.role)
            line_of_text(painter, QRectF(x, 0, width, self.height()), text, shape.role, look.text)
            x += round(width) + shape.gap
        if self._after:
            draw_glyph(painter, self._after, look.text, QRectF(x, round(middle - shape.glyph / 2),
                                                              shape.glyph, shape.glyph))
            x += shape.glyph + shape.gap
        if self._key:
            line = look.text if look.fill == self._theme.ink else self._theme.line2
            keycap(painter, x + keycap_width(self._key), middle, self._key, ink=look.text, line=line)


class InkButton(PaintedButton):
    """The one thing to do now."""

    def look(self) -> Look:
        """Ink; a little lighter under the hand; paper when it cannot be pressed."""
        theme = self._theme
        if not self.isEnabled():
            return Look(theme.surface, theme.line, theme.ink3)
        lit = self.isDown() or self.underMouse()
        return Look(theme.ink2 if lit else theme.ink, None, theme.surface)


class OutlineButton(PaintedButton):
    """Everything else that can be done. If checkable, it is ink while checked."""

    def look(self) -> Look:
        """Surface with a line."""
        theme = self._theme
        if not self.isEnabled():
            return Look(theme.surface, theme.line, theme.ink3)
        if self.isChecked():
            return Look(theme.ink, None, theme.surface)
        if self.isDown():
            return Look(theme.sunken, theme.field, theme.ink)
        return Look(theme.hover if self.underMouse() else theme.surface, theme.line2, theme.ink)


class QuietButton(PaintedButton):
    """Words or a glyph without a box, until a hand comes near."""

    def look(self) -> Look:
        """Nothing but what it says."""
        theme = self._theme
        if not self.isEnabled():
            return Look(None, None, theme.ink3)
        if self.isDown():
            return Look(theme.sunken, None, theme.ink)
        return Look(theme.hover, None, theme.ink) if self.underMouse() else Look(None, None, theme.ink2)


def live_shape(*, small: bool = False) -> Shape:
    """The shape of the live row's buttons: 64 high, or 54 on a small screen."""
    if small:
        return Shape(height=LIVE_HEIGHT_SMALL, radius=12, pad=14, glyph=22, gap=10, role=Role.LIVE_BUTTON)
    return Shape(height=LIVE_HEIGHT, radius=12, pad=16, glyph=22, gap=12, role=Role.LIVE_BUTTON)


class LiveInkButton(InkButton):
    """The ink button of the live row. It is never narrower than 214, so that the row does not jump."""

    def __init__(self, text: str, *, theme: Theme, glyph: str = "", after: str = "", small: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(text, theme=theme, glyph=glyph, after=after, shape=live_shape(small=small), parent=parent)
        self.setMinimumWidth(190 if small else 214)


class LiveButton(OutlineButton):
    """An outline button of the live row."""

    def __init__(self, text: str, *, theme: Theme, glyph: str = "", after: str = "", small: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(text, theme=theme, glyph=glyph, after=after, shape=live_shape(small=small), parent=parent)
