"""Keeps the half-typed note and message within a second and puts them back at the next start. A failure is told once;
typing never waits for it and never stops.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.errors import NotKept
from app.live.engine import Engine
from app.live.session import Session
from app.store.draft import Draft, read_draft, write_draft
from app.words import say
from ui.bridge import Bridge
from ui.hosting import Hosting
from ui.pages.host import HostPage
from ui.telling import Matter

WITHIN = 500
"""Milliseconds from the first keystroke to the file; what is typed meanwhile goes with it."""


class Drafting(QObject):
    """Between the note box and the message of the host's page and the draft's file in the data folder."""

    def __init__(self, *, folder: Path, hosting: Hosting, bridge: Bridge, page: HostPage,
                 matter: Matter) -> None:
        super().__init__(page)
        self._folder, self._hosting, self._page, self._matter = folder, hosting, page, matter
        self._text = self._message = ""
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN)
        self._timer.timeout.connect(self.put_down)
        page.draft_changed.connect(self._note_typed)
        page.message_changed.connect(self._message_typed)
        bridge.began.connect(self._put_back)

    def put_down(self) -> None:
        """Write the words as they are now."""
        self._timer.stop()
        try:
            write_draft(self._folder, Draft(session_id=self._hosting.session_id, text=self._text,
                                            message=self._message))
        except NotKept as trouble:
            if not self._told:
                self._told = True
                self._matter.tell(say("What you are writing is not safe until you press Enter: {why}",
                                      why=str(trouble)))
            return
        self._told = False
        self._matter.heal()

    def close(self) -> None:
        """Write what is still on its way: the window closes."""
        if self._timer.isActive():
            self.put_down()

    def _note_typed(self, text: str) -> None:
        if self._hosting.running is not None:   # what is typed in a rehearsal was never written
            self._text = text
            self._keep_soon(text)

    def _message_typed(self, text: str) -> None:
        if self._hosting.running is not None:
            self._message = text
            self._keep_soon(text)

    def _keep_soon(self, text: str) -> None:
        if not text.strip():
            self.put_down()
        elif not self._timer.isActive():   # not started anew: who types on and on is kept all the same
            self._timer.start()

    def _put_back(self, engine: Engine) -> None:
        draft, session = read_draft(self._folder, self._hosting.session_id), engine.session
        last = session.notes[-1].text if session.notes else ""
        self._text = draft.text if draft.text.strip() != last else ""   # killed between the note and the draft's end
        self._message = draft.message if draft.message.strip() != _on_the_wall(session) else ""
        self._page.show_draft(self._text, self._message)


def _on_the_wall(session: Session) -> str:
    """The message the room reads now, or ""."""
    return session.card.message if session.card is not None else ""
