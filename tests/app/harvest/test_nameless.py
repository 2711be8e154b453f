"""Without names nobody is named: not in a field, not in the words, not in the plan around them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.design.gathering import Gathering
from app.groups.roster import Roster, named
from app.harvest.nameless import Nameless, names_in
from app.harvest.note import Note
from app.library.protocol import Keeps
from tests.plans import staff_meeting


def without_names(plan: Gathering, notes: tuple[Note, ...], *, somebody: str) -> tuple[Gathering, tuple[Note, ...]]:
    free = Nameless(names_in(plan, notes), somebody)
    return free.plan(plan), tuple(map(free.note, notes))


def plan(*people: str) -> Gathering:
    return msgspec.structs.replace(staff_meeting(), roster=named(Roster(), "\n".join(people)))


def cleared(text: str, *people: str, **said: str) -> Note:
    note = Note(id="n", step_id="s", kind=Keeps.PROMISE, text=text, at=1).filled(said)
    return without_names(plan(*people), (note,), somebody="somebody")[1][0]


@pytest.mark.parametrize(("text", "people", "left"), [
    ("Ruth waited for Tomas.", ("Ruth Meier", "Tomas"), "somebody waited for somebody."),
    ("Ruth Meier's key", ("Ruth Meier",), "somebody's key"),
    ("Herr van Dam lacht, van oben.", ("Jan van Dam",), "Herr van somebody lacht, van oben."),
    ("The will of Will, and Willow too.", ("Will",), "The will of somebody, and Willow too."),
    ("Bei Jürgen und Ju\u0308rgen", ("Jürgen",), "Bei somebody und somebody"),
    ("田中さんが言った", ("田中",), "somebodyさんが言った"),
    ("וליוסי אמרתי", ("יוסי",), "ולsomebody אמרתי"),
    ("Nobody I know.", (), "Nobody I know."),
])
def test_a_name_of_the_list_is_somebody_in_every_note(text: str, people: tuple[str, ...], left: str) -> None:
    assert cleared(text, *people).text == left


def test_names_that_stand_only_in_the_fields_of_a_note_count_too() -> None:
    note = cleared("Ruth heard Joan say it.", name="Joan", to="Ruth", by_when="when Ruth is back")
    assert (note.name, note.to, note.text, note.by_when) == (
        "", "", "somebody heard somebody say it.", "when somebody is back")


def test_who_was_there_is_left_out_and_known_in_all_other_notes() -> None:
    report = Note(id="r", step_id="s", kind=Keeps.REPORT, text="Keys.", at=1).filled(
        {"name": "Ada", "present": "Jo Lind, Mei and Otto", "topic": "What Mei asked", "next": "Otto writes."})
    other = Note(id="o", step_id="s", kind=Keeps.INSIGHT, text="Lind listens.", at=1)
    left = without_names(plan(), (report, other), somebody="somebody")[1]
    assert left[0].all_said() == {"topic": "What somebody asked", "next": "somebody writes."}
    assert left[1].text == "somebody listens."


def test_the_plan_names_nobody_either_and_its_ids_stay() -> None:
    full = msgspec.structs.replace(plan("Ruth"), title="Ruth says goodbye", place="At Ruth's")
    bare, _ = without_names(full, (), somebody="somebody")
    assert (bare.title, bare.place, bare.roster.people) == ("somebody says goodbye", "At somebody's", ())
    assert [step.id for step in bare.steps] == [step.id for step in full.steps]


NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=3, max_size=9).filter(
    lambda name: not name[0].islower() and name not in "somebody")


@given(st.lists(NAMES, min_size=1, max_size=4), st.text(max_size=60), st.sampled_from(list(Keeps)))
def test_no_byte_of_what_is_left_holds_a_name(people: list[str], words: str, kind: Keeps) -> None:
    text = words + "".join(f" {name}, {words}" for name in people)
    note = Note(id="n", step_id="s", kind=kind, text=text, at=1).filled({"name": people[0], "to": people[-1]})
    bare, notes = without_names(plan(*people), (note,), somebody="…")
    left = msgspec.json.encode(notes) + msgspec.json.encode(bare)
    for name in names_in(plan(*people), (note,)):
        if name.lower() == name.upper():
            assert name.encode() not in left
        else:
            assert name not in notes[0].text.split()
