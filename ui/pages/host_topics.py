"""The wall of topics on the host's page: what is copied there becomes the engine's facts, and the page shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.live.engine import Engine
from app.live.forecast import forecast
from app.live.marketplace import called_out, named, slots, spot_typed, titled
from app.live.posting import Merged, Placed, Retitled, SlotTime, SpacesOpened, Spot, StoodUp, TakenAway, TimesTold
from app.live.session import Session
from ui.panels.live_page import LivePage

FIVE = 5 * 60_000
"""Milliseconds to which a new time is rounded up, and by which a sign must be wrong to be changed."""

Do = Callable[[Callable[[Engine], object]], bool]


class HostTopics:
    """`do` runs a verb and says whether it was kept."""

    def __init__(self, page: QWidget, live: LivePage, *, do: Do, near: Callable[[], None],
                 now: Callable[[], int]) -> None:
        self._page, self._live, self._do, self._near, self._now = page, live, do, near, now
        self._panel = panel = live.now.topics
        self._step = ""
        panel.written.connect(self._write)
        panel.moved.connect(lambda topic_id, space, step_id: self._do(
            lambda e: e.post(Placed(topic_id=topic_id, spot=Spot(space=space, step_id=step_id)))))
        panel.merged.connect(lambda topic_id, into: self._do(lambda e: e.post(Merged(topic_id=topic_id, into=into))))
        panel.taken.connect(lambda topic_id: self._do(lambda e: e.post(TakenAway(topic_id=topic_id))))
        panel.stood.connect(lambda topic_id: self._do(lambda e: e.post(StoodUp(topic_id=topic_id))))
        panel.retimed.connect(lambda times: self._do(lambda e: e.post(TimesTold(times=times))))
        panel.opened.connect(lambda spaces: self._do(lambda e: e.post(SpacesOpened(spaces=spaces))))
        panel.undone.connect(lambda: self._do(lambda e: e.unpost()))
        panel.closed.connect(self.toggle)

    def toggle(self) -> None:
        """Open the wall of topics where the clock is, or put it away; a sheet half copied stays in its fields."""
        self._near()
        shown = not self._live.now.shows_topics()
        self._live.now.show_topics(shown=shown)
        if shown:
            self._do(lambda e: self.show_session(e.session))
            self._panel.take_keyboard()
        else:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self, session: Session) -> None:
        """Show what is true; with the next step the clock is back in its place."""
        if session.step_id != self._step and self._live.now.shows_topics():
            self._live.now.show_topics(shown=False)
            if self._panel.isAncestorOf(self._page.focusWidget() or self._page):
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._step = session.step_id
        if self._live.now.shows_topics():
            self._panel.show_session(session, self._expected(session))

    def _write(self, topic_id: str, title: str, who: str, place: str) -> None:
        def write(engine: Engine) -> None:
            session = engine.session
            spot = spot_typed(place, slots(session.gathering, session.market), session.market)
            roster = session.gathering.roster
            if not topic_id:
                engine.post(called_out(title, who, spot, roster=roster))
                return
            engine.post(Retitled(topic_id=topic_id, title=titled(title), conveners=named(who, roster)))
            engine.post(Placed(topic_id=topic_id, spot=spot))

        if self._do(write):
            self._panel.clear()

    def _expected(self, session: Session) -> tuple[SlotTime, ...]:
        """Later times than the signs say, for the talks to come; none where the day runs as it was told."""
        reached = {step.step_id: step for step in forecast(session, self._now()).steps}
        times = []
        for slot in slots(session.gathering, session.market):
            at = reached.get(slot.step_id)
            begins = -(-at.starts // FIVE) * FIVE if at is not None and not at.reached else slot.begins
            times.append(SlotTime(step_id=slot.step_id, begins=begins if begins > slot.begins + FIVE else slot.begins))
        told = tuple(SlotTime(step_id=slot.step_id, begins=slot.begins)
                     for slot in slots(session.gathering, session.market))
        return tuple(times) if tuple(times) != told else ()
