"""A second start brings the first window forward and leaves. The database is the lock that keeps two consoles apart;
this only carries the wish to be seen, between processes of one user, and nothing else can be said through it.
"""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)
FORWARD, HERE = b"come forward\n", b"here\n"
PATIENCE = 20_000
"""Milliseconds after which a visitor who has said nothing is sent away, or one who asked gives up."""


def door_name(folder: Path) -> str:
    """One name for this folder and this user, 25 characters: a socket's whole path may have 107."""
    who = f"{getpass.getuser()}\n{os.path.normcase(folder.resolve())}"
    return "convener-" + hashlib.sha256(who.encode("utf-8", "surrogateescape")).hexdigest()[:16]


class Door(QObject):
    """Listens while the console on `folder` is open. `knocked` when another start wants it to be seen."""

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = door_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)
        QLocalServer.removeServer(name)   # a killed console leaves its socket; who holds the database may take it away
        if not self._server.listen(name):
            log.warning("a second start cannot bring this window forward: %s", self._server.errorString())

    def close(self) -> None:
        """Nobody is let in any more."""
        self._server.close()

    def _let_in(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.setReadBufferSize(len(FORWARD) + 1)
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.readyRead.connect(lambda visitor=visitor: self._hear(visitor))
            enough = QTimer(visitor)
            enough.timeout.connect(lambda visitor=visitor: visitor.abort())
            enough.start(PATIENCE)
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        said = bytes(visitor.peek(len(FORWARD) + 1).data())
        if said == FORWARD:
            visitor.readAll()
            self.knocked.emit()
            visitor.write(HERE)
            visitor.disconnectFromServer()
        elif not FORWARD.startswith(said):
            visitor.abort()


def knock(folder: Path) -> bool:
    """Ask the console that is open on `folder` to come forward; whether it said that it did. Waits, needs no loop."""
    visitor = QLocalSocket()
    visitor.connectToServer(door_name(folder))
    if not visitor.waitForConnected(PATIENCE):
        return False
    visitor.write(FORWARD)
    visitor.flush()
    while visitor.bytesAvailable() < len(HERE):
        if not visitor.waitForReadyRead(PATIENCE):
            break
    return bytes(visitor.readAll().data()) == HERE
