"""Five things that are asked before a gathering is proposed: what for, who comes, how many, how long, where or how.

Nothing has to be answered; every answer is told as it is given.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.edits import MOST_PEOPLE
from app.design.gathering import Gathering, Mode, Setting
from app.design.names import mode_name, setting_name
from app.words import Text, Words, say
from ui.panels.facts_row import LONGEST_GATHERING
from ui.theme import Theme
from ui.type import Role
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.labels import label
from ui.widgets.option import Option
from ui.widgets.stepper import Stepper

HIGH, GAP = 40, 14


class FiveAnswers(QWidget):
    """`answered` brings the names and values of a gathering's facts, as a dict; `whom` who comes.

    `walked` when Enter was pressed behind the last answer.
    """

    answered = Signal(object)
    whom = Signal(str)
    walked = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._make()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(GAP)
            column.addLayout(row)
        for row, text, control, wide in (
            (first, say("Occasion"), self._setting, 0), (first, say("What for"), self._purpose, 3),
            (first, say("Who comes"), self._whom, 2),
            (second, say("How many"), self._people, 0), (second, say("How many minutes"), self._minutes, 0),
            (second, say("How"), self._mode, 0), (second, say("Where"), self._place, 1),
        ):
            row.addWidget(self._labelled(text, control), wide)
        self._order = (self._setting, self._purpose, self._whom, self._people, self._minutes, self._mode, self._place)
        for before, after in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def show_gathering(self, gathering: Gathering) -> None:
        """Show these answers."""
        self._setting.show_choice(gathering.setting.value)
        self._purpose.show_text(gathering.purpose)
        self._whom.show_text(gathering.invitation.whom)
        self._people.show_value(gathering.people)
        self._minutes.show_value(gathering.minutes)
        self._mode.show_choice(gathering.mode.value)
        self._place.show_text(gathering.place)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first question."""
        self._setting.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next question, and behind the last to what is proposed."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        place = next((at for at, part in enumerate(self._order) if here is not None and (
            part is here or part.focusProxy() is here)), len(self._order) - 1)
        if place + 1 < len(self._order):
            self._order[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.walked.emit()

    def _make(self) -> None:
        theme, words = self._theme, self._words
        self._setting = Choice([Option(s.value, words(setting_name(s))) for s in Setting], theme=theme,
                               name=words(say("Occasion")), height=HIGH)
        self._setting.chosen.connect(lambda value: self.answered.emit({"setting": Setting(value)}))
        self._purpose = Field(theme=theme, name=words(say("What for")), height=HIGH,
                              placeholder=words(say("So that … what may become possible?")))
        self._purpose.setMaxLength(240)
        self._purpose.edited.connect(lambda text: self.answered.emit({"purpose": text}))
        self._whom = Field(theme=theme, name=words(say("Who comes")), height=HIGH,
                           placeholder=words(say("Whom do you ask?")))
        self._whom.edited.connect(lambda text: self.whom.emit(text))
        self._people = Stepper(12, theme=theme, least=1, most=MOST_PEOPLE, name=words(say("How many")),
                               less=words(say("One person fewer")), more=words(say("One person more")), height=HIGH)
        self._people.valueChanged.connect(lambda value: self.answered.emit({"people": value}))
        self._minutes = Stepper(60, theme=theme, least=5, most=LONGEST_GATHERING, name=words(say("How many minutes")),
                                less=words(say("One minute fewer")), more=words(say("One minute more")), height=HIGH)
        self._minutes.valueChanged.connect(lambda value: self.answered.emit({"minutes": value}))
        self._mode = Choice([Option(m.value, words(mode_name(m))) for m in Mode], theme=theme,
                            name=words(say("How")), height=HIGH)
        self._mode.chosen.connect(lambda value: self.answered.emit({"mode": Mode(value)}))
        self._place = Field(theme=theme, name=words(say("Where")), placeholder=words(say("Where it is")), height=HIGH)
        self._place.setMaxLength(120)
        self._place.edited.connect(lambda text: self.answered.emit({"place": text}))

    def _labelled(self, text: Text, control: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self._words(text), Role.LABEL, self._theme.ink2))
        column.addWidget(control)
        return box
