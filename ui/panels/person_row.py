"""One person on the list of who comes: a line, and opened what is to be known when groups are made."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.groups.roster import Person
from app.words import Words, say
from ui.panels.one_line import OneLine
from ui.theme import Theme
from ui.type import Role
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.option import Option
from ui.widgets.surfaces import Card

NOBODY = "0"
"""Value of the first option, which keeps nobody apart; badges count from 1."""


class PersonRow(Card):
    """`changed` brings the person as wished, `apart` two numbers and whether they are to be kept apart.

    `went` brings one further down or up. Space and Enter open and close it.
    """

    changed = Signal(object)
    apart = Signal(int, int, bool)
    went = Signal(int)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name="", radius=8, parent=parent)
        self._theme, self._words = theme, words
        self._person = Person(number=1)
        self._shown: object = None
        self._name = OneLine("", Role.BODY, theme.ink)
        self._about = OneLine("", Role.CAPTION, theme.ink2)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 6, 0, 4)
        inside.setSpacing(8)
        self._flags = FlowLayout(gap=8, row_gap=8)
        self._hosts = self._chip(words(say("hosts a table")), "hosts")
        self._stays = self._chip(words(say("keeps their place")), "stays")
        self._remote = self._chip(words(say("not in the room")), "remote")
        self._named = self._chip(words(say("may be named")), "named")
        self._others = Choice([], theme=theme, name=words(say("Kept apart from")), height=32, narrowing=True)
        self._others.chosen.connect(self._part)
        self._parted = FlowLayout(gap=8, row_gap=8)
        inside.addLayout(self._flags)
        inside.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._parted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 7)
        column.setSpacing(0)
        for part in (self._name, self._about, self._inside):
            column.addWidget(part)

    def show_person(self, person: Person, called: str, apart: Sequence[tuple[int, str]],
                    others: Sequence[tuple[int, str]], *, opened: bool) -> None:
        """Show a person by the name people read; `apart` and `others` are numbers and names. `others` is read only
        where the row is `opened`.
        """
        shown = (person, called, tuple(apart), tuple(others) if opened else None)
        if shown == self._shown:
            return
        self._shown, self._person = shown, person
        words = self._words
        told = [words(text) for on, text in ((person.hosts, say("hosts a table")),
                                             (person.stays, say("keeps their place")),
                                             (person.remote, say("not in the room")),
                                             (person.named, say("may be named"))) if on]
        told += [words(say("apart from {name}", name=name)) for _, name in apart]
        about = " · ".join(told)
        self._name.show_text(called)
        self._about.show_text(about)
        self._about.setVisible(bool(about) and not opened)
        self.setAccessibleName(words(say("{name}: {about}", name=called, about=about)) if about else called)
        self.show_selected(selected=opened)
        self._inside.setVisible(opened)
        if opened:
            for chip, on in ((self._hosts, person.hosts), (self._stays, person.stays), (self._remote, person.remote),
                             (self._named, person.named)):
                chip.setChecked(on)
            parted = {number for number, _ in apart}
            self._others.show_options([Option(NOBODY, words(say("Keep apart from …"))), *(
                Option(str(number), name) for number, name in others
                if number not in parted and number != person.number)])
            self._others.show_choice(NOBODY)
            self._show_parted(apart)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to a neighbour."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.went.emit(by)
        else:
            super().keyPressEvent(event)

    def _show_parted(self, apart: Sequence[tuple[int, str]]) -> None:
        words = self._words
        self._parted.clear()
        for number, name in apart:
            chip = Chip(words(say("apart from {name}", name=name)), theme=self._theme, glyph="close", checkable=False,
                        parent=self._inside)
            chip.setAccessibleName(words(say("Apart from {name}. Press to let them meet", name=name)))
            chip.clicked.connect(lambda checked=False, n=number: self._join(n))
            self._parted.addWidget(chip)
            chip.show()

    def _chip(self, text: str, field: str) -> Chip:
        chip = Chip(text, theme=self._theme, parent=self._inside)
        chip.clicked.connect(lambda on: self.changed.emit(msgspec.structs.replace(self._person, **{field: on})))
        self._flags.addWidget(chip)
        return chip

    def _part(self, value: str) -> None:
        if value != NOBODY:
            self.apart.emit(self._person.number, int(value), True)

    def _join(self, number: int) -> None:
        """The chip goes with the wish; the keyboard goes to where another can be named."""
        self._others.setFocus(Qt.FocusReason.TabFocusReason)
        self.apart.emit(self._person.number, number, False)
