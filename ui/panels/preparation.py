"""A convener's own preparation, written in the designer before anybody is invited, and how the plan goes on.

What is written here is for its writer alone. Nothing is counted: an open question is one to sleep on.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.design.gathering import Gathering
from app.design.invitation import ELEMENTS, open_elements
from app.design.preparation import DAY, INNER, Prompt, prepare, way
from app.words import Text, Words, say
from ui.panels.in_between import InBetween
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.fields import TextArea
from ui.widgets.labels import Paragraph
from ui.widgets.rules import Rule


class PreparationPanel(InBetween):
    """`invites` asks for the invitation."""

    invites = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(say("Before you gather them"), theme=theme, words=words, parent=parent)
        self._fields: dict[str, TextArea] = {}
        self._carried: list[Paragraph] = []
        self._column.addWidget(Paragraph(words(say(
            "Nobody but you sees this: no wall, no paper, no export. It goes when you forget the gathering.")),
            Role.BODY, theme.ink2))
        for number, inner in enumerate(INNER, 1):
            self._name(number, inner.name)
            for prompt in inner.prompts:
                self._make_prompt(prompt)
        self._make_invitation()
        self._make_day()
        self._column.addStretch(1)

    def show_gathering(self, gathering: Gathering) -> None:
        """Show what is written, and which steps carry what comes after; a field keeps its caret."""
        for field, area in self._fields.items():
            area.show_text(getattr(gathering.preparation, field))
        still = len(open_elements(gathering.invitation))
        self._still.show_text(self._words(
            say("Nothing of it is written yet.") if still == len(ELEMENTS) else
            say("Part of it is still open.") if still else say("It says everything it can say.")))
        for line, carried in zip(self._carried, way(gathering), strict=True):
            line.show_text(" · ".join(carried.steps) or self._words(say("No step carries it yet.")))

    def take_keyboard(self) -> None:
        """Give the keyboard to the first question that is open."""
        fields = list(self._fields.values())
        first = next((area for area in fields if not area.text().strip()), fields[0])
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _name(self, number: int, name: Text, above: int = 12) -> None:
        self._column.addSpacing(above)
        self._column.addWidget(Paragraph(
            self._words(say("{n}. {name}", n=number, name=name)), Role.BODY_BOLD, self._theme.ink))

    def _make_prompt(self, prompt: Prompt) -> None:
        asks = self._words(prompt.asks)
        area = TextArea(theme=self._theme, name=asks, least=2, most=6)
        area.edited.connect(partial(self._write, prompt.field))
        self._fields[prompt.field] = area
        self._column.addSpacing(4)
        self._column.addWidget(Paragraph(asks, Role.LABEL, self._theme.ink2))
        self._column.addWidget(area)

    def _make_invitation(self) -> None:
        theme, words = self._theme, self._words
        self._name(len(INNER) + 1, say("The invitation"))
        self._still = Paragraph("", Role.BODY, theme.ink2)
        button = OutlineButton(words(say("Write the invitation")), theme=theme, shape=SMALL)
        button.clicked.connect(lambda: self.invites.emit())
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addWidget(self._still)
        self._column.addSpacing(4)
        self._column.addLayout(row)

    def _make_day(self) -> None:
        """Aspects four to nine, each above the titles of the steps that carry it."""
        self._column.addSpacing(16)
        self._column.addWidget(Rule(self._theme.line))
        self._column.addSpacing(4)
        self._column.addWidget(Paragraph(self._words(say("On the day, your plan carries the rest")), Role.LABEL,
                                         self._theme.ink2))
        for number, name in enumerate(DAY, len(INNER) + 2):
            self._name(number, name, 4)
            line = Paragraph("", Role.BODY, self._theme.ink2)
            self._carried.append(line)
            self._column.addWidget(line)

    def _write(self, field: str, text: str) -> None:
        self.typed.emit(f"preparation {field}", lambda gathering: prepare(gathering, **{field: text}))
