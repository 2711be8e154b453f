"""What two designs leave on paper: the circle, agreements, stories, propositions, and what is offered and asked for."""

from __future__ import annotations

import msgspec
import pytest

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.groups.roster import Person, Roster
from app.library.protocol import Family, Keeps
from app.prints.harvest import nameless
from app.words import Words
from tests.app.prints.conftest import Press
from tests.app.prints.harvests import harvest, note, staff_meeting

pytestmark = pytest.mark.slow

VOICES = PlannedStep(id="voices", title="All the voices", family=Family.ART_OF_CONVENING, form=Form.CIRCLE, minutes=20,
                     question="What brings you here?", keeps=(Keeps.AGREEMENT,))
STORIES = PlannedStep(id="stories", title="Threads", family=Family.APPRECIATIVE_INQUIRY, minutes=15,
                      question="What runs through your stories?", keeps=(Keeps.STORY, Keeps.THEME, Keeps.PROPOSITION))


def circle(*people: Person) -> Gathering:
    return msgspec.structs.replace(staff_meeting(), steps=(VOICES,), roster=Roster(people=people))


def test_a_circle_is_drawn_with_its_voices_and_the_names_of_those_who_said_yes(press: Press) -> None:
    people = tuple(Person(number=n, name=name, named=yes) for n, (name, yes) in enumerate(
        (("Ada", True), ("Bo", False), ("Cy", True), *((f"Guest {n}", False) for n in range(10))), 1))
    words = press(harvest(note("voices", "One speaks.", Keeps.AGREEMENT), gathering=circle(*people))).words
    assert "The circle" in words and "13 voices, one circle." in words and "Ada, Cy" in words
    assert "Bo" not in words.split() and "Guest" not in words
    assert words.index("13 voices") < words.index("agreements") < words.index("One speaks.")


def test_a_harvest_without_names_has_none_in_its_circle(press: Press) -> None:
    pages = harvest(gathering=circle(Person(number=1, name="Ada", named=True), Person(number=2, name="Bo")))
    words = press(nameless(pages, Words())).words
    assert "11 voices, one circle." in words and "Ada" not in words


def test_without_a_circle_there_is_none_on_paper(press: Press) -> None:
    assert "one circle." not in press(harvest(note("gift", "A chair.", Keeps.GIFT))).words


def test_a_circle_that_wrote_nothing_says_that_this_is_a_harvest(press: Press) -> None:
    words = press(harvest(gathering=circle())).words
    assert "11 voices, one circle." in words and "Nothing was written" in words


def test_stories_have_their_headline_and_propositions_say_where_they_come_from(press: Press) -> None:
    plan = msgspec.structs.replace(staff_meeting(), steps=(STORIES,))
    words = press(harvest(
        note("stories", "He had brought his own key.", Keeps.STORY, headline="The man with the key", name="Ada"),
        note("stories", "Somebody opens before it is asked", Keeps.THEME),
        note("stories", "Doors open before anybody knocks.", Keeps.PROPOSITION, grounded="The man with the key"),
        gathering=plan)).words
    order = ["Stories", "The man with the key", "He had brought his own key. Ada", "Themes", "Somebody opens",
             "Propositions", "Doors open before anybody knocks.", "Grounded in: The man with the key"]
    places = [words.index(text) for text in order[:-1]] + [words.rindex(order[-1])]
    assert places == sorted(places)


def test_promises_offers_and_requests_stand_together_each_under_its_name(press: Press) -> None:
    words = press(harvest(
        note("begin", "Somebody who reads to me.", Keeps.REQUEST), note("begin", "My oven.", Keeps.OFFER, name="Cy"),
        note("begin", "I keep the hall open.", Keeps.PROMISE, name="Bo", to="Ada"))).words
    order = ["Promises, offers, requests", "I keep the hall open.", "Bo, heard by Ada", "My oven.", "Cy",
             "Somebody who reads to me."]
    places = [words.index(text) for text in order]
    assert places == sorted(places)


def test_promises_alone_keep_their_name(press: Press) -> None:
    words = press(harvest(note("begin", "I keep the hall open.", Keeps.PROMISE))).words
    assert "Promises What will you begin" in words and "offers" not in words
