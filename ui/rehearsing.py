"""Rehearses a gathering faster than life. Its facts live in memory alone: they reach the page, the wall and the bell,
and never what keeps, backs up or counts, so that nothing has to be cleared away, not even after a crash.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.design.gathering import Gathering
from app.errors import Trouble
from app.live.engine import Engine, opening
from app.live.session import Session
from app.words import say
from ui.bridge import Bridge
from ui.console import Console
from ui.pace import Pace
from ui.panels.rehearsal_card import RehearsalCard

SPEEDS = (10, 60)
"""How many minutes go by in one: the first to feel each moment, the second to see the whole."""


class Rehearsing(QObject):
    """`kept` carries the sessions that are kept, `shown` what is on the page and the wall. Connect `kept` with `shown`
    after this was built: a session that begins ends the rehearsal before anybody sees it.
    """

    def __init__(self, *, pace: Pace, kept: Bridge, shown: Bridge, usual: Callable[[Gathering], Gathering],
                 card: RehearsalCard, console: Console) -> None:
        """`usual` makes of a plan what a session of it begins with."""
        super().__init__(console)
        self._usual = usual
        self._pace, self._kept, self._shown, self._card, self._console = pace, kept, shown, card, console
        self._engine: Engine | None = None
        self.plan: Gathering | None = None
        """The plan that is rehearsed now, as it was before."""
        self._from = ""
        card.faster.connect(self.change_speed)
        shown.changed.connect(self._changed)
        kept.began.connect(lambda _: self._forget())

    def begin(self, gathering: Gathering) -> None:
        """Rehearse this plan; one that is rehearsed already begins anew. While something is hosted: one sentence."""
        session = self._kept.session
        if session is not None:
            self._console.tell(say("“{title}” is being hosted. End it, then you can rehearse.",
                                   title=session.gathering.title))
            return
        try:
            first = opening(self._usual(gathering), self._pace())
        except Trouble as trouble:
            self._console.tell(trouble.text)
            return
        if self._engine is None:
            self._from = self._console.page
        self._engine, self.plan = Engine(first, lambda _event: None, self._pace), gathering
        self._go(SPEEDS[0])
        self._shown.carry(self._engine)
        self._console.turn_to("host")

    def change_speed(self) -> None:
        """Go on at the other speed."""
        if self._engine is not None:
            self._go(next((speed for speed in SPEEDS if speed != self._pace.speed), SPEEDS[0]))

    def end(self) -> None:
        """Go back to where one was. Nothing is left of it."""
        if self._engine is None:
            return
        self._forget()
        self._shown.let_go(self._kept.engine)
        self._console.turn_to(self._from)
        self._console.tell(say("The rehearsal is over. Nothing of it was kept."))

    def _go(self, speed: int) -> None:
        self._pace.go(speed)
        self._card.show_speed(speed)

    def _forget(self) -> None:
        self._engine = self.plan = None
        self._pace.back_to_life()
        self._card.show_speed(0)

    def _changed(self, new: Session, _old: Session) -> None:
        if new.finished is not None and self._engine is not None and self._shown.engine is self._engine:
            QTimer.singleShot(0, self, self.end)   # once everybody has heard of it
