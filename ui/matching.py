"""Works out who sits with whom whenever the open plan asks something else, in a thread that can be told to stop.

The answer belongs to the plan it was asked for. Where the plan has changed meanwhile, the old question is given up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from app.design.gathering import Gathering
from app.design.seats import assigned, is_worked_out, mark, request, told
from app.errors import Trouble
from app.groups.mixing import mix
from app.groups.plan import Plan
from app.words import say
from ui.panels.seating_told import met_words
from ui.rooms import Room

if TYPE_CHECKING:
    from ui.pages.designer import DesignerPage

PAUSE = 300
"""Milliseconds a plan has to stand still before it is worked out."""
PATIENCE = 100
"""Milliseconds after which it is said that it takes a moment."""


class InThread(Protocol):
    """Does work in a thread, and hands on its result or what went wrong."""

    def __call__(self, work: Callable[[], Plan], then: Callable[[Plan], None],
                 failed: Callable[[Exception], bool]) -> None: ...


class Question:
    """One asking, for one plan. `wanted` is read by the thread."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.mark = mark(gathering)
        self.wanted = True

    def answer(self) -> Plan:
        """The plan; of one that was worked out before only what there is to say."""
        asked = request(self.gathering)
        known = told(self.gathering) if is_worked_out(self.gathering) else None
        assert asked is not None
        return known or mix(asked, lambda _progress: self.wanted)


class Matching(QObject):
    """Between the designer and the mixing."""

    def __init__(self, *, room: Room[DesignerPage], in_thread: InThread, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._in_thread = room, in_thread
        self._asked: Question | None = None
        self._told = ""
        self._runs = False
        self._pause = self._timer(PAUSE, self._ask)
        self._patience = self._timer(PATIENCE, lambda: room().show_matching())
        room.when_built(self._greet)

    def hurry(self) -> None:
        """Take the best that was found so far."""
        if self._asked is not None:
            self._asked.wanted = False

    def start(self) -> None:
        """From now on answer; before, no loop runs."""
        self._runs = True
        self._pause.start()

    def stop(self) -> None:
        """Ask nothing more."""
        self._runs = False
        self._pause.stop()
        self._give_up()

    def _greet(self, page: DesignerPage) -> None:
        page.shown.connect(self._shown)
        page.enough.connect(self.hurry)

    def _shown(self) -> None:
        if self._runs:
            self._pause.start()

    def _timer(self, after: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(do)
        return timer

    def _ask(self) -> None:
        page = self._room.page
        gathering = page.gathering if page is not None else None
        if gathering is None or not assigned(gathering):
            self._give_up()
            return
        question = Question(gathering)
        known = self._told if is_worked_out(gathering) else ""
        if question.mark == (self._asked.mark if self._asked is not None else known):
            return
        self._give_up()
        self._asked = question
        self._patience.start()
        self._in_thread(question.answer, lambda plan: self._answered(question, plan),
                        lambda fault: self._refused(question, fault))

    def _give_up(self) -> None:
        self.hurry()
        self._asked, self._told = None, ""
        self._patience.stop()

    def _answered(self, question: Question, plan: Plan) -> None:
        if question is self._asked:
            self._done(question)
            self._room().take_plan(question.mark, plan, met_words(plan))

    def _refused(self, question: Question, fault: Exception) -> bool:
        """Whether it was told here: why it cannot be worked out. A fault of ours is told as such, and is over too."""
        if question is self._asked:
            self._done(question)
            self._room().show_matched(fault.text if isinstance(fault, Trouble) else say(""))
        return isinstance(fault, Trouble)

    def _done(self, question: Question) -> None:
        self._asked, self._told = None, question.mark
        self._patience.stop()
