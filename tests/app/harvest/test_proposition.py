"""A proposition is asked one question at most."""

from __future__ import annotations

import pytest

from app.harvest.proposition import remark_on
from app.words import Words

LATER = "This tells of later. How does it read as if it were so today?"
GONE = "This says what is not there. What is there instead?"


@pytest.mark.parametrize(("words", "asked"), [
    ("Every newcomer has a friend here by Friday.", None),
    ("We notice who is quiet, and hold a note as long as a kettle boils.", None),
    ("", None),
    ("We will greet every newcomer by name.", LATER),
    ("We’ll greet every newcomer.", LATER),
    ("By 2030 everybody knows a neighbour.", LATER),
    ("We aim to be the friendliest house.", LATER),
    ("We no longer work late.", GONE),
    ("People don’t wait for permission.", GONE),
    ("We will not wait.", LATER),
    ("Nobody eats alone.", GONE),
])
def test_it_is_asked_about_later_and_about_what_is_gone_and_never_both(words: str, asked: str | None) -> None:
    remark = remark_on(words)
    assert (Words()(remark) if remark is not None else None) == asked
