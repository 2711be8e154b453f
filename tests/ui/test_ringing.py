"""The bell of a whole console: it rings by itself for a host who sits in a three, and one key silences it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.protocol import Beat
from app.live.bell import Bell
from app.live.clock import MINUTE, Clock, system_clock
from app.live.engine import Engine
from app.paths import project_root
from app.settings import read_settings
from app.store.store import Store
from tests.plans import staff_meeting
from tests.ui.pages.at_the_desk import named, press
from ui.gallery import StillClock
from ui.ground import Ground, lay_ground, renewed
from ui.main import House, furnish
from ui.panels.script import ScriptPanel
from ui.ringing import HOP
from ui.sound import Heard, Output, found, remembered_output
from ui.type import load_fonts
from ui.widgets.banner import Banner
from ui.widgets.choice import Choice
from ui.widgets.labels import Paragraph
from ui.widgets.segment import Segment

pytestmark = pytest.mark.slow
OWN_BELL = "The bell is silent: ring one of your own."


@dataclass(slots=True)
class Counted:
    """A bell that nobody hears and that writes down what it rang."""

    rung: list[tuple[Bell, int]] = field(default_factory=list)
    muted: bool = False
    there: bool = True
    plugged: list[Output] = field(default_factory=list)

    def ring(self, bell: Bell, volume: int, output: str = "") -> Heard:
        """Write it down."""
        self.rung.append((bell, volume))
        known = remembered_output(output)
        gone = known is not None and found(known, self.plugged) is None
        return Heard.NOWHERE if not self.there else Heard.ELSEWHERE if gone else Heard.THERE

    def outputs(self) -> tuple[Output, ...]:
        """What is plugged in."""
        return tuple(self.plugged)


class Tower:
    """The program on one folder, with a bell that is counted."""

    def __init__(self, application: QApplication, folder: Path, clock: Clock) -> None:
        load_fonts()
        self._application, self.folder, self.clock, self.bell = application, folder, clock, Counted()
        self.start()

    def start(self) -> None:
        """A start of the program."""
        self.store = Store.open(self.folder)
        self.furnish(lay_ground(self.store, self.folder, clock=self.clock, sound=self.bell))

    def furnish(self, ground: Ground) -> None:
        """Its windows."""
        self.ground = ground
        self.house: House = furnish(self._application, ground)
        self.house.console.show()

    def close(self) -> None:
        """The console closes."""
        self.house.close()
        self.store.close()

    def engine(self) -> Engine:
        """The session that runs."""
        engine = self.house.hosting.running
        assert engine is not None
        return engine

    def to_a_round(self) -> None:
        """Host the staff meeting up to the round of threes."""
        engine = self.house.hosting.begin(staff_meeting())
        while (engine.session.step_id, engine.session.beat) != ("busy", Beat.ROUND):
            engine.next()

    def later(self, minutes: float) -> None:
        """Time passes; the timer, which a still clock does not move, comes at the end."""
        assert isinstance(self.clock, StillClock)
        self.clock.forward(minutes)
        self.house.ringing.look()

    def total(self) -> float:
        """Minutes of the round."""
        return self.engine().session.countdown.total / MINUTE

    def bells(self) -> list[Bell]:
        """What was rung."""
        return [bell for bell, _ in self.bell.rung]


def said(tower: Tower) -> tuple[str, ...]:
    """What the page gives the host to say."""
    return tower.house.host_page.findChildren(ScriptPanel)[0].lines()


@pytest.fixture
def tower(qapp: QApplication, tmp_path: Path) -> Iterator[Tower]:
    """A console with a bell."""
    tower = Tower(qapp, tmp_path, StillClock())
    yield tower
    tower.close()


def test_by_itself_it_rings_in_the_last_minute_and_at_the_end(tower: Tower) -> None:
    tower.to_a_round()
    assert tower.bells() == [], "the host's own voice begins"
    tower.later(tower.total() - 1)
    assert tower.bells() == [Bell.LAST_MINUTE]
    tower.later(1)
    tower.later(0.1)
    assert tower.bell.rung == [(Bell.LAST_MINUTE, 7), (Bell.CLOSE, 7)]


def test_new_windows_ring_nothing_again_and_miss_nothing(tower: Tower) -> None:
    tower.to_a_round()
    total = tower.total()
    tower.later(total - 1)
    tower.house.close()
    tower.furnish(renewed(tower.ground))
    tower.house.ringing.look()
    assert tower.bells() == [Bell.LAST_MINUTE]
    tower.later(1)
    assert tower.bells() == [Bell.LAST_MINUTE, Bell.CLOSE]


def test_a_start_after_a_crash_is_silent_about_what_passed(tower: Tower) -> None:
    tower.to_a_round()
    total = tower.total()
    tower.close()
    assert isinstance(tower.clock, StillClock)
    tower.clock.forward(total - 0.5)
    tower.start()
    tower.house.ringing.look()
    assert tower.bells() == []
    tower.later(0.5)
    assert tower.bells() == [Bell.CLOSE]


def test_one_key_silences_it_until_the_session_ends(tower: Tower) -> None:
    tower.to_a_round()
    tower.house.host_page.run("mute")
    tower.later(tower.total() - 1)
    tower.house.close()
    tower.furnish(renewed(tower.ground))
    tower.later(1.5)
    assert tower.bells() == [] and tower.bell.muted
    tower.house.host_page.look()
    assert OWN_BELL in said(tower)
    tower.house.host_page.run("mute")
    assert OWN_BELL not in said(tower)
    tower.house.host_page.run("mute")
    tower.engine().finish()
    assert not tower.bell.muted
    tower.to_a_round()
    tower.house.host_page.run("mute")
    tower.house.host_page.run("mute")
    tower.later(1)
    tower.engine().next()
    assert tower.bells() == [Bell.CLOSE]


def test_what_is_chosen_in_the_settings_is_what_rings(tower: Tower) -> None:
    console = tower.house.console
    console.turn_to("settings")
    press(named(console, "Bell when the end comes near", Segment), "Silent")
    press(named(console, "Bell when a round begins", Segment), "Rings")
    press(named(console, "Bell when time is complete", Segment), "Silent")
    press(console, "Louder")
    kept = read_settings(tower.folder)
    assert (kept.bell_begin, kept.bell_last_minute, kept.bell_close) == (True, False, False)
    assert kept.bell_volume == 8
    tower.to_a_round()
    tower.later(tower.total() + 1)
    assert tower.bells() == [Bell.BEGIN]


def test_the_bell_can_be_tried_and_a_missing_output_is_told_in_one_sentence(tower: Tower) -> None:
    console = tower.house.console
    console.turn_to("settings")

    def unheard() -> bool:
        return any(line.text().startswith("No sound output was found.") for line in console.findChildren(Paragraph)
                   if line.isVisible())

    press(console, "Ring it")
    assert tower.bells() == [Bell.CLOSE] and not unheard()
    tower.bell.there = False
    press(console, "Ring it")
    assert unheard()
    tower.bell.there = True
    press(console, "Ring it")
    assert not unheard()


ROOM, DESK = Output("usb-7", "The room's speaker"), Output("pci-1", "Built-in audio")


def test_a_chosen_output_is_remembered_and_when_it_is_gone_one_sentence_says_so(tower: Tower) -> None:
    tower.bell.plugged[:] = [DESK, ROOM]
    console = tower.house.console
    console.turn_to("settings")
    QTest.keyClick(named(console, "Where the bell sounds", Choice), Qt.Key.Key_End)
    assert read_settings(tower.folder).sound_output == ROOM.written()
    tower.bell.plugged[:] = [DESK]
    press(console, "Ring it")
    assert any(line.text().startswith("The chosen output is not plugged in")
               for line in console.findChildren(Paragraph) if line.isVisible())
    console.turn_to("gatherings")
    console.turn_to("settings")
    choice = named(console, "Where the bell sounds", Choice)
    assert [choice.itemText(row) for row in range(choice.count())] == [
        "Where the computer's sound goes", "Built-in audio", "The room's speaker, not plugged in"]
    assert choice.currentText() == "The room's speaker, not plugged in"
    tower.to_a_round()
    tower.later(tower.total() - 1)
    assert any(banner.text().startswith("“The room's speaker” is not there") for banner in console.findChildren(Banner))
    console.hush()
    tower.later(1)
    assert tower.bells()[-1] is Bell.CLOSE, "it rings all the same"
    assert not any("is not there" in banner.text() for banner in console.findChildren(Banner)), "it is told once"


def test_an_output_is_found_again_by_its_id_and_on_another_socket_by_its_name() -> None:
    moved, twin = Output("usb-9", ROOM.name), Output("usb-8", ROOM.name)
    assert found(ROOM, (DESK, twin, ROOM)) == ROOM
    assert found(ROOM, (DESK, moved)) == moved
    assert found(ROOM, (DESK,)) is None
    assert remembered_output(ROOM.written()) == ROOM
    assert [remembered_output(line) for line in ("", "usb-7", "\x1f", "a\x1f", "a\x1fb\x1fc")] == [None] * 5


def test_the_timer_is_aimed_and_rests_when_no_bell_is_ahead(tower: Tower) -> None:
    timer, = tower.house.ringing.findChildren(QTimer)
    assert not timer.isActive()
    tower.to_a_round()
    assert timer.isActive() and timer.interval() == HOP
    tower.later(tower.total() - 1 - 0.4 / 60)
    assert timer.interval() == 400
    tower.engine().hold()
    assert not timer.isActive()
    tower.engine().release()
    assert timer.isActive()
    tower.engine().finish()
    assert not timer.isActive()


def test_with_a_clock_that_goes_the_bell_comes_by_itself(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    clock, moved = system_clock(), [0]
    tower = Tower(qapp, tmp_path, lambda: clock() + moved[0])
    tower.to_a_round()
    moved[0] = round((tower.total() - 1) * MINUTE) - 200
    qtbot.waitUntil(lambda: tower.bells() == [Bell.LAST_MINUTE])
    tower.close()


PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication
from app.live.bell import Bell
from ui.sound import Speakers
application = QCoreApplication([])
speakers = Speakers()
assert "PySide6.QtMultimedia" not in sys.modules
if sys.argv[1:] == ["no library"]:
    sys.modules["PySide6.QtMultimedia"] = None
print(speakers.ring(Bell.CLOSE, 7), "PySide6.QtMultimedia" in sys.modules)
"""


@pytest.mark.parametrize("without", ["no output", "no library"])
def test_without_an_output_or_the_library_there_is_silence_and_no_warning(without: str, tmp_path: Path) -> None:
    nowhere = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path / 'nobody'}", "XDG_RUNTIME_DIR": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", PROGRAM, without], cwd=project_root(), env=nowhere,
                         capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr, run.returncode) == ("nowhere True\n", "", 0)
