"""Starts the real program with a window onto its interface: a test may ask what can be seen, and where. It never acts.

Run as `python -m tests.display.program SOCKET ARGUMENTS…`; the arguments are the program's own. What is asked and
answered is one JSON line each over a Unix socket.
"""

from __future__ import annotations

import base64
import json
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QRectF, QSize, QSocketNotifier
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

import ui.start
from app.__main__ import main
from tests.display.letters import words_of
from tests.xcb import AfterAll
from ui.projector.frame import paint_wall
from ui.projector.view import WallView
from ui.theme import PAPER, load_wall_theme


class Window(QObject):
    """Answers what `_ANSWERS` lists to one visitor at a time."""

    def __init__(self, path: Path, application: QApplication) -> None:
        super().__init__(application)
        self._after_all = AfterAll(application)
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen(1)
        self._visitor: socket.socket | None = None
        self._heard: QSocketNotifier | None = None
        self._rest = b""
        self._knocks = QSocketNotifier(self._listening.fileno(), QSocketNotifier.Type.Read, self)
        self._knocks.activated.connect(self._let_in)

    def _let_in(self) -> None:
        self._visitor, _ = self._listening.accept()
        self._heard = QSocketNotifier(self._visitor.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._hear)

    def _hear(self) -> None:
        assert self._visitor is not None and self._heard is not None
        said = self._visitor.recv(4096)
        if not said:
            self._heard.setEnabled(False)
            self._visitor.close()
            return
        *asked, self._rest = (self._rest + said).split(b"\n")
        for question in asked:
            self._after_all(partial(self._answer, question.decode()))

    def _answer(self, question: str) -> None:
        assert self._visitor is not None
        answer = {"clicks": self._after_all.clicks} if question == "clicks" else _ANSWERS[question]()
        self._visitor.sendall(json.dumps(answer).encode() + b"\n")


def look() -> dict[str, object]:
    """Everything that can be seen now."""
    focus = QApplication.focusWidget()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return {
        "windows": [_window(window) for window in windows],
        "things": [_thing(widget, focus) for window in windows for widget in _inside(window)],
        "wall": _wall(),
    }


def letters() -> dict[str, object]:
    """The wall's words with place and size in px, as the paint functions draw them on a display of this size."""
    view = _view()
    if view is None:
        return {"letters": []}
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    size = QSize(view.width(), view.height())
    drawing.setSize(size)
    drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter(drawing)
    paint_wall(painter, QRectF(0, 0, size.width(), size.height()), view.audience, load_wall_theme(PAPER), view._now())
    painter.end()
    return {"letters": [asdict(word) for word in words_of(bytes(buffer.data().data()).decode())]}


def drawn() -> dict[str, object]:
    """What each window should look like without its frame: the console, and the wall as its scenes paint it."""
    answer: dict[str, object] = {}
    console = next((window for window in QApplication.topLevelWidgets() if window.objectName() == "console"), None)
    if console is not None:
        answer["console"] = _png(console.grab().toImage())
    view = _view()
    if view is not None:
        wall = QImage(view.size() * view.devicePixelRatioF(), QImage.Format.Format_RGB32)
        painter = QPainter(wall)
        paint_wall(painter, QRectF(wall.rect()), view.audience, load_wall_theme(PAPER), view._now())
        painter.end()
        answer["wall"] = _png(wall)
    return answer


def cramped() -> dict[str, object]:
    """Words of the console that have less room than they take."""
    from tests.ui.cut import cut, squeezed

    windows = [window for window in QApplication.topLevelWidgets() if window.objectName() == "console"]
    return {"cramped": [fault for window in windows for fault in (*cut(window), *squeezed(window))]}


def _png(image: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return base64.b64encode(bytes(buffer.data().data())).decode("ascii")


_ANSWERS: Mapping[str, Callable[[], dict[str, object]]] = {
    "look": look, "letters": letters, "drawn": drawn, "cramped": cramped}


def _view() -> WallView | None:
    room = next((window for window in QApplication.topLevelWidgets() if window.objectName() == "wall"), None)
    return room.findChild(WallView) if room is not None else None


def _wall() -> dict[str, object]:
    view = _view()
    if view is None:
        return {}
    frame, seen = view.window().geometry(), view.audience
    left = seen.ring.remaining(view._now()) if seen.ring is not None else None
    return {"shown": view.isVisible(), "at": [frame.x(), frame.y(), frame.width(), frame.height()],
            "audience": asdict(seen), "left": left}


def _window(window: QWidget) -> dict[str, object]:
    frame = window.geometry()
    return {"name": window.objectName(), "title": window.windowTitle(), "active": window.isActiveWindow(),
            "framed": window.frameGeometry() != frame,
            "at": [frame.x(), frame.y(), frame.width(), frame.height()]}


def _inside(window: QWidget) -> Iterator[QWidget]:
    yield from (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def _thing(widget: QWidget, focus: QWidget | None) -> dict[str, object]:
    seen = widget.visibleRegion().boundingRect()
    corner = widget.mapToGlobal(seen.topLeft())
    over = QApplication.widgetAt(corner + QPoint(seen.width() // 2, seen.height() // 2)) if not seen.isEmpty() else None
    return {
        "window": widget.window().objectName(), "kind": type(widget).__name__, "name": widget.accessibleName(),
        "text": _text(widget), "at": [corner.x(), corner.y(), seen.width(), seen.height()],
        "enabled": widget.isEnabled(), "focus": widget is focus,
        "checked": isinstance(widget, QAbstractButton) and widget.isChecked(),
        "reached": over is not None and (over is widget or widget.isAncestorOf(over)),
    }


def _text(widget: QWidget) -> str:
    for reads in ("toPlainText", "text"):
        read = getattr(widget, reads, None)
        if callable(read):
            return str(read())
    return ""


def run(arguments: Sequence[str]) -> int:
    """Open the program as `python3 -m app` does, with the window onto it."""
    path = Path(arguments[0])

    class Watched(QApplication):
        """The application, which lets a test look in as soon as it stands."""

        def __init__(self, argv: Sequence[str]) -> None:
            super().__init__(list(argv))
            self.window_onto_it = Window(path, self)

    vars(ui.start)["QApplication"] = Watched
    return main(list(arguments[1:]))


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1:]))
