"""The console offscreen with a host in front of it whose disk goes bad: `python -m tests.ui.bad_disk SCENE FOLDER`.

The real program runs, from `ui.start.run`; a timer is the host. Each line it prints is what the program claimed or what
could be seen at that moment, as JSON; it exits 0 when the program closed by itself.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.errors import Trouble
from app.store.backup import FOLDER as BACKUPS
from app.store.second_copy import FOLDER as COPIES
from ui.console import Console
from ui.pages.host import HostPage
from ui.panels.note_field import NoteField
from ui.start import run
from ui.widgets.banner import Banner

Scene = Iterator[Callable[[], bool]]
"""What a host does; each thing it yields is waited for."""
LONG = "word " * 400


class Host:
    """Hands and eyes before the console."""

    def __init__(self, console: Console, folder: Path) -> None:
        self._console, self.folder = console, folder
        page, banner = console.findChild(HostPage), console.findChild(Banner)
        assert isinstance(page, HostPage) and isinstance(banner, Banner)
        self._page, self._banner = page, banner
        field = page.findChild(NoteField)
        assert isinstance(field, NoteField)
        self.field = field

    def told(self) -> str:
        """The sentence above the page, or ""."""
        return self._banner.text() if self._banner.isVisible() else ""

    def hush(self) -> None:
        """Press its *All right*."""
        self._console.hush()

    def write(self, text: str) -> None:
        """Type a note; it is not kept yet."""
        self._page.wake()
        self.field.setPlainText(text)

    def enter(self) -> bool:
        """Press Enter. Whether the program let the words go, which is its way to say that they are kept."""
        text = self.field.text()
        QTest.keyClick(self.field, Qt.Key.Key_Return)
        kept = self.field.text() == ""
        assert kept or self.field.text() == text
        say(kept=text[:20]) if kept else say(refused=text[:20], told=self.told())
        return kept

    def keep(self, text: str) -> None:
        """Type a note and press Enter."""
        self.write(text)
        self.enter()

    def run(self, action: str) -> None:
        """Press the key of an action."""
        self._page.run(action)

    def finish(self) -> None:
        """End the session, and mean it."""
        self._page.run("finish")
        next(b for b in self._page.findChildren(QAbstractButton) if b.text() == "End it" and b.isVisible()).click()

    def close(self) -> None:
        """Close the window."""
        self._console.close()


def say(**what: object) -> None:
    """One line of what happened."""
    os.write(1, json.dumps(what).encode() + b"\n")


def insistent(host: Host) -> Scene:
    """Ten notes, each entered up to five times, and a move between; then the window is closed."""
    for number in range(10):
        host.write(f"note {number} ")
        for _ in range(5):
            if host.enter():
                break
            host.hush()
            yield lambda: True
        host.write("")
        host.run("next" if number % 2 else "hold")
        yield lambda: True
    say(over=True)
    host.close()


def full(host: Host) -> Scene:
    """The disk fills, a note is refused, room is made, and the same Enter keeps it."""
    wal = host.folder / "convener.db-wal"
    host.keep("before ")
    yield lambda: any((host.folder / BACKUPS).glob("*.db"))
    free = _fill(host.folder, wal.stat().st_size)
    for number in range(20):
        host.write(f"{number} of the flood {LONG}")
        if not host.enter():
            break
    yield lambda: bool(host.told())
    host.hush()
    host.run("next")
    say(next=host.told())
    free()
    yield lambda: host.enter() or True
    host.finish()
    say(over=True, told=host.told())
    yield lambda: True
    host.close()


def in_the_way(host: Host) -> Scene:
    """One place after another cannot be written, and can be again; no note is refused. Each is told in its turn."""
    folder, beside = host.folder, f".{os.getpid()}.new"
    host.keep("first ")
    yield lambda: any((folder / COPIES).glob("*")) and any((folder / BACKUPS).glob("*.db"))
    ways: tuple[tuple[str, Callable[[], None]], ...] = (
        (f"draft.json{beside}", lambda: host.write("half a note")),
        (f"settings.json{beside}", lambda: host.run("swap")),
        (COPIES, lambda: host.keep(f"{COPIES} ")),
        (BACKUPS, host.finish))
    for name, act in ways:
        place, away = folder / name, folder / "away"
        if place.exists():
            place.rename(away)
            place.write_text("in the way")
        else:
            place.mkdir()
        host.hush()
        act()
        yield lambda: bool(host.told())
        say(place=name.removesuffix(beside), told=host.told())
        if away.exists():
            place.unlink()
            away.rename(place)
        else:
            place.rmdir()
    say(over=True)
    host.close()


def _fill(folder: Path, size: int) -> Callable[[], None]:
    """No more room: fill the disk where it is a small one of its own, else let no file grow beyond `size` bytes."""
    if not os.path.ismount(folder):
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    return filler.unlink


SCENES = {scene.__name__: scene for scene in (insistent, full, in_the_way)}


def _play(scene: Callable[[Host], Scene], folder: Path) -> None:
    """Once the console stands, let the host act, a step every few milliseconds."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    console = next((w for w in application.topLevelWidgets() if isinstance(w, Console) and w.isVisible()), None)
    if console is None:
        QTimer.singleShot(20, lambda: _play(scene, folder))
        return
    acts, waiting = scene(Host(console, folder)), [lambda: True]

    def go_on() -> None:
        if waiting[0]():
            following = next(acts, None)
            if following is None:
                return
            waiting[0] = following
        QTimer.singleShot(5, console, go_on)

    go_on()


def _when_there_is_an_application(act: Callable[[], None]) -> None:
    soon = Event()
    while not isinstance(application := QApplication.instance(), QApplication):
        soon.wait(0.02)
    QTimer.singleShot(0, application, act)


def main(name: str, folder: Path) -> int:
    """Open the console on `folder`, whose session goes on, and play the scene. What the world does to it is told."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    Thread(target=lambda: _when_there_is_an_application(lambda: _play(SCENES[name], folder)), daemon=True).start()
    try:
        return run(folder, ["convener"])
    except Trouble as trouble:
        say(trouble=str(trouble))
        return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[2])))
