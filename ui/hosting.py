"""Begins sessions and takes them up again. It stands between the store, which keeps facts, and the engine."""

from __future__ import annotations

from app.design.gathering import Gathering
from app.library.protocol import Timer
from app.live.away import Away, away_from
from app.live.clock import Clock
from app.live.engine import Engine, opening
from app.live.moments import as_usual
from app.live.session import Session
from app.settings import Choices
from app.store.presence import read_presence
from app.store.store import SessionRow, Store
from ui.bridge import Bridge


class Hosting:
    """One session runs at a time; finished ones can be opened for their notes."""

    def __init__(self, store: Store, clock: Clock, bridge: Bridge, choices: Choices) -> None:
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._choices = choices
        self._session_id = ""
        self.away: Away | None = None
        """What the program missed of the session, until the host has answered."""

    @property
    def session_id(self) -> str:
        """The id of the session that runs or ran last here; "" before the first."""
        return self._session_id

    @property
    def running(self) -> Engine | None:
        """The engine of the session that runs, or None."""
        engine = self._bridge.engine
        return engine if engine is not None and engine.session.finished is None else None

    @property
    def session(self) -> Session | None:
        """The session that runs, or None."""
        return self.running.session if self.running is not None else None

    def as_usual(self, gathering: Gathering) -> Gathering:
        """The plan with the host's usual timer and warnings, as a session of it begins."""
        chosen = self._choices.now
        return as_usual(gathering, Timer(chosen.wall_timer), chosen.wall_warnings)

    def begin(self, gathering: Gathering) -> Engine:
        """Host `gathering` now. Raises Trouble when it has no steps, NotKept when nothing could be kept."""
        first = opening(self.as_usual(gathering), self._clock())
        self.away = None
        self._session_id = self._store.begin(first, gathering)
        engine = Engine(first, self._store.append_to(self._session_id), self._clock)
        self._bridge.carry(engine)
        return engine

    def take_up(self, *, returning: bool) -> Engine | None:
        """Go on with the session that was not finished, or None when there is none.

        `returning` after a start of the program: then `away` says what it missed.
        """
        row = self._store.live_session()
        if row is None:
            return None
        self._session_id = row.id
        log = self._store.log(row.id)
        if returning:
            last = read_presence(self._store.folder, row.id)
            self.away = away_from(log, self._clock(), seen=last.at, before=last.away)
        engine = Engine(log, self._store.append_to(row.id), self._clock)
        self._bridge.carry(engine)
        return engine

    def answer(self) -> None:
        """The host has seen what was missed, and decided."""
        self.away = None

    def open(self, row: SessionRow) -> Engine:
        """The engine of a session, running or over, so that its notes can be read and mended."""
        current = self._bridge.engine
        if current is not None and row.id == self._session_id:
            return current
        return Engine(self._store.log(row.id), self._store.append_to(row.id), self._clock)
