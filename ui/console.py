"""The facilitator's window: the rail, one page at a time, and one calm line for what went wrong."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.words import Text, Words, say
from ui.commands import EVERYWHERE, Command, bind
from ui.panels.rail import PLACES, SETTINGS, Rail
from ui.rooms import Room
from ui.telling import Answers, Matter, Sentence, Telling
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.order import neighbour
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

SMALLEST = (1180, 640)
NOTES = "notes"
"""What is out of order while a fact of the session cannot be kept."""
FRAME = 40
"""Pixels that a title bar and a border may take beside the window itself."""

_WITHIN = {"designer": "gatherings", "begin": "gatherings", "today": "host", "ready": "host", "writing": "library",
           "search": "harvest"}
"""The place of the rail that stays lit on a page with none of its own."""

class Console(QWidget):
    """Holds the pages by name. `closed` comes when the host closes the window; the session itself stays as it is."""

    closed = Signal()
    turned = Signal(str)
    moved = Signal(object)

    def __init__(self, *, theme: Theme, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("console")
        self.setWindowTitle(words(say("Convener")))
        self.setMinimumSize(*SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages: dict[str, QWidget] = {}
        self._rooms: dict[str, Room[Any]] = {}
        self._rail = Rail(theme=theme, words=words)
        self._stack = QStackedWidget()
        self._banner = Banner(theme=theme)
        self._telling = Telling()
        self._shown: Sentence | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._expire)
        self._followed = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shelf = QVBoxLayout()
        shelf.setContentsMargins(20, 10, 20, 10)
        shelf.addWidget(self._banner)
        self._shelf = Ground(theme.window)
        self._shelf.setLayout(shelf)
        self._shelf.hide()
        column.addWidget(self._shelf)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self._rail.chosen.connect(self.turn_to)
        self._banner.pressed.connect(self._answered)
        self._before = ""
        self.commands = (
            *(Command(place.text, (f"Ctrl+{number}",), partial(self.turn_to, place.page))
              for number, place in enumerate(PLACES, 1)),
            Command(SETTINGS.text, ("Ctrl+,",), partial(self.turn_to, SETTINGS.page)),
            Command(say("Put the sentence above the page away"), ("Ctrl+0",), self.hush),
            Command(say("Every key"), ("?", "F1")),
            *EVERYWHERE)
        bind(self.commands, self)

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    def add_page(self, name: str, page: QWidget) -> None:
        """Put a page into the window under this name."""
        self._pages[name] = page
        self._stack.addWidget(page)

    def add_room(self, name: str, room: Room[Any]) -> None:
        """Under this name a page will be: it comes into the window as soon as it stands."""
        self._rooms[name] = room
        room.when_built(partial(self.add_page, name))

    def turn_to(self, name: str) -> None:
        """Open a page; one that is not there yet leaves all as it is. The rail marks the place it belongs to."""
        if name in self._rooms:
            self._rooms[name]()
        if name not in self._pages:
            return
        if name == "keys":
            self._before = self.page if self.page != "keys" else self._before
        self._telling.move_on(_now(), page=name != self.page)
        self._show_sentence()
        self.turned.emit(name)
        self._stack.setCurrentWidget(self._pages[name])
        if name != "keys":
            self._rail.show_place(_WITHIN.get(name, name))
        self._pages[name].setFocus(Qt.FocusReason.OtherFocusReason)   # a page hands the keyboard on

    def turn_back(self) -> None:
        """Close the list of keys: the page from before is there again."""
        self.turn_to(self._before or PLACES[0].page)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the page is read."""
        other = neighbour(self, QApplication.focusWidget(), forward=forward)
        if other is None:
            return False
        other.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        around = other.parentWidget()
        while around is not None and not isinstance(around, Scroll):
            around = around.parentWidget()
        if around is not None:      # whoever comes from outside finds it scrolled to wherever somebody read
            around.reveal(other)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no page took: the list of every key."""
        if event.key() in (Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.turn_to("keys")
        else:
            super().keyPressEvent(event)

    def show_rail(self, *, shown: bool) -> None:
        """While a session is on the page the rail makes room for it."""
        self._rail.setVisible(shown)

    def tell(self, text: Text, answers: Answers = (), *, holds: str = "") -> None:
        """Say one calm sentence above the page, with the answers it has and one that puts it away.

        `holds` names what is out of order until `heal` is called with that name; other sentences are news.
        """
        self._telling.tell(Sentence(text, answers, holds, _now()))
        self._show_sentence()

    def heal(self, holds: str) -> None:
        """What `holds` names is in order again; its sentence goes by itself."""
        self._telling.heal(holds)
        self._show_sentence()

    def about(self, matter: str) -> Matter:
        """What somebody who minds `matter` tells with."""
        return Matter(partial(self.tell, holds=matter), partial(self.heal, matter))

    def move_on(self) -> None:
        """The next beat: news that was seen goes."""
        self._telling.move_on(_now())
        self._show_sentence()

    def tell_fault(self, text: Text, ours: bool) -> None:
        """Say what was not expected: of ours it is news, what the world did holds until a fact is kept."""
        self.tell(text, holds="" if ours else NOTES)

    def hush(self) -> None:
        """Put the sentence away."""
        self._telling.put_away()
        self._show_sentence()

    def _show_sentence(self) -> None:
        sentence, had_keyboard = self._telling.now, self._shelf.isAncestorOf(QApplication.focusWidget() or self)
        end = sentence.until() if sentence is not None else None
        self._later.stop()
        if end is not None:
            self._later.start(max(0, end - _now()))
        if sentence is self._shown:
            return
        self._shown = sentence
        if sentence is None:
            self._banner.show_message("")
        else:
            self._banner.show_message(self._words(sentence.text), (
                *(self._words(words) for words, _ in sentence.answers), self._words(say("All right"))))
        self._shelf.setVisible(sentence is not None)
        if had_keyboard and self.page:
            self._pages[self.page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _expire(self) -> None:
        self._telling.expire(_now())
        self._show_sentence()

    def open(self) -> None:
        """Show the window whole: where a screen has no room for it and its title bar, it takes all there is.

        The first time it stands on the host's own display; else Qt measures it for whatever lies at 0, 0, and that is
        the projector when it is on the left.
        """
        room = self.screen().availableGeometry()
        if not self.testAttribute(Qt.WidgetAttribute.WA_Moved):
            room = QGuiApplication.primaryScreen().availableGeometry()
            size = self.size().boundedTo(room.size())
            self.move(room.center() - QPoint(size.width() // 2, size.height() // 2))
        if room.width() < self.width() + FRAME or room.height() < self.height() + FRAME:
            self.showMaximized()
        else:
            self.show()

    def come_forward(self) -> None:
        """In front, with the keyboard; where the desktop forbids that, the window asks for attention."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def stand_on(self, screen: QScreen) -> None:
        """Take another display, as large as before; all of it where it is small, or where all of the last was taken."""
        room, whole = screen.availableGeometry(), self.isMaximized() or self.isFullScreen()
        if whole:
            self.showNormal()
        size = self.size().boundedTo(room.size())
        self.setGeometry(QRect(room.center() - QPoint(size.width() // 2, size.height() // 2), size))
        if whole or room.width() < self.width() + FRAME or room.height() < self.height() + FRAME:
            self.showMaximized()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on tell when the window stands on another display."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None and not self._followed:
            self._followed = True
            handle.screenChanged.connect(lambda screen: self.moved.emit(screen))   # signal to signal crashes here

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is kept already; there is nothing to ask."""
        self._later.stop()
        event.accept()
        self.closed.emit()

    def _answered(self, number: int) -> None:
        answers = self._shown.answers if self._shown is not None else ()
        self.hush()
        if number < len(answers):
            answers[number][1]()


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
