"""Carries what the engine tells into Qt signals. It holds the running engine and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.live.engine import Engine
from app.live.session import Session
from app.words import Text


class Bridge(QObject):
    """`began` carries an engine that starts or goes on; `changed` carries (new, old) after each of its facts;
    `gone` when the one that ran is let go.
    """

    began = Signal(object)
    changed = Signal(object, object)
    gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine: Engine | None = None

    def carry(self, engine: Engine) -> None:
        """From now on this engine is the one that runs."""
        self.engine = engine
        engine.listen(lambda new, old: self._tell(engine, new, old))
        self.began.emit(engine)

    def let_go(self, back_to: Engine | None) -> None:
        """What ran is forgotten. `back_to` is what is over and can still be looked at, or None."""
        self.engine = back_to
        self.gone.emit()

    @property
    def session(self) -> Session | None:
        """The session that runs, or None."""
        return self.engine.session if self.engine is not None and self.engine.session.finished is None else None

    def _tell(self, engine: Engine, new: Session, old: Session) -> None:
        if engine is self.engine:
            self.changed.emit(new, old)


class Whisper(QObject):
    """Carries a sentence from a thread to whoever listens in the windows; the last one waits for a late listener.

    `wanted` when another start wants the console to be seen.
    """

    told = Signal(object)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.last: Text | None = None

    def tell(self, text: Text) -> None:
        """Say it, from any thread."""
        self.last = text
        self.told.emit(text)
