"""Convener says that it is there while a session runs, and tells of its absence once, after a start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.library.protocol import Beat
from app.live.away import Away
from app.live.clock import MINUTE, Running, left
from app.live.engine import Engine
from app.store.presence import NAME, read_presence
from app.store.store import Store
from tests.plans import staff_meeting
from ui.attending import EVERY
from ui.gallery import StillClock
from ui.ground import Ground, lay_ground, renewed
from ui.main import House, furnish
from ui.panels.away_card import AwayCard
from ui.type import load_fonts

pytestmark = pytest.mark.slow


class Laptop:
    """The program on one folder: it is started, dies, and is started again."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application, self.folder, self.clock = application, folder, StillClock()
        self.store: Store | None = None
        self.start()

    def start(self) -> None:
        """A fresh start of the program."""
        self.store = Store.open(self.folder)
        self.furnish(lay_ground(self.store, self.folder, clock=self.clock))

    def furnish(self, ground: Ground) -> None:
        """Its windows."""
        self.ground = ground
        self.house: House = furnish(self._application, ground)
        self.house.console.show()

    def die(self, *, minutes: float) -> None:
        """Nothing is said any more; started again so much later."""
        saved = (self.folder / NAME).read_bytes() if (self.folder / NAME).exists() else None
        self.close()
        if saved is not None:
            (self.folder / NAME).write_bytes(saved)   # what closing in order would have written last
        self.clock.forward(minutes)
        self.start()

    def close(self) -> None:
        """The window is closed."""
        self.house.close()
        assert self.store is not None
        self.store.close()

    def wait(self, minutes: float) -> None:
        """The program lives for so long; its timer, which a still clock does not move, comes once at the end."""
        self.clock.forward(minutes)
        self.house.attending.write()

    def engine(self) -> Engine:
        """The session that runs."""
        engine = self.house.hosting.running
        assert engine is not None
        return engine

    def card(self) -> Away | None:
        """What the card tells of; None when there is none."""
        return self.house.console.findChildren(AwayCard)[0].away


@pytest.fixture
def laptop(qapp: QApplication, tmp_path: Path) -> Iterator[Laptop]:
    """A laptop with a new data folder."""
    load_fonts()
    laptop = Laptop(qapp, tmp_path)
    yield laptop
    laptop.close()


def to_a_round(laptop: Laptop) -> None:
    """Host the staff meeting up to the round of threes, and let it run for four minutes."""
    engine = laptop.house.hosting.begin(staff_meeting())
    while (engine.session.step_id, engine.session.beat) != ("busy", Beat.ROUND):
        engine.next()
    laptop.wait(4)


def test_a_crash_in_a_round_is_told_with_what_the_clock_lost(laptop: Laptop) -> None:
    to_a_round(laptop)
    since, before = laptop.clock(), left(laptop.engine().session.countdown, laptop.clock())
    laptop.die(minutes=5)
    assert laptop.card() == Away(since=since, until=laptop.clock(), lost=5 * MINUTE)
    assert laptop.house.console.page == "host"
    laptop.house.host_page.run("give back")
    assert left(laptop.engine().session.countdown, laptop.clock()) == before
    assert laptop.card() is None


def test_a_start_without_a_session_tells_nothing_and_writes_nothing(laptop: Laptop) -> None:
    laptop.die(minutes=5)
    assert laptop.card() is None
    assert not (laptop.folder / NAME).exists()
    assert not [timer for timer in laptop.house.attending.findChildren(QTimer) if timer.isActive()]


def test_new_windows_after_a_choice_are_no_absence(laptop: Laptop) -> None:
    to_a_round(laptop)
    laptop.house.close()
    laptop.furnish(renewed(laptop.ground))
    assert isinstance(laptop.engine().session.countdown, Running)
    assert laptop.card() is None


def test_a_console_closed_in_mid_round_was_away_too(laptop: Laptop) -> None:
    to_a_round(laptop)
    laptop.clock.forward(1)
    since = laptop.clock()
    laptop.close()
    laptop.clock.forward(2)
    laptop.start()
    assert laptop.card() == Away(since=since, until=laptop.clock(), lost=2 * MINUTE)


def test_a_session_that_was_finished_is_not_told_of(laptop: Laptop) -> None:
    to_a_round(laptop)
    laptop.engine().finish()
    assert not [timer for timer in laptop.house.attending.findChildren(QTimer) if timer.isActive()]
    laptop.die(minutes=5)
    assert laptop.card() is None


@pytest.mark.slow
def test_killed_again_before_the_host_has_answered_both_are_told(laptop: Laptop) -> None:
    to_a_round(laptop)
    since = laptop.clock()
    laptop.die(minutes=3)
    laptop.wait(1)
    laptop.die(minutes=2)
    assert laptop.card() == Away(since=since, until=laptop.clock(), lost=5 * MINUTE)


@pytest.mark.slow
def test_what_was_answered_is_not_told_again(laptop: Laptop) -> None:
    to_a_round(laptop)
    laptop.die(minutes=3)
    laptop.house.host_page.run("go on")
    laptop.wait(1)
    laptop.die(minutes=2)
    assert laptop.card() == Away(since=laptop.clock() - 2 * MINUTE, until=laptop.clock(), lost=2 * MINUTE)


@pytest.mark.slow
def test_minutes_given_back_in_the_last_moment_are_not_offered_twice(laptop: Laptop) -> None:
    to_a_round(laptop)
    laptop.die(minutes=3)
    laptop.house.host_page.run("give back")   # and it dies before it has said that this was answered
    laptop.die(minutes=2)
    told = laptop.card()
    assert told is not None and told.lost == 2 * MINUTE


def test_while_a_session_runs_it_says_so_by_itself(laptop: Laptop, qapp: QApplication) -> None:
    to_a_round(laptop)
    timer, = laptop.house.attending.findChildren(QTimer)
    assert timer.isActive() and timer.interval() == EVERY
    laptop.clock.forward(1)
    timer.timeout.emit()
    assert read_presence(laptop.folder, laptop.house.hosting.session_id).at == laptop.clock()


def test_a_record_that_cannot_be_written_stops_nothing(laptop: Laptop) -> None:
    to_a_round(laptop)
    (laptop.folder / NAME).unlink()
    (laptop.folder / NAME).mkdir()
    laptop.wait(1)
    assert laptop.engine().next()
    (laptop.folder / NAME).rmdir()
