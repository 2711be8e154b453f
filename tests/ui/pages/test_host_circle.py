"""The stone goes on with one key; *Next* is always the beat, from a clicker too."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.groups.forms import Form
from app.groups.roster import Roster, named
from app.library.protocol import Keeps, Kind
from tests.ui.pages.host_hands import KEY, Hands
from tests.ui.pages.meeting import meeting

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """Three people in a circle that keeps nothing, at its round."""
    plan = meeting()
    asked = msgspec.structs.replace(plan.steps[2], form=Form.CIRCLE, kind=Kind.QUESTION, keeps=(Keeps.NOTHING,))
    roster = named(Roster(), "Ada\nBo\nCy")
    hands = Hands(qtbot, msgspec.structs.replace(plan, people=3, roster=roster, steps=(asked, *plan.steps[-1:])))
    hands.walk_to(asked.id, "round")
    return hands


def holder(hands: Hands) -> int | None:
    """Whose badge holds the stone."""
    stone = hands.engine.session.stone
    return stone.holder if stone is not None else None


def test_d_lets_the_stone_go_on_and_page_up_takes_it_back(hands: Hands) -> None:
    hands.key(KEY.Key_D)
    hands.key(KEY.Key_D)
    assert holder(hands) == 2 and hands.engine.session.notes == ()
    hands.key(KEY.Key_PageUp)
    assert holder(hands) == 1
    hands.click("The stone goes on")
    assert holder(hands) == 2


def test_page_down_is_the_next_step_and_never_the_stone(hands: Hands) -> None:
    hands.key(KEY.Key_D)
    before = hands.place()
    hands.next()
    assert hands.place() != before and holder(hands) is None
    assert not hands.offers("The stone goes on")


def test_the_clock_says_how_long_each_voice_may_be(hands: Hands) -> None:
    hands.page.look()
    assert any("each for 3 voices." in line for line in _lines(hands))


def _lines(hands: Hands) -> list[str]:
    """Every line on the page."""
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]
