"""Whatever a file holds, the reader answers: a protocol, or lines that an author can read. Never an exception."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.protocol import Protocol
from app.library.reader import faults_in
from app.library.rules import flaws_in
from app.library.shape import sift, walk
from app.words import Words
from tests.app.library.here import PROTOCOLS

pytestmark = pytest.mark.slow

BUNDLED = [path.read_bytes() for path in sorted(PROTOCOLS.glob("*.toml"))]
PIECES = ["[[steps]]", "[steps.say]", "[steps]", "[", "]", '"', "'''", '"""', "=", "\n", "{", "}", "{each}", "\\",
          "#", "minutes = ", "title = ", "title", "family", "cues = [", "people = [3", "1e400", "nan", "-1", "9" * 20,
          "true", "2026-01-01", '"threes"', '"nothing"', "keeps = []", "\u0000", "é", "🂡", "."]
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from([*Protocol.__struct_fields__, "minutes", "form", "say", "round", "x"]), inner, max_size=5),
    max_leaves=20)


def answers(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.toml"
        path.write_bytes(data)
        protocol, faults = faults_in(path)
    assert (protocol is None) == bool(faults)
    for fault in faults:
        line = Words()(fault.text)
        assert line.startswith("any.toml: ") and "; " in line and "\n" not in line, line


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=40).map(lambda p: "".join(p).encode()))
def test_any_bytes_are_answered(data: bytes) -> None:
    answers(data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(BUNDLED), st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=4))
def test_a_bundled_file_with_a_piece_changed_is_answered(data: bytes, changes: list[tuple[float, int, str]]) -> None:
    for place, cut, piece in changes:
        at = int(place * len(data))
        data = data[:at] + piece.encode() + data[at + cut:]
    answers(data)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*Protocol.__struct_fields__, "x"]), PLAIN, max_size=8))
def test_any_tables_are_sifted_without_an_exception(tables: dict[str, Any]) -> None:
    sound, flaws = walk(tables)
    assert set(sound) <= set(tables)
    assert converts(tables) == (not flaws)
    flaws += flaws_in(sound, flaws)
    assert all(flaw.problem.one and flaw.remedy.one for flaw in flaws)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(BUNDLED), st.data())
def test_a_bundled_protocol_with_one_value_changed_or_gone_is_answered(data: bytes, draw: st.DataObject) -> None:
    tables = tomllib.loads(data.decode())
    places = list(_places(tables))
    inside, name = draw.draw(st.sampled_from(places))
    if draw.draw(st.booleans()):
        del inside[name]
    else:
        inside[name] = draw.draw(PLAIN)
    sound, flaws = walk(tables)
    assert converts(tables) == (not flaws)
    assert not flaws or sift(tables) == (sound, flaws)
    flaws += flaws_in(sound, flaws)


def converts(tables: dict[str, Any]) -> bool:
    """Whether msgspec alone would take the tables."""
    try:
        msgspec.convert(tables, Protocol)
    except msgspec.ValidationError:
        return False
    return True


def _places(inside: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in nested tables and lists where a value stands."""
    for name, held in list(inside.items() if isinstance(inside, dict) else enumerate(inside)):
        yield inside, name
        if isinstance(held, dict | list):
            yield from _places(held)
