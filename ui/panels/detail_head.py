"""The head of the library's detail: what a protocol is called, and the two things that can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.design.today import can_be_asked
from app.library.protocol import Protocol
from app.words import Words, say
from ui.panels.detail_acts import DetailActs
from ui.panels.protocol_words import family_line
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, TALL, InkButton, OutlineButton, PaintedButton, QuietButton
from ui.widgets.glyph import FamilyTile
from ui.widgets.labels import Paragraph
from ui.widgets.paint import text_width

TILE = 60


class DetailHead(QWidget):
    """Tile, family, name, and what can be done with it. The ink moves to *Add* while a gathering is open."""

    add = Signal()
    host_now = Signal()
    favour = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._hostable, self._gathering = True, ""
        self._tile = FamilyTile(None, theme=theme, px=TILE)
        self._family = Paragraph("", Role.LIVE_STEP, theme.ink2)
        self._name = Paragraph("", Role.NAME, theme.ink)
        self._star = QuietButton("", theme=theme, glyph="star", shape=SMALL, name=words(say("A favourite (F)")))
        self._star.setCheckable(True)
        self._star.clicked.connect(lambda checked=False: self.favour.emit())
        self.acts = DetailActs(theme=theme, words=words)
        self._notice = Paragraph("", Role.CAPTION, theme.ink2)
        self._notice.hide()
        self._add = {ink: self._button(words(say("Add to gathering")), "plus", ink=ink, theme=theme)
                     for ink in (False, True)}
        self._host = {ink: self._button(words(say("Host it now")), "play", ink=ink, theme=theme)
                      for ink in (False, True)}
        for ink in (False, True):
            self._add[ink].clicked.connect(self.add)
            self._host[ink].clicked.connect(self.host_now)
        self._lay()
        self._renew()

    def _button(self, text: str, glyph: str, *, ink: bool, theme: Theme) -> PaintedButton:
        kind = InkButton if ink else OutlineButton
        return kind(text, theme=theme, glyph=glyph, shape=TALL)

    def _lay(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        family = QHBoxLayout()
        family.setSpacing(6)
        family.addWidget(self._family)
        family.addWidget(self._star)
        family.addStretch(1)
        names.addLayout(family)
        names.addWidget(self._name)
        left = QHBoxLayout()
        left.setSpacing(18)
        left.addWidget(self._tile)
        left.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (*self._add.values(), *self._host.values()):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(14)
        self._row.addLayout(left, 1)
        self._row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row)
        column.addWidget(self.acts)
        column.addWidget(self._notice)

    def show_protocol(self, protocol: Protocol) -> None:
        """Name `protocol`. Designs and parts cannot be hosted by themselves."""
        self._tile.show_family(protocol.family)
        self._family.show_text(self._words(family_line(protocol)))
        self._name.show_text(protocol.title)
        self._hostable = can_be_asked(protocol)
        self.show_notice("")
        self._renew()

    def show_open_gathering(self, title: str) -> None:
        """Where *Add* adds; "" where no gathering is open."""
        self._gathering = title
        self._renew()

    def show_favourite(self, *, favourite: bool) -> None:
        """The star is full, or an outline."""
        self._star.setChecked(favourite)
        self._star.show_words("", glyph="star-full" if favourite else "star")

    def show_notice(self, text: str) -> None:
        """A quiet sentence, or none."""
        self._notice.show_text(text)
        self._notice.setVisible(bool(text))

    def _renew(self) -> None:
        adds = bool(self._gathering) or not self._hostable
        tip = self._words(say("Add to {title} (A)", title=self._gathering) if self._gathering else
                          say("Add to a gathering (A)"))
        for ink, button in self._add.items():
            button.setVisible(ink == adds)
            button.setToolTip(tip)
        for ink, button in self._host.items():
            button.setVisible(self._hostable and ink != adds)
            button.setToolTip(self._words(say("Choose it for today (H)")))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the name, or under it where there is no room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        shown = [b for b in (*self._add.values(), *self._host.values()) if not b.isHidden()]
        names = max(text_width(self._name.text(), Role.NAME), text_width(self._family.text(), Role.LIVE_STEP) + 40)
        needed = TILE + 18 + names + 28 + sum(b.sizeHint().width() + 10 for b in shown)
        wide = needed <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
