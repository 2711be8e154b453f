"""The designer: a gathering's head, its steps in time, one step in the hand, and what the room will see of it.

Every change is a new frozen gathering on a `History`, told by `changed`; nothing is kept or read here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.design import edits
from app.design.agenda import Agenda, agenda
from app.design.following import Remark, heed, remarks
from app.design.gathering import Gathering, PlannedStep
from app.design.history import History
from app.errors import Trouble
from app.library.protocol import Beat, Protocol
from app.words import Words, say
from ui.commands import Command, bind
from ui.panels.gathering_head import GatheringHead
from ui.panels.inspector import Inspector
from ui.panels.plan_column import PlanColumn
from ui.panels.remarks import Remarks
from ui.panels.room_preview import RoomPreview
from ui.theme import Theme, WallTheme
from ui.type import Role
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

PAUSE = 250
"""Milliseconds without a keystroke after which what was typed is told."""
LOW, TALL = 820, 1000
"""Below the one height of the page everything stands closer together, above the other a minute has more room."""
NARROWEST = 360
"""Pixels of the plan below which a step no longer reads; a window has no less once it is laid out."""


class DesignerPage(QWidget):
    """`changed` brings the gathering after each edit (typing: after a pause), `host` the one to be hosted."""

    changed = Signal(object)
    host = Signal(object)
    library = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._now = theme, words, now
        self._history: History | None = None
        self._selected = ""
        self._begins = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self._head = GatheringHead(theme=theme, words=words)
        self._plan = PlanColumn(theme=theme, words=words)
        self._inspector = Inspector(theme=theme, words=words)
        self._remarks = Remarks(theme=theme, words=words)
        self._preview = RoomPreview(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now,
                                    below=(self._remarks,))
        self._lay_out()
        self._connect()

    @property
    def gathering(self) -> Gathering | None:
        """The gathering as it stands."""
        return self._history.now if self._history is not None else None

    def show_gathering(self, gathering: Gathering) -> None:
        """Begin with another gathering; what was typed into the one before is told first."""
        self.flush()
        same = self._history is not None and self._history.now.id == gathering.id
        if same and self._history is not None and self._history.now == gathering:
            return
        self._history = History(gathering)
        self._selected = self._selected if same else ""
        if gathering.step(self._selected) is None:
            self._selected = gathering.steps[0].id if gathering.steps else ""
        self._plan.close_add()
        self._renew()
        if not gathering.steps:
            self._plan.offer()
        self._begins = not gathering.steps
        if self._begins and self.isVisible():
            self._write_title()

    def show_protocols(self, protocols: tuple[Protocol, ...]) -> None:
        """What can be added."""
        self._plan.show_protocols(protocols)

    def add(self, protocol: Protocol, question: str = "") -> None:
        """Add a protocol's steps behind the chosen step, with `question` as the main step's words if given."""
        self._plan.close_add()
        self._insert(edits.planned(protocol, question))

    def flush(self) -> None:
        """Tell what was typed and not yet told."""
        if self._history is not None:
            self._history = self._history.seal()
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def undo(self) -> None:
        """Take the last change back."""
        if self._history is not None:
            self._go(self._history.undo())

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._history is not None:
            self._go(self._history.redo())

    # --- changes

    def _edit(self, change: Callable[[Gathering], Gathering]) -> None:
        if self._history is None:
            return
        self.flush()
        try:
            after = change(self._history.now)
        except Trouble as trouble:
            self._plan.show_trouble(self._words(trouble.text))
            return
        self._go(self._history.push(after))

    def _type(self, field: str, change: Callable[[Gathering], Gathering]) -> None:
        """What is typed shows at once and is told after a pause."""
        if self._history is not None:
            self._history = self._history.push(change(self._history.now), field)
            self._pause.start()
            self._renew()

    def _go(self, history: History) -> None:
        """To another place in the history, told at once."""
        if self._history is not None and history.now is not self._history.now:
            self._pause.stop()
            self._history = history
            self._plan.show_trouble("")
            self._renew()
            self._tell()

    def _tell(self) -> None:
        if self._history is not None:
            self.changed.emit(self._history.now)

    def _insert(self, steps: tuple[PlannedStep, ...]) -> None:
        gathering = self.gathering
        if gathering is None or not steps:
            return
        here = gathering.step(self._selected)
        at = gathering.index(here.id) + 1 if here is not None else len(gathering.steps)
        before, self._selected = self._selected, steps[0].id
        self._edit(lambda g: edits.add_steps(g, steps, at))
        if self.gathering is gathering:
            self._selected = before
        self._show_selected()

    def _remove(self, step_id: str) -> None:
        gathering = self.gathering
        if gathering is None or gathering.step(step_id) is None:
            return
        at = gathering.index(step_id)
        self._edit(lambda g: edits.remove(g, step_id))
        left = self.gathering.steps if self.gathering is not None else ()
        self._choose(left[min(at, len(left) - 1)].id if left else "")
        self._plan.take_keyboard(self._selected)

    def _move(self, step_id: str, to: int) -> None:
        self._edit(lambda g: edits.move(g, step_id, to))
        self._plan.take_keyboard(step_id)
        self._plan.reveal(self._selected)

    def _duplicate(self, step_id: str) -> None:
        gathering = self.gathering
        if gathering is None:
            return
        at = gathering.index(step_id)
        self._edit(lambda g: edits.duplicate(g, step_id))
        if self.gathering is not gathering and self.gathering is not None:
            self._choose(self.gathering.steps[at + 1].id)
            self._plan.take_keyboard(self._selected)

    def _heed(self, remark: Remark) -> None:
        """Take what a remark offers; its button goes, and the keyboard goes to its step."""
        self._edit(lambda g: heed(g, remark))
        self._choose(remark.step_id)
        self._plan.take_keyboard(self._selected)

    def _typed_head(self, field: str, text: str) -> None:
        self._type(field, lambda g: edits.change_facts(g, **{field: text}))

    # --- showing

    def _renew(self) -> None:
        if self._history is None:
            return
        gathering = self._history.now
        if self._selected and gathering.step(self._selected) is None:
            self._selected = gathering.steps[0].id if gathering.steps else ""
        plan = agenda(gathering)
        self._head.show_gathering(gathering, datetime.fromtimestamp(self._now() / 1000))
        self._head.show_undo(possible=self._history.can_undo)
        self._plan.show_agenda(plan, self._selected)
        self._remarks.show_remarks(remarks(gathering))
        self._show_step(gathering, plan)

    def _show_step(self, gathering: Gathering, plan: Agenda) -> None:
        row = next((row for row in plan.rows if row.step.id == self._selected), None)
        self._hinted.setVisible(row is None)
        self._inspector.setVisible(row is not None)
        self._preview.show_step(gathering, row.step if row is not None else None)
        if row is not None:
            times = self._words(say("{begins} to {ends}", begins=f"{plan.at(row.starts):%H:%M}",
                                    ends=f"{plan.at(row.ends):%H:%M}"))
            self._inspector.show_step(gathering, row, times)

    def _show_selected(self) -> None:
        self._renew()
        self._plan.reveal(self._selected)

    def _choose(self, step_id: str) -> None:
        if step_id != self._selected:
            self.flush()
            self._selected = step_id
            self._inspected.verticalScrollBar().setValue(0)
        self._show_selected()

    # --- adding

    def _added(self, protocol: Protocol) -> None:
        self.add(protocol)
        self._plan.take_keyboard(self._selected)

    def _add_empty(self) -> None:
        self._insert((edits.empty_step(self._words(say("Something of your own"))),))
        self._inspector.write_title()

    # --- building

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        self._hint = Paragraph(words(say("A step is shown here once there is one.")), Role.SAY, theme.ink2)
        hinted = QWidget()
        column = QVBoxLayout(hinted)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hinted = QWidget()
        holder = QVBoxLayout(self._hinted)
        holder.setContentsMargins(24, 22, 24, 0)
        holder.addWidget(self._hint)
        holder.addStretch(1)
        column.addWidget(self._hinted)
        column.addWidget(self._inspector, 1)
        self._inspected = Scroll(hinted, name=words(say("The chosen step")))
        self._middle = Ground(theme.surface, line=theme.line, lines="lr")
        inside = QVBoxLayout(self._middle)
        inside.setContentsMargins(1, 0, 1, 0)
        inside.addWidget(self._inspected)
        self._seen = Scroll(self._preview, name=words(say("What the room will see")))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._plan)
        row.addWidget(self._middle)
        row.addWidget(self._seen, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addLayout(row, 1)

    def _connect(self) -> None:
        head, plan, inspector = self._head, self._plan, self._inspector
        head.typed.connect(self._typed_head)
        head.changed.connect(lambda fields: self._edit(lambda g: edits.change_facts(g, **fields)))
        head.left.connect(self.flush)
        head.undo.connect(self.undo)
        head.host.connect(self._host)
        plan.chosen.connect(self._choose)
        plan.opened.connect(lambda _id: inspector.take_keyboard())
        plan.moved.connect(self._move)
        plan.removed.connect(self._remove)
        plan.duplicated.connect(self._duplicate)
        plan.added.connect(self._added)
        plan.empty.connect(self._add_empty)
        inspector.edited.connect(self._edit)
        inspector.typed.connect(self._type)
        inspector.left.connect(self.flush)
        inspector.removed.connect(self._remove)
        inspector.duplicated.connect(self._duplicate)
        inspector.gathers.connect(lambda: self._preview.show_moment(Beat.GATHER))
        self._remarks.chosen.connect(self._choose)
        self._remarks.heeded.connect(self._heed)
        self.commands = (
            Command(say("Take the last change back"), ("Ctrl+Z",), self.undo),
            Command(say("Make it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), self.redo),
            Command(say("Another step"), ("Up", "Down", "Home", "End")),
            Command(say("Move the step"), ("Alt+Up", "Alt+Down")),
            Command(say("Copy the step"), ("Ctrl+D",)),
            Command(say("Remove the step"), ("Del", "Backspace")),
            Command(say("Write in the step"), ("Enter",)),
            Command(say("A day or five minutes later, earlier"), ("Up", "Down")),
            Command(say("Leave a list, a row of facts or a drag"), ("Esc",)))
        bind(self.commands, self, within=True)
        for field in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            field.installEventFilter(self)

    def _host(self) -> None:
        self.flush()
        if self.gathering is not None:
            self.host.emit(self.gathering)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field undoes its own typing; where it has none left, the same keys undo the plan."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not _can(watched, redo=False)) or (redo and not _can(watched, redo=True)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The step that is chosen has the keyboard; without any, the name is waited for."""
        if self._selected:
            self._plan.take_keyboard(self._selected)
        else:
            self._head.write_title()

    def showEvent(self, event: QShowEvent) -> None:
        """A gathering that has just begun waits for its name."""
        if self._begins:
            self._write_title()

    def _write_title(self) -> None:
        self._begins = False
        self._head.write_title()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is left untold."""
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns and scale of the pictures; more room goes to the blocks first, then to the wall."""
        width, low = self.width(), self.height() < LOW
        left, middle = (540, 400) if width < 1320 else (612, 410) if width < 1560 else (730, 470)
        middle = max(middle, self._inspector.minimumSizeHint().width() + 2)
        self._middle.setFixedWidth(middle)
        room = width - middle - self._preview.minimumSizeHint().width()
        self._plan.show_width(max(NARROWEST, min(left, room)))
        self._head.show_low(low=low)
        self._plan.show_scale(5.2 if low else 6.7 if self.height() < TALL else 8.6)
        page = self.layout()
        if page is not None:
            page.activate()


def _can(field: QObject, *, redo: bool) -> bool:
    """Whether a field has typing of its own to undo, or to do again."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() if redo else field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()
    return False
