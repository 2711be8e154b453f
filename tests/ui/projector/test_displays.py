"""Displays are known by who they are."""

from __future__ import annotations

from ui.projector.displays import Display, aspect_of, chosen, displays, remembered, room_display, screen_of

HALL = Display("HDMI-1", "Epson", "EB-990U", "X1")
OTHER = Display("HDMI-1", "Acer", "P1", "")


def test_the_remembered_display_is_found_among_others() -> None:
    assert chosen(HALL, [OTHER, HALL]) == HALL
    assert chosen(None, [OTHER, HALL]) == OTHER


def test_a_display_on_another_socket_is_known_by_its_serial_number() -> None:
    moved = Display("DP-2", "Epson", "EB-990U", "X1")
    twin = Display("HDMI-1", "Epson", "EB-990U", "X2")
    assert chosen(HALL, [OTHER, twin, moved]) == moved
    assert HALL.likeness(twin) == 0


def test_displays_without_a_serial_number_are_told_apart_by_their_socket() -> None:
    plain = Display("HDMI-2", "Acer", "P1", "")
    assert chosen(plain, [OTHER, plain]) == plain
    assert OTHER.likeness(plain) == 0


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
