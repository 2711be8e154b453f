"""The facts of a gathering, edited in one calm row: day, time, people, minutes, setting, mode, place.

It reports every change as it is made; there is nothing to confirm.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.edits import MOST_PEOPLE
from app.design.gathering import Gathering, Mode, Setting
from app.design.names import mode_name, read_day, read_time, setting_name, weekday
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role, line_height
from ui.widgets.buttons import OutlineButton, QuietButton, Shape
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.inplace import INSET
from ui.widgets.labels import label
from ui.widgets.option import Option
from ui.widgets.stepper import Stepper

LONGEST_GATHERING = 24 * 60
"""Minutes that may be promised."""


class _Typed(Field):
    """A field whose Up and Down go one further or one back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is later, Down is earlier."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)


class FactsRow(QWidget):
    """Fields for everything about the whole. `changed` brings the names and values of the fields, as a dict.

    (A dict would come out of a Qt signal with its enums turned into strings, so it goes as an object.)
    `typed` is the same for the place, at every keystroke; `done` when the row may go; `people` asks for the list of
    who comes, which says how many they are while there is one.
    """

    changed = Signal(object)
    typed = Signal(object)
    done = Signal()
    people = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._starts = datetime(2000, 1, 1)
        self._make_when()
        self._make_size()
        self._make_where()
        flow = FlowLayout(gap=10, row_gap=8)
        for text, control in (
            (say("Day"), self._day), (say("Begins"), self._time), (say("People"), self._crowd),
            (say("Minutes in all"), self._minutes), (say("Occasion"), self._setting),
            (say("Where people are"), self._mode),
        ):
            flow.addWidget(self._labelled(text, control, self._who if control is self._crowd else None))
        flow.addWidget(self._far_box)
        flow.addWidget(self._labelled(say("Place"), self._place))
        end = OutlineButton(words(say("Done")), theme=theme)
        end.clicked.connect(self.done)
        flow.addWidget(self._labelled(say(""), end))
        flow.setContentsMargins(INSET, 6, 0, 8)
        self.setLayout(flow)

    def show_gathering(self, gathering: Gathering) -> None:
        """Show its facts; a field that has the keyboard keeps what is being typed."""
        self._starts = gathering.starts
        if not self._day.hasFocus():
            self._show_day(gathering.starts.date())
        if not self._time.hasFocus():
            self._time.show_text(f"{gathering.starts:%H:%M}")
        self._people.show_value(gathering.people)
        self._about.setChecked(gathering.about)
        listed = bool(gathering.roster.people)
        for part in (self._people, self._about):
            part.setEnabled(not listed)
            part.setToolTip(self._words(say("As many as are on the list")) if listed else "")
        self._minutes.show_value(gathering.minutes)
        self._setting.show_choice(gathering.setting.value)
        self._mode.show_choice(gathering.mode.value)
        self._far.show_value(min(gathering.far, gathering.people))
        self._far_box.setVisible(gathering.mode is Mode.HYBRID and not listed)
        self._place.show_text(gathering.place)

    def take_keyboard(self, fact: str) -> None:
        """Give the keyboard to the field of `fact`: starts, people, minutes, setting, mode or place."""
        field = {"people": self._people, "minutes": self._minutes, "setting": self._setting, "mode": self._mode,
                 "place": self._place}.get(fact, self._day)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the row away; Enter in a field goes on to the next one."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _make_when(self) -> None:
        theme, words = self._theme, self._words
        self._day = _Typed(theme=theme, name=words(say("Day")), height=38)
        self._day.setFixedWidth(176)
        self._day.editingFinished.connect(self._take_day)
        self._day.stepped.connect(lambda by: self._step(timedelta(days=by)))
        self._time = _Typed(theme=theme, name=words(say("Begins at")), height=38)
        self._time.setFixedWidth(70)
        self._time.editingFinished.connect(self._take_time)
        self._time.stepped.connect(lambda by: self._step(timedelta(minutes=5 * by)))

    def _make_size(self) -> None:
        theme, words = self._theme, self._words
        self._people = Stepper(12, theme=theme, least=1, most=MOST_PEOPLE, name=words(say("People")),
                               less=words(say("One person fewer")), more=words(say("One person more")))
        self._people.valueChanged.connect(lambda value: self.changed.emit({"people": value}))
        self._about = Chip(words(say("about")), theme=theme)
        self._about.clicked.connect(lambda on: self.changed.emit({"about": on}))
        self._crowd = QWidget()
        row = QHBoxLayout(self._crowd)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._people)
        row.addWidget(self._about)
        self._who = QuietButton(words(say("Who comes?")), theme=theme, shape=Shape(
            height=line_height(Role.LABEL), radius=4, pad=4, role=Role.CAPTION))
        self._who.clicked.connect(lambda: self.people.emit())
        self._minutes = Stepper(60, theme=theme, least=5, most=LONGEST_GATHERING, name=words(say("Minutes in all")),
                                less=words(say("One minute fewer")), more=words(say("One minute more")))
        self._minutes.valueChanged.connect(lambda value: self.changed.emit({"minutes": value}))

    def _make_where(self) -> None:
        theme, words = self._theme, self._words
        self._setting = Choice([Option(s.value, words(setting_name(s))) for s in Setting], theme=theme,
                               name=words(say("Occasion")))
        self._setting.chosen.connect(lambda value: self.changed.emit({"setting": Setting(value)}))
        self._mode = Choice([Option(m.value, words(mode_name(m))) for m in Mode], theme=theme,
                            name=words(say("Where people are")))
        self._mode.chosen.connect(lambda value: self.changed.emit({"mode": Mode(value)}))
        self._far = Stepper(0, theme=theme, least=0, most=MOST_PEOPLE, name=words(say("Far away")),
                            less=words(say("One fewer far away")), more=words(say("One more far away")))
        self._far.valueChanged.connect(lambda value: self.changed.emit({"far": value}))
        self._far_box = self._labelled(say("Far away"), self._far)
        self._place = Field(theme=theme, name=words(say("Place")), placeholder=words(say("Where it is")), height=38)
        self._place.setMaxLength(120)
        self._place.setFixedWidth(140)
        self._place.edited.connect(lambda text: self.typed.emit({"place": text}))

    def _labelled(self, text: Text, control: QWidget, beside: QWidget | None = None) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(self._words(text), Role.LABEL, self._theme.ink2))
        if beside is not None:
            head.addStretch(1)
            head.addWidget(beside)
        column.addLayout(head)
        column.addWidget(control)
        return box

    def _show_day(self, day: date) -> None:
        self._day.show_text(day.isoformat())
        self._day.show_hint(self._words(weekday(day)))

    def _take_day(self) -> None:
        self._take(self._day.text(), lambda text: _with_day(self._starts, read_day(text, self._starts.date())))
        self._show_day(self._starts.date())

    def _take_time(self) -> None:
        def with_time(text: str) -> datetime | None:
            read = read_time(text)
            return None if read is None else datetime.combine(self._starts.date(), read)
        self._take(self._time.text(), with_time)
        self._time.show_text(f"{self._starts:%H:%M}")

    def _take(self, text: str, read: Callable[[str], datetime | None]) -> None:
        """What cannot be read leaves everything as it was."""
        starts = read(text)
        if starts is not None and starts != self._starts:
            self._starts = starts
            self.changed.emit({"starts": starts})

    def _step(self, by: timedelta) -> None:
        self._starts += by
        self._show_day(self._starts.date())
        self._time.show_text(f"{self._starts:%H:%M}")
        self.changed.emit({"starts": self._starts})


def _with_day(starts: datetime, day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, starts.time())
