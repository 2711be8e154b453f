"""The doors of the home page: three ways to begin, each a card with one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.balanced import Balanced
from ui.widgets.buttons import InkButton, OutlineButton
from ui.widgets.glyph import FamilyTile
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Sheet

HIGH, LOW = 254, 208


class Doors(QWidget):
    """Today's question, a whole meeting, a new gathering. It knows no gathering; the page answers."""

    today = Signal()
    sample = Signal()
    new = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._cards: list[_Door] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        ink, outline = InkButton, OutlineButton
        for title, told, button, glyph, signal, kind in (
            (say("Today’s question"), say("One question, ten minutes, with whoever is in the room anyway."),
             say("Choose a question"), "host", self.today, ink),
            (say("Look at a whole meeting"),
             say("A sample that is yours: change\u00a0it,\u00a0host\u00a0it, or throw it away."),
             say("Open the sample"), "gatherings", self.sample, outline),
            (say("A gathering of your own"), say("Five questions and three proposals, or an empty page."),
             say("New gathering"), "plus", self.new, outline),
        ):
            door = _Door(title, told, kind(words(button), theme=theme), glyph, theme=theme, words=words)
            door.button.clicked.connect(signal)
            self._cards.append(door)
            row.addWidget(door, 1)

    def show_low(self, *, low: bool) -> None:
        """Lower doors, on a screen of little height."""
        for door in self._cards:
            door.show_low(low=low)


class _Door(Sheet):
    """Tile, title, a sentence, a button."""

    def __init__(self, title: Text, told: Text, button: InkButton | OutlineButton, glyph: str, *, theme: Theme,
                 words: Words) -> None:
        super().__init__(fill=theme.surface, line=theme.line)
        self.button = button
        self._tile = FamilyTile(None, theme=theme, px=48, glyph=glyph)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._tile)
        self._air = QSpacerItem(0, 18)
        self._column.addItem(self._air)
        self._column.addWidget(Paragraph(words(title), Role.PANEL, theme.ink))
        self._column.addSpacing(2)
        self._column.addWidget(Balanced(words(told), Role.BODY, theme.ink2))
        self._column.addStretch(1)
        self._column.addSpacing(10)
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        self._column.addLayout(line)
        self.show_low(low=False)

    def show_low(self, *, low: bool) -> None:
        """Stand closer together."""
        edge = 20 if low else 26
        self._air.changeSize(0, 10 if low else 18)
        self._column.setContentsMargins(edge, edge, edge, edge - 2)
        self.setMinimumHeight(LOW if low else HIGH)
