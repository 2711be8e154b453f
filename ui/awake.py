"""Keeps the machine and its displays awake while a session runs: a screen saver in mid-round would be on the wall.

Nothing is set for good. What is asked of the system ends with this process, so a crash lets the machine sleep again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from app.live.engine import Engine
from app.live.session import Session
from app.words import say
from ui.bridge import Bridge
from ui.telling import Matter

log = logging.getLogger(__name__)
PATIENCE = 3.0
"""Seconds in which the system may answer that it takes the wish back; the program closes then anyway."""

Wish = Callable[[], AbstractContextManager[bool]]
"""Inside of it the machine stays awake; it yields whether the system has agreed."""
ASLEEP = say("This machine could not be kept awake; plug it in and turn off the screen saver.")


class Vigil(QObject):
    """The one wish to stay awake. It outlives windows that are built anew, so that nothing flickers meanwhile.

    The system is asked in a thread: its answer can take seconds, and the host's next key cannot wait for it. `failed`
    comes at most once for each session.
    """

    failed = Signal()

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self._wish = wish
        self._over: Event | None = None
        self._thread: Thread | None = None
        self.answer: bool | None = None
        """Whether the system has agreed; None before it answered."""

    def hold(self) -> None:
        """Stay awake from now on. What is held already is not asked for again, not even if it failed."""
        if self._over is None:
            self._over, self.answer = Event(), None
            self._thread = Thread(target=self._stay, args=(self._over,), name="awake", daemon=True)
            self._thread.start()

    def release(self) -> None:
        """Sleep may come again."""
        if self._over is not None:
            self._over.set()
            self._over = None

    def close(self) -> None:
        """Release, and wait until the system knows it."""
        self.release()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _stay(self, over: Event) -> None:
        try:
            with self._wish() as awake:
                self.answer = awake
                if not awake:
                    self.failed.emit()
                over.wait()
        except (ImportError, OSError, RuntimeError) as fault:
            log.warning("not kept awake: %s", fault)
            self.answer = False
            if not over.is_set():
                self.failed.emit()


class Awake(QObject):
    """Between the session that runs and the vigil: holds it while something is live, and tells when it cannot."""

    def __init__(self, *, vigil: Vigil, bridge: Bridge, matter: Matter) -> None:
        super().__init__(bridge)
        self._vigil, self._matter = vigil, matter
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)
        vigil.failed.connect(self._failed)

    def stop(self) -> None:
        """These windows close; the vigil goes on for the next ones."""
        self._vigil.failed.disconnect(self._failed)

    def _began(self, engine: Engine) -> None:
        self._follow(engine.session)

    def _changed(self, new: Session, _old: Session) -> None:
        self._follow(new)

    def _follow(self, session: Session) -> None:
        if session.finished is None:
            self._vigil.hold()
        else:
            self._vigil.release()
            self._matter.heal()

    def _failed(self) -> None:
        self._matter.tell(ASLEEP)


@contextmanager
def asking_the_system() -> Iterator[bool]:
    """The wish as this system hears it: D-Bus on Linux, the execution state on Windows, `caffeinate` on a Mac."""
    from wakepy import keep  # not before the first session

    with keep.presenting(on_fail="pass") as mode:
        yield mode.active


@contextmanager
def asking_nobody() -> Iterator[bool]:
    """For pictures and tests: nothing is asked, and all is well."""
    yield True
