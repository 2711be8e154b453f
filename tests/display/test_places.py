"""Console and wall change places at one key, and back, with the session going on."""

from __future__ import annotations

import pytest

from app.settings import read_settings
from tests.display.desk import LAPTOP_AT, WALL_AT, Desk
from tests.display.staff_meeting import host_the_sample
from tests.display.test_desk import in_front, within

pytestmark = [pytest.mark.display, pytest.mark.slow]


def test_one_key_lets_console_and_wall_change_places_and_is_remembered(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.until(lambda: desk.wall().at == WALL_AT, "the wall did not open")
    for wall, console in ((LAPTOP_AT, WALL_AT), (WALL_AT, LAPTOP_AT)):
        desk.key("F10")
        desk.until(lambda at=wall: desk.wall().shown and desk.wall().at == at, f"the wall is not at {wall}")
        desk.until(lambda at=console: within(desk, "console", at), f"the console is not whole at {console}")
        desk.until(lambda: in_front(desk, "console"), "the console has not the keyboard")
        kept = read_settings(desk.data).wall_display
        assert kept.split("\x1f")[0] == ("LAPTOP" if wall == LAPTOP_AT else "PROJ")
    desk.key("Next")
    desk.until(lambda: desk.wall().heading == "Notices and the rota", "the clicker did nothing")
    assert desk.complaints() == ""


def test_with_one_display_the_key_says_so_and_nothing_moves(desk: Desk) -> None:
    desk.unplug()
    desk.start()
    host_the_sample(desk)
    desk.key("F10")
    desk.until(lambda: "There is one display here" in desk.look().texts(), "nothing was said")
    assert within(desk, "console", LAPTOP_AT)
    assert not desk.wall().shown
    assert desk.complaints() == ""
