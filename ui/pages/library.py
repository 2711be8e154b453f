"""The library: find a protocol by words or by family, read it, then add it to a gathering or ask it today.

The page searches and remembers which protocol is looked at; where it goes from here is for others to do.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.design.today import can_be_asked
from app.library.bundled import Shelf
from app.library.protocol import Protocol
from app.library.search import Index
from app.library.sieve import Sieve
from app.words import Words, say, say_n
from ui.commands import Command, bind
from ui.panels.cards import CardList
from ui.panels.library_head import LibraryHead
from ui.panels.protocol_detail import WIDEST, ProtocolDetail
from ui.panels.search_field import SearchField
from ui.panels.shelf_faults import ShelfFaults
from ui.panels.sieve_row import SieveRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

LIST, LIST_NARROW = 560, 520
"""How wide the list is; on a small screen it gives way to the detail."""


class LibraryPage(QWidget):
    """`add` and `host_now` bring a `Protocol` and the wording chosen ("" where it asks nothing).

    `favourite` brings a protocol's id and whether it is to be one. `new`, `write`, `copy`, `remove`, `bring_in` (with
    `dropped` and its path) and `send_out` are about protocols as files of one's own.
    """

    add = Signal(object, str)
    host_now = Signal(object, str)
    favourite = Signal(str, bool)
    new = Signal()
    write = Signal(object)
    copy = Signal(object)
    remove = Signal(object)
    send_out = Signal(object)
    bring_in = Signal()
    dropped = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shelf, self._index = Shelf((), ()), Index(())
        self._chosen: Protocol | None = None
        self._favourites: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self.setAcceptDrops(True)
        self._gathering = ""
        self._side = self._make_side()
        self._detail = ProtocolDetail(theme=theme, words=words)
        self._detail.add.connect(self._add)
        self._detail.host_now.connect(self._host_now)
        self._detail.head.favour.connect(self._favour)
        self._detail.head.acts.acted.connect(self._act_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side, 42)
        row.addWidget(self._make_reading(), 58)
        self.commands = (
            Command(say("Search"), ("/",), self._take_search),
            Command(say("Clear the search, then leave it"), ("Esc",)),
            Command(say("Another protocol"), ("Up", "Down", "Home", "End")),
            Command(say("Turn what is read"), ("PgUp", "PgDown")),
            Command(say("Do what the ink button says"), ("Enter",)),
            Command(say("Add it to the gathering"), ("A",), self._add),
            Command(say("Host it now"), ("H",), self._host_now),
            Command(say("A favourite, or no longer"), ("F",), self._favour),
            Command(say("A new protocol of your own"), ("N",), lambda: self.new.emit()),
            Command(say("Bring in a protocol from a file"), ("I",), lambda: self.bring_in.emit()),
            Command(say("Edit your own"), ("E",), lambda: self._act_on("edit")),
            Command(say("Copy it to change it"), ("C",), lambda: self._act_on("copy")),
            Command(say("Save it as a file"), ("S",), lambda: self._act_on("export")),
            Command(say("Remove your own"), ("Del",), lambda: self._act_on("remove")))
        bind(self.commands, self)
        self._find()

    def show_shelf(self, shelf: Shelf) -> None:
        """Offer what is on `shelf`, and tell quietly what could not be read."""
        self._shelf = shelf
        self._faults.show_faults(shelf.faults)
        self._index = Index(shelf.protocols)
        had_keyboard = self._cards.isAncestorOf(self.focusWidget() or self)
        self._cards.forget()
        if self._chosen is not None and self._chosen.id not in {protocol.id for protocol in shelf.protocols}:
            self._chosen = None
        self._find()
        if had_keyboard:
            self.take_keyboard()

    def show_own(self, names: frozenset[str]) -> None:
        """The ids of the host's own protocols."""
        self._own = names
        self._show_star()

    def show_chosen(self, name: str) -> None:
        """Read the protocol of this id; what hides its card is opened."""
        protocol = next((p for p in self._shelf.protocols if p.id == name), None)
        if protocol is None:
            return
        if not self._sieve.sieve().keeps(protocol) or protocol not in self._index.find(self._search.text()):
            self._show_everything()
        self._choose(protocol)
        self._cards.show_chosen(protocol)       # rows that were never seen turned out higher or lower on the way

    def show_open_gathering(self, title: str) -> None:
        """Which gathering *Add* adds to; "" where none is open, and then hosting is the first thing offered."""
        self._gathering = title
        self._detail.show_open_gathering(title)

    def show_added(self, protocol: Protocol) -> None:
        """Say that `protocol` is in the open gathering now."""
        self._detail.show_notice(self._words(say("{title} is in {gathering} now.", title=protocol.title,
                                                 gathering=self._gathering or say("your gathering"))))

    def show_favourites(self, favourites: frozenset[str]) -> None:
        """These ids wear a star, and come first where that is wished."""
        self._favourites = favourites
        self._cards.show_favourites(favourites)
        self._show_star()
        self._find()

    def chosen(self) -> Protocol | None:
        """The protocol that is read."""
        return self._chosen

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: arrows and Enter act on the cards at once."""
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """The list has the keyboard, so that arrows, Enter, A and H work at once."""
        self._cards.take_keyboard()

    def _make_side(self) -> QWidget:
        theme, words = self._theme, self._words
        side = Ground(theme.window, line=theme.line, lines="r")
        side.setMinimumWidth(LIST_NARROW)
        side.setMaximumWidth(LIST)
        self._search = SearchField(theme=theme, name=words(say("Search the library")), glyph="search", key="/",
                               placeholder=words(say("Search questions, designs, words")))
        self._search.edited.connect(lambda _text: self._find())
        self._search.cleared.connect(self._clear)
        self._search.entered.connect(self.take_keyboard)
        self._sieve = SieveRow(theme=theme, words=words)
        self._sieve.changed.connect(self._find)
        self._head = LibraryHead(theme=theme, words=words)
        self._head.new.connect(lambda: self.new.emit())
        self._head.bring_in.connect(lambda: self.bring_in.emit())
        self._cards = CardList(theme=theme, words=words)
        self._cards.chosen.connect(self._choose)
        self._cards.opened.connect(lambda _protocol: self._act())
        self._cards.left.connect(self._take_search)
        self._faults = ShelfFaults(theme=theme, words=words)
        self._list = QStackedWidget()
        self._list.addWidget(self._cards)
        self._list.addWidget(self._make_nothing())
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 24, 15, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(4, 0, 10, 0)
        head.setSpacing(0)
        head.addWidget(self._head)
        head.addSpacing(12)
        head.addWidget(self._search)
        head.addSpacing(14)
        head.addWidget(self._sieve)
        column.addLayout(head)
        column.addSpacing(12)
        column.addWidget(self._list, 1)
        column.addWidget(self._faults)
        return side

    def _make_nothing(self) -> QWidget:
        theme, words = self._theme, self._words
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(4, 20, 10, 20)
        column.setSpacing(14)
        self._nothing = Paragraph("", Role.SAY, theme.ink2)
        column.addWidget(self._nothing)
        again = OutlineButton(words(say("Show everything")), theme=theme)
        again.clicked.connect(self._show_everything)
        self._again = again
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return nothing

    def _make_reading(self) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(44, 8, 34, 28)
        row.addWidget(self._detail, 1)
        row.addStretch(0)
        self._reading = Scroll(inside, name=self._words(say("The protocol")))
        self._above = QWidget()   # its buttons stay in sight, however far one reads
        above = QHBoxLayout(self._above)
        above.setContentsMargins(44, 22, 34, 4)
        bar = self._reading.verticalScrollBar()   # the head ends where the words below it end, bar or no bar
        bar.rangeChanged.connect(
            lambda _least, most: above.setContentsMargins(44, 22, 34 + (bar.sizeHint().width() if most else 0), 4))
        self._detail.head.setMaximumWidth(WIDEST)
        above.addWidget(self._detail.head, 1)
        above.addStretch(0)
        ground = Ground(self._theme.surface)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(self._reading, 1)
        return ground

    def _show_everything(self) -> None:
        self._search.clear()
        self._sieve.open_wide()
        self._find()
        self.take_keyboard()

    def _clear(self) -> None:
        """Esc in the field clears it; in an empty field it gives the keyboard back to the list."""
        if self._search.text():
            self._search.clear()
            self._find()
        else:
            self.take_keyboard()

    def _find(self) -> None:
        sieve = self._sieve.sieve()
        found = tuple(p for p in self._index.find(self._search.text()) if sieve.keeps(p))
        if self._sieve.favourites_first():
            found = tuple(sorted(found, key=lambda p: p.id not in self._favourites))
        everything = len(found) == len(self._shelf.protocols)
        self._cards.show_found(found)
        self._head.show_count(say_n("{n} protocol", "{n} protocols", len(found)) if everything
                              else say_n("{n} match", "{n} match", len(found)))
        self._list.setCurrentIndex(0 if found else 1)
        self._again.setVisible(bool(self._shelf.protocols))
        self._nothing.show_text(self._words(
            say("The library is empty.") if not self._shelf.protocols
            else say("Nothing in the library has these words.") if sieve == Sieve()
            else say("Nothing in the library is all of this at once.")))
        kept = next((p for p in found if self._chosen is not None and p.id == self._chosen.id), None)
        self._choose(kept or (found[0] if found else self._chosen))

    def _choose(self, protocol: Protocol | None) -> None:
        self._cards.show_chosen(protocol)
        for part in (self._above, self._reading):
            part.setVisible(protocol is not None)
        if protocol is not None and protocol is not self._chosen:
            self._detail.show_protocol(protocol)
            if self._chosen is None or protocol.id != self._chosen.id:      # the same, changed, is read on
                self._reading.verticalScrollBar().setValue(0)
        self._chosen = protocol
        self._show_star()

    def _show_star(self) -> None:
        name = self._chosen.id if self._chosen is not None else ""
        self._detail.head.show_favourite(favourite=name in self._favourites)
        self._detail.head.acts.show_own(own=name in self._own)

    def _act_on(self, act: str) -> None:
        """Do this with the protocol that is read; only one's own is written on or taken away."""
        if self._chosen is None or (act in ("edit", "remove") and self._chosen.id not in self._own):
            return
        {"edit": self.write, "copy": self.copy, "export": self.send_out, "remove": self.remove}[act].emit(self._chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped here."""
        if _file_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is brought in."""
        if file := _file_in(event):
            event.acceptProposedAction()
            self.dropped.emit(file)

    def _favour(self) -> None:
        if self._chosen is not None:
            self.favourite.emit(self._chosen.id, self._chosen.id not in self._favourites)

    def _act(self) -> None:
        """Enter does what the ink button says."""
        if self._chosen is not None and can_be_asked(self._chosen) and not self._gathering:
            self._host_now()
        else:
            self._add()

    def _add(self) -> None:
        if self._chosen is not None:
            self.add.emit(self._chosen, self._detail.question())

    def _host_now(self) -> None:
        if self._chosen is not None and can_be_asked(self._chosen):
            self.host_now.emit(self._chosen, self._detail.question())

    def _take_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn what is read."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in pages:
            bar = self._reading.verticalScrollBar()
            bar.setValue(bar.value() + pages[Qt.Key(event.key())] * round(bar.pageStep() * 0.85))
        else:
            super().keyPressEvent(event)


def _file_in(event: QDropEvent) -> str:
    """The path of the one file that hangs on the hand, or ""."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
