"""Connects the search with what was kept. Reading all of it, and looking through very much, is done in a thread.

An answer is for the words it was asked with: whatever stands in the field by then is asked anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.harvest.found import Finds, Run, Saying, find, understood
from app.store.recall import Recall
from app.store.store import Store
from ui.console import Console
from ui.keeping import Keeping
from ui.rooms import Room
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.pages.harvest import HarvestPage
    from ui.pages.search import SearchPage

PAGE = "search"
AT_ONCE = 20_000
"""Sayings that are looked through between two keystrokes without being felt."""
PATIENCE = 150
"""Milliseconds after which it is said that it takes a moment."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for the words that were `typed`, and what could not be read."""

    typed: str
    finds: Finds
    unread: tuple[Run, ...]


class Searching(QObject):
    """Between the search page, the harvest page that opens it, and the store."""

    def __init__(self, *, store: Store, keeping: Keeping, harvest: Room[HarvestPage], room: Room[SearchPage],
                 tasks: Tasks, console: Console) -> None:
        super().__init__(console)
        self._store, self._keeping, self._harvest, self._room = store, keeping, harvest, room
        self._tasks, self._console = tasks, console
        self._recall = Recall(store)
        self._before: QWidget | None = None
        self._looks = self._runs = self._forgets = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: room().show_waiting(told=True))
        harvest.when_built(lambda page: page.search.connect(self.open))
        room.when_built(self._greet)

    def start(self) -> None:
        """From now on a loop runs, and threads can answer; before, whoever asks waits."""
        self._runs = self._store.shares_threads

    def open(self) -> None:
        """Turn to the search; reading what was kept begins at once."""
        page = self._harvest.page
        self._before = page.focusWidget() if page is not None else None
        self._console.turn_to(PAGE)
        self._ask()

    def forget(self) -> None:
        """Something was forgotten: nothing of it is shown or held any longer, though a thread may be reading it."""
        self._recall.forget()
        self._forgets = self._looks
        if self._room.page is not None:
            self._room.page.show_waiting()

    def _greet(self, page: SearchPage) -> None:
        page.sought.connect(lambda _typed: self._ask())
        page.opened.connect(self._read)
        page.left.connect(self._leave)

    def _ask(self) -> None:
        typed, quick = self._room().typed(), not self._looks and self._recall.is_quick(AT_ONCE)
        if quick or not self._runs:
            self._show(self._answer(typed))
            return
        self._room().show_waiting()
        if not self._looks:     # else the thread is asked again when it comes back
            self._looks = True
            self._patience.start()
            self._tasks.in_thread(lambda: self._answer(typed), self._answered, self._failed)

    def _answer(self, typed: str) -> Answer:
        finds = find(self._recall.sayings(), understood(typed))
        return Answer(typed, finds, self._recall.unread())

    def _answered(self, answer: Answer) -> None:
        self._looks = False
        self._patience.stop()
        if self._forgets:
            self.forget()
        elif answer.typed == self._room().typed():
            self._show(answer)
            return
        self._ask()

    def _failed(self, fault: Exception) -> bool:
        """A fault of ours is told as such; the next word asks again."""
        self._looks = False
        self._patience.stop()
        return False

    def _show(self, answer: Answer) -> None:
        page = self._room()
        page.show_unread(answer.unread)
        page.show_finds(answer.typed, answer.finds)

    def _read(self, saying: Saying) -> None:
        self._console.turn_to("harvest")
        self._keeping.read(saying.run.session_id, saying.note_id)

    def _leave(self) -> None:
        """Back to what was open before, where the keyboard was."""
        self._console.turn_to("harvest")
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
