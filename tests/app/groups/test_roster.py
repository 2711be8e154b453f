"""Names and numbered badges."""

from __future__ import annotations

import msgspec
import pytest

from app.groups.roster import (
    LONGEST_NAME,
    MOST_BADGES,
    Person,
    Roster,
    clean_name,
    keep_apart,
    labels,
    named,
    next_badge,
    numbered,
    with_person,
)

THREE = named(Roster(), "Ada\nBo\n\n  Cy  \n")


def test_each_line_with_a_name_is_a_badge() -> None:
    assert [(p.number, p.name) for p in THREE.people] == [(1, "Ada"), (2, "Bo"), (3, "Cy")]


def test_a_name_keeps_its_badge_when_the_list_is_typed_anew() -> None:
    changed = named(THREE, "Cy\nDora\nAda")
    assert [(p.number, p.name) for p in changed.people] == [(1, "Ada"), (2, "Dora"), (3, "Cy")]


def test_what_was_said_of_a_person_stays_with_the_name() -> None:
    told = with_person(THREE, Person(number=2, name="Bo", stays=True))
    assert named(told, "Bo\nAda").person(2) == Person(number=2, name="Bo", stays=True)


def test_two_of_one_name_are_two_people_and_are_told_apart() -> None:
    two = named(Roster(), "Kim\nKim\nLee")
    assert labels(two) == {1: "Kim (1)", 2: "Kim (2)", 3: "Lee"}


def test_badges_without_names_are_read_as_numbers() -> None:
    assert labels(numbered(Roster(), 3)) == {1: "1", 2: "2", 3: "3"}
    assert len(numbered(Roster(), 5000).people) == MOST_BADGES


def test_numbering_again_keeps_the_names() -> None:
    assert labels(numbered(THREE, 4)) == {1: "Ada", 2: "Bo", 3: "Cy", 4: "4"}


def test_two_are_kept_apart_and_may_be_together_again() -> None:
    apart = keep_apart(keep_apart(THREE, 3, 1), 1, 3)
    assert apart.apart == ((1, 3),)
    assert keep_apart(apart, 1, 3, apart=False).apart == ()
    assert keep_apart(THREE, 1, 1) == THREE
    assert keep_apart(THREE, 1, 9) == THREE


def test_who_is_no_longer_on_the_list_is_kept_apart_from_nobody() -> None:
    assert named(keep_apart(THREE, 1, 3), "Ada\nBo").apart == ()


def test_the_next_badge_is_nobodys() -> None:
    assert next_badge(THREE) == 4
    assert next_badge(Roster()) == 1


@pytest.mark.parametrize(("typed", "read"), [
    ("  Ada \t Lovelace ", "Ada Lovelace"), ("a\u202eb", "a b"), ("\x00", ""), ("می\u200cخواهم", "می\u200cخواهم"),
    ("x" * 100, "x" * LONGEST_NAME),
])
def test_a_name_is_one_line_without_hidden_marks(typed: str, read: str) -> None:
    assert clean_name(typed) == read


def test_an_empty_roster_takes_no_room_in_a_plan() -> None:
    assert msgspec.json.encode(Roster()) == b"{}"


def test_a_name_that_is_being_typed_stays_one_person() -> None:
    roster = with_person(named(Roster(), "Ada\nBo"), Person(number=2, name="Bo", hosts=True))
    for name in ("Bob", "Boob", "Bo b", "B"):
        assert named(roster, f"Ada\n{name}").people[1] == Person(number=2, name=name, hosts=True)
    assert named(roster, "Ada\nVera").people[1] == Person(number=2, name="Vera"), "somebody else"
    assert named(roster, "Ada\nBob\nBoo").people[1:] == (Person(number=2, name="Bob"), Person(number=3, name="Boo"))
