"""People who made promises are offered to meet them again: who counts as the same people, and where the step stands."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.design.edits import copy_of
from app.design.gathering import Gathering
from app.design.met_again import PROTOCOL, offer, same_people
from app.design.remedies import heed
from app.groups.roster import Roster, named
from app.library.bundled import load_folder
from app.words import Words
from tests.app.library.here import PROTOCOLS
from tests.plans import gathering

SHELF = load_folder(PROTOCOLS).protocols
DAY = date(2026, 11, 17)


def street(title: str = "Our street", *names: str) -> Gathering:
    return replace(gathering("welcome", "ownership", "closing"), id=title, title=title,
                   roster=named(Roster(), "\n".join(names)))


def test_the_same_plan_its_copy_and_the_same_title_are_the_same_people() -> None:
    first = street()
    assert same_people(first, first)
    assert same_people(copy_of(first, "Another evening"), first)
    assert same_people(replace(first, id="other", title=" our  STREET "), first)
    assert not same_people(street("The quay"), first)
    assert not same_people(replace(first, id="a", title=""), replace(first, id="b", title=" "))


def test_where_both_have_names_the_names_decide() -> None:
    first = street("Our street", "Ruth", "Otto", "Leila", "Bram")
    assert same_people(street("The quay", "ruth", "Otto", "Noor"), first)
    assert not same_people(street("Our street", "Noor", "Mei", "Bram"), first)


def test_the_step_is_offered_once_behind_the_welcome() -> None:
    plan = street()
    offered = offer(plan, DAY, SHELF)
    assert offered is not None
    assert Words()(offered.text).startswith("When you met on Tuesday 17 November, promises were made.")
    now = heed(plan, offered.remedy, SHELF)
    assert [step.protocol for step in now.steps] == ["welcome", PROTOCOL, "ownership", "closing"]
    assert offer(now, DAY, SHELF) is None


def test_without_promises_or_without_the_protocol_nothing_is_offered() -> None:
    assert offer(street(), None, SHELF) is None
    assert offer(street(), DAY, ()) is None


def test_an_empty_plan_takes_it_as_its_first_step() -> None:
    empty = replace(street(), steps=())
    offered = offer(empty, DAY, SHELF)
    assert offered is not None
    assert [step.protocol for step in heed(empty, offered.remedy, SHELF).steps] == [PROTOCOL]
