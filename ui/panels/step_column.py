"""The designer's middle column: everything about the chosen step, or for a while what is open beside it: who comes, the
invitation, or a convener's own preparation.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.design.agenda import Agenda
from app.design.gathering import Gathering
from app.words import Words, say
from ui.panels.inspector import Inspector
from ui.panels.invitation import InvitationPanel
from ui.panels.people import People
from ui.panels.preparation import PreparationPanel
from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground


class Part(Enum):
    """What the column shows."""

    STEP = auto()
    PEOPLE = auto()
    INVITATION = auto()
    PREPARATION = auto()


_Beside = People | InvitationPanel | PreparationPanel


class StepColumn(Ground):
    """`edited` and `typed` bring functions from a gathering to the changed one, as the inspector does. `people` asks
    for the list of who comes, `closed` says that what is shown beside the step may go, `gathers` that it is about how
    people find each other, `letter` asks for the invitation on paper, `invites` for writing it.
    """

    edited = Signal(object)
    typed = Signal(str, object)
    left = Signal()
    removed = Signal(str)
    duplicated = Signal(str)
    people = Signal()
    closed = Signal()
    gathers = Signal()
    letter = Signal()
    invites = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.surface, line=theme.line, lines="lr", parent=parent)
        self._words = words
        self._part = Part.STEP
        self._hint = QWidget()
        held = QVBoxLayout(self._hint)
        held.setContentsMargins(24, 22, 24, 0)
        held.addWidget(Paragraph(words(say("A step is shown here once there is one.")), Role.SAY, theme.ink2))
        held.addStretch(1)
        self._inspector = Inspector(theme=theme, words=words)
        self._people = People(theme=theme, words=words)
        self._invitation = InvitationPanel(theme=theme, words=words)
        self._preparation = PreparationPanel(theme=theme, words=words)
        self._beside: dict[Part, _Beside] = {
            Part.PEOPLE: self._people, Part.INVITATION: self._invitation, Part.PREPARATION: self._preparation}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hint)
        column.addWidget(self._inspector, 1)
        for panel in self._beside.values():
            panel.hide()
            column.addWidget(panel, 1)
        self._scroll = Scroll(inside, name=words(say("The chosen step")))
        self._people.follow(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 0)
        outer.addWidget(self._scroll)
        self._connect()

    def show_plan(self, gathering: Gathering, plan: Agenda, step_id: str) -> None:
        """Show the step of that id, or whatever is open in its place."""
        row = next((row for row in plan.rows if row.step.id == step_id), None)
        step = self._part is Part.STEP
        self._hint.setVisible(row is None and step)
        self._inspector.setVisible(row is not None and step)
        for part, panel in self._beside.items():
            if part is self._part:
                panel.show_gathering(gathering)
            panel.setVisible(part is self._part)
        if row is not None and step:
            self._inspector.show_step(gathering, row, self._words(say(
                "{begins} to {ends}", begins=f"{plan.at(row.starts):%H:%M}", ends=f"{plan.at(row.ends):%H:%M}")))

    def show_part(self, part: Part) -> None:
        """From the next plan on show that."""
        if part is not self._part:
            self._part = part
            self.begin_at_the_top()

    def begin_at_the_top(self) -> None:
        """Scroll back to where it begins."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_least_width(self, width: int) -> None:
        """Be `width` pixels wide, or as wide as the longest words in it ask."""
        least = max(part.minimumSizeHint().width() for part in (self._inspector, *self._beside.values()))
        self.setFixedWidth(max(width, least + 2 + self._scroll.verticalScrollBar().sizeHint().width()))

    def take_keyboard(self) -> None:
        """Give the keyboard to what is shown: the question, the names, or what is open in the text."""
        self._beside.get(self._part, self._inspector).take_keyboard()

    def write_title(self) -> None:
        """Give the keyboard to the step's title."""
        self._inspector.write_title()

    def _connect(self) -> None:
        inspector, invitation = self._inspector, self._invitation
        for part in (inspector, *self._beside.values()):
            part.edited.connect(lambda change: self.edited.emit(change))
            part.typed.connect(lambda field, change: self.typed.emit(field, change))
        inspector.left.connect(lambda: self.left.emit())
        inspector.removed.connect(lambda step_id: self.removed.emit(step_id))
        inspector.duplicated.connect(lambda step_id: self.duplicated.emit(step_id))
        inspector.people.connect(lambda: self.people.emit())
        inspector.gathers.connect(lambda: self.gathers.emit())
        for panel in self._beside.values():
            panel.closed.connect(lambda: self.closed.emit())
        self._preparation.invites.connect(lambda: self.invites.emit())
        invitation.printed.connect(lambda: self.letter.emit())
