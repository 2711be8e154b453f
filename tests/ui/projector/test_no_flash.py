"""No flash of old content: every frame that reaches the room's window is held against what was asked for last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.live.scene import Audience, Scene
from app.store.store import Store
from tests.fakes import FakeClock
from tests.ui.projector.film import Film
from tests.ui.projector.test_fade import DOUBTS, GIFTS, THANKS
from ui.gallery import StillClock
from ui.ground import lay_ground
from ui.main import furnish
from ui.projector.displays import display_of
from ui.projector.view import WallView
from ui.projector.window import Wall
from ui.theme import load_wall_theme

pytestmark = pytest.mark.slow

PAPER = load_wall_theme("paper")
BLANK = Audience(Scene.BLANK)


class Room:
    """A wall in the room, its film, and what stands in its window when nothing but one scene was ever asked for."""

    def __init__(self, qtbot: QtBot, wall: Wall, clock: FakeClock) -> None:
        self._qtbot, self.wall, self._clock = qtbot, wall, clock
        view = wall.window.findChild(WallView)
        assert isinstance(view, WallView)
        self.view = view
        self.film = Film(view)

    def frames(self, since: int) -> list[QImage]:
        """Every frame since, when at least one has come and nothing fades any more."""
        self._qtbot.waitUntil(lambda: len(self.film.frames) > since and self.view.is_ready())
        self.view.repaint()
        return self.film.frames[since:]

    def alone(self, audience: Audience) -> QImage:
        """The scene in a window of the same size that never held another."""
        made = WallView(theme=PAPER, now=self._clock, aspect=None)
        made.resize(self.view.size())
        made.show_audience(audience)
        return made.grab().toImage()


def wrong(frames: Sequence[QImage], *, old: QImage, new: QImage, empty: QImage) -> list[str]:
    """One word for every frame that holds what it should not, and for a film that does not end with the new scene."""
    found = [f"{number}: {name}" for number, frame in enumerate(frames)
             for name, bad in (("old", old), ("empty", empty)) if frame == bad]
    return found if frames[-1] == new else [*found, "not new in the end"]


@pytest.fixture(params=[True, False], ids=["gentle", "at once"])
def room(qapp: QApplication, qtbot: QtBot, clock: FakeClock, request: pytest.FixtureRequest) -> Iterator[Room]:
    wall = Wall(theme=PAPER, now=clock, title="Wall", gentle=request.param)
    wall.show_audience(GIFTS)
    made = Room(qtbot, wall, clock)
    wall.open_window()
    made.frames(0)
    yield made
    wall.close()


def judged(room: Room, since: int, old: Audience, new: Audience) -> list[str]:
    """What is wrong with the frames since."""
    return wrong(room.frames(since), old=room.alone(old), new=room.alone(new), empty=room.alone(BLANK))


def test_a_change_of_scene_never_shows_the_old_one_again(room: Room) -> None:
    for painted_ahead in (False, True):
        for old, new in ((GIFTS, DOUBTS), (DOUBTS, THANKS), (THANKS, GIFTS)):
            if painted_ahead:
                room.wall.foresee(new)
            room.frames(len(room.film.frames) - 1)
            since = len(room.film.frames)
            room.wall.show_audience(new)
            assert judged(room, since, old, new) == []


def test_a_wall_that_was_away_comes_back_with_what_is_true_now(room: Room) -> None:
    here = display_of(QGuiApplication.primaryScreen())
    for away, back in ((room.wall.hide, room.wall.open_window), (room.wall.wait, lambda: room.wall.open_on(here)),
                       (room.wall.hide, room.wall.toggle_full)):
        room.wall.show_audience(GIFTS)
        room.frames(len(room.film.frames) - 1)
        room.wall.foresee(DOUBTS)
        away()
        since = len(room.film.frames)
        room.wall.show_audience(DOUBTS)
        room.wall.show_audience(THANKS)
        assert len(room.film.frames) == since, "a wall that nobody sees was painted"
        back()
        assert judged(room, since, GIFTS, THANKS) == []
        assert judged(room, since, DOUBTS, THANKS) == []


def test_a_wall_that_changes_places_shows_nothing_but_its_scene(room: Room) -> None:
    here = display_of(QGuiApplication.primaryScreen())
    room.wall.open_on(here)
    room.frames(len(room.film.frames) - 1)
    room.wall.show_audience(DOUBTS)
    room.frames(len(room.film.frames) - 1)
    since = len(room.film.frames)
    room.wall.open_on(here)
    assert judged(room, since, GIFTS, DOUBTS) == []


def test_a_frame_of_the_old_scene_or_of_nothing_would_be_found(room: Room) -> None:
    for flash, word in ((GIFTS, "old"), (BLANK, "empty")):
        room.wall.show_audience(DOUBTS)
        room.frames(len(room.film.frames) - 1)
        since = len(room.film.frames)
        room.wall.show_audience(flash)
        room.frames(since)
        room.wall.show_audience(DOUBTS)
        assert any(word in line for line in judged(room, since, GIFTS, DOUBTS))


def test_the_next_session_begins_without_a_trace_of_the_last(
        qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store, clock = Store.open(tmp_path), StillClock()
    house = furnish(qapp, lay_ground(store, tmp_path, clock=clock))
    try:
        gathering = store.gatherings()[0]
        engine = house.hosting.begin(gathering)
        house.wall.open_window()
        room = Room(qtbot, house.wall, FakeClock(clock()))
        for _ in range(3):
            engine.next()
        question = room.view.audience
        engine.finish()
        room.frames(len(room.film.frames) - 1)
        thanks = room.view.audience
        since = len(room.film.frames)
        house.hosting.begin(gathering)
        house.wall.open_window()
        assert judged(room, since, thanks, room.view.audience) == []
        assert room.alone(question) not in room.film.frames[since:]
        assert room.view.audience.scene is Scene.WELCOME
    finally:
        house.close()
        store.close()


