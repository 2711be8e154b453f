"""A note with the fields of its kind: written, read again, and read from a log that knew none."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Trouble
from app.harvest.kinds import KINDS, NOT_NOW, fields_of, keeps_names, kind_name, kind_names, told
from app.harvest.note import LONGEST, OWN, Note, checked
from app.library.protocol import Family, Keeps
from app.live.events import Edited, Event, Kept, from_json, to_json
from app.words import Words

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def note(kind: Keeps, **said: str) -> Note:
    return Note(id="n1", step_id="s", kind=kind, text="We met at last.", at=1).filled(said)


@given(st.sampled_from(KINDS), st.data())
def test_a_note_of_any_kind_is_read_from_the_log_as_it_was_written(kind: Keeps, data: st.DataObject) -> None:
    said = {field.id: data.draw(WORDS) for field in fields_of(kind)}
    kept = checked(note(kind, **said))
    for fact in (Kept(note=kept), Edited(note=kept)):
        read = from_json(to_json(Event(id=1, at=1, what=fact))).what
        assert isinstance(read, Kept | Edited) and read.note == kept
    assert {field_id: kept.said(field_id) for field_id in said} == {k: text.strip() for k, text in said.items()}


def test_a_note_from_before_there_were_fields_reads_as_it_did() -> None:
    old = (b'{"id":3,"at":7,"what":{"fact":"kept","note":{"id":"n1","step_id":"s","kind":"promise",'
           b'"text":"I will open.","at":7,"name":"Joan","to":"Ruth","by_when":"Monday"}}}')
    event = from_json(old)
    assert isinstance(event.what, Kept)
    assert event.what.note.all_said() == {"name": "Joan", "to": "Ruth", "by_when": "Monday"}
    assert to_json(event) == old


def test_empty_fields_take_no_room_in_the_log() -> None:
    assert b"fields" not in msgspec.json.encode(note(Keeps.REPORT, topic="  ", present=""))


def test_a_doubt_has_no_field_at_all() -> None:
    assert fields_of(Keeps.DOUBT) == ()


def test_no_kind_asks_for_a_reply_a_status_or_a_date_that_is_chased() -> None:
    asked = {field.id for kind in KINDS for field in fields_of(kind)}
    assert asked == {*OWN, "table", "answer", "headline", "grounded", "topic", "present", "next"}


def test_names_of_people_are_asked_for_only_where_names_are_kept() -> None:
    assert [field.id for field in fields_of(Keeps.REPORT, named=False)] == ["topic", "next"]
    assert not any(keeps_names(family, Keeps.DOUBT) for family in Family)


def test_no_for_now_is_told_in_words_and_names_are_left_out_where_none_are_kept() -> None:
    words = Words()
    assert [words(text) for _, text in told(note(Keeps.PROMISE, answer=NOT_NOW), named=True)] == ["No for now"]
    report = note(Keeps.REPORT, name="Ada", topic="Keys", present="Ada, Jo", next="We ask.")
    assert [words(text) for _, text in told(report, named=True)] == ["Keys", "Ada, Jo", "We ask."]
    assert [words(text) for _, text in told(report, named=False)] == ["Keys", "We ask."]


def test_fields_count_in_the_length_of_a_note() -> None:
    with pytest.raises(Trouble, match="20001 characters"):
        checked(note(Keeps.REPORT, next="x" * (LONGEST - len("We met at last.") + 1)))


@pytest.mark.parametrize("kind", Keeps)
def test_every_kind_is_called_by_a_word_for_one_and_a_word_for_many(kind: Keeps) -> None:
    assert Words()(kind_name(kind)) and Words()(kind_names(kind))
