"""The first moment: opens the data and shows the home page, then loads everything else behind it.

Nothing may be imported here that the home page does not need: the other pages, asyncio and the protocols take three
times as long as the first picture.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, qVersion
from PySide6.QtWidgets import QApplication

from app.errors import InUse, Trouble
from app.live.clock import Clock, movable_clock, system_clock
from app.settings import read_settings
from app.store.crash import Recorder
from app.store.recovery import open_or_recover
from app.store.store import Store
from app.words import Text, Words, say
from ui.faults import Faults, NotForEver, ended_hard
from ui.hall import Hall, open_hall
from ui.type import load_fonts

log = logging.getLogger(__name__)
CLOCK_FILE = "CONVENER_CLOCK"
"""Names a file whose number of milliseconds is added to the time: for rehearsing and for tests."""
PATIENCE = 30.0
"""Seconds in which a second start waits for the first to show its window, or for a command to let go of the data."""
UNSEEN = 500
"""Milliseconds after which the rest is loaded although no picture was asked for: the window may be covered."""


def run(data: Path, argv: list[str]) -> int:
    """Open the console on the data in `data` and run until it is closed; where it is open already, bring it forward.

    Raises Trouble, and InUse when whoever holds the data shows no window.
    """
    opened = open_or_bring_forward(data)
    if opened is None:
        sys.stdout.write(Words()(say("Convener is already open with the data in {folder}; its window was asked to "
                                     "come to the front.", folder=str(data))) + "\n")
        return 0
    store, recovered = opened
    recorder = Recorder(data, f", Qt {qVersion()}")
    faults = Faults(recorder)
    try:
        _write_log(data)
        faults.install()
        crashed = recorder.watch()
        application = QApplication(argv)
        load_fonts()
        clock = the_clock()
        hall = _first_picture(application, store, data, clock)
        if hall is None or hall.console.isVisible():
            from ui.main import live  # behind the first picture

            live(application, store, data, clock=clock, faults=faults, hall=hall,
                 told=recovered or (ended_hard(crashed) if crashed is not None else None))
        return 0
    except Exception:
        log.critical("not expected, and the end", exc_info=True)
        raise
    finally:
        store.close()
        recorder.close()
        faults.uninstall()


def open_or_bring_forward(data: Path, patience: float = PATIENCE) -> tuple[Store, Text | None] | None:
    """The data; None when the console that holds them was brought forward. Raises Trouble, InUse.

    Whoever holds them may be about to open its window, or to close it: it is tried for `patience` seconds.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return open_or_recover(data, datetime.now(UTC))
        except InUse:
            from ui.forward import knock  # QtNetwork is not for every start

            if knock(data):
                return None
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def the_clock() -> Clock:
    """The system's, or one that a file moves."""
    file = os.environ.get(CLOCK_FILE)
    return movable_clock(Path(file)) if file else system_clock()


def _first_picture(application: QApplication, store: Store, data: Path, clock: Clock) -> Hall | None:
    """The home page, on the screen; None where something else comes first: a first day, a session that goes on."""
    if store.is_new or store.live_session() is not None:
        return None
    try:
        settings = read_settings(data)
    except Trouble:     # told when all stands
        return None
    hall = open_hall(application, settings, Words(settings.language))
    hall.gatherings.show_place(str(store.folder))
    hall.gatherings.show_plans(store.plans(), datetime.fromtimestamp(clock() / 1000))
    hall.console.turn_to("gatherings")
    _Painted(hall.console, application)
    hall.console.open()
    application.exec()
    return hall


class _Painted(QObject):
    """Ends the application's first loop when its window has been painted."""

    def __init__(self, window: QObject, application: QApplication) -> None:
        super().__init__(window)
        self._window, self._application = window, application
        window.installEventFilter(self)
        QTimer.singleShot(UNSEEN, self, self._over)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The painting is over when the loop turns again."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._over)
        return False

    def _over(self) -> None:
        self._application.exit()
        self.deleteLater()


def _write_log(data: Path) -> None:
    """What goes wrong is written to a small file beside the data."""
    handler = RotatingFileHandler(data / "convener.log", maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(NotForEver())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
