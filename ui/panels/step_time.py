"""When a step may begin, what begins with it (a day, a heading), and whether it may be left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import PlannedStep
from app.design.names import read_time
from app.words import Words, say
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
        self._words, self._step_id, self._fixed = words, "", ""
        self._starts = Field(theme=theme, name=words(say("Starts at a fixed time")), height=38,
                             placeholder=words(say("when it is its turn")))
        self._starts.editingFinished.connect(self._take)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(5)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for name, field in ((say("Starts at"), self._starts), (say("Heading above it"), self._heading)):
            held = QVBoxLayout()
            held.setSpacing(5)
            held.addWidget(label(words(name), Role.LABEL, theme.ink2))
            held.addWidget(field)
            fields.addLayout(held, 1)
        column.addLayout(fields)
        column.addWidget(self._advice)
        chips = FlowLayout(gap=8, row_gap=6)
        chips.addWidget(self._optional)
        chips.addWidget(self._dawn)
        chips.setContentsMargins(0, 5, 0, 0)
        column.addLayout(chips)

    def show_step(self, step: PlannedStep, *, first: bool) -> None:
        """Show this one; the `first` of a plan begins no other day."""
        other, self._step_id = step.id != self._step_id, step.id
        fixed = f"{step.starts_at:%H:%M}" if step.starts_at is not None else ""
        if other or fixed != self._fixed:
            self._starts.show_text(fixed)
            self._advice.hide()
        self._fixed = fixed
        self._heading.show_text(step.section)
        self._optional.setChecked(step.optional)
        self._dawn.setChecked(step.new_day and not first)
        self._dawn.setVisible(not first)

    def _take(self) -> None:
        """A time, or nothing at all; what is neither stays as it is, with a word about it."""
        text = self._starts.text().strip()
        if text == self._fixed:
            self._advice.hide()
            return
        read = read_time(text)
        if text and read is None:
            self._advice.show_text(self._words(say("“{text}” is no time of day; write it like 12:00.", text=text)))
            self._advice.show()
            return
        self._fixed = f"{read:%H:%M}" if read is not None else ""
        self._starts.show_text(self._fixed)
        self._advice.hide()
        self.changed.emit({"starts_at": read})
