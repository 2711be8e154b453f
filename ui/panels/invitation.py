"""The invitation, written in the designer: six things it can say, each with what it wants to know.

Nothing here is counted and nothing is missing: a field that stays empty is an element that is still open.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.design.edits import invite
from app.design.gathering import Gathering
from app.design.invitation import ELEMENTS, Element, asks
from app.words import Words, say
from ui.panels.in_between import InBetween
from ui.theme import Theme
from ui.type import Role
from ui.widgets.fields import TextArea
from ui.widgets.labels import Paragraph, label
from ui.widgets.option import Option
from ui.widgets.segment import Segment

FREE, REQUIRED = "free", "required"


class InvitationPanel(InBetween):
    """`printed` asks for the letter."""

    printed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(say("The invitation"), theme=theme, words=words, parent=parent)
        self._asks: dict[str, Paragraph] = {}
        self._fields: dict[str, TextArea] = {}
        self._add_to_head(say("Print it")).clicked.connect(lambda: self.printed.emit())
        self._make_beginning()
        for element in ELEMENTS:
            self._make_element(element)
        self._column.addStretch(1)

    def show_gathering(self, gathering: Gathering) -> None:
        """Show what is written; a field keeps its caret as long as it says the same."""
        invitation = gathering.invitation
        self._told.setVisible(invitation.required)
        self._comes.show_choice(REQUIRED if invitation.required else FREE)
        for element in ELEMENTS:
            self._fields[element.field].show_text(getattr(invitation, element.field))
            self._asks[element.field].show_text(self._words(asks(element, required=invitation.required)))

    def take_keyboard(self, field: str = "") -> None:
        """Give the keyboard to that element, or to the first that is open."""
        empty = next((one.field for one in ELEMENTS if not self._fields[one.field].text().strip()), ELEMENTS[0].field)
        self._fields[field or empty].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_beginning(self) -> None:
        theme, words = self._theme, self._words
        self._column.addWidget(Paragraph(words(say("Write it as you would say it. What you leave empty stays open.")),
                                         Role.BODY, theme.ink2))
        self._column.addSpacing(8)
        name = words(say("How people come"))
        self._comes = Segment([Option(FREE, words(say("They may stay away"))),
                               Option(REQUIRED, words(say("They must attend")))], theme=theme, name=name)
        self._comes.chosen.connect(self._come)
        self._column.addWidget(label(name, Role.LABEL, theme.ink2))
        self._column.addWidget(self._comes)
        self._told = Paragraph(
            words(say("Where attendance is required, it is taking part that people are invited to.")), Role.CAPTION,
            theme.ink2)
        self._column.addWidget(self._told)

    def _make_element(self, element: Element) -> None:
        theme, words = self._theme, self._words
        name = words(element.name)
        asked = Paragraph(words(element.asks), Role.CAPTION, theme.ink2)
        field = TextArea(theme=theme, name=name, least=2, most=7)
        field.edited.connect(partial(self._type, element.field))
        self._asks[element.field], self._fields[element.field] = asked, field
        self._column.addSpacing(10)
        self._column.addWidget(label(name, Role.LABEL, theme.ink))
        self._column.addWidget(asked)
        self._column.addWidget(field)

    def _type(self, field: str, text: str) -> None:
        self.typed.emit(f"invitation {field}", lambda gathering: invite(gathering, **{field: text}))

    def _come(self, value: str) -> None:
        self.edited.emit(lambda gathering: invite(gathering, required=value == REQUIRED))
