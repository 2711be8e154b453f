"""The wall's widget: it follows the clock, keeps its last good picture, and repaints what changed."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from app.live.scene import Audience, Ring, Scene
from tests.fakes import FakeClock
from ui.projector.changes import next_look, seen
from ui.projector.view import WallView
from ui.theme import load_wall_theme

MINUTE = 60_000


def asked(clock: FakeClock, minutes: int = 12) -> Audience:
    return Audience(
        Scene.QUESTION, "gifts", "threes", "What has this team given you?", foot="Groups of three",
        ring=Ring(minutes * MINUTE, deadline=clock() + minutes * MINUTE), last=("The last minute", "Finish."),
        over=("Come to a close", "Thank each other."), minute_word="min")


@pytest.fixture
def view(clock: FakeClock) -> WallView:
    made = WallView(theme=load_wall_theme("paper"), now=clock)
    made.resize(640, 360)
    return made


def picture(view: WallView) -> QImage:
    return view.grab().toImage()


def test_the_wall_follows_a_clock_that_moves(view: WallView, clock: FakeClock) -> None:
    view.show_audience(asked(clock))
    before = picture(view)
    clock.forward(minutes=6)
    half = picture(view)
    assert half != before
    assert half.copy(0, 0, 500, 240) == before.copy(0, 0, 500, 240)


def test_a_held_clock_leaves_the_wall_as_it_is(view: WallView, clock: FakeClock) -> None:
    view.show_audience(replace(asked(clock), ring=Ring(12 * MINUTE, left=5 * MINUTE)))
    before = picture(view)
    clock.forward(minutes=6)
    assert picture(view) == before


class Torn(Mapping[str, str]):
    """Colours that cannot be read: what a scene with a fault in it looks like from outside."""

    def __getitem__(self, key: str) -> str:
        raise RuntimeError("torn")

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def get(self, key: str, default: object = None) -> str:
        raise RuntimeError("torn")


def test_a_scene_that_fails_leaves_the_last_good_picture_and_a_line_in_the_log(
        view: WallView, clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    view.show_audience(asked(clock))
    before = picture(view)
    view.show_theme(replace(load_wall_theme("night"), families=Torn()))
    with caplog.at_level(logging.ERROR):
        after = picture(view)
    assert after == before
    assert "last picture" in caplog.text
    view.show_theme(load_wall_theme("night"))
    assert picture(view) != before


def test_a_wall_that_fails_from_the_start_is_an_empty_sheet(clock: FakeClock) -> None:
    view = WallView(theme=replace(load_wall_theme("paper"), families=Torn()), now=clock)
    view.resize(320, 180)
    view.show_audience(asked(clock))
    assert picture(view).pixelColor(160, 90).name().upper() == load_wall_theme("paper").bg


def test_a_miniature_keeps_the_proportions_of_the_rooms_display(view: WallView) -> None:
    assert view.heightForWidth(480) == 270
    view.show_aspect(4 / 3)
    assert view.heightForWidth(480) == 360


def test_what_the_wall_says_can_be_heard(view: WallView, clock: FakeClock) -> None:
    view.show_audience(asked(clock))
    assert view.accessibleDescription() == "What has this team given you? Groups of three"


def test_the_next_look_is_aimed_at_the_next_whole_minute(clock: FakeClock) -> None:
    audience = asked(clock)
    wait = next_look(audience, clock() + MINUTE - 300, 200)
    assert wait == 300
    assert seen(audience, clock() + MINUTE - 1, 600).numeral == 12
    assert seen(audience, clock() + MINUTE, 600).numeral == 11


def test_between_minutes_the_ring_creeps_in_steps_of_one_to_two_seconds(clock: FakeClock) -> None:
    for minutes in (1, 5, 13, 120):
        wait = next_look(asked(clock, minutes), clock() + 10_000, 200)
        assert wait is not None
        assert 1_000 <= wait <= 2_000


def test_a_wall_without_a_running_ring_waits_for_nothing(clock: FakeClock) -> None:
    assert next_look(replace(asked(clock), ring=None), clock(), 200) is None
    assert next_look(replace(asked(clock), ring=Ring(12 * MINUTE, left=MINUTE)), clock(), 200) is None
    assert next_look(Audience(Scene.BLANK), clock(), 200) is None
