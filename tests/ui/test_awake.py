"""The machine stays awake exactly while a session runs; where it cannot, that is told once and nothing else breaks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.live.engine import Engine
from app.paths import project_root
from app.store.store import Store
from app.words import Words
from tests.patience import PATIENCE
from tests.plans import staff_meeting
from ui.awake import ASLEEP, Vigil, Wish
from ui.gallery import StillClock
from ui.ground import Ground, lay_ground, renewed
from ui.main import House, furnish
from ui.type import load_fonts
from ui.widgets.banner import Banner

pytestmark = pytest.mark.slow

AWAKE, ASLEEP_AGAIN = "kept awake", "may sleep"


@dataclass(frozen=True, slots=True)
class System:
    """A machine that writes down what it is asked."""

    agrees: bool = True
    asked: Queue[str] = field(default_factory=Queue)

    @contextmanager
    def wish(self) -> Iterator[bool]:
        """What the program holds while it wants to stay awake."""
        self.asked.put(AWAKE)
        yield self.agrees
        self.asked.put(ASLEEP_AGAIN)

    def next_thing(self) -> str:
        """What it is asked next."""
        return self.asked.get(timeout=PATIENCE)


class Evening:
    """The program on one folder, before a machine that may or may not agree."""

    def __init__(self, application: QApplication, folder: Path, wish: Wish) -> None:
        load_fonts()
        self._application = application
        self.store = Store.open(folder)
        self.vigil = Vigil(wish)
        self.ground: Ground = lay_ground(self.store, folder, clock=StillClock(), vigil=self.vigil)
        self.house: House = self._open()

    def host(self) -> Engine:
        """A session begins."""
        return self.house.hosting.begin(staff_meeting())

    def again(self) -> None:
        """New windows, as after a choice of other colours."""
        self.house.close()
        self.ground = renewed(self.ground)
        self.house = self._open()

    def close(self) -> None:
        """The console closes."""
        self.house.close()
        self.vigil.close()
        self.store.close()

    def told(self) -> str:
        """The sentence above the page."""
        banner = self.house.console.findChild(Banner)
        return banner.text() if isinstance(banner, Banner) and banner.isVisibleTo(self.house.console) else ""

    def _open(self) -> House:
        house = furnish(self._application, self.ground)
        house.console.show()
        return house


def test_awake_from_the_first_moment_of_a_session_until_it_is_finished(qapp: QApplication, tmp_path: Path) -> None:
    system = System()
    with closing(Evening(qapp, tmp_path, system.wish)) as evening:
        assert system.asked.empty(), "nobody is hosting yet"
        engine = evening.host()
        assert system.next_thing() == AWAKE
        engine.next()
        engine.hold()
        assert system.asked.empty()
        engine.finish()
        assert system.next_thing() == ASLEEP_AGAIN
        evening.host()
        assert system.next_thing() == AWAKE
    assert system.next_thing() == ASLEEP_AGAIN and system.asked.empty()


def test_new_windows_do_not_let_the_machine_sleep_in_between(qapp: QApplication, tmp_path: Path) -> None:
    system = System()
    with closing(Evening(qapp, tmp_path, system.wish)) as evening:
        evening.host()
        assert system.next_thing() == AWAKE
        evening.again()
        engine = evening.house.hosting.running
        assert engine is not None and system.asked.empty()
        engine.finish()
        assert system.next_thing() == ASLEEP_AGAIN and system.asked.empty()


def test_a_session_that_goes_on_after_a_crash_is_kept_awake_too(qapp: QApplication, tmp_path: Path) -> None:
    with closing(Evening(qapp, tmp_path, System().wish)) as evening:
        evening.host()
    system = System()
    with closing(Evening(qapp, tmp_path, system.wish)):
        assert system.next_thing() == AWAKE


def test_a_machine_that_cannot_be_kept_awake_is_told_of_once(
        qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    system = System(agrees=False)
    sentence = Words()(ASLEEP)
    with closing(Evening(qapp, tmp_path, system.wish)) as evening:
        engine = evening.host()
        qtbot.waitUntil(lambda: evening.told() == sentence)
        evening.house.console.hush()
        engine.next()
        evening.again()
        assert evening.told() == "", "it is told once"
        assert system.next_thing() == AWAKE and system.asked.empty(), "it was tried once"
        assert evening.house.hosting.running is not None and evening.house.hosting.running.next()


@pytest.mark.parametrize("fault", [ImportError("no wakepy"), OSError("no bus"), RuntimeError("no answer")])
def test_whatever_the_system_stumbles_over_only_the_sentence_is_seen(
        qtbot: QtBot, caplog: pytest.LogCaptureFixture, fault: Exception) -> None:
    @contextmanager
    def wish() -> Iterator[bool]:
        raise fault
        yield True

    vigil = Vigil(wish)
    with qtbot.waitSignal(vigil.failed):
        vigil.hold()
    vigil.close()
    assert str(fault) in caplog.text


def test_a_system_that_does_not_answer_keeps_nobody_waiting() -> None:
    system, never = System(), Queue[str]()

    @contextmanager
    def wish() -> Iterator[bool]:
        never.get()
        with system.wish() as agreed:
            yield agreed

    vigil = Vigil(wish)
    vigil.hold()
    vigil.release()
    vigil.hold()
    never.put("at last")
    never.put("at last")
    vigil.close()
    asked = [system.next_thing() for _ in range(4)]
    assert sorted(asked) == sorted([AWAKE, ASLEEP_AGAIN] * 2)


PROGRAM = """
from PySide6.QtCore import QCoreApplication, QTimer
from ui.awake import Vigil, asking_the_system
application = QCoreApplication([])
vigil = Vigil(asking_the_system)
vigil.failed.connect(lambda: (print("failed"), application.quit()))
QTimer.singleShot(0, vigil.hold)
application.exec()
vigil.close()
"""


def test_where_no_desktop_listens_the_failure_comes_back_and_no_warning_is_printed() -> None:
    bare = {name: value for name, value in os.environ.items()
            if name not in ("WAKEPY_FAKE_SUCCESS", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
    run = subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM], cwd=project_root(), env=bare,
                         capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (run.stdout, run.stderr, run.returncode) == ("failed\n", "", 0)
