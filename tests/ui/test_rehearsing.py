"""A rehearsal on the whole console: faster than life, plainly told, and nothing of it is left."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.protocol import Keeps
from app.live.clock import MINUTE
from tests.ui.house import house
from tests.ui.pages.at_the_desk import press
from ui.gallery import StillClock, Studio
from ui.pace import LEAST_WAIT, Pace, wait
from ui.projector.window import Place
from ui.widgets.labels import Paragraph

KEY = Qt.Key


def content(folder: Path) -> dict[str, str]:
    """Every file under `folder` with what is in it."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def told(studio: Studio) -> list[str]:
    """Every sentence that can be read."""
    return [said.text() for said in studio.house.console.findChildren(Paragraph) if said.isVisible()]


def place(studio: Studio) -> Place:
    """Where the wall is."""
    return studio.house.wall.state.place


def test_in_life_a_pace_is_the_clock_it_stands_on() -> None:
    clock = StillClock()
    pace = Pace(clock)
    clock.forward(3)
    assert pace() == clock()
    assert wait(pace, 1000) == wait(clock, 1000) == 1000


def test_ten_minutes_go_by_in_one_and_a_change_of_speed_loses_no_moment() -> None:
    clock = StillClock()
    pace = Pace(clock)
    began = pace()
    pace.go(10)
    clock.forward(1)
    assert pace() - began == 10 * MINUTE
    pace.go(60)
    assert pace() - began == 10 * MINUTE
    clock.forward(1)
    assert pace() - began == 70 * MINUTE
    pace.back_to_life()
    assert pace() == clock()


def test_a_timer_waits_as_much_less_and_never_so_little_that_nobody_can_read() -> None:
    pace = Pace(StillClock())
    pace.go(10)
    assert (wait(pace, 1000), wait(pace, 2000)) == (100, 200)
    pace.go(60)
    assert (wait(pace, 60_000), wait(pace, 1000)) == (1000, LEAST_WAIT)


@pytest.mark.slow
def test_a_rehearsal_from_the_first_beat_to_the_end_leaves_every_file_as_it_was(
        qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        built, page, clock = studio.house, studio.house.host_page, studio.clock
        built.backing.start()
        built.console.turn_to("gatherings")
        before, sessions = content(tmp_path), len(studio.ground.store.sessions())
        qtbot.waitUntil(built.console.isActiveWindow)
        QTest.keyClick(built.console, KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert "Rehearsal, ten times life. Nothing is kept." in told(studio)
        assert place(studio) is Place.WINDOW
        engine = built.bridge.engine
        assert engine is not None
        began = engine.session.began
        clock.forward(2)
        engine.next()
        assert engine.session.beat_began - began == 20 * MINUTE
        page.run("speed")
        assert "Rehearsal, sixty times life. Nothing is kept." in told(studio)
        engine.keep("Never said.", Keeps.INSIGHT)
        page.draft_changed.emit("Half a wo")
        page.message_changed.emit("Ten more cha")
        built.attending.write()
        built.drafting.close()
        assert (content(tmp_path), len(studio.ground.store.sessions())) == (before, sessions)
        QTest.keyClick(page, KEY.Key_E, Qt.KeyboardModifier.AltModifier)
        assert "End the rehearsal? Nothing of it is kept." in told(studio)
        QTest.keyClick(page, KEY.Key_Return)
        qtbot.waitUntil(lambda: built.console.page == "gatherings")
        assert "The rehearsal is over. Nothing of it was kept." in told(studio)
        assert place(studio) is Place.HIDDEN
        assert built.bridge.engine is None
        built.attending.close()
        assert (content(tmp_path), len(studio.ground.store.sessions())) == (before, sessions)
        built.console.turn_to("harvest")
        assert "Never said." not in str(told(studio))
    assert not (tmp_path / "draft.json").exists()


@pytest.mark.slow
def test_while_something_is_hosted_nothing_is_rehearsed_and_what_is_hosted_ends_a_rehearsal(
        qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        built, plan = studio.house, studio.ground.store.gatherings()[0]
        built.planning.open(plan.id)
        press(built.console, "Rehearse")
        rehearsed = built.bridge.engine
        assert rehearsed is not None
        studio.clock.forward(1)
        assert built.hosting.running is None
        hosted = built.hosting.begin(plan)
        assert built.bridge.engine is hosted
        assert hosted.session.began == studio.clock(), "what is kept has the time it has"
        assert not built.host_page.rehearsal.isVisible()
        assert place(studio) is not Place.WINDOW
        before = hosted.session
        built.console.turn_to("designer")
        press(built.console, "Rehearse")
        assert built.bridge.engine is hosted
        assert hosted.session == before
        assert f"“{plan.title}” is being hosted. End it, then you can rehearse." in told(studio)
        hosted.finish()


@pytest.mark.slow
def test_one_comes_back_to_the_plan_one_was_at_and_the_last_session_is_still_there(
        qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with house(qapp, tmp_path) as studio:
        built, plan = studio.house, studio.ground.store.gatherings()[0]
        over = built.hosting.begin(plan)
        over.finish()
        built.planning.open(plan.id)
        press(built.console, "Rehearse")
        engine = built.bridge.engine
        assert engine is not None
        while engine.next():
            pass
        engine.finish()
        qtbot.waitUntil(lambda: built.console.page == "designer")
        assert built.bridge.engine is over
        built.console.turn_to("host")
        assert not built.host_page.rehearsal.isVisible()
