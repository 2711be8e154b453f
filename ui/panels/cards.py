"""The protocols of the library as a list of cards: which are shown, which one is chosen, and the keys between them.

It knows what a card tells of a protocol; it neither searches nor adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.library.names import form_word
from app.library.protocol import Protocol
from app.words import Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.balanced import Balanced
from ui.widgets.glyph import FamilyTile, GlyphLabel, form_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Card

HEIGHT = 94
GAP = 8
_FAR = 10_000
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}


class ProtocolCard(Card):
    """Tile, name, the whole question, form and minutes. `walked` brings how many cards the keys go on."""

    walked = Signal(int)

    def __init__(self, protocol: Protocol, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=protocol.title, parent=parent)
        self.protocol = protocol
        question = asks(protocol)
        self.setAccessibleDescription(question)
        self.setMinimumHeight(HEIGHT)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(Paragraph(protocol.title, Role.CARD_NAME, theme.ink))
        text.addWidget(Balanced(question, Role.BODY, theme.ink2))
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(14)
        row.addWidget(FamilyTile(protocol.family, theme=theme))
        row.addLayout(text, 1)
        row.addWidget(_Facts(protocol, theme=theme, words=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End walk the list."""
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class _Facts(QWidget):
    """Form (or the number of steps) above minutes, each with its glyph."""

    def __init__(self, protocol: Protocol, *, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setMinimumWidth(92)
        several = len(protocol.steps) > 1
        shape = say_n("{n} step", "{n} steps", len(protocol.steps)) if several else \
            form_word(protocol.main_step.form)
        minutes = say("{n} min", n=protocol.minutes)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate((("gatherings" if several else form_glyph(protocol.main_step.form), shape),
                                            ("clock", minutes)), 1):
            grid.addWidget(GlyphLabel(name, theme.ink2, 18), row, 0)
            grid.addWidget(label(words(text), Role.CAPTION, theme.ink2), row, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(3, 1)


class CardList(Scroll):
    """The cards in a column. `chosen` brings a protocol, `opened` one that was opened with Enter or two clicks.

    One card at a time can be reached with Tab; the arrow keys go on from there. `left` when they go above the first.
    """

    chosen = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside, name=words(say("Protocols")), parent=parent)
        self._theme, self._words = theme, words
        self._cards: dict[str, ProtocolCard] = {}
        self._shown: list[ProtocolCard] = []
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(4, 4, 10, 12)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)

    def show_shelf(self, protocols: Iterable[Protocol]) -> None:
        """Make a card for each of `protocols`; none is shown until `show_found`."""
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._shown = []
        self._cards = {protocol.id: self._card(protocol) for protocol in protocols}

    def show_found(self, protocols: Sequence[Protocol]) -> None:
        """Show these, in this order."""
        wanted = [self._cards[protocol.id] for protocol in protocols]
        if wanted == self._shown:
            return
        for card in self._shown:
            self._column.removeWidget(card)
            card.setVisible(card in wanted)
        self._shown = wanted
        for place, card in enumerate(wanted):
            self._column.insertWidget(place, card)
            card.show()

    def show_chosen(self, protocol: Protocol | None) -> None:
        """Mark `protocol` and bring its card into sight."""
        for card in self._cards.values():
            here = protocol is not None and card.protocol.id == protocol.id
            card.show_selected(selected=here)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                self.reveal(card, HEIGHT // 2)

    def take_keyboard(self) -> None:
        """The chosen card has the keyboard."""
        for card in self._shown:
            if card.is_selected():
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no card takes are the page's: the list follows the card that is chosen."""
        event.ignore()

    def _card(self, protocol: Protocol) -> ProtocolCard:
        card = ProtocolCard(protocol, theme=self._theme, words=self._words, parent=self._inside)
        card.hide()
        card.pressed.connect(lambda: self.chosen.emit(protocol))
        card.opened.connect(lambda: self._open(card))
        card.walked.connect(lambda by: self._walk(card, by))
        return card

    def _open(self, card: ProtocolCard) -> None:
        self.chosen.emit(card.protocol)
        self.opened.emit(card.protocol)

    def _walk(self, card: ProtocolCard, by: int) -> None:
        here = self._shown.index(card)
        if here + by == -1:
            self.left.emit()
            return
        there = self._shown[max(0, min(len(self._shown) - 1, here + by))]
        self.chosen.emit(there.protocol)
        there.setFocus(Qt.FocusReason.TabFocusReason)


def asks(protocol: Protocol) -> str:
    """What a card and a list tell of a protocol: its question, or its purpose where it asks none."""
    return protocol.main_step.question or protocol.purpose
