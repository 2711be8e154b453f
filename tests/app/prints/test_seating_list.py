"""What stands on the tables, and the list the host looks a name up in."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
import pytest

from app.design.gathering import Gathering
from app.groups.forms import Form
from app.groups.roster import Roster
from app.prints.handouts import Handout
from app.prints.paper import Paper
from app.prints.routes import by_name
from app.words import PSEUDO, Words
from tests.app.prints.conftest import Handed, HandOut, Piece
from tests.app.prints.edges import beyond
from tests.app.prints.rooms import ASSIGNED, TITLES, cafe, gathering, mixed, names

pytestmark = pytest.mark.slow


def looked_up(pdf: Handed, steps: int) -> dict[str, list[str]]:
    """The names of the list, each with the numbers that stand beside it at the same height."""
    return {piece.text: [other.text for other in page[place + 1:place + 1 + steps] if abs(other.y - piece.y) < 2]
            for page in pdf.pieces[:first_page(pdf, 0)] for place, piece in enumerate(page)
            if re.fullmatch(r"P\d+", piece.text)}


def first_page(pdf: Handed, step: int) -> int:
    """The page on which the tables of a step begin, steps and pages counted from 0."""
    return next(n for n, page in enumerate(pdf.pieces) if heads(page, step))


def heads(page: Sequence[Piece], step: int) -> bool:
    """Whether this is a page of that step."""
    return any(piece.text.startswith(f"{step + 1}. ") for piece in page[:4])


def at_tables(pdf: Handed, step: int) -> list[list[str]]:
    """The names at each table, on the pages of one step counted from 0, below foot, heading and number of tables."""
    tables: list[list[str]] = []
    for piece in (piece for page in pdf.pieces if heads(page, step) for piece in page[4:]):
        if match := re.fullmatch(r"Table (\d+)(, more)?", piece.text):
            assert int(match[1]) == len(tables) + (0 if match[2] else 1)
            tables += [[]] if not match[2] else []
        else:
            tables[-1].append(piece.text)
    return tables


def seated(plan: Gathering, called: Sequence[str], step: int) -> list[list[str]]:
    """The same, from the plan alone."""
    return [[called[badge - 1] for badge in table] for table in plan.seats[step].tables]


@pytest.mark.parametrize(("people", "size", "rounds"), [(9, 3, 2), (46, 4, 3), (60, 30, 1)])
@pytest.mark.parametrize("paper", Paper)
def test_every_table_lists_exactly_its_people(
        hand_out: HandOut, people: int, size: int, rounds: int, paper: Paper) -> None:
    called = [f"P{n}" for n in range(people)]
    plan = gathering(mixed(people, size, rounds), called)
    pdf = hand_out(plan, Handout.SEATING, paper)
    for step in range(rounds):
        assert at_tables(pdf, step) == seated(plan, called, step)


def test_every_name_has_the_numbers_of_its_tables(hand_out: HandOut) -> None:
    called = [f"P{n:02d}" for n in range(46)]
    plan = gathering(mixed(46, 4, 3), called)
    found = looked_up(hand_out(plan, Handout.SEATING), 3)
    for badge, name in enumerate(called, start=1):
        tables = [next(n for n, table in enumerate(seats.tables, start=1) if badge in table) for seats in plan.seats]
        assert found[name] == [str(number) for number in tables]


@pytest.mark.slow
@pytest.mark.parametrize("paper", Paper)
def test_three_hundred_people_over_five_rounds_are_all_found(hand_out: HandOut, paper: Paper) -> None:
    called = [f"P{n:03d}" for n in range(300)]
    plan = gathering(mixed(300, 4, 5), called)
    pdf = hand_out(plan, Handout.SEATING, paper)
    found = looked_up(pdf, 5)
    for badge, name in enumerate(called, start=1):
        tables = [next(n for n, table in enumerate(seats.tables, start=1) if badge in table) for seats in plan.seats]
        assert found[name] == [str(number) for number in tables]
    assert [at_tables(pdf, step) for step in range(5)] == [seated(plan, called, step) for step in range(5)]
    assert beyond(pdf.path, 1, 1, inset=30) == []


def test_names_are_found_where_people_look_for_them() -> None:
    called = ["Zoë", "Łukasz", "ana", "Äbi", "Anna", "", "דוד", "Anna", "Lena"]
    found = by_name(gathering(mixed(9, 9, 1), called), lambda name: name != "דוד")
    assert [called[number - 1] for number in found] == [
        "", "דוד", "Äbi", "ana", "Anna", "Anna", "Lena", "Łukasz", "Zoë"]
    assert found[:2] == (6, 7) and found[4:6] == (5, 8)


def test_hosts_come_first_and_the_list_says_so(hand_out: HandOut) -> None:
    called = names(20)
    plan = gathering(cafe(5, 4, 2), called, hosts=(1, 5, 9, 13, 17))
    pdf = hand_out(plan, Handout.SEATING)
    assert "this person hosts the table and stays" in pdf.words
    assert [table[0] for table in at_tables(pdf, 1)] == [called[0], called[4], called[8], called[12], called[16]]
    assert "hosts" not in hand_out(gathering(cafe(5, 4, 2), called), Handout.SEATING).words


def test_whoever_has_no_seat_is_listed_with_a_dash(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2), [f"P{n}" for n in range(9)])
    seats = (plan.seats[0], msgspec.structs.replace(plan.seats[1], tables=tuple(
        tuple(badge for badge in table if badge != 4) for table in plan.seats[1].tables)))
    found = looked_up(hand_out(msgspec.structs.replace(plan, seats=seats), Handout.SEATING), 2)
    assert found["P3"][1] == "–" != found["P3"][0]


def test_a_badge_nobody_wears_any_more_is_a_number_at_its_table(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 1), [f"P{n}" for n in range(9)])
    fewer = msgspec.structs.replace(plan, roster=Roster(people=plan.roster.people[:8]))
    tables = at_tables(hand_out(fewer, Handout.SEATING), 0)
    assert sorted(name for table in tables for name in table) == ["9", *(f"P{n}" for n in range(8))]


def test_a_name_no_font_has_stands_beside_its_number(hand_out: HandOut) -> None:
    pdf = hand_out(gathering(mixed(9, 3, 1), ["Anna", "王小明"]), Handout.SEATING)
    assert pdf.words.count("2 [?][?][?]") == 2 and len(pdf.missing) == 3


@pytest.mark.parametrize("rounds", [1, 5, 13, pytest.param(30, marks=pytest.mark.slow)])
def test_a_day_of_any_length_stays_on_its_sheets(hand_out: HandOut, rounds: int) -> None:
    plan = gathering(mixed(24, 4, rounds), [*names(22), "W" * 60, "<b>i</b>"],
                     titles=("Q" * 120, "What do you walk past every week? " * 4, ""), title="Long title " * 12)
    for paper in Paper:
        pdf = hand_out(plan, Handout.SEATING, paper)
        assert beyond(pdf.path, 1, 1, inset=30) == []
        assert pdf.words.count("<b>i</b>") == rounds + -(-rounds // 12)
        assert pdf.words.replace(" ", "").count("W" * 60) == rounds + -(-rounds // 12)


def test_what_reaches_too_far_is_found(hand_out: HandOut) -> None:
    assert beyond(hand_out(gathering(mixed(9, 3, 1)), Handout.SEATING).path, 1, 1, inset=60) != []


def test_the_list_holds_in_a_longer_language(hand_out: HandOut) -> None:
    pdf = hand_out(gathering(cafe(5, 4, 3), names(20), hosts=(1, 5, 9, 13, 17)), Handout.SEATING, words=Words(PSEUDO))
    assert beyond(pdf.path, 1, 1, inset=30) == []


@pytest.mark.parametrize("paper", Paper)
def test_every_table_has_its_number_on_both_sides_of_a_tent(hand_out: HandOut, paper: Paper) -> None:
    plan = gathering([*mixed(46, 4, 2), *mixed(46, 3, 1)], names(46))
    pdf = hand_out(plan, Handout.TABLES, paper)
    assert [sorted(piece.text for piece in page) for page in pdf.pieces] == [
        sorted([str(n), str(n), "Table", "Table"]) for n in range(1, 17)]
    assert beyond(pdf.path, 1, 2, inset=20) == []


def test_numbers_of_three_digits_stay_on_the_card(hand_out: HandOut) -> None:
    pdf = hand_out(gathering(mixed(202, 2, 1)), Handout.TABLES)
    assert len(pdf.pieces) == 101 and beyond(pdf.path, 1, 2, inset=20) == []


def test_every_handout_tells_readers_its_title_and_language(hand_out: HandOut) -> None:
    for what in ASSIGNED:
        reader = hand_out(gathering(mixed(9, 3, 2), title="Neighbours <i>at</i> table"), what).reader
        assert reader.metadata is not None and reader.metadata.title == "Neighbours <i>at</i> table"
        assert str(reader.root_object["/Lang"]) == "en" and reader.outline


def test_titles_of_steps_head_their_pages(hand_out: HandOut) -> None:
    pdf = hand_out(gathering(mixed(9, 3, 3)), Handout.SEATING)
    assert [" ".join(piece.text for piece in page[2:3]) for page in pdf.pieces[1:]] == [
        f"{n}. {title}" for n, title in enumerate(TITLES[:3], start=1)]


def test_chairs_without_a_table_are_groups(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2), names(9), form=Form.THREES)
    for what in ASSIGNED:
        words = hand_out(plan, what).words
        assert "Group" in words or "3 groups" in words
        assert "Table" not in words and "table " not in words.replace("Neighbours at the table", "")


def test_whoever_is_remote_is_on_the_list_and_needs_no_paper_in_the_room(hand_out: HandOut) -> None:
    plan = gathering([[(1, 2, 3), (4, 5, 6), (7, 8, 9)]], [f"P{n}" for n in range(9)])
    people = tuple(msgspec.structs.replace(person, remote=person.number > 6) for person in plan.roster.people)
    hybrid = msgspec.structs.replace(plan, roster=Roster(people=people))
    assert "Table 3, remote" in hand_out(hybrid, Handout.SEATING).words
    assert len(hand_out(hybrid, Handout.TABLES).pieces) == 2
    slips = hand_out(hybrid, Handout.SLIPS).words
    assert "P5" in slips and "P6" not in slips
