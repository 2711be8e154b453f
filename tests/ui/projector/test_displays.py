"""Displays are known by who they are."""

from __future__ import annotations

import pytest

from ui.projector.displays import (
    Display,
    Plugged,
    aspect_of,
    chosen,
    displays,
    mirroring,
    numbered,
    remembered,
    room_display,
    rooms,
    screen_of,
)

HALL = Display("HDMI-1", "Epson", "EB-990U", "X1")
OTHER = Display("HDMI-1", "Acer", "P1", "")


LAPTOP = Display("eDP-1", "BOE", "0x07C9")
DESK = Display("DP-3", "Dell", "U2720Q", "D7")
TWIN = Display("HDMI-1", "Epson", "EB-990U", "X2")
WIRELESS = Display("HDMI-2", "Microsoft", "Wireless Adapter", "41")
PLAIN, PLAIN_TOO = Display("VGA-1"), Display("VGA-2")


@pytest.mark.parametrize(("known", "others", "room"), [
    pytest.param(None, (HALL,), HALL, id="the only other display"),
    pytest.param(None, (DESK, HALL), DESK, id="nobody chose: the first of two others"),
    pytest.param(HALL, (DESK, HALL), HALL, id="three displays: the one that was chosen"),
    pytest.param(HALL, (HALL, DESK), HALL, id="whichever comes first"),
    pytest.param(HALL, (DESK,), DESK, id="the only other one stands in"),
    pytest.param(HALL, (DESK, Display("DP-2", "Epson", "EB-990U", "X1")), Display("DP-2", "Epson", "EB-990U", "X1"),
                 id="on another socket its serial number tells"),
    pytest.param(HALL, (TWIN, Display("DP-2", "Epson", "EB-990U", "X1")), Display("DP-2", "Epson", "EB-990U", "X1"),
                 id="its twin is on the old socket"),
    pytest.param(HALL, (DESK, TWIN), TWIN, id="its twin before a stranger"),
    pytest.param(WIRELESS, (DESK, Display("DP-9", "Microsoft", "Wireless Adapter", "58")),
                 Display("DP-9", "Microsoft", "Wireless Adapter", "58"), id="a wireless one under another name"),
    pytest.param(WIRELESS, (DESK, Display("DP-9", "Microsoft", "Wireless Adapter")),
                 Display("DP-9", "Microsoft", "Wireless Adapter"), id="a wireless one that lost its serial number"),
    pytest.param(OTHER, (Display("HDMI-2", "Acer", "P1"), OTHER), OTHER, id="twins without serials: the socket"),
    pytest.param(PLAIN_TOO, (PLAIN, PLAIN_TOO), PLAIN_TOO, id="cables that tell nothing: the socket"),
    pytest.param(Display("VGA-3"), (DESK, PLAIN), DESK, id="no maker is not the same maker"),
    pytest.param(HALL, (), None, id="no other display"),
])
def test_which_display_is_the_rooms(known: Display | None, others: tuple[Display, ...], room: Display | None) -> None:
    assert chosen(known, others) == room


SMALL = Plugged(LAPTOP, 0, 0, 1366, 768)


@pytest.mark.parametrize("place", [(1366, 0), (-1920, 0), (0, -1080), (0, 768), (1366, -300)])
def test_a_projector_is_the_rooms_on_whatever_side_it_lies(place: tuple[int, int]) -> None:
    there = (SMALL, Plugged(HALL, *place, 1920, 1080, 2.0))
    assert rooms(there, "eDP-1") == (HALL,)
    assert not mirroring(there, "eDP-1")


@pytest.mark.parametrize(("left", "top", "width", "height", "mirrors"), [
    (0, 0, 1366, 768, True), (0, 0, 1920, 1080, True), (0, 0, 1024, 768, True), (171, 0, 1024, 768, True),
    (1366, 0, 1366, 768, False), (1300, 0, 1920, 1080, False), (600, 0, 1366, 768, True), (700, 0, 1366, 768, False),
])
def test_displays_that_lie_on_each_other_show_the_same(
        left: int, top: int, width: int, height: int, mirrors: bool) -> None:
    there = (SMALL, Plugged(HALL, left, top, width, height))
    assert mirroring(there, "eDP-1") is mirrors
    assert rooms(there, "eDP-1") == (() if mirrors else (HALL,)), "the wall would lie over the console"


def test_the_consoles_display_is_never_the_rooms_whichever_it_is() -> None:
    there = (SMALL, Plugged(HALL, 1366, 0, 1920, 1080), Plugged(DESK, 3286, 0, 2560, 1440))
    for console in there:
        name = console.display.name
        assert set(rooms(there, name)) == {seen.display for seen in there} - {console.display}
        assert chosen(console.display, rooms(there, name)) != console.display


def test_two_projectors_that_show_the_same_are_no_mirror_of_the_console() -> None:
    there = (SMALL, Plugged(HALL, 1366, 0, 1920, 1080), Plugged(TWIN, 1366, 0, 1920, 1080))
    assert not mirroring(there, "eDP-1")
    assert chosen(None, rooms(there, "eDP-1")) == HALL


def test_displays_are_numbered_as_they_lie_from_left_to_right() -> None:
    left, above = Plugged(HALL, -1920, 0, 1920, 1080), Plugged(DESK, 0, -1440, 2560, 1440)
    assert numbered((SMALL, above, left)) == numbered((above, left, SMALL)) == (left, above, SMALL)


def test_with_no_other_display_there_is_none_for_the_room(fonts: None) -> None:
    only = displays()[0]
    assert room_display(only, only.name) is None
    assert room_display(HALL, "another") == only


def test_what_settings_keep_reads_back_and_anything_else_is_no_display() -> None:
    assert remembered(HALL.written()) == HALL
    for line in ("", "HDMI-1", "\x1f\x1f\x1f", "a\x1fb"):
        assert remembered(line) is None


def test_a_display_that_is_not_plugged_in_has_no_screen_and_the_usual_proportions(fonts: None) -> None:
    assert screen_of(HALL) is None
    assert aspect_of(HALL) == aspect_of(None) == 16 / 9
