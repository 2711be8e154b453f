"""Re-plan on the host's page: opened in place of the wall column, a number acts at once, and time goes on meanwhile.

The choices are worked out when it opens and when something happens, and stand still while the host reads: only what
time does to them is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.live.engine import Engine
from app.live.forecast import Forecast, forecast
from app.live.replan import Proposal, as_of, proposals
from app.live.session import Session
from app.words import Words
from ui.panels.live_page import LivePage
from ui.panels.replan_words import plan_words


class HostReplan:
    """`do` runs a verb and says whether it was kept; `near` brings the page to where its columns are seen."""

    def __init__(self, page: QWidget, live: LivePage, *, words: Words, now: Callable[[], int],
                 do: Callable[[Callable[[Engine], object]], bool], near: Callable[[], None]) -> None:
        self._page, self._live, self._words, self._now = page, live, words, now
        self._do, self._near = do, near
        self._found: tuple[Proposal, ...] = ()
        self._seen: Session | None = None
        live.replan.chosen.connect(self.choose)
        live.replan.closed.connect(self.close)

    @property
    def offered(self) -> int:
        """How many numbers can be pressed now; -1 while it is not open."""
        return len(self._found) if self._live.replan.isVisible() else -1

    def toggle(self) -> None:
        """Open it, or put it away."""
        shown = self._live.replan.isVisible()
        self._near()
        if shown:
            self.close()
        else:
            self._do(lambda engine: self._open(engine.session))

    def close(self) -> None:
        """Show the wall again."""
        if self._live.replan.isVisible():
            self._live.show_beside(None)

    def choose(self, number: int) -> None:
        """Do what that card says, as it is said now."""
        if 0 <= number < self.offered:
            plan = self._found[number]
            if self._do(lambda engine: engine.replan(as_of(plan, engine.session, self._now()).fact)):
                self.close()

    def look(self, session: Session, expected: Forecast) -> None:
        """Show what time has done to the choices; after anything that happened, choices anew."""
        if not self._live.replan.isVisible():
            return
        now = self._now()
        if session is not self._seen or not self._found:
            self._seen, self._found = session, proposals(session, now)
        else:
            self._found = tuple(as_of(one, session, now) for one in self._found)
        self._live.replan.show_words(plan_words(self._found, session, expected, self._words))

    def _open(self, session: Session) -> None:
        self._seen = None
        self._live.show_beside(self._live.replan)
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)   # a number is pressed, not written
        self.look(session, forecast(session, self._now()))
