"""The author's page is true: its example passes the reader, and no field goes unnamed."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from app.library.protocol import SUMS, Cue, Elsewhere, Family, Keeps, Kind, Lines, Protocol, Step, Voice, WallLines
from app.library.reader import read_protocol
from app.library.rules import remarks_on
from tests.app.library.here import PROTOCOLS

README = (PROTOCOLS / "README.md").read_text(encoding="utf-8")


def test_the_whole_example_is_a_protocol(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 1
    path = tmp_path / "left-on-the-stairs.toml"
    path.write_text(blocks[0], encoding="utf-8")
    protocol = read_protocol(path)
    assert len(protocol.steps) == 2 and remarks_on(protocol) == ()


@pytest.mark.parametrize("struct", [Protocol, Step, Lines, WallLines, Elsewhere, Cue])
def test_every_field_is_told(struct: type[msgspec.Struct]) -> None:
    assert [field for field in struct.__struct_fields__ if f"`{field}`" not in README] == []


def test_every_word_an_author_may_choose_and_every_sum_is_told() -> None:
    words = [word.value for words in (Family, Kind, Keeps, Voice) for word in words]
    assert [word for word in words if not re.search(rf"\b{word}\b", README)] == []
    assert [name for name in SUMS if f"`{{{name}}}`" not in README] == []
