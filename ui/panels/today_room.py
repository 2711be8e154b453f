"""What today's question will look like in the room: the wall, the people, the minutes, the groups they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.design.gathering import PlannedStep
from app.design.today import FEWEST_MINUTES, MINUTES, MOST_MINUTES, PEOPLE, fitted
from app.groups.split import split
from app.library.protocol import round_minutes
from app.live.audience import audience_of, form_name
from app.live.clock import MINUTE
from app.live.engine import MOST_PEOPLE
from app.live.scene import Audience, Ring, Scene
from app.live.script import groups_line, voices_line
from app.words import Words, say
from ui.panels.wall_column import FRAME, Framed
from ui.projector.view import WallView
from ui.theme import DARK, Theme, WallTheme
from ui.type import Role
from ui.widgets.dots import GroupDots
from ui.widgets.labels import Paragraph, label
from ui.widgets.stepper import Stepper

FEWEST_PEOPLE = 2
WIDTH = 380


class TodayRoom(QWidget):
    """A column. `changed` when a hand has changed people or minutes."""

    changed = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._wall_words = words, wall_words
        self._step: PlannedStep | None = None
        self._wall = WallView(theme=wall_theme, now=now)
        self._wall.setAccessibleName(words(say("What the room will see")))
        self._people = Stepper(PEOPLE, theme=theme, least=FEWEST_PEOPLE, most=MOST_PEOPLE,
                               name=words(say("People here")), less=words(say("One person fewer")),
                               more=words(say("One person more")))
        self._minutes = Stepper(MINUTES, theme=theme, least=FEWEST_MINUTES, most=MOST_MINUTES,
                                name=words(say("Minutes")), less=words(say("One minute less")),
                                more=words(say("One minute more")))
        for stepper in (self._people, self._minutes):
            stepper.valueChanged.connect(lambda _value: self._counted())
        self._people.setMinimumWidth(self._people.sizeHint().width())
        self._minutes.setMinimumWidth(self._people.sizeHint().width())
        self._dots = GroupDots((), theme.ink2, px=34, width=WIDTH)
        self._groups = Paragraph("", Role.BODY_BOLD, theme.ink)
        self._each = Paragraph("", Role.BODY, theme.ink2)
        self._lay(theme)

    def _lay(self, theme: Theme) -> None:
        words = self._words
        counts = QGridLayout()
        counts.setHorizontalSpacing(20)
        counts.setVerticalSpacing(12)
        counts.setColumnMinimumWidth(0, 114)
        counts.setColumnStretch(2, 1)
        for row, (text, stepper) in enumerate(((say("People here"), self._people), (say("Minutes"), self._minutes))):
            counts.addWidget(label(words(text), Role.LABEL, theme.ink2), row, 0, Qt.AlignmentFlag.AlignVCenter)
            counts.addWidget(stepper, row, 1)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Paragraph(words(say("What the room will see")), Role.LABEL, theme.ink2))
        column.addSpacing(8)
        framed = Framed(self._wall, colour=theme.line2 if theme.name == DARK else theme.ink, frame=FRAME)
        framed.show_width(WIDTH)
        column.addWidget(framed)
        column.addSpacing(26)
        column.addLayout(counts)
        column.addSpacing(24)
        column.addWidget(self._dots)
        column.addSpacing(10)
        column.addWidget(self._groups)
        column.addWidget(self._each)
        column.addStretch(1)

    def people(self) -> int:
        """How many are here."""
        return self._people.value()

    def minutes(self) -> int:
        """How long it may take in all."""
        return self._minutes.value()

    def show_counts(self, people: int, minutes: int) -> None:
        """Begin with these."""
        self._people.show_value(people)
        self._minutes.show_value(minutes)
        self.show_step(self._step)

    def show_step(self, step: PlannedStep | None) -> None:
        """Show the wall and the groups of `step`; a blank wall for None."""
        self._step = step
        if step is None:
            self._wall.show_audience(Audience(Scene.BLANK))
            self._dots.show_sizes(())
            self._groups.show_text("")
            self._each.show_text("")
            return
        made = fitted(step, people=self.people(), minutes=self.minutes())
        total = round_minutes(made) * MINUTE
        wall = audience_of(made, self._wall_words)
        self._wall.show_audience(replace(wall, ring=Ring(total, left=total)))
        line = groups_line(self.people(), made.form)
        each = voices_line(round_minutes(made) * 60, self.people(), made.form)
        self._groups.show_text(self._words(line or form_name(made.form)))
        self._each.show_text(self._words(each) if each else "")
        self._dots.show_sizes(split(self.people(), made.form), self._groups.text())
        self._dots.setVisible(bool(line))

    def _counted(self) -> None:
        self.show_step(self._step)
        self.changed.emit()
