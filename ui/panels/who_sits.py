"""How people of a step find each other: they choose, hosts stay, seat cards, or a list; and what the wall says then."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.following import pairs_join
from app.design.gathering import Gathering, PlannedStep, Seating
from app.design.seats import joins
from app.groups.forms import Form, is_small_group, is_table
from app.groups.split import split
from app.library.protocol import Beat, Regroup
from app.live.audience import audience_of
from app.live.places import turns
from app.live.scene import Scene
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.chips import Chip
from ui.widgets.labels import Paragraph, label
from ui.widgets.option import Option
from ui.widgets.segment import Segment

_NAMES = {Seating.CHOSEN: say("they choose"), Seating.HOSTS: say("hosts stay"), Seating.CARDS: say("seat cards"),
          Seating.ASSIGNED: say("by a list")}


_OFFERED = (Seating.CHOSEN, Seating.HOSTS, Seating.CARDS, Seating.ASSIGNED)


class WhoSits(QWidget):
    """Shown for small groups that form anew, or out of two. `chosen` brings a `Seating` by value, `people` asks for the
    list of them, `tabled` another `Form` for every table; `touched` says that somebody looks at this now.
    """

    chosen = Signal(str)
    people = Signal()
    tabled = Signal(object)
    touched = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._groups = self._segment((Seating.CHOSEN, Seating.ASSIGNED), 14, even=True)
        self._tables = self._segment(_OFFERED, 8, even=False)
        self._meaning = Paragraph("", Role.CAPTION, theme.ink2)
        self._home = Chip(words(say("Last round at the first table")), theme=theme)
        self._home.clicked.connect(lambda on: self._choose((Seating.HOME if on else Seating.HOSTS).value))
        self._five = Chip(words(say("Five at each table")), theme=theme)
        self._five.clicked.connect(lambda on: self.tabled.emit(Form.TABLE_OF_FIVE if on else Form.TABLE))
        self._who = OutlineButton(words(say("Who comes?")), theme=theme, glyph="people", shape=SMALL)
        self._who.clicked.connect(self.people)
        line = QHBoxLayout()
        line.addWidget(self._groups)
        line.addStretch(1)
        ask = QHBoxLayout()
        ask.addWidget(self._who)
        ask.addWidget(self._home)
        ask.addWidget(self._five)
        ask.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(words(say("How they find each other")), Role.LABEL, theme.ink2))
        column.addLayout(line)
        column.addWidget(self._tables)
        column.addWidget(self._meaning)
        column.addLayout(ask)

    def show_step(self, gathering: Gathering, step: PlannedStep) -> None:
        """Show how people of this step find each other; nothing where they stay with whom they have."""
        tables = is_table(step.form)
        joining = not tables and pairs_join(gathering, step)
        self.setVisible(is_small_group(step.form) and (step.regroup is Regroup.NEW or joining))
        self._groups.setVisible(not tables)
        self._tables.setVisible(tables)
        for segment in (self._groups, self._tables):
            segment.show_choice((Seating.HOSTS if step.seating is Seating.HOME else step.seating).value)
        now, rounds = turns(gathering, step) if step.seating in (Seating.HOSTS, Seating.HOME) else (0, 0)
        self._home.setVisible(tables and 1 < now == rounds)
        self._home.setChecked(step.seating is Seating.HOME)
        self._five.setVisible(tables)
        self._five.setChecked(step.form is Form.TABLE_OF_FIVE)
        self._meaning.show_text(self._words(meaning(gathering, step, self._words)))
        self._who.setVisible(step.seating is Seating.ASSIGNED and not gathering.roster.people)

    def _segment(self, offered: tuple[Seating, ...], pad: int, *, even: bool) -> Segment:
        words = self._words
        segment = Segment([Option(seating.value, words(_NAMES[seating])) for seating in offered], theme=self._theme,
                          name=words(say("How they find each other")), pad=pad, even=even)
        segment.chosen.connect(self._choose)
        return segment

    def _choose(self, value: str) -> None:
        self.chosen.emit(value)
        self.touched.emit()


def meaning(gathering: Gathering, step: PlannedStep, words: Words) -> Text:
    """One sentence about a step's way of finding each other, true for what its wall will say."""
    wall = audience_of(step, words, beat=Beat.GATHER, gathering=gathering)
    match step.seating:
        case Seating.ASSIGNED if len(gathering.roster.people) < 2:
            return say("Nobody is on the list yet. Until then people choose each other.")
        case Seating.ASSIGNED if joins(gathering, step):
            return say("Partners stay together. It is worked out which two pairs make a four.")
        case Seating.CHOSEN if pairs_join(gathering, step):
            return say("Partners stay together, and find another pair themselves.")
        case Seating.ASSIGNED if wall.scene is Scene.SEATS:
            return say("It is worked out who sits with whom, so that few meet twice. The wall shows everybody’s place.")
        case Seating.ASSIGNED:
            return say("It is worked out who sits with whom, so that few meet twice. "
                       "The wall asks people to look at their slips.")
        case Seating.HOSTS | Seating.HOME | Seating.CARDS if turns(gathering, step)[0] == 1:
            return say("They find a table with new faces. They travel from the next such step on.")
        case Seating.HOME:
            return say("The wall sends everybody back to the table at which they began.")
        case Seating.HOSTS:
            return say("A host stays at each table; the wall sends everyone else to a different one each.")
        case Seating.CARDS if wall.signs:
            return say("The card at each seat says how many tables on. The wall shows the map.")
        case Seating.CARDS:
            return say("With {n} tables the cards would bring people back together, so the wall asks for "
                       "a different table each.", n=len(split(gathering.people, step.form)))
        case _:
            return say("The wall asks them to find those they know least. Nobody is told where to sit.")
