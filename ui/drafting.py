"""Keeps the half-typed note and message within a second and puts them back at the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.live.engine import Engine
from app.live.session import Session
from app.store.draft import Draft, read_draft, write_draft
from app.words import say
from ui.bridge import Bridge
from ui.hosting import Hosting
from ui.pages.host import HostPage
from ui.safe_soon import SafeSoon
from ui.telling import Matter


class Drafting(QObject):
    """Between the note box and the message of the host's page and the draft's file in the data folder."""

    def __init__(self, *, folder: Path, hosting: Hosting, bridge: Bridge, page: HostPage,
                 matter: Matter) -> None:
        super().__init__(page)
        self._folder, self._hosting, self._page = folder, hosting, page
        self._text = self._message = ""
        self._safe = SafeSoon(write=self._write, matter=matter, parent=self, unsafe=lambda why: say(
            "What you are writing is not safe until you press Enter: {why}", why=why))
        page.draft_changed.connect(self._note_typed)
        page.message_changed.connect(self._message_typed)
        bridge.began.connect(self._put_back)

    def put_down(self) -> None:
        """Write the words as they are now."""
        self._safe.put_down()

    def close(self) -> None:
        """Write what is still on its way: the window closes."""
        self._safe.close()

    def _note_typed(self, text: str) -> None:
        if self._hosting.running is not None:   # what is typed in a rehearsal was never written
            self._text = text
            self._keep_soon(text)

    def _message_typed(self, text: str) -> None:
        if self._hosting.running is not None:
            self._message = text
            self._keep_soon(text)

    def _keep_soon(self, text: str) -> None:
        if text.strip():
            self._safe.soon()
        else:
            self._safe.put_down()

    def _write(self) -> None:
        write_draft(self._folder, Draft(session_id=self._hosting.session_id, text=self._text, message=self._message))

    def _put_back(self, engine: Engine) -> None:
        draft, session = read_draft(self._folder, self._hosting.session_id), engine.session
        last = session.notes[-1].text if session.notes else ""
        self._text = draft.text if draft.text.strip() != last else ""   # killed between the note and the draft's end
        self._message = draft.message if draft.message.strip() != _on_the_wall(session) else ""
        self._page.show_draft(self._text, self._message)


def _on_the_wall(session: Session) -> str:
    """The message the room reads now, or ""."""
    return session.card.message if session.card is not None else ""
