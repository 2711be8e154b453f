"""Forgets what is to be forgotten: notes for nobody when their gathering ends, and a whole gathering when it is asked.

What the file and the second copies hold goes at once; backups and the rest in a thread, so that nobody waits.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.errors import NotKept
from app.live.engine import Engine
from app.live.forgetting import for_nobody
from app.live.session import Session
from app.store.store import Store
from app.words import Text, say
from ui.bridge import Bridge
from ui.hosting import Hosting
from ui.tasks import Tasks


class Forgetting(QObject):
    """`forgotten` brings the id of a gathering that is no more. `bridge` carries the sessions that are kept."""

    forgotten = Signal(str)

    def __init__(self, *, store: Store, hosting: Hosting, bridge: Bridge, tasks: Tasks,
                 tell: Callable[[Text], None]) -> None:
        super().__init__(bridge)
        self._store, self._hosting, self._bridge, self._tasks, self._tell = store, hosting, bridge, tasks, tell
        bridge.changed.connect(self._changed)

    def start(self) -> None:
        """A stop between the end of a session and its forgetting: the newest one that is over is looked at again."""
        over = [row for row in self._store.sessions() if row.finished is not None]
        if over:
            self._forget_notes(over[0].id, self._hosting.open(over[0]))

    def forget(self, gathering_id: str) -> None:
        """Forget a gathering with every session of it, unless it is being hosted."""
        running = self._hosting.session
        if running is not None and running.gathering.id == gathering_id:
            self._tell(say("“{title}” is being hosted. End it, then it can be forgotten.",
                           title=running.gathering.title))
            return
        try:
            self._store.forget_gathering(gathering_id)
        except NotKept as trouble:
            self._tell(trouble.text)
        else:
            self._elsewhere(say("It is forgotten: no file of Convener holds a word of it any more."))
        last = self._bridge.engine
        if last is not None and last.session.gathering.id == gathering_id:
            self._bridge.let_go(None)
        self.forgotten.emit(gathering_id)

    def _changed(self, new: Session, old: Session) -> None:
        engine = self._bridge.engine
        if new.finished is not None and old.finished is None and engine is not None:
            self._forget_notes(self._hosting.session_id, engine)

    def _forget_notes(self, session_id: str, engine: Engine) -> None:
        notes = for_nobody(engine.log)
        try:
            if notes and engine.forget(notes, lambda: self._store.forget_notes(session_id, notes)):
                self._elsewhere(None)
        except NotKept as trouble:
            self._tell(trouble.text)

    def _elsewhere(self, told: Text | None) -> None:
        def done(_nothing: object) -> None:
            if told is not None:
                self._tell(told)

        if self._store.shares_threads:
            self._tasks.in_thread(self._store.forget_elsewhere, done, self._failed)
            return
        try:
            self._store.forget_elsewhere()
        except NotKept as trouble:
            self._tell(trouble.text)
        else:
            done(None)

    def _failed(self, fault: Exception) -> bool:
        if isinstance(fault, NotKept):
            self._tell(fault.text)
            return True
        return False
