"""A short list to choose from under a field that keeps the keyboard: the field's arrows walk it, a click takes one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.touch import target
from ui.type import Role, font, grown
from ui.widgets.glyph import draw_glyph
from ui.widgets.option import Option
from ui.widgets.paint import begin, box, line_of_text

ROW, PAD, GLYPH, GAP = 32, 10, 18, 8


class Options(QWidget):
    """At most `most` options are seen at once, the rest by walking on or with the wheel. `chosen` brings a value."""

    chosen = Signal(str)

    def __init__(self, *, theme: Theme, name: str, most: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._most = theme, most
        self._options: tuple[Option, ...] = ()
        self._at = self._top = 0
        self._row = target(grown(ROW))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_options(self, options: Sequence[Option]) -> None:
        """Offer these; the first is marked."""
        self._options, self._at, self._top = tuple(options), 0, 0
        self.setVisible(bool(options))
        self._tell()
        self.updateGeometry()

    def marked(self) -> str | None:
        """The value of the option that Enter would take; None without any."""
        return self._options[self._at].value if self._options else None

    def texts(self) -> tuple[str, ...]:
        """What is offered, from the top."""
        return tuple(option.text for option in self._options)

    def walk(self, by: int) -> None:
        """Mark the option so many further down, or up; no further than the last and the first."""
        self._at = max(0, min(len(self._options) - 1, self._at + by))
        self._top = max(self._at - self._most + 1, min(self._top, self._at))
        self._tell()

    def sizeHint(self) -> QSize:
        """As high as what is seen at once."""
        return QSize(200, self._row * min(self._most, len(self._options)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the hand is marked."""
        self._mark_at(event.position().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes it."""
        if event.button() is Qt.MouseButton.LeftButton and self._options:
            self._mark_at(event.position().y())
            self.chosen.emit(self._options[self._at].value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Walk on."""
        self.walk(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground under the marked one; glyph, words."""
        theme, metrics = self._theme, QFontMetricsF(font(Role.BODY))
        painter = begin(self)
        for number, option in enumerate(self._options[self._top:self._top + self._most]):
            area = QRectF(0, number * self._row, self.width(), self._row)
            if self._top + number == self._at:
                box(painter, area.adjusted(0, 1, 0, -1), radius=6, fill=theme.sunken)
            x = float(PAD)
            if option.glyph:
                colour = theme.family(option.family).strong if option.family else theme.ink2
                draw_glyph(painter, option.glyph, colour,
                           QRectF(x, round(area.center().y() - GLYPH / 2), GLYPH, GLYPH))
                x += GLYPH + GAP
            room = self.width() - PAD - x
            shown = metrics.elidedText(" ".join(option.text.split()), Qt.TextElideMode.ElideRight, room)
            line_of_text(painter, QRectF(x, area.top(), room, area.height()), shown, Role.BODY, theme.ink)
        painter.end()

    def _mark_at(self, y: float) -> None:
        at = self._top + int(y // self._row)
        if 0 <= at < len(self._options):
            self._at = at
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self._options[self._at].text if self._options else "")
        self.update()
