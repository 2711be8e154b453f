"""What tables found, told table by table."""

from __future__ import annotations

from app.harvest.note import Note
from app.harvest.tables import ESSENCES, by_table
from app.library.protocol import Keeps
from tests.app.prints.harvests import note


def texts(notes: tuple[Note, ...]) -> list[str]:
    return [note.text for note in notes]


def test_tables_follow_each_other_by_number_and_not_by_letter() -> None:
    tables, rest = by_table([note("t", "ten", table="10"), note("t", "two", table="2"), note("t", "none")])
    assert [(table, texts(found)) for table, found in tables] == [("2", ["two"]), ("10", ["ten"])]
    assert texts(rest) == ["none"]


def test_a_table_with_a_name_comes_behind_the_numbers() -> None:
    tables, _ = by_table([note("t", "w", table="the window"), note("t", "one", table="1")])
    assert [table for table, _ in tables] == ["1", "the window"]


def test_a_pattern_belongs_to_all_tables_even_where_it_was_seen_at_one() -> None:
    tables, rest = by_table([note("t", "again", Keeps.THEME, table="3")])
    assert (tables, texts(rest)) == ((), ["again"])


def test_each_kind_of_essence_can_say_its_table() -> None:
    assert [note("t", "x", kind, table="4").said("table") for kind in ESSENCES] == ["4"] * 3
