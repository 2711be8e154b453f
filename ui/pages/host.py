"""The host page: a running session under the host's hands, in one engine's facts and a clicker's five keys.

It turns keys and buttons into the engine's verbs and shows what is true afterwards. It never writes anything itself:
when a fact could not be kept, nothing on the page changes and `trouble` says why.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.errors import Trouble
from app.groups.forms import Form
from app.live.away import Away
from app.live.clock import Held
from app.live.engine import Engine
from app.live.face import until_next_second
from app.live.forecast import forecast
from app.live.session import Place, Session
from app.words import Words, say
from ui.actions import Action, Hands, key_name, live_actions
from ui.commands import Command
from ui.key_choice import Chosen
from ui.pace import wait
from ui.pages.host_column import HostColumn
from ui.pages.host_end import HostEnd
from ui.pages.host_keys import HostKeys
from ui.pages.host_notes import HostNotes
from ui.pages.host_replan import HostReplan
from ui.pages.host_topics import HostTopics
from ui.panels.far_words import far_view
from ui.panels.harvest_box import why_asleep
from ui.panels.live_page import LivePage
from ui.panels.live_row import next_glyph
from ui.panels.rehearsal_card import RehearsalCard
from ui.panels.stand_back import StandBack
from ui.panels.threshold import Threshold, after_hosting, before_hosting, what_is_kept
from ui.theme import Theme, WallTheme


class HostPage(QWidget):
    """Shows one engine's session. `press` takes keys that went to the wall's window."""

    leave = Signal()
    today = Signal()
    gatherings = Signal()
    harvest = Signal()
    wall_toggle = Signal()
    wall_theme_swap = Signal()
    mute = Signal()
    chat = Signal()
    identify = Signal()
    trouble = Signal(object)
    draft_changed = Signal(str)
    message_changed = Signal(str)
    went_on = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._now = words, now
        self._engine: Engine | None = None
        self._deaf: Callable[[], None] | None = None
        self._place: Place | None = None
        self._besides: tuple[Command, ...] = ()
        self._live = LivePage(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)
        self._plan = HostReplan(self, self._live, words=words, now=now, do=self._do, near=self._come_near)
        self._ending = HostEnd(self._live, words=words, now=now, do=self._do, near=lambda: self._stand(far=False))
        self._topics = HostTopics(self, self._live, do=self._do, near=lambda: self._stand(far=False), now=now)
        actions = live_actions(Hands(
            wake=self.wake, other_words=lambda: self._column.wordings(), finish=self._ending.ask, leave=self.leave.emit,
            swap_paper=self.wall_theme_swap.emit, toggle_wall=self.wall_toggle.emit, list_keys=self._toggle_keys,
            write_message=lambda: self._column.message(), ask_people=lambda ask: self._column.people(ask),
            stand_back=lambda: self._stand(far=self._is_near()), fold=self._fold, away=lambda: self._live.away.away,
            mute=self.mute.emit, take_note_back=lambda engine: self._notes.take_back(engine), copy=self.chat.emit,
            topics=self._topics.toggle, phone=lambda: self._column.phone(), show_notes=lambda: self._column.notes(),
            identify=self.identify.emit, plan=self._plan,
            rehearsing=lambda: bool(self.rehearsal.speed), other_speed=lambda: self.rehearsal.faster.emit()))
        self._before, self._after = before_hosting(theme, words), after_hosting(theme, words)
        self._stack = QStackedLayout(self)
        self._far = StandBack(theme=theme, name=words(say("Stand back")))
        for part in (self._before, self._live, self._after, self._far):
            self._stack.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self.setMinimumSize(self._live.minimumSize())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)   # not a stop of Tab: there would be no ring to see
        self.setAccessibleName(words(say("Host")))
        self._keys = HostKeys(self, self._live, actions, now=now, running=self._is_running, run=self.run,
                              end=self._ending.end)
        self._notes = HostNotes(self, self._live.strip, engine=lambda: self._engine, do=self._do)
        self._column = HostColumn(self, self._live, do=self._do, near=self._come_near)
        self._connect()

    # --- in

    def show_engine(self, engine: Engine | None) -> None:
        """Show this engine's session from now on; None: there is none. The engine before is let go."""
        if self._deaf is not None:
            self._deaf()
        self._engine, self._deaf, self._place = engine, None, None
        self._ending.forget()
        self._live.away.show_away(None)
        if engine is not None:
            self._deaf = engine.listen(self._changed)
            self.destroyed.connect(self._deaf)
        self._ending.keep_on()
        self._show()

    def show_away(self, away: Away | None) -> None:
        """Tell what the program missed of the session, until the host has answered or the next beat comes."""
        self._live.away.show_away(away)

    def show_seating(self, *, busy: bool) -> None:
        """Whether it is being worked out who sits with whom from here on."""
        self._live.wall.groups.show_busy(busy=busy)

    def show_bell(self, *, silent: bool) -> None:
        """Whether the computer's bell is silent: what the host says goes by it."""
        self._live.now.silent = silent
        self.look()

    def show_wall_state(self, where: str, toggle: str = "", *, seen: bool = True) -> None:
        """Say where the wall is ("second display", "a window"), whether it is seen, and what its key would do now."""
        self._live.wall.show_wall_state(where, toggle, seen=seen)

    def show_wall_theme(self, theme: WallTheme) -> None:
        """Show the miniatures in Paper or Night."""
        self._live.wall.show_wall_theme(theme)

    def show_besides(self, commands: tuple[Command, ...]) -> None:
        """List these too: the commands that the whole console has."""
        self._besides = commands

    @property
    def rehearsal(self) -> RehearsalCard:
        """What says that this is a rehearsal."""
        return self._live.rehearsal

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be pressed here while a session runs."""
        return self._keys.commands

    @property
    def worn(self) -> tuple[Action, ...]:
        """Every command with the keys it has now."""
        return self._keys.actions

    def wear_keys(self, chosen: Chosen) -> None:
        """Take the keys a host has chosen, by the ids of their commands."""
        self._keys.wear(chosen)

    def show_draft(self, text: str, message: str = "") -> None:
        """Put a half-typed note and a half-written message back into their fields."""
        self._live.strip.writer.show_text(text)
        self._live.wall.message.show_text(message)
        self._show()

    def draft(self) -> str:
        """The note that is being written, or ""."""
        return self._live.strip.writer.text()

    # --- hands

    def press(self, key: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *,
              repeated: bool = False) -> bool:
        """Press a key of this page, wherever it was pressed. Returns whether it meant something."""
        return self._keys.press(key_name(key, modifiers), repeated=repeated)

    def run(self, name: str) -> None:
        """Do the action of that id, if it may be done now."""
        engine = self._engine
        if name == "next" and not self._is_near() and engine and isinstance(engine.session.countdown, Held):
            name = "hold"   # from afar a click does what the band says: "Go on"
        action = next((a for a in self._keys.actions if a.id == name), None)
        if name == "back" and self._ending.is_asking:
            self._ending.keep_on()
            return
        if engine is None or action is None or not action.enabled(engine):
            return
        if name == "next" and not self._ending.means_next():
            return
        try:
            action.run(engine)
        except Trouble as trouble:
            self._ending.forget()
            self.trouble.emit(trouble)

    def wake(self) -> None:
        """Open the harvest box, its field ready to write."""
        self._stand(far=False)
        self._live.show_awake(awake=True)
        self._live.strip.writer.take_keyboard()

    def look(self) -> None:
        """Look at the clock: show what has changed, then wait for the next second of the countdown."""
        engine = self._engine
        if engine is None or engine.session.finished is not None:
            return
        now, session = self._now(), engine.session
        expected = forecast(session, now)
        self._live.bar.show_time(now, expected)
        self._live.steps.show_steps(session, expected)
        self._live.now.show_time(session, now)
        self._plan.look(session, expected)
        if not self._is_near():
            self._far.show_view(far_view(session, expected, now, self._words, next_glyph(session),
                                         key=self._live.hint("far"), silent=self._live.now.silent))
        if self.isVisible():
            self._timer.start(wait(self._now, until_next_second(session, now)))

    # --- events

    def event(self, event: QEvent) -> bool:
        """Space is the page's own key while nothing else has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._keys.answer(event):
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The clock is looked at only while somebody sees it."""
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Before and after a session the ink door has the keyboard."""
        part = self._stack.currentWidget()
        if isinstance(part, Threshold):
            part.take_keyboard()

    # --- inside

    def _connect(self) -> None:
        live = self._live
        self._before.entered.connect(lambda door: (self.today if door == "ink" else self.gatherings).emit())
        self._after.entered.connect(lambda door: (self.harvest if door == "ink" else self.leave).emit())
        live.away.pressed.connect(self.run)
        live.rehearsal.ended.connect(lambda: self.run("finish"))
        live.bar.left.connect(self.leave)
        live.bar.stood_back.connect(lambda: self.run("far"))
        live.bar.pill.replan.connect(lambda: self.run("replan"))
        self._far.left.connect(lambda: self._stand(far=False))
        live.keys.closed.connect(self._toggle_keys)
        live.steps.ended.connect(lambda: self.run("finish"))
        live.steps.undone.connect(lambda: self.run("undo"))
        live.now.row.pressed.connect(self.run)
        live.wall.pressed.connect(self.run)
        live.wall.message.silence.connect(lambda: self.run("silence"))
        live.wall.groups.counted.connect(lambda people: self._do(lambda e: e.count(people)))
        live.wall.groups.formed.connect(lambda form: self._do(lambda e: e.reform(Form(form))))
        live.strip.woken.connect(self.wake)
        self._notes.kept.connect(self._note_kept)
        live.strip.taken_back.connect(lambda: self.run("take back"))
        live.strip.writer.field.edited.connect(self.draft_changed)
        live.wall.message.edited.connect(lambda text: self.message_changed.emit(text))

    def _is_running(self) -> bool:
        return self._engine is not None and self._engine.session.finished is None

    def _do(self, verb: Callable[[Engine], object]) -> bool:
        """Run a verb; when it could not be kept, show again what is true. Returns whether it was."""
        if self._engine is None:
            return False
        try:
            verb(self._engine)
        except Trouble as trouble:
            self._show()
            self.trouble.emit(trouble)
            return False
        return True

    def _note_kept(self) -> None:
        self.draft_changed.emit("")
        if self._engine is None or why_asleep(self._engine.session) is None:   # the room goes on: the next can follow
            self._live.strip.writer.take_keyboard()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sleep_or_wake()

    def _fold(self) -> None:
        card = self._live.away
        if card.away is not None:
            if card.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            card.show_away(None)
            self.went_on.emit()

    def _is_near(self) -> bool:
        return self._stack.currentWidget() is not self._far

    def _stand(self, *, far: bool) -> None:
        if far == self._is_near():
            self._turn(self._far if far else self._live)
            self.look()

    def _come_near(self) -> None:
        """The wall column can be seen."""
        self._stand(far=False)
        self._live.show_beside(None)

    def _toggle_keys(self) -> None:
        self._stand(far=False)
        shown = not self._live.keys.isVisible()
        if shown and self._engine is not None:
            self._live.keys.show_groups(self._keys.listed(self._engine.session, self._besides, self._words))
        self._live.show_beside(self._live.keys if shown else None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, new: Session, old: Session) -> None:
        if (new.step_id, new.beat) != (old.step_id, old.beat):
            self._ending.keep_on()
            self._fold()
            self._column.show_beat()
        self._show()

    def _show(self) -> None:
        engine = self._engine
        self._keys.show_running()
        if engine is None:
            self._turn(self._before)
            return
        session = engine.session
        if session.finished is not None:
            self._after.show_line(self._words(what_is_kept(session)))
            self._turn(self._after)
            return
        if self._is_near():
            self._turn(self._live)
        live, now = self._live, self._now()
        live.bar.show_session(session)
        live.now.show_session(session, now)
        live.wall.show_session(session, engine.wordings())
        self._topics.show_session(session)
        live.strip.show_session(session)
        live.steps.show_undo(can=engine.can_undo())
        live.now.row.show_session(session, {action.id: action.enabled(engine) for action in self._keys.actions})
        place = Place(session.step_id, session.beat)
        if place != self._place:
            self._place = place
            self._sleep_or_wake()
        self.look()

    def _turn(self, part: QWidget) -> None:
        if self._stack.currentWidget() is not part:
            self._stack.setCurrentWidget(part)
            if part is self._live or self.isAncestorOf(QApplication.focusWidget() or self._live):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                if isinstance(part, Threshold):   # the page may have had the keyboard already
                    part.take_keyboard()
        if part is not self._live:
            self._timer.stop()

    def _sleep_or_wake(self) -> None:
        engine = self._engine
        self._live.show_awake(awake=engine is not None and why_asleep(engine.session) is None)
