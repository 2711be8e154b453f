"""A protocol on its way to being kept, as the draft's file has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.groups.forms import Form
from app.library.protocol import Family, Protocol, Step
from app.store.draft import PROTOCOL, read_protocol_draft, write_protocol_draft

HALF = Protocol(title="", family=Family.DISSENT, purpose="", steps=(
    Step(title="", family=Family.DISSENT, form=Form.PAIRS, minutes=0, question="What {if"),))
"""What no file could hold, and what somebody may have typed so far."""


def test_what_no_file_could_hold_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    write_protocol_draft(tmp_path, HALF)
    assert read_protocol_draft(tmp_path, ()) == HALF
    write_protocol_draft(tmp_path, None)
    assert read_protocol_draft(tmp_path, ()) is None and not (tmp_path / PROTOCOL).exists()


def test_what_was_kept_in_the_last_moment_is_not_offered_again(tmp_path: Path) -> None:
    kept = replace(HALF, id="mine")
    for draft in (HALF, kept):                  # it has its name since it was kept, or had it before
        write_protocol_draft(tmp_path, draft)
        assert read_protocol_draft(tmp_path, (kept,)) is None
        assert read_protocol_draft(tmp_path, (replace(kept, title="Kept"),)) == draft
    assert read_protocol_draft(tmp_path, (replace(kept, id="theirs"),)) == kept


@pytest.mark.parametrize("torn", [b"", b'{"title": "s", "te', b"\xff\xfe", b"[]", b'{"title": 1}'])
def test_a_torn_file_holds_no_protocol(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / PROTOCOL).write_bytes(torn)
    assert read_protocol_draft(tmp_path, ()) is None
