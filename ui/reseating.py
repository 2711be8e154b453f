"""Keeps who sits where true while people come late and go home: at once in the live step, in a thread for the rest.

A crash, *back* or a second start change nothing in this: whatever the session is, what it lacks is worked out. An
answer to what is no longer asked is dropped, and nothing is asked twice in a row.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import NotKept, Trouble
from app.groups.mixing import Progress, mix
from app.groups.plan import Plan, Request
from app.live.engine import Engine
from app.live.reseating import is_settled, rest, seats_of
from app.live.session import Session
from ui.bridge import Bridge
from ui.tasks import Tasks

PATIENCE = 100
"""Milliseconds until the host is told that something is being worked out."""


class _Work:
    """One search. It is given up from here and notices in its thread."""

    def __init__(self, asked: Request) -> None:
        self.asked = asked
        self.given_up = False

    def plan(self) -> Plan:
        """The best plan, or the best so far once it was given up. Raises Trouble like `mix`."""
        return mix(self.asked, self._goes_on)

    def _goes_on(self, progress: Progress) -> bool:
        return not self.given_up


class Reseating(QObject):
    """`told` brings a Text: why not everybody has a place. `busy` says whether something takes a while.

    Latecomers sit at once, always; before `start` nothing else happens, for no loop runs.
    """

    told = Signal(object)
    busy = Signal(bool)

    def __init__(self, *, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__(bridge)
        self._bridge, self._tasks = bridge, tasks
        self._runs = False
        self._work: _Work | None = None
        self._last: Request | None = None
        self._complained = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(PATIENCE)
        self._slow.timeout.connect(lambda: self.busy.emit(True))
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)

    def start(self) -> None:
        """From now on; the loop runs. A session that was taken up has what it lacks worked out."""
        self._runs = True
        if self._bridge.engine is not None:
            self._settle(self._bridge.engine)

    def stop(self) -> None:
        """Work nothing out any more; a search that runs ends soon and is not heard."""
        self._runs = False
        self._give_up()

    def _began(self, engine: Engine) -> None:
        self._give_up()
        self._last, self._complained = None, False
        self._settle(engine)

    def _changed(self, new: Session, old: Session) -> None:
        if self._bridge.engine is not None:
            self._settle(self._bridge.engine)

    def _settle(self, engine: Engine) -> None:
        """Give a place to whoever stands, then let the rest be worked out, unless that is what is being done."""
        session = engine.session
        if session.finished is not None or is_settled(session):
            self._give_up()
            return
        if live := seats_of(session, None):
            self._keep(lambda: engine.seat(live))
            session = engine.session
        asked = rest(session)
        if asked is None or is_settled(session):
            self._give_up()
        elif self._runs and asked != self._last:
            self._search(engine, asked)

    def _search(self, engine: Engine, asked: Request) -> None:
        self._give_up()
        work = self._work = _Work(asked)
        self._last = asked
        self._slow.start()
        self._tasks.in_thread(work.plan, lambda plan: self._answered(engine, work, plan),
                              lambda fault: self._failed(work, fault))

    def _answered(self, engine: Engine, work: _Work, plan: Plan) -> None:
        if work is not self._work:
            return   # something newer is asked by now
        self._rest()
        self._complained = False
        self._keep(lambda: engine.seat(seats_of(engine.session, plan)))

    def _failed(self, work: _Work, fault: Exception) -> bool:
        """People fall back to finding each other, and the host is told why, once; a fault of ours is told as such."""
        if work is self._work:
            self._rest()
            if isinstance(fault, Trouble) and not self._complained:
                self._complained = True
                self.told.emit(fault.text)
        return isinstance(fault, Trouble)

    def _keep(self, seat: Callable[[], object]) -> None:
        """Let the engine keep it; where the disk refuses, the next fact is the next try."""
        try:
            seat()
        except NotKept as trouble:
            self._last = None
            self.told.emit(trouble.text)

    def _give_up(self) -> None:
        if self._work is not None:
            self._work.given_up = True
            self._last = None
            self._rest()

    def _rest(self) -> None:
        self._work = None
        self._slow.stop()
        self.busy.emit(False)
