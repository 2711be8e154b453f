"""Search as you type."""

from __future__ import annotations

import pytest

from app.library.bundled import load_folder
from app.library.protocol import Family, Protocol
from app.library.search import search
from tests.app.library.here import PROTOCOLS


@pytest.fixture(scope="module", name="shelf")
def _shelf() -> tuple[Protocol, ...]:
    return load_folder(PROTOCOLS).protocols


def test_an_empty_search_keeps_everything_in_order(shelf: tuple[Protocol, ...]) -> None:
    assert search(shelf, "  ") == shelf


def test_case_and_accents_do_not_matter(shelf: tuple[Protocol, ...]) -> None:
    assert search(shelf, "CAFE")[0].id == "world-cafe"
    assert search(shelf, "Café")[0].id == "world-cafe"


def test_a_typed_apostrophe_finds_a_printed_one(shelf: tuple[Protocol, ...]) -> None:
    assert [p.id for p in search(shelf, "partner's")] == [p.id for p in search(shelf, "partner’s")] != []


def test_every_word_must_be_found(shelf: tuple[Protocol, ...]) -> None:
    assert [p.id for p in search(shelf, "without knowing moment")] == ["without-knowing"]
    assert search(shelf, "without knowing zebra") == ()


def test_titles_and_questions_come_first(shelf: tuple[Protocol, ...]) -> None:
    found = search(shelf, "circle")
    assert found[0].id == "art-of-convening" and len(found) > 1


def test_a_family_chip_narrows_the_search(shelf: tuple[Protocol, ...]) -> None:
    assert {p.family for p in search(shelf, "", Family.GIFTS)} == {Family.GIFTS}
    assert len(search(shelf, "", Family.GIFTS)) < len(shelf)
    assert search(shelf, "zebra", Family.GIFTS) == ()
