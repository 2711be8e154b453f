"""What every test stands on: no display, no real data folder, no Qt warning, and nothing left running behind.

A Qt warning fails a test (pyproject.toml, `qt_log_level_fail`), but for two harmless lines of the offscreen
platform that are named there.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.words import Words
from tests.fakes import FakeClock
from tests.leftovers import left_behind, seen_now
from tests.patience import PatientBot

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["WAKEPY_FAKE_SUCCESS"] = "1"   # no program that a test starts keeps the machine awake
for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)

settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("the same every time", settings.get_profile("exploring"), derandomize=True)
settings.load_profile("exploring" if os.environ.get("CONVENER_EXPLORE") else "the same every time")


@pytest.fixture(scope="session", autouse=True)
def no_real_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The gatherings of whoever runs the tests are out of reach."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window still open, a timer still ticking or a thread still running fails the test that left it."""
    before = seen_now()
    gc.freeze()   # what was there before is not searched again: with it, every look took half a second
    yield
    left = left_behind(before, qt={"qapp", "qtbot"} & set(request.fixturenames) != set())
    gc.unfreeze()
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Waits for what is sure to come with the patience of all tests."""
    return PatientBot(request)


@pytest.fixture
def words() -> Words:
    """English."""
    return Words()


@pytest.fixture
def clock() -> FakeClock:
    """A clock that moves only when told: `clock.forward(minutes=5)`."""
    return FakeClock()


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """An empty data folder whose name has a space and an umlaut, as people's folders do."""
    folder = tmp_path / "Für morgen"
    folder.mkdir()
    return folder
