"""Displays as they stand in real rooms: the projector on the left, other scales, a mirror, three of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import read_settings
from tests.display.desk import LAPTOP_AT, WALL_AT, Desk
from tests.display.seen import Place
from tests.display.staff_meeting import host_the_sample
from tests.display.test_desk import in_front, within
from tests.displays import LAPTOP, LEFT, MONITORS, PROJECTOR, SAME, THIRD, THREE, TwoDisplays
from tests.xorg import Outputs, why_not

pytestmark = [pytest.mark.display, pytest.mark.slow]

SEES = "The room sees your notes"


def test_a_projector_on_the_left_with_a_scale_of_its_own_has_the_whole_wall_and_its_number(tmp_path: Path) -> None:
    with Desk(tmp_path, TwoDisplays(LEFT), QT_SCREEN_SCALE_FACTORS="LAPTOP=1;PROJ=1.5") as desk:
        desk.start()
        host_the_sample(desk)
        desk.until(lambda: desk.wall().shown and desk.wall().at == Place(0, 0, 1280, 720), "the wall is elsewhere")
        desk.until(lambda: within(desk, "console", Place(1920, 0, 1366, 768)), "the console is not on the laptop")
        desk.until(lambda: numbers(desk) == {}, "numbers that nobody asked for")
        desk.key("alt+i")   # the room speaks: a plain letter begins a note
        desk.until(lambda: set(numbers(desk)) == {"number 1", "number 2"}, "no numbers")
        desk.until(lambda: numbers(desk)["number 1"].lies_in(Place(0, 0, 1280, 720)), "the room's is elsewhere")
        desk.until(lambda: numbers(desk)["number 2"].lies_in(Place(1920, 0, 1366, 768)), "the host's is elsewhere")
        assert in_front(desk, "console"), "a number took the keyboard"
        desk.key("Next")
        desk.until(lambda: numbers(desk) == {}, "a key did not take the numbers away")
        desk.until(lambda: desk.wall().heading == "Notices and the rota", "and the clicker did nothing")
        assert desk.complaints() == ""


def test_displays_that_show_the_same_are_noticed_and_the_wall_never_covers_the_console(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, "the wall did not open")
    assert not desk.look().reads(SEES)
    lay(desk, SAME)
    desk.until(lambda: desk.look().reads(SEES), "nothing was said")
    desk.until(lambda: not desk.wall().shown, "the wall stayed over the notes")
    desk.until(lambda: within(desk, "console", LAPTOP_AT) and in_front(desk, "console"), "the console is not whole")
    lay(desk, MONITORS[PROJECTOR])
    desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, "the wall did not come back")
    desk.until(lambda: not desk.look().reads(SEES), "it is still said")
    assert desk.complaints() == ""


def test_of_three_displays_the_room_keeps_the_one_that_was_chosen(tmp_path: Path) -> None:
    third = Place(3286, 0, 1280, 1024)
    with Desk(tmp_path, TwoDisplays(THREE)) as desk:
        desk.start()
        desk.key("ctrl+comma")
        desk.press("Where the wall is shown", kind="Choice")
        desk.key("Down", "Down", "Return")
        desk.until(lambda: kept(desk) == THIRD, "the choice was not kept")
        desk.key("ctrl+2")
        host_the_sample(desk)
        desk.until(lambda: desk.wall().shown and desk.wall().at == third, "the wall is not where it was chosen to be")
        desk.displays.unplug(THIRD)
        desk.until(lambda: not desk.wall().shown, "the wall moved to a display that nobody chose")
        desk.kill()
        desk.start()
        desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, "no other display stood in")
        assert kept(desk) == THIRD, "the stand-in was remembered instead"
        desk.displays.plug(THIRD)
        desk.until(lambda: desk.wall().at == third, "the wall did not go back to the chosen display")
        assert desk.complaints() == ""


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_real_outputs_change_their_resolution_and_mirror_and_the_wall_follows(tmp_path: Path) -> None:
    with Desk(tmp_path, Outputs()) as desk:
        desk.start()
        host_the_sample(desk)
        desk.until(lambda: desk.wall().shown and desk.wall().at == Place(1368, 0, 1920, 1080), "the wall is elsewhere")
        desk.displays.lay(PROJECTOR, "1280/338x720/190+1368+0")
        desk.until(lambda: desk.wall().shown and desk.wall().at == Place(1368, 0, 1280, 720),
                   "the wall did not take the new resolution")
        desk.displays.lay(PROJECTOR, "1368/361x768/203+0+0")
        desk.until(lambda: desk.look().reads(SEES), "a mirror was not noticed")
        desk.until(lambda: not desk.wall().shown and in_front(desk, "console"), "the wall stayed over the notes")
        desk.displays.lay(PROJECTOR, "1920/508x1080/286+1368+0")
        desk.until(lambda: desk.wall().shown and desk.wall().at == Place(1368, 0, 1920, 1080), "it did not come back")
        desk.until(lambda: not desk.look().reads(SEES), "it is still said")
        desk.displays.unplug()
        desk.until(lambda: not desk.wall().shown, "the wall stayed without a display")
        desk.displays.lay(LAPTOP, "1280/338x720/190+0+0")
        desk.until(lambda: within(desk, "console", Place(0, 0, 1280, 720)), "the console is cut off")
        assert desk.complaints() == ""


def lay(desk: Desk, place: str) -> None:
    """The projector's cable is pulled, and comes back with the projector elsewhere."""
    desk.unplug()
    desk.until(lambda: not desk.wall().shown, "the wall stayed without its display")
    desk.until(lambda: not desk.look().reads(SEES), "it is said of a display that is gone")
    desk.displays.lay(PROJECTOR, place)


def numbers(desk: Desk) -> dict[str, Place]:
    """The numbers in sight and where they lie."""
    return {window.name: window.at for window in desk.look().windows if window.name.startswith("number")}


def kept(desk: Desk) -> str:
    """The socket of the display that is remembered as the room's."""
    return read_settings(desk.data).wall_display.split("\x1f")[0]
