"""People with badges under the host's hands: who comes late, who goes home, who sits where. No dialogue, no number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering
from app.groups.roster import Person, Roster, named, with_person
from app.live.audience import audience
from app.live.engine import Engine
from app.live.reseating import seats_of
from app.live.scene import Audience, Scene
from app.words import Words
from tests.app.design.test_seats import day, seated
from tests.app.live.room import walk_to
from tests.ui.house import house
from tests.ui.pages.host_hands import ALT, CONTROL, KEY, Hands
from ui.gallery import Studio
from ui.panels.people_here import PeoplePanel
from ui.panels.people_rows import PersonCard
from ui.panels.wall_column import WallColumn

pytestmark = pytest.mark.slow

NAMES = ("Ada", "Bo", "Cy", "Dora", "Eli", "Hana", "Ivo", "Jo", "Zoë")


def guests() -> Gathering:
    """Nine people by name, eight steps by a list; the first in pairs, then threes."""
    return seated(day(len(NAMES), named(Roster(), "\n".join(NAMES))))


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """A meeting of nine with names, in the round of the second step."""
    hands = Hands(qtbot, guests())
    walk_to(hands.engine, "s1", "round")
    return hands


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path) -> Iterator[Studio]:
    """The whole console with that meeting."""
    with house(qapp, tmp_path) as studio:
        studio.house.hosting.begin(guests())
        studio.house.console.turn_to("host")
        yield studio


def panel(hands: Hands) -> PeoplePanel:
    """Where people come and go."""
    return hands.page.findChildren(PeoplePanel)[0]


def group_of(engine: Engine, number: int, step: str) -> int:
    """In which group of that step a badge sits, counted from 1."""
    seats = engine.session.gathering.seats_at(step)
    assert seats is not None
    return next(place for place, table in enumerate(seats.tables, 1) if number in table)


def test_somebody_who_came_late_has_a_badge_with_a_name(hands: Hands) -> None:
    hands.key(KEY.Key_Up, CONTROL)
    hands.write("Mia")
    hands.key(KEY.Key_Return)
    person = hands.engine.session.gathering.roster.person(10)
    assert person is not None and person.name == "Mia"
    assert hands.engine.session.people == 10
    assert hands.place() == ("s1", "round"), "Enter did nothing else"
    assert QApplication.focusWidget() is hands.page
    assert panel(hands).lines()[0].startswith("Mia: ")


def test_a_number_alone_is_enough(hands: Hands) -> None:
    hands.click("Somebody came late")
    hands.click("Give badge 10")
    assert hands.engine.session.people == 10
    assert panel(hands).lines()[0].startswith("10: ")


def test_somebody_goes_home_by_a_part_of_the_name_and_comes_back(hands: Hands) -> None:
    hands.key(KEY.Key_Down, CONTROL)
    hands.write("zo")
    assert [line.split(":")[0] for line in panel(hands).lines()] == ["Zoë"]
    hands.key(KEY.Key_Return)
    assert (hands.engine.session.people, hands.engine.session.gone) == (8, frozenset({9}))
    assert panel(hands).lines() == ("Zoë: went home",)
    hands.key(KEY.Key_Up, CONTROL)
    assert hands.reads("Or is it somebody who went home?")
    hands.write("zoe")
    hands.key(KEY.Key_Return)
    assert (hands.engine.session.people, hands.engine.session.gone) == (9, frozenset())
    assert len(hands.engine.session.gathering.roster.people) == 9, "no second badge"


def test_nobody_goes_home_by_half_a_name_that_two_have(hands: Hands) -> None:
    hands.key(KEY.Key_Down, CONTROL)
    hands.write("o")
    assert len(panel(hands).lines()) == 5
    hands.key(KEY.Key_Return)
    assert hands.engine.session.gone == frozenset()
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return)
    assert hands.engine.session.gone == {4}, "Dora, the second of them, had the keyboard"


def test_one_key_shows_who_sits_where_and_a_name_finds_its_group(hands: Hands) -> None:
    hands.key(KEY.Key_T, ALT)
    assert panel(hands).lines()[0].startswith("Group 1: ")
    assert hands.reads("Step 1")
    hands.write("cy")
    now, then = group_of(hands.engine, 3, "s1"), group_of(hands.engine, 3, "s2")
    assert panel(hands).lines() == (f"Cy: group {now} now, then group {then}",)
    hands.key(KEY.Key_T, ALT)
    assert not panel(hands).isVisible()
    assert QApplication.focusWidget() is hands.page


def test_who_is_not_here_is_said(hands: Hands) -> None:
    hands.key(KEY.Key_T, ALT)
    hands.write("Max")
    assert hands.reads("Nobody here is called “Max”.")


def test_the_clicker_goes_on_while_a_name_is_typed_and_the_list_goes(hands: Hands) -> None:
    hands.key(KEY.Key_Up, CONTROL)
    hands.write("Mi")
    hands.next()
    assert hands.place() == ("s1", "call back")
    assert not panel(hands).isVisible()
    assert hands.engine.session.people == 9


def test_a_full_disk_brings_nobody_in(hands: Hands) -> None:
    hands.disk.full = True
    hands.key(KEY.Key_Up, CONTROL)
    hands.write("Mia")
    hands.key(KEY.Key_Return)
    assert hands.engine.session.people == 9
    assert len(hands.troubles) == 1
    assert panel(hands).field.text() == "Mia", "the name is still there"


def test_groups_are_counted_as_people_sit(hands: Hands) -> None:
    assert hands.reads("Three threes.")
    hands.engine.leave(1)
    assert hands.reads("One pair, two threes.")
    assert hands.reads("Sit with them if you wear a badge too.")


def test_without_badges_a_number_is_a_number(qtbot: QtBot, faces: None) -> None:
    hands = Hands(qtbot)
    hands.key(KEY.Key_Up, CONTROL)
    assert hands.engine.session.people == 12
    assert not panel(hands).isVisible()
    hands.key(KEY.Key_T, ALT)
    assert not panel(hands).isVisible()
    assert not hands.offers("Who sits where")
    hands.walk_to("waiting", "gather")
    assert hands.reads("Sit with them, and count yourself in.")


def test_who_joins_from_elsewhere_sits_with_those_who_are_elsewhere(qtbot: QtBot, faces: None) -> None:
    roster = named(Roster(), "\n".join(NAMES))
    for number in (7, 8, 9):
        roster = with_person(roster, Person(number=number, name=NAMES[number - 1], remote=True))
    hands = Hands(qtbot, seated(day(len(NAMES), roster)))
    hands.key(KEY.Key_Up, CONTROL)
    hands.write("Mia")
    hands.click("not in the room")
    hands.click("Give badge 10")
    engine = hands.engine
    engine.seat(seats_of(engine.session, None))
    seats = engine.session.gathering.seats_at("s0")
    assert seats is not None
    assert next(set(table) for table in seats.tables if 10 in table) <= {7, 8, 9, 10}
    hands.key(KEY.Key_Up, CONTROL)
    assert not hands.button("not in the room").isChecked()


def wall(studio: Studio) -> Audience:
    """What the room sees."""
    engine = studio.house.bridge.engine
    assert engine is not None
    return audience(engine.session, Words())


def test_a_latecomer_is_on_the_wall_with_the_group_they_join(studio: Studio) -> None:
    page = studio.house.host_page
    assert wall(studio).scene is Scene.SEATS
    page.setFocus()
    QTest.keyClick(QApplication.focusWidget() or page, KEY.Key_Up, CONTROL)
    QTest.keyClicks(QApplication.focusWidget() or page, "Mia")
    QTest.keyClick(QApplication.focusWidget() or page, KEY.Key_Return)
    assert ["Mia" in group for group in wall(studio).groups].count(True) == 1
    assert page.findChildren(WallColumn)[0].now.view.audience == wall(studio), "the miniature shows the same"


def test_a_plan_of_two_thousand_makes_no_row_that_is_not_seen(qtbot: QtBot, faces: None) -> None:
    hands = Hands(qtbot, msgspec.structs.replace(day(2000), seats=()))
    hands.key(KEY.Key_Down, CONTROL)
    assert len(panel(hands).lines()) == 2000
    assert 3 < len(panel(hands).findChildren(PersonCard)) < 40
