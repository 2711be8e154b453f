"""Whether *Next* is meant, and whether to end: a clicker bounces, and the end is asked about in the page."""

from __future__ import annotations

from collections.abc import Callable

from app.live.engine import Engine
from app.live.session import next_place
from app.words import Words, say
from ui.panels.live_page import LivePage

BOUNCE = 300
"""Milliseconds in which a second *Next* is the clicker's bounce, not the host's wish."""
SECOND_THOUGHT = 1000
"""Milliseconds after which *Next* answers the question whether to end: a clicker is enough, a bounce is not."""


class HostEnd:
    """`do` runs a verb and says whether it was kept; `near` brings the page to where the question is seen."""

    def __init__(self, live: LivePage, *, words: Words, now: Callable[[], int],
                 do: Callable[[Callable[[Engine], object]], bool], near: Callable[[], None]) -> None:
        self._live, self._words, self._now, self._do, self._near = live, words, now, do, near
        self._pressed: int | None = None
        self._asked = 0
        live.now.row.ended.connect(self.end)
        live.now.row.kept_on.connect(self.keep_on)

    @property
    def is_asking(self) -> bool:
        """Whether the question stands."""
        return self._live.now.row.is_asking()

    def ask(self) -> None:
        """Ask whether to end the session."""
        self._do(lambda engine: self._ask(is_last=next_place(engine.session) is None))

    def keep_on(self) -> None:
        """Not yet."""
        self._live.now.row.show_question("")

    def end(self) -> None:
        """End it."""
        self.keep_on()
        self._do(lambda engine: engine.finish())

    def means_next(self) -> bool:
        """Whether this *Next* is meant: not a bounce. While the end is asked about, it is the answer."""
        now, before = self._now(), self._pressed
        self._pressed = now
        if before is not None and 0 <= now - before < BOUNCE:
            return False
        if self.is_asking:
            if now - self._asked >= SECOND_THOUGHT:
                self.end()
            return False
        return True

    def forget(self) -> None:
        """The last *Next* did nothing, or was of another session: the one that comes is no bounce of it."""
        self._pressed = None

    def _ask(self, *, is_last: bool) -> None:
        self._asked = self._now()
        self._near()
        self._live.now.row.show_question(self._words(self._live.rehearsal.question(
            say("End here? Notes can still be added.") if is_last else
            say("End before the last step? Notes can still be added."))))
