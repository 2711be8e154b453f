"""When a step may begin, what begins with it (a day, with its end, or a heading), and whether it may be left out."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import PlannedStep
from app.design.names import read_time
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.fields import Field
from ui.widgets.labels import Paragraph, label

LONGEST_HEADING = 60
"""Characters: a line of the timeline."""


class StepTime(QWidget):
    """`changed` brings the fields of a step and their values, as a dict; `headed` the heading at every keystroke."""

    changed = Signal(object)
    headed = Signal(str)
    left = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._step_id = theme, words, ""
        self._told: dict[str, str] = {}
        self._times = {
            "starts_at": Field(theme=theme, name=words(say("Starts at a fixed time")), height=38,
                               placeholder=words(say("when it is its turn"))),
            "day_ends": Field(theme=theme, name=words(say("This day ends at")), height=38,
                              placeholder=words(say("as the first day does")))}
        for name, field in self._times.items():
            field.editingFinished.connect(lambda name=name: self._take(name))
        self._heading = Field(theme=theme, name=words(say("Heading above it")), height=38,
                              placeholder=words(say("none")))
        self._heading.setMaxLength(LONGEST_HEADING)
        self._heading.edited.connect(lambda text: self.headed.emit(text))
        self._heading.editingFinished.connect(lambda: self.left.emit())
        self._advice = Paragraph("", Role.CAPTION, theme.ink2)
        self._advice.hide()
        self._optional = Chip(words(say("If there is time")), theme=theme)
        self._optional.clicked.connect(lambda on: self.changed.emit({"optional": bool(on)}))
        self._dawn = Chip(words(say("Begins the next day")), theme=theme)
        self._dawn.clicked.connect(lambda on: self.changed.emit({"new_day": bool(on)}))
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._labelled(say("Starts at"), self._times["starts_at"]), 1)
        fields.addWidget(self._labelled(say("Heading above it"), self._heading), 1)
        self._evening = self._labelled(say("This day ends at"), self._times["day_ends"])
        chips = FlowLayout(gap=8, row_gap=6)
        chips.addWidget(self._optional)
        chips.addWidget(self._dawn)
        chips.setContentsMargins(0, 5, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(5)
        column.addLayout(fields)
        column.addLayout(chips)
        column.addWidget(self._evening)
        column.addWidget(self._advice)

    def show_step(self, step: PlannedStep, *, first: bool) -> None:
        """Show this one; the `first` of a plan begins no other day."""
        other, self._step_id = step.id != self._step_id, step.id
        for name, moment in (("starts_at", step.starts_at), ("day_ends", step.day_ends)):
            fixed = _written(moment)
            if other or fixed != self._told[name]:
                self._times[name].show_text(fixed)
                self._advice.hide()
            self._told[name] = fixed
        self._heading.show_text(step.section)
        self._optional.setChecked(step.optional)
        self._dawn.setChecked(step.new_day and not first)
        self._dawn.setVisible(not first)
        self._evening.setVisible(step.new_day and not first)

    def _labelled(self, text: Text, field: Field) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(self._words(text), Role.LABEL, self._theme.ink2))
        column.addWidget(field)
        return held

    def _take(self, name: str) -> None:
        """A time, or nothing at all; what is neither stays as it is, with a word about it."""
        field = self._times[name]
        text = field.text().strip()
        if text == self._told[name]:
            self._advice.hide()
            return
        read = read_time(text)
        if text and read is None:
            self._advice.show_text(self._words(say("“{text}” is no time of day; write it like 12:00.", text=text)))
            self._advice.show()
            return
        self._told[name] = _written(read)
        field.show_text(self._told[name])
        self._advice.hide()
        self.changed.emit({name: read})


def _written(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment is not None else ""
