"""The protocols of the library as a list of cards: which are shown, which one is chosen, and the keys between them.

It knows what a card tells of a protocol; it neither searches nor adds.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.library.names import form_word
from app.library.protocol import Protocol
from app.words import Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.balanced import Balanced
from ui.widgets.column import Column
from ui.widgets.glyph import FamilyTile, GlyphLabel, form_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Card

HEIGHT = 94
GAP, EDGE = 8, 4
_FAR = 10_000
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}


class ProtocolCard(Card):
    """Tile, name, the whole question, form and minutes. `walked` brings how many cards the keys go on."""

    walked = Signal(int)

    def __init__(self, protocol: Protocol, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=protocol.title, parent=parent)
        self.protocol = protocol
        self._words, question = words, asks(protocol)
        self._question = question
        self.setAccessibleDescription(question)
        self.setMinimumHeight(HEIGHT)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        named = QHBoxLayout()
        named.setSpacing(8)
        named.addWidget(Paragraph(protocol.title, Role.CARD_NAME, theme.ink), 1)
        self._star = GlyphLabel("star-full", theme.ink2, 16)
        self._star.hide()
        named.addWidget(self._star)
        text.addLayout(named)
        text.addWidget(Balanced(question, Role.BODY, theme.ink2))
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(14)
        row.addWidget(FamilyTile(protocol.family, theme=theme))
        row.addLayout(text, 1)
        row.addWidget(_Facts(protocol, theme=theme, words=words))

    def show_favourite(self, *, favourite: bool) -> None:
        """Wear a star behind the name, or none."""
        self._star.setVisible(favourite)
        self.setAccessibleDescription(self._words(say("A favourite. {question}", question=self._question))
                                      if favourite else self._question)

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
        inside = QWidget()
        super().__init__(inside, name=words(say("Protocols")), parent=parent)
        self._theme, self._words = theme, words
        self._shown: tuple[Protocol, ...] = ()
        self._chosen = ""
        self._favourites: frozenset[str] = frozenset()
        self._column = Column(self._card, usual=HEIGHT, gap=GAP, edge=EDGE)
        self._column.follow(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(0)
        column.addWidget(self._column)
        column.addStretch(1)

    def forget(self) -> None:
        """Another shelf: a card of the same name may tell something else."""
        self._shown = ()
        self._column.show_keys((), anew=True)

    def show_found(self, protocols: Sequence[Protocol]) -> None:
        """Show these, in this order."""
        if tuple(protocols) != self._shown:
            self._shown = tuple(protocols)
            self._column.show_keys([protocol.id for protocol in protocols])

    def show_favourites(self, favourites: frozenset[str]) -> None:
        """These wear a star."""
        self._favourites = favourites
        for _place, card in self._column.rows():
            if isinstance(card, ProtocolCard):
                card.show_favourite(favourite=card.protocol.id in favourites)

    def show_chosen(self, protocol: Protocol | None) -> None:
        """Mark `protocol` and bring its card into sight."""
        self._chosen = protocol.id if protocol is not None else ""
        for _place, card in self._column.rows():
            if isinstance(card, ProtocolCard):
                self._mark(card)
        place = self._place()
        if place is not None:
            self._column.reveal(place, HEIGHT // 2)

    def take_keyboard(self) -> None:
        """The chosen card has the keyboard."""
        place = self._place()
        if place is not None:
            self._column.row(place).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no card takes are the page's: the list follows the card that is chosen."""
        event.ignore()

    def _place(self) -> int | None:
        return next((place for place, protocol in enumerate(self._shown) if protocol.id == self._chosen), None)

    def _mark(self, card: ProtocolCard) -> None:
        here = card.protocol.id == self._chosen
        card.show_selected(selected=here)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _card(self, place: int) -> ProtocolCard:
        protocol = self._shown[place]
        card = ProtocolCard(protocol, theme=self._theme, words=self._words)
        card.pressed.connect(lambda: self.chosen.emit(protocol))
        card.opened.connect(lambda: self._open(protocol))
        card.walked.connect(lambda by: self._walk(protocol, by))
        card.show_favourite(favourite=protocol.id in self._favourites)
        self._mark(card)
        return card

    def _open(self, protocol: Protocol) -> None:
        self.chosen.emit(protocol)
        self.opened.emit(protocol)

    def _walk(self, protocol: Protocol, by: int) -> None:
        to = self._shown.index(protocol) + by
        if to == -1:
            self.left.emit()
            return
        to = max(0, min(len(self._shown) - 1, to))
        self.chosen.emit(self._shown[to])
        self._column.row(to).setFocus(Qt.FocusReason.TabFocusReason)


def asks(protocol: Protocol) -> str:
    """What a card and a list tell of a protocol: its question, or its purpose where it asks none."""
    return protocol.main_step.question or protocol.purpose
