"""Makes backups at the start and the end of a session, every ten minutes in which something changed and on closing,
in a thread, so that no note waits. A failure is told once and tried again.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from app.errors import NotKept
from app.live.clock import Clock
from app.live.session import Session
from app.store.store import Store
from ui.bridge import Bridge
from ui.tasks import Tasks
from ui.telling import Matter

EVERY = 10 * 60_000


class Backing(QObject):
    """Nothing happens before `start`: a console that is only looked at needs no loop and makes no backup."""

    def __init__(self, *, store: Store, bridge: Bridge, tasks: Tasks, clock: Clock,
                 matter: Matter) -> None:
        super().__init__(bridge)
        self._store, self._bridge, self._tasks, self._clock, self._matter = store, bridge, tasks, clock, matter
        self._seen = -1
        self._running = self._told = self._closing = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.back_up)

    def start(self) -> None:
        """From now on; the loop runs. A session that was taken up is copied at once."""
        self._bridge.began.connect(self.back_up)
        self._bridge.changed.connect(self._changed)
        self._timer.start()
        if self._bridge.engine is not None:
            self.back_up()

    def finish(self) -> None:
        """The console is about to close: plans changed since the last ten minutes are not left to the next time."""
        self._closing = True
        if self._store.changes:
            self.back_up()

    def stop(self) -> None:
        """No more backups; one that is being made is finished by its task."""
        self._timer.stop()

    def back_up(self) -> None:
        """Make a backup in a thread, unless one is being made or nothing has changed."""
        changes = self._store.changes
        if self._running or changes == self._seen:
            return
        self._running = True
        now = datetime.fromtimestamp(self._clock() / 1000, UTC)

        def made(_path: object) -> None:
            self._running, self._told, self._seen = False, False, changes
            self._matter.heal()
            if self._closing:   # what changed while this one was made
                self.back_up()

        if self._store.shares_threads:
            self._tasks.in_thread(lambda: self._store.back_up(now), made, self._failed)
        else:
            try:
                made(self._store.back_up(now))
            except NotKept as trouble:
                self._failed(trouble)

    def _changed(self, new: Session, old: Session) -> None:
        if new.finished != old.finished:
            self.back_up()

    def _failed(self, fault: Exception) -> bool:
        self._running = False
        if not isinstance(fault, NotKept):
            return False
        if not self._told:
            self._told = True
            self._matter.tell(fault.text)
        return True
