"""Console and wall change places at one key, and back, with the session going on."""

from __future__ import annotations

import pytest

from app.settings import read_settings
from tests.display.desk import LAPTOP_AT, WALL_AT, Desk
from tests.display.seen import Place
from tests.display.staff_meeting import host_the_sample
from tests.display.test_desk import in_front, within

pytestmark = [pytest.mark.display, pytest.mark.slow]


def test_one_key_lets_console_and_wall_change_places_and_is_remembered(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.until(lambda: desk.wall().at == WALL_AT, "the wall did not open")
    changed(desk, wall=LAPTOP_AT, console=WALL_AT, kept="LAPTOP")
    changed(desk, wall=WALL_AT, console=LAPTOP_AT, kept="PROJ")
    desk.key("Next")
    desk.until(lambda: desk.wall().heading == "Notices and the rota", "the clicker did nothing")
    assert desk.complaints() == ""


def changed(desk: Desk, *, wall: Place, console: Place, kept: str) -> None:
    """Press the key, and see both in their new places, whole, and the choice kept."""
    desk.key("F10")
    desk.until(lambda: desk.wall().shown and desk.wall().at == wall, f"the wall is not at {wall}")
    desk.until(lambda: within(desk, "console", console), f"the console is not whole at {console}")
    desk.until(lambda: in_front(desk, "console"), "the console has not the keyboard")
    desk.until(lambda: read_settings(desk.data).wall_display.split("\x1f")[0] == kept, "the choice was not kept")


def test_with_one_display_the_key_says_so_and_nothing_moves(desk: Desk) -> None:
    desk.unplug()
    desk.start()
    host_the_sample(desk)
    desk.key("F10")
    desk.until(lambda: "There is one display here" in desk.look().texts(), "nothing was said")
    assert within(desk, "console", LAPTOP_AT)
    assert not desk.wall().shown
    assert desk.complaints() == ""
