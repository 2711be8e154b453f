"""The designer: a gathering's head, its steps in time, one step in the hand, and what the room will see of it.

Every change is a new frozen gathering on a `History`, told by `changed`; nothing is kept or read here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design import edits
from app.design.agenda import agenda, one_day
from app.design.gathering import Gathering
from app.design.remedies import Change, Remedy
from app.design.selection import Selection
from app.groups.plan import Plan
from app.library.protocol import Protocol
from app.prints.handouts import Handout
from app.words import Text, Words, say
from ui.commands import Command, bind
from ui.pages.drawing import Drawing
from ui.pages.step_hand import StepHand
from ui.panels.gathering_head import GatheringHead
from ui.panels.plan_column import PlanColumn
from ui.panels.print_row import PrintRow
from ui.panels.room_column import RoomColumn
from ui.panels.step_column import Part, StepColumn
from ui.theme import Theme, WallTheme
from ui.widgets.own_undo import OwnUndo

LOW, TALL = 820, 1000
"""Below the one height of the page everything stands closer together, above the other a minute has more room."""
NARROWEST = 360
"""Pixels of the plan below which a step no longer reads; a window has no less once it is laid out."""


class DesignerPage(QWidget):
    """`changed` brings the gathering after each edit (typing: after a pause), `host` and `rehearse` the one.

    `shown` whenever the plan on the page may be another one, `enough` when who sits with whom is not to be worked
    out any further.
    """

    changed = Signal(object)
    host = Signal(object)
    rehearse = Signal(object)
    ready = Signal()
    library = Signal()
    shown = Signal()
    enough = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._now = theme, words, now
        self._drawing = Drawing(self)
        self._hand = StepHand(self._drawing, words=words)
        self._shown = ""
        self._shelf: tuple[Protocol, ...] = ()
        self._begins = False
        self._head = GatheringHead(theme=theme, words=words)
        self._plan = PlanColumn(theme=theme, words=words)
        self._middle = StepColumn(theme=theme, words=words)
        self._room = RoomColumn(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)
        self._lay_out()
        self._connect()

    @property
    def paper(self) -> PrintRow:
        """What can be printed of the plan."""
        return self._head.paper

    @property
    def hand(self) -> StepHand:
        """The chosen steps, and what can be done to them."""
        return self._hand

    @property
    def gathering(self) -> Gathering | None:
        """The gathering as it stands."""
        return self._drawing.now

    def show_gathering(self, gathering: Gathering) -> None:
        """Begin with another gathering; what was typed into the one before is told first."""
        self.flush()
        before = self._drawing.now
        same = before is not None and before.id == gathering.id
        if before == gathering:
            return
        self._drawing.begin(gathering)
        if not same:
            self._hand.selection = Selection()
        self._hand.keep()
        self._plan.close_add()
        if not same:
            self._room.show_matched(say(""))
            self._middle.show_part(Part.STEP)
        self._renew()
        if not gathering.steps:
            self._plan.offer()
        self._begins = not gathering.steps
        if self._begins and self.isVisible():
            self._write_title()

    def show_promises(self, made: date | None) -> None:
        """The day on which those who come made promises to each other, or None."""
        self._room.show_promises(made)
        self._renew()

    def show_protocols(self, protocols: tuple[Protocol, ...]) -> None:
        """What can be added."""
        self._plan.show_protocols(protocols)
        self._room.show_protocols(protocols)
        self._shelf = protocols

    def add(self, protocol: Protocol, question: str = "") -> None:
        """Add a protocol's steps behind the chosen step, with `question` as the main step's words if given."""
        self._plan.close_add()
        self._hand.insert(edits.planned(protocol, question))

    def open_people(self) -> None:
        """Show who comes where the chosen step is shown."""
        self._open(Part.PEOPLE)

    def open_invitation(self) -> None:
        """Show the invitation where the chosen step is shown."""
        self._open(Part.INVITATION)

    def open_preparation(self) -> None:
        """Show what the convener writes for herself where the chosen step is shown."""
        self._open(Part.PREPARATION)

    def _print_invitation(self) -> None:
        self.flush()
        self.paper.ask(Handout.INVITATION)

    def open_paper(self) -> None:
        """Show what can be printed, or put it away."""
        self._head.open_paper()

    def show_matching(self) -> None:
        """Say that who sits with whom is being worked out."""
        self._room.show_matching()

    def show_matched(self, text: Text) -> None:
        """Say what came of it."""
        self._room.show_matched(text)

    def take_plan(self, asked: str, plan: Plan, text: Text) -> None:
        """Who sits with whom, as worked out for the plan marked `asked`; it is part of that plan, and no step back."""
        if self._drawing.take_seats(asked, plan):
            self._room.show_matched(text)

    def flush(self) -> None:
        """Tell what was typed and not yet told."""
        self._drawing.flush()

    # --- changes

    def _heed(self, remedy: Remedy) -> None:
        """Take what a question offers; its button goes, and the keyboard goes to the step that changed or is new."""
        if remedy.change is Change.INVITE:
            self.open_invitation()
        else:
            self._hand.heed(remedy, self._shelf)

    def _typed_head(self, field: str, text: str) -> None:
        self._drawing.type(field, lambda g: edits.change_facts(g, **{field: text}))

    # --- showing

    def _renew(self) -> None:
        gathering = self._drawing.now
        if gathering is None:
            return
        chosen = self._hand.selection.chosen
        if chosen != self._shown:
            self._shown = chosen
            self._middle.begin_at_the_top()
        plan = agenda(gathering)
        self._head.show_gathering(gathering, datetime.fromtimestamp(self._now() / 1000))
        self._head.show_undo(possible=self._drawing.can_undo)
        day = next((row.day for row in plan.rows if row.step.id == chosen), 0)
        self._plan.show_agenda(plan, self._hand.selection, one_day(gathering, day))
        self._middle.show_plan(gathering, plan, chosen)
        self._room.show_plan(gathering, chosen)
        self.shown.emit()

    def _show_chosen(self, keyboard: bool) -> None:
        self._renew()
        if keyboard:
            self._plan.take_keyboard(self._hand.selection.chosen)
        self._plan.reveal(self._hand.selection.chosen)

    def _chosen(self, step_id: str) -> None:
        """A step somebody points at is shown, and what was open in its place goes."""
        self._middle.show_part(Part.STEP)
        self._hand.choose(step_id)

    def _open_step(self, step_id: str) -> None:
        self._chosen(step_id)
        self._middle.take_keyboard()

    def _open(self, part: Part) -> None:
        if self.gathering is not None:
            self.flush()
            self._middle.show_part(part)
            self._renew()
            self._middle.take_keyboard()

    def _close_part(self) -> None:
        self.flush()
        self._middle.show_part(Part.STEP)
        self._renew()
        self.setFocus()

    # --- adding

    def _added(self, protocol: Protocol) -> None:
        self.add(protocol)
        self._plan.take_keyboard(self._hand.selection.chosen)

    def _add_empty(self) -> None:
        self._hand.insert((edits.empty_step(self._words(say("Something of your own"))),))
        self._middle.write_title()

    # --- building

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._plan)
        row.addWidget(self._middle)
        row.addWidget(self._room, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addLayout(row, 1)

    def _connect(self) -> None:
        self._drawing.turned.connect(self._renew)
        self._drawing.told.connect(lambda gathering: self.changed.emit(gathering))
        self._drawing.refused.connect(lambda text: self._plan.show_trouble(self._words(text)))
        head, plan, middle, room, hand = self._head, self._plan, self._middle, self._room, self._hand
        head.typed.connect(self._typed_head)
        head.changed.connect(lambda fields: self._drawing.edit(lambda g: edits.change_facts(g, **fields)))
        head.left.connect(self.flush)
        head.undo.connect(self._drawing.undo)
        head.host.connect(lambda: self._host(self.host))
        head.rehearse.connect(lambda: self._host(self.rehearse))
        head.ready.connect(lambda: self.ready.emit())
        head.invite.connect(self.open_invitation)
        plan.chosen.connect(self._chosen)
        plan.pointed.connect(self._chosen)
        plan.opened.connect(self._open_step)
        hand.chose.connect(self._show_chosen)
        plan.stretched.connect(hand.stretch)
        plan.toggled.connect(hand.toggle)
        plan.moved.connect(hand.move)
        plan.shifted.connect(hand.shift)
        plan.removed.connect(hand.remove)
        plan.duplicated.connect(lambda: hand.duplicate())
        plan.added.connect(self._added)
        plan.empty.connect(self._add_empty)
        middle.edited.connect(self._drawing.edit)
        middle.typed.connect(self._drawing.type)
        middle.left.connect(self.flush)
        middle.removed.connect(hand.remove_one)
        middle.duplicated.connect(hand.duplicate)
        middle.closed.connect(self._close_part)
        middle.letter.connect(self._print_invitation)
        middle.invites.connect(self.open_invitation)
        middle.gathers.connect(room.show_gather)
        room.chosen.connect(self._chosen)
        room.heeded.connect(self._heed)
        room.grew.connect(self._fit)
        room.prepares.connect(self.open_preparation)
        room.enough.connect(lambda: self.enough.emit())
        for asks in (head, middle, room):
            asks.people.connect(self.open_people)
        self.commands = self._commands()
        bind(self.commands, self, within=True)
        OwnUndo(self)

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(say("Take the last change back"), ("Ctrl+Z",), self._drawing.undo),
            Command(say("Make it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), self._drawing.redo),
            *self._hand.commands,
            Command(say("Write in the step"), ("Enter",)),
            Command(say("Print"), ("Ctrl+P",), self.open_paper),
            Command(say("Rehearse it"), ("Ctrl+R",), lambda: self._host(self.rehearse)),
            Command(say("Who comes"), ("Ctrl+G",), self.open_people),
            Command(say("The invitation"), ("Ctrl+I",), self.open_invitation),
            Command(say("Who comes: another person, open or close"), ("Up", "Down", "Space")),
            Command(say("A day or five minutes later, earlier"), ("Up", "Down")),
            Command(say("Leave a list, a row of facts or a drag"), ("Esc",)))

    def _host(self, begins: SignalInstance) -> None:
        self.flush()
        if self.gathering is not None and self.gathering.steps:
            begins.emit(self.gathering)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The step that is chosen has the keyboard; without any, the name is waited for."""
        if self._hand.selection.chosen:
            self._plan.take_keyboard(self._hand.selection.chosen)
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
        """More or less room."""
        self._fit()

    def _fit(self) -> None:
        """Columns and scale of the pictures; more room goes to the blocks first, then to the wall."""
        width, low = self.width(), self.height() < LOW
        left, middle = (540, 400) if width < 1320 else (612, 410) if width < 1560 else (730, 470)
        self._middle.show_least_width(middle)
        room = width - self._middle.width() - self._room.least_width()
        self._plan.show_width(max(NARROWEST, min(left, room)))
        self._head.show_low(low=low)
        self._plan.show_scale(5.2 if low else 6.7 if self.height() < TALL else 8.6)
        page = self.layout()
        if page is not None:
            page.activate()

