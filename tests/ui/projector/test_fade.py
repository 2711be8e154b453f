"""One scene turns into another: what the room sees on the way, what is painted ahead, and that it ends in stillness."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QVariantAnimation
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from app.live.scene import Audience, Ring, Scene
from tests.fakes import FakeClock
from tests.ui.projector.film import Film
from tests.ui.projector.test_view import Torn
from ui.projector.view import WallView
from ui.theme import load_wall_theme

PAPER = load_wall_theme("paper")
MINUTE = 60_000
GIFTS = Audience(Scene.QUESTION, "gifts", "threes", "What has this team given you?", foot="Groups of three")
DOUBTS = Audience(Scene.QUESTION, "dissent", "pairs", "What do you no longer believe?", foot="In pairs")
THANKS = Audience(Scene.CLOSING, heading="Thank you\nfor being here.", second="Tuesday")


@pytest.fixture
def view(clock: FakeClock, qtbot: QtBot) -> Iterator[WallView]:
    """A room's wall, in sight and at rest with the first question."""
    made = WallView(theme=PAPER, now=clock, aspect=None, gentle=True)
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show_audience(GIFTS)
    with qtbot.waitExposed(made):
        made.show()
    made.repaint()
    yield made
    made.hide()


def whole(audience: Audience, clock: FakeClock) -> QImage:
    """The picture of a wall that never showed anything else."""
    alone = WallView(theme=PAPER, now=clock, aspect=None)
    alone.resize(640, 360)
    alone.show_audience(audience)
    return alone.grab().toImage()


def asked(view: WallView, audience: Audience) -> None:
    """As the room's window does it: the wall is answered at once."""
    view.show_audience(audience)
    view.repaint()


def fade_of(view: WallView) -> QVariantAnimation:
    found = view.findChild(QVariantAnimation)
    assert isinstance(found, QVariantAnimation)
    return found


def test_the_first_frame_after_the_key_differs_already_and_the_last_is_the_new_scene_alone(
        view: WallView, clock: FakeClock, qtbot: QtBot) -> None:
    film = Film(view)
    asked(view, DOUBTS)
    assert film.frames[0] not in (whole(GIFTS, clock), whole(DOUBTS, clock))
    qtbot.waitUntil(lambda: not view.is_fading())
    view.repaint()
    assert film.frames[-1] == whole(DOUBTS, clock)


def test_a_fade_has_both_scenes_in_it_and_the_share_of_the_new_one_only_grows(view: WallView) -> None:
    film = Film(view)
    place = ribbon_colour(film.look())
    asked(view, DOUBTS)
    fade = fade_of(view)
    seen = []
    for moment in (60, 120, 180, 240):
        fade.setCurrentTime(moment)
        view.repaint()
        seen.append(ribbon_colour(film.frames[-1]))
    old, new = place, seen[-1]
    assert abs(seen[1] - (old + new) / 2) <= 3, "half way the ribbon is not half one colour, half the other"
    assert sorted(seen, reverse=old > new) == seen


def ribbon_colour(frame: QImage) -> int:
    """The red of the ribbon, clear of its glyph."""
    return frame.pixelColor(50, 4).red()


def test_nothing_ticks_when_nothing_fades(view: WallView, qtbot: QtBot) -> None:
    asked(view, DOUBTS)
    assert fade_of(view).duration() == 240
    qtbot.waitUntil(lambda: not view.is_fading())
    assert fade_of(view).state() is QAbstractAnimation.State.Stopped


def test_next_next_next_ends_in_the_last_and_every_fade_begins_with_what_is_seen(
        view: WallView, clock: FakeClock) -> None:
    film = Film(view)
    for audience in (DOUBTS, THANKS, DOUBTS, GIFTS, THANKS):
        fade = fade_of(view)
        if view.is_fading():
            fade.setCurrentTime(110)
            view.repaint()
        before = film.look()
        asked(view, audience)
        assert apart(before, film.frames[-1]) < 20, "the picture jumped"
    fade_of(view).setCurrentTime(240)
    view.repaint()
    assert film.frames[-1] == whole(THANKS, clock)


def apart(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any px, of 255."""
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


def test_another_paper_another_size_and_the_first_sight_change_at_once(
        view: WallView, clock: FakeClock, qtbot: QtBot) -> None:
    film = Film(view)
    view.show_theme(load_wall_theme("night"))
    view.repaint()
    view.show_theme(PAPER)
    view.repaint()
    view.hide()
    view.show_audience(DOUBTS)
    before = len(film.frames)
    view.show()
    qtbot.waitUntil(lambda: len(film.frames) > before)
    assert [frame for frame in film.frames[before:] if frame != whole(DOUBTS, clock)] == []
    assert not view.is_fading()
    view.resize(320, 180)
    view.repaint()
    assert not view.is_fading()


def test_without_motion_the_new_scene_is_there_at_once(view: WallView, clock: FakeClock) -> None:
    film = Film(view)
    view.show_motion(gentle=False)
    asked(view, DOUBTS)
    assert film.frames[-1] == whole(DOUBTS, clock)
    assert not view.is_fading()


def test_the_last_minute_comes_slowly(view: WallView, clock: FakeClock) -> None:
    asked(view, replace(GIFTS, ring=Ring(5 * MINUTE, deadline=clock() + 5 * MINUTE), last=("The last minute", "Go on"),
                        minute_word="min"))
    fade_of(view).setCurrentTime(240)
    clock.forward(minutes=4, seconds=1)
    view.look()
    view.repaint()
    assert view.is_fading()
    assert fade_of(view).duration() == 600


def test_a_scene_that_fails_while_another_fades_leaves_what_was_seen(
        view: WallView, clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    film = Film(view)
    asked(view, DOUBTS)
    fade_of(view).setCurrentTime(120)
    view.repaint()
    with caplog.at_level(logging.ERROR):
        view.show_theme(replace(PAPER, families=Torn()))
        view.repaint()
    assert "last picture" in caplog.text
    assert film.frames[-1] == whole(DOUBTS, clock)


def test_what_is_foreseen_is_painted_while_nobody_waits_and_not_again_when_it_is_asked_for(
        view: WallView, clock: FakeClock, qtbot: QtBot) -> None:
    colours = Counted(PAPER.families, counted="")
    view.show_theme(replace(PAPER, families=colours))
    view.repaint()
    view.foresee(DOUBTS)
    before = colours.read
    qtbot.waitUntil(view.is_ready)
    ahead = colours.read
    assert ahead > before, "nothing was painted ahead"
    asked(view, DOUBTS)
    assert colours.read == ahead, "it was painted again"
    fade_of(view).setCurrentTime(240)
    asked(view, THANKS)
    assert colours.read > ahead, "the count is blind"


class Counted(dict[str, str]):
    """Colours that count how often they are read: every scene reads its ribbon's once. `torn` ones cannot be read."""

    read = 0
    torn = False

    def get(self, key: str, default: object = None) -> str:
        if self.torn:
            raise RuntimeError("torn")
        self.read += 1
        return super().get(key, str(default))


def test_back_and_show_again_are_painted_ahead_already(view: WallView, clock: FakeClock, qtbot: QtBot) -> None:
    colours = Counted(PAPER.families, counted="")
    view.show_theme(replace(PAPER, families=colours))
    view.repaint()
    asked(view, Audience(Scene.BLANK))
    view.foresee(GIFTS)
    qtbot.waitUntil(view.is_ready)
    before = colours.read
    asked(view, GIFTS)
    assert colours.read == before


def test_a_scene_that_cannot_be_painted_ahead_is_logged_and_what_is_seen_stays(
        view: WallView, qtbot: QtBot, caplog: pytest.LogCaptureFixture, clock: FakeClock) -> None:
    film = Film(view)
    colours = Counted(PAPER.families, counted="")
    view.show_theme(replace(PAPER, families=colours))
    view.repaint()
    colours.torn = True
    with caplog.at_level(logging.ERROR):
        view.foresee(DOUBTS)
        qtbot.waitUntil(view.is_ready)
    assert "ahead" in caplog.text
    view.repaint()
    assert film.frames[-1] == whole(GIFTS, clock)


def test_a_hundred_scenes_hold_no_more_than_two_pictures(view: WallView) -> None:
    for turn in range(100):
        asked(view, replace(DOUBTS, heading=f"Question {turn}?"))
        view.foresee(replace(DOUBTS, heading=f"Question {turn + 1}?"))
    held = [thing for thing in gc.get_objects() if type(thing) is QPixmap and thing.size() == view.size()]
    assert len(held) == 2
