"""What the room sees and hears while a step's round runs: its turns, what is shown of the time, when it is warned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.cue_sets import CueSet, cues_for, offered, read_turns, set_of
from app.design.cue_sets import written as turns_written
from app.library.protocol import Cue, Step, Timer
from app.live.script import minutes
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.choice import Choice
from ui.widgets.fields import TextArea
from ui.widgets.labels import Paragraph, label
from ui.widgets.option import Option

TIMERS: tuple[tuple[Timer, Text], ...] = (
    (Timer.RING, say("A ring with whole minutes")), (Timer.SECONDS, say("Minutes and seconds")),
    (Timer.MINUTES, say("Whole minutes alone")), (Timer.BARE, say("A ring alone")), (Timer.NOTHING, say("Nothing")))
WARNINGS: tuple[tuple[tuple[int, ...], Text], ...] = (
    ((1,), say("In the last minute")), ((2, 1), say("2 and 1 minutes before")),
    ((5, 2, 1), say("5, 2 and 1 minutes before")), ((), say("Not at all")))
_SETS: dict[CueSet, Text] = {
    CueSet.NONE: say("One stretch of time"), CueSet.VOICES: say("Each voice in its turn"),
    CueSet.HALVES: say("Two halves: they change over"), CueSet.NEIGHBOUR: say("Turn to your neighbour, then back"),
    CueSet.OWN: say("As it is written"),
}
AS_SET = "as set"


def written(warnings: tuple[int, ...]) -> str:
    """Warnings as a choice's value: "5 2 1"."""
    return " ".join(map(str, warnings))


def read_warnings(value: str) -> tuple[int, ...]:
    """What `written` wrote."""
    return tuple(int(part) for part in value.split())


class RoundMoments(QWidget):
    """Shown for steps whose wall has a round. Each signal brings the step's new value: cues, a `Timer` by value or "",
    warnings as `written` or `AS_SET`. Where turns are `writable`, they stand in a field, a line for each.
    """

    divided = Signal(object)
    timed = Signal(str)
    warned = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, writable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._step: Step | None = None
        self._writable, self._writing = writable, False
        usual = words(say("As in Settings"))
        self._turns = Choice((), theme=theme, name=words(say("Turns within the round")))
        self._turns.chosen.connect(self._divide)
        self._when = Paragraph("", Role.CAPTION, theme.ink2)
        self._lines = TextArea(theme=theme, name=words(say("Turns, one on each line")),
                               placeholder=words(say("8 Has everybody begun?")))
        self._lines.edited.connect(self._write)
        self._timer = Choice([Option("", usual), *(Option(timer.value, words(text)) for timer, text in TIMERS)],
                             theme=theme, name=words(say("Time on the wall")))
        self._timer.chosen.connect(lambda value: self.timed.emit(value))
        self._warnings = Choice((), theme=theme, name=words(say("The end is told")))
        self._warnings.chosen.connect(lambda value: self.warned.emit(value))
        self._usual = usual
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._labelled(say("Turns within the round"), self._turns))
        column.addWidget(self._when)
        column.addWidget(self._lines)
        told = QHBoxLayout() if writable else QVBoxLayout()     # where there is an inspector's width, one by one
        told.setContentsMargins(0, 7, 0, 0)
        told.setSpacing(18 if writable else 12)
        told.addWidget(self._labelled(say("Time on the wall"), self._timer))
        told.addWidget(self._labelled(say("The end is told"), self._warnings))
        column.addLayout(told)

    def show_step(self, step: Step) -> None:
        """Show what this step's round does."""
        self._step = step
        sets = offered(step)
        self.setVisible(bool(sets))
        chosen = CueSet.OWN if self._writing else set_of(step, self._words)
        if chosen not in sets or self._writable:
            sets = (*sets, CueSet.OWN)
        self._turns.show_options([Option(one.value, self._words(self._set_name(one))) for one in sets])
        self._turns.show_choice(chosen.value)
        self._when.show_text(self._words(say("A line for each: its minute of the round, then what the wall says.")) if
                             self._writable else "\n".join(self._line(cue) for cue in step.cues))
        self._when.setVisible(bool(step.cues) or self._writing)
        if read_turns(self._lines.text()) != step.cues:
            self._lines.show_text(turns_written(step.cues))
        self._lines.setVisible(self._writable and (self._writing or bool(step.cues)))
        self._timer.show_choice(step.timer.value if step.timer is not None else "")
        own = () if step.warnings is None or step.warnings in dict(WARNINGS) else (Option(
            written(step.warnings), self._words(say("{minutes} minutes before",
                                                    minutes=", ".join(map(str, step.warnings))))),)
        self._warnings.show_options([Option(AS_SET, self._usual), *(
            Option(written(warnings), self._words(text)) for warnings, text in WARNINGS), *own])
        self._warnings.show_choice(AS_SET if step.warnings is None else written(step.warnings))

    def _labelled(self, text: Text, part: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(self._words(text), Role.LABEL, self._theme.ink2))
        column.addWidget(part)
        return box

    def put_away(self) -> None:
        """Nobody writes turns any more: another step comes."""
        self._writing = False

    def _set_name(self, one: CueSet) -> Text:
        return say("As you write them") if self._writable and one is CueSet.OWN else _SETS[one]

    def _line(self, cue: Cue) -> str:
        return self._words(say("After {time}: {words}", time=minutes(round(cue.minutes * 60)), words=cue.say))

    def _divide(self, value: str) -> None:
        if self._step is None:
            return
        self._writing = self._writable and value == CueSet.OWN
        if self._writing:
            self.show_step(self._step)
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.divided.emit(cues_for(CueSet(value), self._step, self._words))

    def _write(self, text: str) -> None:
        self._writing = True
        self.divided.emit(read_turns(text))
