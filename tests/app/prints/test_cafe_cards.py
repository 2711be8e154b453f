"""What a World Café is handed: a question for every table and two spare, a card for each host, numbers on tables."""

from __future__ import annotations

import msgspec
import pytest

from app.errors import Trouble
from app.prints.handouts import Handout, fitting
from tests.app.design.test_cafe import cafe
from tests.app.prints.conftest import HandOut
from tests.plans import staff_meeting

pytestmark = pytest.mark.slow


def test_every_table_has_the_question_of_each_round_and_two_are_spare(hand_out: HandOut) -> None:
    plan = cafe(14)
    paper = hand_out(plan, Handout.QUESTIONS)
    for step in plan.steps[1:4]:
        cards = [card for page in paper.cells(1, 2) for card in page
                 if card.startswith(step.question) and step.wall.foot in card]
        assert len(cards) >= 4 + 2, step.title
    assert len(paper.reader.pages) == 3 * 3


def test_about_so_many_people_have_cards_for_a_tenth_more(hand_out: HandOut) -> None:
    assert len(hand_out(cafe(40, about=True), Handout.QUESTIONS).reader.pages) == 3 * 7     # 11 tables and 2, by twos


def test_a_question_of_five_hundred_characters_stays_on_its_card(hand_out: HandOut) -> None:
    plan = cafe(12)
    long = msgspec.structs.replace(plan, steps=tuple(
        msgspec.structs.replace(step, question="Why do you ask so much of yourself? " * 13) for step in plan.steps))
    for card in (card for page in hand_out(long, Handout.QUESTIONS).cells(1, 2) for card in page):
        assert card.count("Why do you ask") == 13


def test_a_host_is_told_what_to_do_in_each_round_and_what_when_they_must_go(hand_out: HandOut) -> None:
    paper = hand_out(cafe(46, protocol="world-cafe-building"), Handout.HOSTS)
    card = paper.cells(1, 2)[0][0]
    for told in ("Round 1: First table", "In a minute or two: what lay on this table", "Those who began here come back",
                 "You have to go?"):
        assert told in card
    assert len(paper.reader.pages) == 7                                                     # 12 tables and one spare


def test_a_cafe_in_which_people_choose_has_numbers_for_its_tables(hand_out: HandOut) -> None:
    paper = hand_out(cafe(12), Handout.TABLES)
    assert [page[0].text for page in paper.pieces] == ["1", "2", "3", "4"]


def test_hosts_are_printed_only_where_tables_have_hosts(hand_out: HandOut) -> None:
    assert {Handout.HOSTS, Handout.QUESTIONS} <= fitting(cafe())
    assert Handout.HOSTS not in fitting(staff_meeting())
    with pytest.raises(Trouble) as told:
        hand_out(staff_meeting(), Handout.HOSTS)
    assert "nobody hosts a table" in str(told.value.text)
