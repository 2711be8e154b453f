"""A World Café before it begins: how many tables, what is laid out, and what its protocols bring into a plan."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.design.agenda import agenda
from app.design.cafe import FEWEST, advice, rounds_of, tables_of
from app.design.edits import change, planned
from app.design.gathering import Gathering, Seating
from app.design.sitting import lay_tables
from app.groups.forms import Form
from app.library.bundled import load_folder
from app.library.protocol import Beat, Family, Kind, Protocol
from app.live.audience import audience_of
from app.words import Words
from tests.plans import staff_meeting

PROTOCOLS = Path(__file__).parents[3] / "protocols"
CAFES = tuple(protocol for protocol in load_folder(PROTOCOLS).protocols if protocol.family is Family.WORLD_CAFE)


def cafe(people: int = 46, *, about: bool = False, protocol: str = "world-cafe") -> Gathering:
    """A gathering that is one of the bundled cafés and nothing else."""
    found = next(known for known in CAFES if known.id == protocol)
    return msgspec.structs.replace(staff_meeting(), people=people, about=about, minutes=120, steps=planned(found))


def tables_with(gathering: Gathering, size: int) -> Gathering:
    """The same plan with so many chairs at every table."""
    return lay_tables(gathering, Form.TABLE_OF_FIVE if size == 5 else Form.TABLE, Words())


@pytest.mark.parametrize("size", [4, 5])
def test_no_table_has_one_more_than_its_chairs_or_two_fewer(size: int) -> None:
    for people in range(FEWEST, 301):
        sizes = tables_of(tables_with(cafe(people), size))
        assert sum(sizes) == people
        assert size - 1 <= min(sizes) <= max(sizes) <= size, people


def test_forty_six_sit_at_ten_fours_and_two_threes() -> None:
    assert tables_of(cafe(46)) == (3, 3, *(4,) * 10)


def test_one_sentence_says_what_to_lay_out() -> None:
    assert Words()(advice(cafe(46)) or "") == (
        "Lay out 12 tables of four with 48 chairs, one table spare, a cloth for each table and pens for everybody; "
        "14 question cards for each round. Short of tables? 10 of five will do.")


def test_about_a_hundred_and_forty_are_laid_out_for_a_tenth_more() -> None:
    assert "39 tables of four with 156 chairs" in Words()(advice(cafe(140, about=True)) or "")


def test_under_twelve_people_are_asked_about_three_cloths() -> None:
    assert "three cloths" in Words()(advice(cafe(11)) or "")


def test_a_plan_without_a_cafe_is_told_nothing() -> None:
    assert advice(staff_meeting()) is None


@pytest.mark.parametrize("protocol", CAFES, ids=lambda protocol: protocol.id)
def test_each_cafe_sets_its_context_sits_at_tables_hears_the_room_and_closes(protocol: Protocol) -> None:
    kinds = [step.kind for step in protocol.steps]
    assert (kinds[0], kinds[-2:]) == (Kind.TALK, [Kind.SAMPLING, Kind.CLOSING])
    assert protocol.steps[0].wall.lines, "the etiquette stands on the wall"
    rounds = protocol.steps[1:-2]
    assert 2 <= len(rounds) <= 3 and all(15 <= step.minutes <= 30 for step in rounds)
    assert 15 <= protocol.steps[-2].minutes <= 30
    assert protocol.people == (12, 300)


def test_a_cafe_from_the_library_scatters_by_itself_and_counts_its_rounds() -> None:
    plan = cafe()
    walls = [audience_of(step, Words(), beat=Beat.GATHER, gathering=plan) for step in rounds_of(plan)]
    assert [wall.foot for wall in walls[1:]] == ["Round 2 of 3", "Round 3 of 3"]
    assert walls[1].heading.startswith("Hosts stay.") and "empty chair" in walls[1].heading


def test_a_last_round_at_home_sends_everybody_back_and_is_one_of_three() -> None:
    plan = cafe(protocol="world-cafe-building")
    second, last = rounds_of(plan)[1:]
    assert audience_of(second, Words(), beat=Beat.GATHER, gathering=plan).foot == "Round 2 of 3"
    wall = audience_of(last, Words(), beat=Beat.GATHER, gathering=plan)
    assert last.seating is Seating.HOME
    assert wall.heading.startswith("Go back to\nyour first table.") and wall.foot == "Round 3 of 3"


def test_moving_between_tables_is_counted_and_grows_with_the_room() -> None:
    moving = [[row.moving for row in agenda(cafe(people)).rows[1:4]] for people in (20, 46, 140)]
    assert moving == [[1, 1, 1], [2, 2, 2], [4, 4, 4]]


def test_five_at_a_table_are_laid_out_carded_and_told_everywhere() -> None:
    plan = tables_with(cafe(46), 5)
    assert tables_of(plan) == (4, 4, 4, 4, *(5,) * 6)
    assert Words()(advice(plan) or "").startswith("Lay out 10 tables of five with 50 chairs")
    found = audience_of(rounds_of(plan)[0], Words(), beat=Beat.GATHER, gathering=plan)
    assert (found.second, found.foot2) == ("Five to a table.", "Four is fine.")
    assert {step.seating for step in rounds_of(plan)} == {step.seating for step in rounds_of(cafe(46))}
    assert tables_of(tables_with(plan, 4)) == tables_of(cafe(46))


def test_seat_cards_for_five_have_a_fifth_sign_on_the_map() -> None:
    plan = tables_with(cafe(50), 5)
    for step in rounds_of(plan):
        plan = change(plan, step.id, seating=Seating.CARDS)
    assert len(audience_of(rounds_of(plan)[1], Words(), beat=Beat.GATHER, gathering=plan).signs) == 5
