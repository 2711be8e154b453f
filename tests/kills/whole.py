"""The whole program, offscreen, under hands on its page: keys as a host presses them, notes typed letter by letter."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import ui.main
from app.live.session import Session
from tests.kills.lean import LONG_ENOUGH, say_kept
from tests.kills.mother import Say
from ui.ground import Ground
from ui.hall import Hall
from ui.main import House
from ui.projector.view import WallView
from ui.start import run

EVERY = 4
"""Milliseconds between two keys."""
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


class Host(QObject):
    """Sits in front of the console, presses anything, and says what the program has told it was kept."""

    def __init__(self, house: House, ground: Ground, seed: int, say: Say) -> None:
        super().__init__(house.console)
        self._house, self._say, self._dice = house, say, random.Random(seed)
        self._gathering = ground.store.gatherings()[-1]
        self._letters = ""
        self._notes = 0
        if house.hosting.running is None:
            self._begin()
        else:
            house.hosting.running.listen(self._changed)
        self._say_up()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._press)
        self._timer.start(EVERY)

    def _say_up(self) -> None:
        """How the session was found: the console's, and the wall's."""
        engine = self._house.hosting.running
        assert engine is not None
        state = engine.session
        view = self._house.wall.window.findChild(WallView)
        assert isinstance(view, WallView)
        ring = view.audience.ring
        self._say({"up": self._house.hosting.session_id, "events": len(engine.log), "step": state.step_id,
                   "beat": state.beat.value, "countdown": repr(state.countdown),
                   "ring": ring.deadline if ring is not None else None, "draft": self._house.host_page.draft()})

    def _begin(self) -> None:
        hosting = self._house.hosting
        if hosting.running is not None:
            hosting.running.finish()
        engine = hosting.begin(self._gathering)
        engine.listen(self._changed)
        for event in engine.log:
            say_kept(self._say, hosting.session_id, event)
        self._house.console.turn_to("host")

    def _changed(self, _new: Session, _old: Session) -> None:
        engine = self._house.hosting.running
        if engine is not None:
            say_kept(self._say, self._house.hosting.session_id, engine.log[-1])

    def _press(self) -> None:
        page, engine, dice = self._house.host_page, self._house.hosting.running, self._dice
        if engine is None or len(engine.log) > LONG_ENOUGH:
            self._begin()
            return
        field = QApplication.focusWidget() or page
        if self._letters:
            letter, self._letters = self._letters[0], self._letters[1:]
            QTest.keyClick(field, KEY.Key_Return) if letter == "\n" else QTest.keyClicks(field, letter)
        elif dice.random() < 0.4:
            self._notes += 1
            page.wake()
            self._letters = f"note {self._notes} of {os.getpid()}\n"
        else:
            key, held = dice.choice(((KEY.Key_PageDown, ALT.NoModifier), (KEY.Key_PageDown, ALT.NoModifier),
                                     (KEY.Key_PageUp, ALT.NoModifier), (KEY.Key_F5, ALT.NoModifier),
                                     (KEY.Key_G, ALT), (KEY.Key_O, ALT), (KEY.Key_S, ALT), (KEY.Key_B, ALT)))
            QTest.keyClick(field, key, held)


def live(folder: Path, seed: int, say: Say) -> None:
    """Open the program as `python3 -m app` does, and host."""
    furnish: Callable[[QApplication, Ground, Hall | None], House] = ui.main.furnish

    def furnished(application: QApplication, ground: Ground, hall: Hall | None = None) -> House:
        house = furnish(application, ground, hall)
        QTimer.singleShot(0, house.console, lambda: Host(house, ground, seed, say))
        return house

    vars(ui.main)["furnish"] = furnished
    run(folder, ["convener"])
