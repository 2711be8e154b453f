"""Slips: everybody's own way through the room, cut and stacked in order, and nothing cut off."""

from __future__ import annotations

import msgspec
import pytest

from app.design.gathering import Gathering
from app.errors import Trouble
from app.prints.handouts import Handout
from app.prints.paper import Paper
from app.words import PSEUDO, Words
from tests.app.prints.conftest import Handed, HandOut
from tests.app.prints.edges import beyond
from tests.app.prints.rooms import ASSIGNED, TITLES, cafe, gathering, mixed, names

pytestmark = pytest.mark.slow

LONG = "What do you walk past every week, waiting for somebody else to stop and to pick it up at last?"


def told(plan: Gathering, badge: int) -> str:
    """What a person must read under their name, counted from the seats alone."""
    out = []
    for step in plan.steps:
        for seats in plan.seats:
            for number, table in enumerate(seats.tables, start=1):
                if seats.step_id == step.id and badge in table:
                    hosts = any(person.hosts and person.number == badge for person in plan.roster.people)
                    where = f"You are the host of table {number} and stay" if hosts else f"Table {number}"
                    out.append(f"{step.title} {where}")
    return " ".join(out)


def stacked(pdf: Handed, columns: int = 2, rows: int = 4) -> list[str]:
    """The slips after every sheet was cut at once and the small piles were laid on one another."""
    sheets = pdf.cells(columns, rows)
    return [sheet[place] for place in range(columns * rows) for sheet in sheets if sheet[place]]


@pytest.mark.parametrize(("people", "paper"), [(9, Paper.A4), (46, Paper.A4), (46, Paper.LETTER)])
def test_every_slip_holds_exactly_the_tables_of_its_person(hand_out: HandOut, people: int, paper: Paper) -> None:
    plan = gathering(mixed(people, 4, 3), names(people))
    slips = stacked(hand_out(plan, Handout.SLIPS, paper))
    assert slips == [f"{n} {name} {told(plan, n)}" for n, name in enumerate(names(people), start=1)]


@pytest.mark.slow
def test_three_hundred_people_over_five_rounds_each_have_their_own_way(hand_out: HandOut) -> None:
    plan = gathering(mixed(300, 4, 5), names(300))
    pdf = hand_out(plan, Handout.SLIPS)
    assert len(pdf.pieces) == 38
    assert stacked(pdf) == [f"{n} {name} {told(plan, n)}" for n, name in enumerate(names(300), start=1)]
    assert beyond(pdf.path, 2, 4, inset=20) == []


def test_a_seat_that_changes_changes_two_slips_and_no_other(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2), names(9))
    first, *others = plan.seats[1].tables
    swapped = ((others[0][0], *first[1:]), (first[0], *others[0][1:]), *others[1:])
    changed = msgspec.structs.replace(plan, seats=(plan.seats[0], msgspec.structs.replace(
        plan.seats[1], tables=swapped)))
    before, after = stacked(hand_out(plan, Handout.SLIPS)), stacked(hand_out(changed, Handout.SLIPS))
    assert [a != b for a, b in zip(before, after, strict=True)].count(True) == 2


def test_whoever_hosts_reads_that_they_stay_and_nobody_else_does(hand_out: HandOut) -> None:
    plan = gathering(cafe(5, 4, 3), names(20), hosts=(1, 5, 9, 13, 17))
    slips = stacked(hand_out(plan, Handout.SLIPS))
    assert slips == [f"{n} {name} {told(plan, n)}" for n, name in enumerate(names(20), start=1)]
    assert [n for n, slip in enumerate(slips, start=1) if slip.count("You are the host") == 3] == [1, 5, 9, 13, 17]


def test_a_step_in_which_people_choose_has_no_line(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2), names(9))
    assert "Whom you like" in {step.title for step in plan.steps}
    words = hand_out(plan, Handout.SLIPS).words
    assert "Whom you like" not in words and "Arriving" not in words and TITLES[1] in words


def test_someone_who_came_later_has_a_slip_without_a_table(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2), names(9))
    fewer = tuple(msgspec.structs.replace(seats, tables=tuple(tuple(n for n in table if n != 4)
                                                              for table in seats.tables)) for seats in plan.seats)
    slips = stacked(hand_out(msgspec.structs.replace(plan, seats=fewer), Handout.SLIPS))
    assert slips[3] == f"4 {names(9)[3]}"


def test_badges_without_names_are_large_numbers(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2))
    assert stacked(hand_out(plan, Handout.SLIPS))[6] == f"7 {told(plan, 7)}"


def test_two_of_one_name_are_told_apart_by_their_badge(hand_out: HandOut) -> None:
    plan = gathering(mixed(9, 3, 2), ["Anna", "Anna"])
    slips = stacked(hand_out(plan, Handout.SLIPS))
    assert slips[0] == f"1 Anna {told(plan, 1)}" and slips[1] == f"2 Anna {told(plan, 2)}"


@pytest.mark.parametrize("name", ["<b>Bob</b>", "a &amp; b", "\\(a\\) Tj", "%s {0} {name}", "Ὀδυσσεύς", "Łukasz Żółć"])
def test_a_name_is_set_letter_for_letter(hand_out: HandOut, name: str) -> None:
    pdf = hand_out(gathering(mixed(9, 3, 1), [name]), Handout.SLIPS)
    assert stacked(pdf)[0].startswith(f"1 {name} ") and pdf.missing == ()


@pytest.mark.parametrize(("name", "shown"), [
    ("王小明", "1 [?][?][?]"), ("Mei 😀", "1 Mei [grinning face]")])
def test_a_name_no_font_has_is_told_and_its_number_stands_for_it(hand_out: HandOut, name: str, shown: str) -> None:
    plan = gathering(mixed(9, 3, 1), [name])
    pdf = hand_out(plan, Handout.SLIPS)
    assert stacked(pdf)[0].replace("\u00a0", " ") == f"{shown} {told(plan, 1)}"
    assert pdf.missing == tuple(sorted({letter for letter in name if ord(letter) > 255}))


@pytest.mark.parametrize("name", ["अनिता शर्मा", "محمد علي", "דוד"])
def test_a_name_in_any_of_our_scripts_is_printed_with_its_own_letters(hand_out: HandOut, name: str) -> None:
    pdf = hand_out(gathering(mixed(9, 3, 1), [name]), Handout.SLIPS)
    assert pdf.missing == () and "[?]" not in pdf.words


@pytest.mark.parametrize("paper", Paper)
def test_a_long_name_and_a_long_title_are_whole_and_inside_the_cuts(hand_out: HandOut, paper: Paper) -> None:
    plan = gathering(mixed(9, 3, 2), ["Donaudampfschifffahrtsgesellschaftskapitänswitwenrente Mayer", "W" * 60],
                     titles=(LONG, "Q" * 90))
    pdf = hand_out(plan, Handout.SLIPS, paper)
    assert beyond(pdf.path, 2, 2, inset=20) == []
    slips = stacked(pdf, 2, 2)
    assert len(slips) == 9 and all(slip.replace(" ", "").count(LONG.replace(" ", "")) == 1 for slip in slips)
    assert slips[1].replace(" ", "").count("W" * 60) == 1 and slips[1].replace(" ", "").count("Q" * 90) == 1


def test_what_crosses_a_cut_is_found(hand_out: HandOut) -> None:
    pdf = hand_out(gathering(mixed(9, 3, 2), names(9)), Handout.SLIPS)
    assert beyond(pdf.path, 2, 4, inset=20) == [] != beyond(pdf.path, 2, 5, inset=20)
    assert beyond(pdf.path, 2, 4, inset=40) != []


@pytest.mark.parametrize(("rounds", "columns", "rows", "slips"), [
    (8, 2, 2, 9), (18, 1, 2, 9), pytest.param(100, 1, 1, 27, marks=pytest.mark.slow)])
def test_a_long_day_takes_larger_slips_and_at_last_several_each(
        hand_out: HandOut, rounds: int, columns: int, rows: int, slips: int) -> None:
    plan = gathering(mixed(9, 3, rounds), names(9))
    pdf = hand_out(plan, Handout.SLIPS)
    found = stacked(pdf, columns, rows)
    assert len(found) == slips and beyond(pdf.path, columns, rows, inset=20) == []
    first = "".join(found[:slips // 9]).replace(f"1 {names(9)[0]}", "")
    assert first.split() == told(plan, 1).split()


def test_the_longer_sentences_of_another_language_fit(hand_out: HandOut) -> None:
    plan = gathering(cafe(5, 4, 3), names(20), hosts=(1, 5, 9, 13, 17))
    pdf = hand_out(plan, Handout.SLIPS, words=Words(PSEUDO))
    assert [cut for grid in ((2, 4), (2, 2)) for cut in beyond(pdf.path, *grid, inset=20)] == []


def without_badges() -> Gathering:
    """People choose, and nobody has a badge."""
    return msgspec.structs.replace(gathering([]), people=12)


def without_seats() -> Gathering:
    """A step is assigned, and nothing was worked out."""
    return msgspec.structs.replace(gathering(mixed(9, 3, 1)), seats=())


@pytest.mark.parametrize("what", ASSIGNED)
@pytest.mark.parametrize(("plan", "said"), [
    (without_badges(), "does not know yet who comes"),
    (gathering([], ["Anna", "Bert"]), "people choose whom they sit with"),
    (without_seats(), f"who sits where in “{TITLES[0]}”")])
def test_what_is_missing_is_said_in_one_sentence_with_what_to_do(
        hand_out: HandOut, plan: Gathering, said: str, what: Handout) -> None:
    with pytest.raises(Trouble) as trouble:
        hand_out(plan, what)
    sentence = Words()(trouble.value.text)
    assert said in sentence and "Neighbours at the table" in sentence and sentence.endswith("then print.")
