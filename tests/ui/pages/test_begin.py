"""A new gathering: five answers by keyboard alone, three proposals that follow them, a plan in the designer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.design.agenda import agenda
from app.design.edits import copy_of
from app.design.gathering import Gathering, Setting, new_id
from app.library.protocol import Keeps
from tests.ui.house import house
from tests.ui.pages.at_the_desk import press
from tests.ui.pages.reading import read
from ui.gallery import Studio
from ui.pages.begin import BeginPage
from ui.panels.proposal_card import ProposalCard

pytestmark = pytest.mark.slow
KEY = Qt.Key


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path) -> Iterator[Studio]:
    with house(qapp, tmp_path) as studio:
        studio.house.console.turn_to("gatherings")
        press(studio.house.console, "New gathering")
        yield studio


def keys(*pressed: Qt.Key | str) -> int:
    """Press these where the keyboard is; how many keys it took."""
    for one in pressed:
        here = QApplication.focusWidget()
        assert here is not None
        if isinstance(one, str):
            QTest.keyClicks(here, one)
        else:
            QTest.keyClick(here, one)
    return sum(len(one) if isinstance(one, str) else 1 for one in pressed)


def cards(studio: Studio) -> list[ProposalCard]:
    found = [card for card in studio.house.console.findChildren(ProposalCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.x())


def planned(studio: Studio) -> Gathering:
    """What the designer shows, as the store has it."""
    assert studio.house.console.page == "designer"
    page = studio.house.planning.chosen()
    assert page is not None and studio.ground.store.gathering(page.id) == page
    return page


def test_five_answers_by_keyboard_alone_are_a_plan_in_the_designer(studio: Studio) -> None:
    count = keys(KEY.Key_Down, KEY.Key_Return, "So that we meet", KEY.Key_Return, "Both teams", KEY.Key_Return, "24",
                 KEY.Key_Return, "90", KEY.Key_Return, KEY.Key_Return, "Room 4", KEY.Key_Return)
    proposed = cards(studio)
    assert len(proposed) == 3 and QApplication.focusWidget() is proposed[0]
    title = proposed[1].proposal.template.title
    count += keys("2", KEY.Key_Return)
    plan = planned(studio)
    assert (plan.title, plan.setting, plan.people, plan.minutes) == (title, Setting.TEAM, 24, 90)
    assert (plan.purpose, plan.invitation.whom, plan.place) == ("So that we meet", "Both teams", "Room 4")
    assert plan.steps and agenda(plan).slack >= 0
    assert count < 60, "a minute of keys"


def test_less_time_takes_conversations_away_as_it_is_typed(studio: Studio) -> None:
    page = studio.house.console.findChildren(BeginPage)[0]
    whole = cards(studio)[0]
    asked = len(whole.proposal.gathering.steps)
    keys(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return, KEY.Key_Return, "35", KEY.Key_Return)
    first = cards(studio)[0]
    assert first.proposal.template == whole.proposal.template and len(first.proposal.gathering.steps) < asked
    assert any(line.startswith("Without “") and line.endswith("so that nothing is hurried.") for line in read(page))


def test_where_nothing_fits_an_empty_page_is_left_and_0_takes_it(studio: Studio) -> None:
    keys(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return, "2", KEY.Key_Return, "10", KEY.Key_Return)
    page = studio.house.console.findChildren(BeginPage)[0]
    assert cards(studio) == []
    assert [line for line in read(page) if line.startswith("Nothing here fits 2 people in 10 minutes.")]
    keys("0")
    plan = planned(studio)
    assert (plan.title, plan.people, plan.minutes, plan.steps) == ("A new gathering", 2, 10, ())


def test_escape_keeps_nothing(studio: Studio) -> None:
    before = studio.ground.store.plans().ids
    keys(KEY.Key_Escape)
    assert studio.house.console.page == "gatherings" and studio.ground.store.plans().ids == before


def test_people_who_made_promises_are_offered_to_meet_them_again_and_one_click_puts_it_in(studio: Studio) -> None:
    store, console = studio.ground.store, studio.house.console
    sample = store.gatherings()[0]
    plan = replace(sample, id=new_id(), title="Our street", sample=False)
    store.keep_gathering(plan, studio.clock())
    engine = studio.house.hosting.begin(plan)
    engine.keep("I will ask before I answer.", Keeps.PROMISE)
    engine.finish()
    following = copy_of(plan, "Our street, again")
    store.keep_gathering(following, studio.clock())
    studio.house.planning.open(following.id)
    steps = len(following.steps)
    press(console, "Promises met again, in threes")
    now = planned(studio)
    assert len(now.steps) == steps + 1 and now.steps[1].protocol == "met-again"
    assert not [line for line in read(console) if line.startswith("When you met on")]
    press(console, "Undo")
    assert planned(studio).steps == following.steps
    assert [line for line in read(console) if line.startswith("When you met on")]
    studio.house.planning.open(sample.id)
    assert not [line for line in read(console) if line.startswith("When you met on")]
