"""What was worked out about who sits with whom: one line, and opened the tables of a step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering, PlannedStep
from app.design.seats import assigned, is_worked_out, wishes_a_list
from app.groups.plan import Plan
from app.groups.roster import labels
from app.words import Text, Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton, Shape
from ui.widgets.labels import Paragraph

OPENING = Shape(height=30, pad=4, glyph=18, gap=6, role=Role.CAPTION)


class SeatingTold(QWidget):
    """Hidden where no step goes by a list. `people` asks who comes, `stop` ends the working out with the best so far.
    """

    people = Signal()
    stop = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._gathering: Gathering | None = None
        self._step_id = ""
        self._said = say("")
        self._working = False
        self._line = Paragraph("", Role.BODY, theme.ink)
        self._stop = OutlineButton(words(say("Stop")), theme=theme, shape=SMALL)
        self._stop.setToolTip(words(say("Take the best that was found so far")))
        self._stop.clicked.connect(lambda: self.stop.emit())
        self._who = OutlineButton(words(say("Who comes?")), theme=theme, glyph="people", shape=SMALL)
        self._who.clicked.connect(lambda: self.people.emit())
        self._open = QuietButton(words(say("Who sits where")), theme=theme, after="down", shape=OPENING)
        self._open.setCheckable(True)
        self._open.toggled.connect(lambda _on: self._renew())
        self._step = Paragraph("", Role.LABEL, theme.ink2)
        self._tables = Paragraph("", Role.BODY, theme.ink)
        buttons = QHBoxLayout()
        for button in (self._stop, self._who, self._open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(5)
        column.addWidget(Paragraph(words(say("Who sits with whom")), Role.LABEL, theme.ink2))
        column.addWidget(self._line)
        column.addLayout(buttons)
        column.addWidget(self._step)
        column.addWidget(self._tables)
        for part in (self._stop, self._who, self._open):
            part.hide()
        self.hide()

    def show_gathering(self, gathering: Gathering, step_id: str) -> None:
        """Show the seats of this plan, at the chosen step if its groups go by a list."""
        self._gathering, self._step_id = gathering, step_id
        self._renew()

    def show_said(self, text: Text) -> None:
        """Say this about the seats: who meets again, or why they cannot be worked out."""
        self._said, self._working = text, False
        self._renew()

    def show_working(self) -> None:
        """Say that it takes a moment, and let it be stopped."""
        self._working = True
        self._renew()

    def text(self) -> str:
        """The line that is shown."""
        return self._line.text()

    def _renew(self) -> None:
        gathering, words = self._gathering, self._words
        if gathering is None or not wishes_a_list(gathering):
            self.hide()
            return
        steps = assigned(gathering)
        listed = bool(steps)
        if not listed:
            line = words(say("A step goes by a list, and nobody is on it yet."))
        elif self._working:
            line = words(say("Working out who sits with whom …"))
        else:
            line = words(self._said)
        self._line.show_text(line)
        self._who.setVisible(not listed)
        self._stop.setVisible(listed and self._working)
        there = listed and not self._working and is_worked_out(gathering)
        self._open.setVisible(there)
        shown = there and self._open.isChecked()
        step = next((step for step in steps if step.id == self._step_id), steps[0] if steps else None)
        for part in (self._step, self._tables):
            part.setVisible(shown)
        if shown and step is not None:
            self._step.show_text(step.title)
            self._tables.show_text(self._listed(gathering, step))
        self.setVisible(bool(line))

    def _listed(self, gathering: Gathering, step: PlannedStep) -> str:
        """A line for each table."""
        seats, called, words = gathering.seats_at(step.id), labels(gathering.roster), self._words
        tables = seats.tables if seats is not None else ()
        return "\n".join(words(say("{table}: {names}", table=place, names=", ".join(
            called.get(number, str(number)) for number in table))) for place, table in enumerate(tables, start=1))


def met_words(plan: Plan) -> Text:
    """Who meets again, and how many of all pairs meet at all."""
    return say("{repeats} {met}", repeats=plan.text, met=say_n(
        "{met} of one possible pair meet.", "{met} of {n} possible pairs meet.", plan.possible, met=plan.met))
