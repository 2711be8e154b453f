"""The rail at the left edge: the facilitator's day as four places. It knows their names, not what they hold."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import TEXT_SIZES, USUAL, Role, text_size
from ui.widgets.focus import FocusRing
from ui.widgets.glyph import draw_glyph
from ui.widgets.mark import Mark
from ui.widgets.paint import begin, box, line_of_text, text_width
from ui.widgets.surfaces import Ground

WIDTH, WIDER = 84, 24
"""Pixels, and how many more at the largest words: the pages have to share them."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place of the console: its name for the program, its word, its glyph."""

    page: str
    text: Text
    glyph: str


PLACES = (
    Destination("library", say("Library"), "library"),
    Destination("gatherings", say("Gatherings"), "gatherings"),
    Destination("host", say("Host"), "host"),
    Destination("harvest", say("Harvest"), "harvest"),
)
SETTINGS = Destination("settings", say("Settings"), "settings")


class Rail(Ground):
    """`chosen` carries the name of the page; Ctrl+1 to Ctrl+4 and Ctrl+, do the same from anywhere."""

    chosen = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.sunken, line=theme.line, lines="r", parent=parent)
        self.setFixedWidth(WIDTH + round(WIDER * (text_size() - USUAL) / (TEXT_SIZES[-1] - USUAL)))
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 18, 7, 18)
        column.setSpacing(8)
        column.addWidget(Mark(theme=theme, px=42), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(13)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Stop] = {}
        for number, place in enumerate(PLACES, 1):
            column.addWidget(self._stop(place, _Stop(words(place.text), place.glyph, theme=theme), words(
                say("{place}, Ctrl+{number}", place=place.text, number=number))))
        column.addStretch(1)
        column.addWidget(self._stop(SETTINGS, _Stop(words(SETTINGS.text), SETTINGS.glyph, theme=theme, quiet=True),
                                    words(say("Settings, Ctrl+comma"))))

    def _stop(self, place: Destination, button: _Stop, tip: str) -> _Stop:
        button.setToolTip(tip)
        button.clicked.connect(lambda checked=False: self.chosen.emit(place.page))
        self._group.addButton(button)
        self._buttons[place.page] = button
        return button

    def show_place(self, page: str) -> None:
        """Mark `page` as the one that is open."""
        self._buttons[page].setChecked(True)


class _Stop(QAbstractButton):
    """One place on the rail; a `quiet` one shows its glyph and keeps its word for the tool tip."""

    def __init__(self, text: str, glyph: str, *, theme: Theme, quiet: bool = False) -> None:
        super().__init__()
        self._theme, self._glyph, self._quiet = theme, glyph, quiet
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        FocusRing(self, theme=theme, radius=8)

    def sizeHint(self) -> QSize:
        """As wide as the rail allows."""
        return QSize(WIDTH - 14, 44 if self._quiet else 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card when chosen, a soft ground under the hand, glyph above the word; a long word is set narrower."""
        theme, rect = self._theme, QRectF(self.rect())
        painter = begin(self)
        if self.isChecked():
            box(painter, rect, radius=8, fill=theme.surface, line=theme.line)
        elif self.underMouse():
            box(painter, rect, radius=8, fill=theme.hover)
        colour = theme.ink if self.isChecked() else theme.ink2
        top = rect.center().y() - 11 if self._quiet else 9
        draw_glyph(painter, self._glyph, colour, QRectF(round(rect.center().x() - 11), round(top), 22, 22))
        if not self._quiet:
            self._paint_word(painter, rect, colour)
        painter.end()

    def _paint_word(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        role = Role.LABEL if self.isChecked() else Role.CAPTION
        squeeze = min(1.0, (rect.width() - 2) / text_width(self.text(), role))
        painter.translate(rect.center().x(), 0)
        painter.scale(squeeze, 1)
        half = rect.width() / 2 / squeeze
        line_of_text(painter, QRectF(-half, 35, 2 * half, 18), self.text(), role, colour,
                     Qt.AlignmentFlag.AlignHCenter)
