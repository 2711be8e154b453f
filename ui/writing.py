"""Opens the writing room on a protocol of the host's own, and keeps what was written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from app.groups.forms import Form
from app.library.own import free_name
from app.library.protocol import Family, Protocol, Step
from app.words import say
from ui.console import Console
from ui.rooms import Room
from ui.shelving import Shelving

if TYPE_CHECKING:
    from ui.pages.library import LibraryPage
    from ui.pages.writing import WritingPage

EMPTY = Protocol(title="", family=Family.POSSIBILITY, purpose="", steps=(
    Step(title="", family=Family.POSSIBILITY, form=Form.THREES, minutes=12),))


class Writing(QObject):
    """What is written stays in the room until it is kept or another is written on."""

    def __init__(self, *, shelving: Shelving, library: Room[LibraryPage], room: Room[WritingPage],
                 console: Console) -> None:
        super().__init__(console)
        self._shelving, self._room, self._console = shelving, room, console
        library.when_built(self._greet_library)
        room.when_built(self._greet)
        console.turned.connect(self._turned)

    def _greet_library(self, page: LibraryPage) -> None:
        page.write.connect(self._open)
        page.new.connect(lambda: self._open(EMPTY))

    def _greet(self, page: WritingPage) -> None:
        page.show_protocol(EMPTY)
        page.keep.connect(self._keep)
        page.left.connect(lambda: self._console.turn_to("library"))

    def _open(self, protocol: Protocol) -> None:
        """Another is written on only when nothing waits to be kept."""
        page = self._room()
        waiting = page.written()
        if waiting is None or waiting.id == protocol.id:
            if waiting is None:
                page.show_protocol(protocol)
            self._console.turn_to("writing")
        else:
            self._ask(waiting, protocol)

    def _ask(self, waiting: Protocol, wanted: Protocol) -> None:
        def leave() -> None:
            self._room().show_protocol(wanted)
            self._console.turn_to("writing")

        self._console.tell(say("“{title}” is not kept yet.", title=waiting.title), (
            (say("Go on writing it"), lambda: self._console.turn_to("writing")), (say("Let it go"), leave)))

    def _keep(self, protocol: Protocol) -> None:
        named = protocol if protocol.id else msgspec.structs.replace(
            protocol, id=free_name(protocol.title, self._shelving.taken()))
        if self._shelving.keep(named):
            self._room().show_protocol(named)
            self._console.turn_to("library")

    def _turned(self, name: str) -> None:
        page = self._room.page
        waiting = page.written() if page is not None and self._console.page == "writing" else None
        if name != "writing" and waiting is not None:
            self._console.tell(say("“{title}” is not kept yet.", title=waiting.title), (
                (say("Go on writing it"), lambda: self._console.turn_to("writing")),))
