"""Keeps the shelf as the disk has it, and does with a host's own protocols what the library asks for.

A file that changes, whoever changed it, is on the shelf a moment later: the folder is watched, and each file in it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from app.errors import NotKept
from app.library.bundled import Shelf
from app.library.faults import Unreadable
from app.library.own import REMOVED, OwnProtocols, copy_named, free_name, send_out
from app.library.protocol import Protocol
from app.library.reader import read_protocol
from app.library.remembered import NAME, load_remembered
from app.library.rules import LONGEST_TITLE
from app.paths import protocols_folder
from app.words import Words, say
from ui.asking_protocol import ask_for_toml, ask_where_toml
from ui.console import Console
from ui.rooms import Room

if TYPE_CHECKING:
    from ui.pages.library import LibraryPage

SETTLED = 200
"""Milliseconds without another change after which the folder is read: an editor replaces a file in several steps."""


class Shelving(QObject):
    """`renewed` is called with each new shelf. `data` is the folder that holds the folder of own protocols."""

    def __init__(self, *, data: Path, shelf: Shelf, room: Room[LibraryPage], console: Console, words: Words,
                 renewed: Callable[[Shelf], None]) -> None:
        super().__init__(console)
        self._data, self._shelf, self._room, self._console = data, shelf, room, console
        self._words, self._renewed = words, renewed
        self.own = OwnProtocols(data / "protocols")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self.read_again)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._settle.start())
        self._watcher.fileChanged.connect(lambda _path: self._settle.start())
        self._watch()
        self._settle.start()     # what has changed since the shelf was read
        room.when_built(self._greet)

    def stop(self) -> None:
        """Nothing is watched any more."""
        self._settle.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)

    def read_again(self) -> None:
        """Read what has changed, and show the shelf if it is another one."""
        self._watch()
        shelf = load_remembered((protocols_folder(), *([self.own.folder] if self.own.folder.is_dir() else [])),
                                self._data / NAME)
        if shelf != self._shelf:
            self._shelf = shelf
            self._renewed(shelf)
            if self._room.page is not None:
                self._room.page.show_own(self.own.names())
                self._room.page.show_shelf(shelf)

    def taken(self) -> frozenset[str]:
        """Every name that a protocol has."""
        return self.own.names() | {protocol.id for protocol in self._shelf.protocols}

    def protocols(self) -> tuple[Protocol, ...]:
        """What stands on the shelf."""
        return self._shelf.protocols

    def _watch(self) -> None:
        """The folder, the files in it, and what the folder will lie in. A file that was replaced is a new one."""
        folder = self.own.folder
        wanted = {str(folder), *(str(self.own.path(name)) for name in self.own.names())} if folder.is_dir() \
            else {str(self._data)}
        known = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(known - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(path for path in wanted - known if Path(path).exists()):
            self._watcher.addPaths(new)

    def _greet(self, page: LibraryPage) -> None:
        page.show_own(self.own.names())
        page.copy.connect(self._copy)
        page.remove.connect(self._remove)
        page.bring_in.connect(lambda: ask_for_toml(self._console, self._words, self.bring_in))
        page.dropped.connect(lambda file: self.bring_in(Path(file)))
        page.send_out.connect(self._send_out)

    def keep(self, protocol: Protocol) -> bool:
        """Keep an own protocol; False and a sentence where it could not be."""
        try:
            laid_aside = self.own.keep(protocol)
        except (Unreadable, NotKept) as trouble:
            self._console.tell(trouble.text)
            return False
        if laid_aside:
            self._console.tell(say("“{title}” is in a new file. The old one, with its remarks, lies in “{folder}”.",
                                   title=protocol.title, folder=REMOVED))
        self._show(protocol)
        return True

    def _show(self, protocol: Protocol) -> None:
        self.read_again()
        self._room().show_chosen(protocol.id)

    def _copy(self, protocol: Protocol) -> None:
        title = self._words(say("{title}, my own", title=protocol.title))
        copied = copy_named(protocol, title[:LONGEST_TITLE].strip(), self.taken())
        if self.keep(copied):
            self._room().write.emit(copied)

    def _remove(self, protocol: Protocol) -> None:
        try:
            self.own.remove(protocol.id)
        except NotKept as trouble:
            self._console.tell(trouble.text)
            return
        self.read_again()
        self._console.tell(say("“{title}” is removed.", title=protocol.title),
                           ((say("Bring it back"), lambda: self._restore(protocol)),))

    def _restore(self, protocol: Protocol) -> None:
        try:
            self.own.restore(protocol.id)
        except NotKept as trouble:
            self._console.tell(trouble.text)
        else:
            self._show(protocol)

    def bring_in(self, file: Path) -> None:
        """Take a file in. A wrong one gets its lines; one whose name is taken is asked about."""
        try:
            protocol = read_protocol(file)
        except Unreadable as trouble:
            more = len(trouble.faults) - 1
            self._console.tell(trouble.text if not more else
                               say("{line} And {n} more; mend it and bring it in again.", line=trouble.text, n=more))
            return
        taken = self.taken()
        if protocol.id not in taken:
            self._take(file, protocol.id)
            return
        answers = [(say("Keep both"), lambda: self._take(file, free_name(protocol.id, taken)))]
        if protocol.id in self.own.names():
            answers.append((say("Replace mine"), lambda: self._take(file, protocol.id)))
        self._console.tell(say("There is a “{name}” in the library already.", name=protocol.id), tuple(answers))

    def _take(self, file: Path, name: str) -> None:
        try:
            self._show(self.own.bring_in(file, name))
        except (Unreadable, NotKept) as trouble:
            self._console.tell(trouble.text)

    def _send_out(self, protocol: Protocol) -> None:
        own = self.own.path(protocol.id)
        source = own if protocol.id in self.own.names() else protocols_folder() / own.name
        ask_where_toml(self._console, self._words, protocol.id, lambda to: self._send(protocol, source, to))

    def _send(self, protocol: Protocol, source: Path, to: Path) -> None:
        try:
            send_out(protocol, source, to)
        except NotKept as trouble:
            self._console.tell(trouble.text)
        else:
            self._console.tell(say("“{title}” is in {file}.", title=protocol.title, file=str(to)))
