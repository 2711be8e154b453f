"""Notes told apart by step, by kind and by theme, and which of them are chosen together."""

from __future__ import annotations

from app.harvest.note import Note
from app.harvest.picked import Picked
from app.harvest.sections import View, sections
from app.library.protocol import Keeps
from tests.app.prints.harvests import staff_meeting

STEPS = staff_meeting().steps


def note(name: str, step_id: str = "heard", kind: Keeps = Keeps.INSIGHT, theme: str = "") -> Note:
    return Note(id=name, step_id=step_id, kind=kind, text=name, at=0, theme=theme)


def told(view: View, *notes: Note) -> list[tuple[str, list[str]]]:
    return [(section.id, [one.id for one in section.notes]) for section in sections(view, STEPS, notes)]


def test_by_step_they_stand_in_the_order_of_the_plan_and_last_what_is_of_no_step() -> None:
    assert told(View.STEP, note("a", "gift"), note("b", "gone"), note("c", "busy"), note("d", "gift")) == [
        ("busy", ["c"]), ("gift", ["a", "d"]), ("", ["b"])]


def test_by_kind_promises_are_left_to_their_own_place() -> None:
    assert told(View.KIND, note("a", kind=Keeps.GIFT), note("b"), note("c", kind=Keeps.PROMISE)) == [
        ("insight", ["b"]), ("gift", ["a"])]


def test_by_theme_an_empty_theme_stands_too_and_last_what_is_under_none() -> None:
    notes = (note("t", kind=Keeps.THEME), note("a", theme="t"), note("b"), note("u", kind=Keeps.THEME),
             note("c", theme="taken away"))
    assert told(View.THEME, *notes) == [("t", ["a"]), ("u", []), ("", ["b", "c"])]
    assert told(View.THEME) == []


def test_a_section_takes_only_what_may_come_and_is_not_there_yet() -> None:
    theme, under, free = note("t", kind=Keeps.THEME), note("a", theme="t"), note("b")
    here, rest = sections(View.THEME, STEPS, (theme, under, free))
    assert here.would_take([under, free]) and not here.would_take([under]) and not here.would_take([theme])
    assert rest.would_take([under]) and not rest.would_take([free])
    *_, of_none = sections(View.STEP, STEPS, (note("x", "gone"),))
    assert not of_none.would_take([free])


def test_a_stretch_begins_where_it_began_and_can_become_shorter() -> None:
    order = tuple("abcde")
    picked = Picked().stretched(order, "b", "c").stretched(order, "c", "d").stretched(order, "d", "c")
    assert picked.ids == {"b", "c"}
    assert picked.walked().stretched(order, "e", "d").ids == {"d", "e"}


def test_a_note_that_was_clicked_comes_along_with_the_next_one() -> None:
    assert Picked(anchor="a").joined("c").ids == {"a", "c"}
    assert Picked(anchor="a").joined("c").joined("a").ids == {"c"}
    assert Picked().joined("c").toggled("d").kept({"d"}).ids == {"d"}
