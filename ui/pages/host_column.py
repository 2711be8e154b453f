"""What opens in the host page's wall column in place of what comes next: other words, a message, people, the phone.

One at a time. It turns what is done there into the engine's verbs, and gives the keyboard back to the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.groups.roster import labels
from app.live.engine import Engine
from app.live.whereabouts import Ask
from ui.panels.live_page import LivePage

Do = Callable[[Callable[[Engine], object]], bool]


class HostColumn:
    """`do` runs a verb and says whether it was kept; `near` brings the page to where its column is seen."""

    def __init__(self, page: QWidget, live: LivePage, *, do: Do, near: Callable[[], None]) -> None:
        self._page, self._wall, self._do, self._near = page, live.wall, do, near
        wall, people = live.wall, live.wall.people
        wall.reworded.connect(self._reword)
        wall.wordings.closed.connect(page.setFocus)
        wall.message.sent.connect(self._send)
        wall.message.closed.connect(self.close)
        wall.message.silence.connect(self.close)
        wall.groups.came.connect(lambda: self.people(Ask.CAME))
        wall.groups.went.connect(lambda: self.people(Ask.GOES))
        wall.phone.closed.connect(self.close)
        wall.message.notes.connect(self.notes)
        wall.notes.closed.connect(self.close)
        wall.notes.shown.connect(self._show_note)
        people.closed.connect(self.close)
        people.arrived.connect(
            lambda name, remote: self._meet(lambda engine: engine.arrive(name, remote=remote).number))
        people.returned.connect(lambda number: self._meet(lambda engine: engine.come_back(number) and number))
        people.left.connect(lambda number: self._meet(lambda engine: engine.leave(number) and number))

    def wordings(self) -> None:
        """Offer other wordings, or put them away."""
        self._toggle(self._wall.wordings, self._wall.wordings.take_keyboard)

    def message(self) -> None:
        """Offer to write a message, or put that away."""
        self._toggle(self._wall.message, self._wall.message.take_keyboard)

    def phone(self) -> None:
        """What is read aloud on the phone, or put that away."""
        self._do(lambda engine: self._wall.show_phone(engine.session))
        self._toggle(self._wall.phone, self._wall.phone.take_keyboard)

    def notes(self) -> None:
        """Offer the kept notes that the room may see, or put them away."""
        self._do(lambda engine: self._wall.notes.show_session(engine.session))
        self._toggle(self._wall.notes, self._wall.notes.take_keyboard)

    def people(self, ask: Ask) -> None:
        """Open the people here for this, or put them away when they are."""
        people = self._wall.people
        if people.isVisible() and people.ask is not ask:
            people.hide()
        self._toggle(people, lambda: self._ask(ask))

    def close(self) -> None:
        """Show what comes next again."""
        self._wall.show_open(None)
        self._give_back()

    def show_beat(self) -> None:
        """The next beat: where somebody sits was told."""
        if self._wall.people.isVisible():
            self.close()

    def _toggle(self, panel: QWidget, take_keyboard: Callable[[], None]) -> None:
        self._near()
        if panel.isVisible():
            self.close()
        else:
            self._wall.show_open(panel)
            take_keyboard()

    def _ask(self, ask: Ask) -> None:
        self._do(lambda engine: self._wall.people.show_session(engine.session))
        self._wall.people.show_ask(ask)
        self._wall.people.take_keyboard()

    def _meet(self, verb: Callable[[Engine], int]) -> None:
        """Somebody comes or goes: do it, and show where they are now. `verb` answers their badge, or 0."""
        def met(engine: Engine) -> None:
            if number := verb(engine):
                self._wall.people.show_ask(Ask.SEATS, labels(engine.session.gathering.roster)[number])
                self._give_back()

        self._do(met)

    def _send(self, text: str) -> None:
        if self._do(lambda engine: engine.show_message(text)):
            self._wall.message.clear()
            self.close()

    def _show_note(self, note_id: str) -> None:
        if self._do(lambda engine: engine.show_note(note_id)):
            self.close()

    def _reword(self, question: str) -> None:
        self._give_back()
        self._do(lambda engine: engine.reword(question))

    def _give_back(self) -> None:
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
