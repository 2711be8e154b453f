"""The designer's left column: the timeline scrolls, what can be added and where it ends stand still below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.design.agenda import Agenda
from app.design.selection import Selection
from app.library.protocol import Protocol
from app.words import Words, say
from ui.panels.add_step import AddButton, AddStep
from ui.panels.end_bar import EndBar
from ui.panels.step_row import BLOCK_X, RIGHT
from ui.panels.timeline import Timeline
from ui.theme import Theme
from ui.type import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Shape
from ui.widgets.scroll import Scroll

NEAR = 36
"""Pixels from the edge within which a carried block makes the column scroll."""
PLUS = Shape(height=32, role=Role.BODY)


class PlanColumn(QWidget):
    """Steps, what may be added, the end. Reports what a person asks for; `added` brings a protocol."""

    chosen = Signal(str)
    pointed = Signal(str)
    opened = Signal(str)
    stretched = Signal(str)
    toggled = Signal(str)
    moved = Signal(str, int)
    shifted = Signal(int)
    removed = Signal(str)
    duplicated = Signal()
    added = Signal(object)
    empty = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = Timeline(theme=theme, words=words)
        self._timeline.chosen.connect(self.chosen)
        self._timeline.pointed.connect(lambda step_id: self.pointed.emit(step_id))
        self._timeline.opened.connect(self.opened)
        self._timeline.stretched.connect(lambda step_id: self.stretched.emit(step_id))
        self._timeline.toggled.connect(lambda step_id: self.toggled.emit(step_id))
        self._timeline.shifted.connect(lambda by: self.shifted.emit(by))
        self._timeline.moved.connect(self.moved)
        self._timeline.removed.connect(self.removed)
        self._timeline.duplicated.connect(lambda: self.duplicated.emit())
        self._steps = Scroll(self._timeline, name=words(say("Steps, in order")))
        self._timeline.carried.connect(lambda y: self._steps.ensureVisible(0, y, 0, NEAR))
        self._trouble = Banner(theme=theme)
        self._plus = AddButton(words(say("Add a step")), theme=theme, glyph="plus", shape=PLUS)
        self._plus.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._plus.clicked.connect(self._open_add)
        self._add = AddStep(theme=theme, words=words)
        self._add.hide()
        self._add.added.connect(self._added)
        self._add.empty.connect(self._empty)
        self._add.closed.connect(self._leave_add)
        self._end = EndBar(theme=theme, words=words)
        foot = QVBoxLayout()
        foot.setContentsMargins(BLOCK_X, 0, RIGHT, 16)
        foot.setSpacing(10)
        for part in (self._trouble, self._plus, self._add, self._end):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._steps, 1)
        column.addLayout(foot)

    def show_agenda(self, agenda: Agenda, selection: Selection, today: Agenda) -> None:
        """Show another plan, with the chosen steps, and the end of the day that the one in the hand is part of."""
        self._timeline.show_agenda(agenda, selection)
        self._end.show_agenda(today, several=agenda.days > 1)
        self._add.show_place(next((row.step.title for row in agenda.rows if row.step.id == selection.chosen), ""))

    def show_protocols(self, protocols: tuple[Protocol, ...]) -> None:
        """What can be added."""
        self._add.show_protocols(protocols)

    def show_width(self, width: int) -> None:
        """Be `width` pixels wide; the blocks keep clear of the scroll bar."""
        self.setFixedWidth(width)
        self._timeline.show_width(width)

    def show_scale(self, pixels: float) -> None:
        """Pixels a minute, in a gathering of 90."""
        self._timeline.show_scale(pixels)

    def show_trouble(self, words: str) -> None:
        """Say why something could not be done; "" says nothing."""
        self._trouble.show_message(words)

    def take_keyboard(self, step_id: str) -> None:
        """Give the keyboard to a step."""
        self._timeline.take_keyboard(step_id)

    def reveal(self, step_id: str) -> None:
        """Scroll a step into view."""
        row = self._timeline.row(step_id)
        if row is not None:
            self._steps.reveal(row, 12)
            if row is self._timeline.rows()[0]:     # with the heading that stands above it
                self._steps.verticalScrollBar().setValue(0)

    def close_add(self) -> None:
        """Put the list of what can be added away."""
        self._add.hide()
        self._plus.show()

    def offer(self) -> None:
        """Show what can be added, and leave the keyboard where it is."""
        self._plus.hide()
        self._add.offer()

    def _open_add(self) -> None:
        self._plus.hide()
        self._add.open()

    def _leave_add(self) -> None:
        self.close_add()
        self._plus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, protocol: Protocol) -> None:
        self.close_add()
        self.added.emit(protocol)

    def _empty(self) -> None:
        self.close_add()
        self.empty.emit()
