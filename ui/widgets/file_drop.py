"""Files that are dragged from another window onto a widget of ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """`brought` carries the paths of the files that were let go over `target`, a tuple of `Path`."""

    brought = Signal(object)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that lie on this computer, and leave everything else alone."""
        if isinstance(event, QDropEvent):   # to enter and to move are drops too
            paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.brought.emit(paths)
                return True
        return super().eventFilter(watched, event)
