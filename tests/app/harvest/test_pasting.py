"""What was pasted is offered as notes: a list by its bullets, paragraphs by empty lines, else line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.harvest.pasting import MOST, notes_in


@pytest.mark.parametrize(("text", "notes"), [
    ("one\ntwo\nthree", ("one", "two", "three")),
    ("- one\n- two", ("one", "two")),
    ("• one\r\n• two\r\n", ("one", "two")),
    ("1. one\n2) two\n(3) three", ("one", "two", "three")),
    ("[ ] one\n[x] two", ("one", "two")),
    ("– one that goes\n  on here\n– two", ("one that goes on here", "two")),
    ("Heard:\n* one\n* two", ("Heard:", "one", "two")),
    ("a first\nparagraph\n\na second", ("a first paragraph", "a second")),
    ("  one  \n\n\n  two ", ("one", "two")),
    ("just one line", ()), ("", ()), ("\n\n", ()), ("- only one", ()),
    ("3.5 minutes each\n-4 degrees", ("3.5 minutes each", "-4 degrees")),
    ("\n".join("x" * (MOST + 1)), ()),
])
def test_the_notes_in_a_text(text: str, notes: tuple[str, ...]) -> None:
    assert notes_in(text) == notes


@given(st.text(max_size=200))
def test_no_note_is_empty_and_no_word_is_made_up(text: str) -> None:
    notes = notes_in(text)
    assert len(notes) != 1 and all(note.strip() == note != "" for note in notes)
    assert set(" ".join(notes).split()) <= set(text.split())
