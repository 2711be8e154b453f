"""The record of when the program was last there: replaced in place, never torn, never believed when it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import NotKept
from app.live.away import Away
from app.store.presence import LENGTH, NAME, Presence, read_presence, write_presence

AT = 1_800_000_000_000
UNANSWERED = Away(since=AT - 600_000, until=AT - 1000, lost=599_000)


def test_the_last_moment_is_read_with_what_was_not_answered(tmp_path: Path) -> None:
    write_presence(tmp_path, Presence(session_id="s", at=AT, away=UNANSWERED))
    assert read_presence(tmp_path, "s") == Presence(session_id="s", at=AT, away=UNANSWERED)
    write_presence(tmp_path, Presence(session_id="s", at=AT + 2000))
    assert read_presence(tmp_path, "s") == Presence(session_id="s", at=AT + 2000)


def test_every_record_is_one_write_of_one_length_in_one_place(tmp_path: Path) -> None:
    places = set()
    for presence in (Presence(session_id="s" * 36, at=AT, away=UNANSWERED), Presence(session_id="s", at=0)):
        write_presence(tmp_path, presence)
        places.add(((tmp_path / NAME).stat().st_size, (tmp_path / NAME).stat().st_ino))
    assert len(places) == 1 and places.pop()[0] == LENGTH


def test_another_sessions_record_says_nothing(tmp_path: Path) -> None:
    write_presence(tmp_path, Presence(session_id="other", at=AT, away=UNANSWERED))
    assert read_presence(tmp_path, "s") == Presence(session_id="s", at=0)


@pytest.mark.parametrize("torn", [b"", b'{"session_id": "s", "at"', b"\xff\xfe", b"[]", b'{"session_id": "s"}'])
def test_a_torn_record_says_nothing(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / NAME).write_bytes(torn)
    assert read_presence(tmp_path, "s").at == 0


def test_a_record_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(NotKept, match="could not be written"):
        write_presence(tmp_path, Presence(session_id="s", at=AT))
