"""Fonts by role: weights that are really weights, and digits that do not jitter."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.type import SANS, Role, font, line_height, load_fonts, wall_font

SENTENCE = "What would you like to make together?"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def width(made: QFont, text: str = SENTENCE) -> float:
    return QFontMetricsF(made).horizontalAdvance(text)


def test_six_hundred_is_wider_than_four_hundred_in_both_families() -> None:
    for serif in (True, False):
        light, strong = (width(wall_font(40, serif=serif, weight=weight)) for weight in (400, 600))
        assert strong > light * 1.01


def test_setting_a_weight_the_usual_way_changes_nothing_which_is_why_axes_are_used() -> None:
    usual = [QFont(SANS), QFont(SANS)]
    for made, weight in zip(usual, (400, 600), strict=True):
        made.setPixelSize(40)
        made.setWeight(QFont.Weight(weight))
    assert width(usual[0]) == width(usual[1])


def test_the_clocks_digits_are_all_of_one_width() -> None:
    for role in (Role.CLOCK, Role.CLOCK_SMALL):
        assert len({width(font(role), digit) for digit in "0123456789"}) == 1
    proportional = wall_font(176, serif=True, weight=480)
    assert len({width(proportional, digit) for digit in "0123456789"}) > 1


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_its_own_family_and_a_line_that_holds_it(role: Role) -> None:
    made = font(role)
    assert QFontInfo(made).family() in ("Literata", "Source Sans 3")
    assert made.pixelSize() >= 13
    assert line_height(role) >= QFontMetricsF(made).capHeight() * 1.1


def test_bold_body_is_wider_than_body() -> None:
    assert width(font(Role.BODY_BOLD)) > width(font(Role.BODY))


def test_italic_is_another_face_not_a_slanted_one() -> None:
    assert width(font(Role.ITALIC)) != width(font(Role.SAY))
