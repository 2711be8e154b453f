"""Opens the writing room on a protocol of the host's own, keeps what was written there, and does not lose what was not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from app.groups.forms import Form
from app.library.own import free_name
from app.library.protocol import Family, Protocol, Step
from app.store.draft import read_protocol_draft, write_protocol_draft
from app.words import Text, say
from ui.console import Console
from ui.rooms import Room
from ui.safe_soon import SafeSoon
from ui.shelving import Shelving

if TYPE_CHECKING:
    from ui.pages.library import LibraryPage
    from ui.pages.writing import WritingPage

EMPTY = Protocol(title="", family=Family.POSSIBILITY, purpose="", steps=(
    Step(title="", family=Family.POSSIBILITY, form=Form.THREES, minutes=12),))


class Writing(QObject):
    """What is written stays in the room until it is kept or let go, and in a file in `folder` for the next start."""

    def __init__(self, *, folder: Path, shelving: Shelving, library: Room[LibraryPage], room: Room[WritingPage],
                 console: Console) -> None:
        super().__init__(console)
        self._shelving, self._room, self._console = shelving, room, console
        self._unkept = read_protocol_draft(folder, shelving.protocols())
        self._told = self._unkept is None
        self._safe = SafeSoon(write=lambda: write_protocol_draft(folder, self._unkept), parent=self,
                              matter=console.about("writing"), unsafe=lambda why: say(
                                  "What you are writing is not safe until you keep it: {why}", why=why))
        library.when_built(self._greet_library)
        room.when_built(self._greet)
        console.turned.connect(self._turned)
        console.closed.connect(self._safe.close)

    def _greet_library(self, page: LibraryPage) -> None:
        page.write.connect(self._open)
        page.new.connect(lambda: self._open(EMPTY))

    def _greet(self, page: WritingPage) -> None:
        unkept = self._unkept
        page.show_protocol(EMPTY if unkept is None else next(
            (kept for kept in self._shelving.protocols() if kept.id == unkept.id), EMPTY))
        if unkept is not None:
            page.show_written(unkept)
        page.typed.connect(self._type)
        page.keep.connect(self._keep)
        page.left.connect(lambda: self._console.turn_to("library"))

    def _type(self, unkept: Protocol | None) -> None:
        self._unkept = unkept
        if unkept is None:
            self._safe.put_down()
        else:
            self._safe.soon()

    def _show(self, protocol: Protocol) -> None:
        """Write on this one; nothing is unkept any more."""
        self._room().show_protocol(protocol)
        self._type(None)

    def _open(self, protocol: Protocol) -> None:
        """Another is written on only when nothing waits to be kept."""
        if self._unkept is None:
            self._show(protocol)
            self._console.turn_to("writing")
        elif self._unkept.id == protocol.id:
            self._console.turn_to("writing")
        else:
            self._ask(_not_kept(self._unkept), protocol)

    def _ask(self, text: Text, wanted: Protocol | None = None) -> None:
        """Go on with what is not kept, or let it go: for `wanted`, or for nothing."""
        def leave() -> None:
            self._show(wanted or EMPTY)
            if wanted is not None:
                self._console.turn_to("writing")

        self._console.tell(text, ((say("Go on writing it"), lambda: self._console.turn_to("writing")),
                                  (say("Let it go"), leave)))

    def _keep(self, protocol: Protocol) -> None:
        named = protocol if protocol.id else msgspec.structs.replace(
            protocol, id=free_name(protocol.title, self._shelving.taken()))
        if self._shelving.keep(named):
            self._show(named)
            self._console.turn_to("library")

    def _turned(self, name: str) -> None:
        if self._unkept is None:
            return
        if name == "library" and not self._told:
            self._ask(_still_here(self._unkept))
        elif name != "writing" and self._console.page == "writing":
            self._console.tell(_not_kept(self._unkept), (
                (say("Go on writing it"), lambda: self._console.turn_to("writing")),))
        self._told = self._told or name in ("library", "writing")


def _not_kept(protocol: Protocol) -> Text:
    if not protocol.title:
        return say("Your new protocol is not kept yet.")
    return say("“{title}” is not kept yet.", title=protocol.title)


def _still_here(protocol: Protocol) -> Text:
    if not protocol.title:
        return say("Your new protocol is here as you left it. It is not kept yet.")
    return say("“{title}” is here as you left it. It is not kept yet.", title=protocol.title)
