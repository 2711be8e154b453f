"""A plan in the hand: what is done to it, typed into it and taken back, with no picture of it.

Every change is a new frozen gathering on a `History`. What is typed shows at once and is told after a pause, so that a
word is kept and not every letter.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.design.gathering import Gathering
from app.design.history import History
from app.design.seats import mark, worked_out
from app.errors import Trouble
from app.groups.plan import Plan
from app.words import Text, say

PAUSE = 250
"""Milliseconds without a keystroke after which what was typed is told."""


class Drawing(QObject):
    """`turned` when the plan reads differently, `told` when it is to be kept, `refused` with a sentence or none."""

    turned = Signal()
    told = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)

    @property
    def now(self) -> Gathering | None:
        """The plan as it stands."""
        return self._history.now if self._history is not None else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self._history is not None and self._history.can_undo

    def begin(self, gathering: Gathering) -> None:
        """Take another plan in the hand; there is nothing to take back yet."""
        self._history = History(gathering)

    def edit(self, change: Callable[[Gathering], Gathering]) -> None:
        """One change, told at once; one that cannot be is refused."""
        if self._history is None:
            return
        self.flush()
        try:
            after = change(self._history.now)
        except Trouble as trouble:
            self.refused.emit(trouble.text)
            return
        self._go(self._history.push(after))

    def type(self, field: str, change: Callable[[Gathering], Gathering]) -> None:
        """A keystroke in `field`: it shows at once; a whole pause's typing is one step back."""
        if self._history is not None:
            self._history = self._history.push(change(self._history.now), field)
            self._pause.start()
            self.turned.emit()

    def flush(self) -> None:
        """Tell what was typed and not told yet; the next keystroke begins a new step back."""
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

    def take_seats(self, asked: str, plan: Plan) -> bool:
        """Who sits with whom, worked out for the plan marked `asked`: a part of that plan, and no step back.

        False where the plan is another by now.
        """
        if self._history is None or mark(self._history.now) != asked:
            return False
        seated = worked_out(self._history.now, plan)
        same = seated == self._history.now
        self._history = self._history.amend(seated)
        self.turned.emit()
        if not same:
            self._tell()
        return True

    def _go(self, history: History) -> None:
        if self._history is not None and history.now is not self._history.now:
            self._pause.stop()
            self._history = history
            self.refused.emit(NOTHING)
            self.turned.emit()
            self._tell()

    def _tell(self) -> None:
        if self._history is not None:
            self.told.emit(self._history.now)


NOTHING: Text = say("")
