"""Search as you type."""

from __future__ import annotations

import pytest

from app.library.bundled import load_folder
from app.library.protocol import Family, Protocol
from app.library.search import Index, search, slipped
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


@pytest.mark.parametrize("typed", ["polite", "polit", "polte", "ploite", "pollite", "politr", "opolite", "plite"])
def test_one_slip_of_the_hand_is_forgiven(typed: str) -> None:
    assert slipped(typed, "polite")


@pytest.mark.parametrize("typed", ["plte", "pelitr", "ilopte", "polxyte"])
def test_two_slips_are_not(typed: str) -> None:
    assert not slipped(typed, "polite")


def test_a_word_that_is_nowhere_finds_its_neighbours_and_the_others_stay_as_they_are(
        shelf: tuple[Protocol, ...]) -> None:
    index = Index(shelf)
    meant = index.find("polite since")
    assert index.find("poilte since") == meant and meant[0].id == "polite-about-it"
    assert index.find("poilte zebra") == ()
    assert index.find("pol") and index.find("qol") == ()     # three letters say too little to guess from


def test_a_slip_on_the_way_does_not_lose_what_is_typed_after_it(shelf: tuple[Protocol, ...]) -> None:
    index = Index(shelf)
    typed = [index.find("zwxq"[:n]) for n in range(1, 5)]
    assert typed[-1] == ()
    assert index.find("doubt") == search(shelf, "doubt")


def test_what_is_watched_for_is_found(shelf: tuple[Protocol, ...]) -> None:
    assert [p.id for p in search(shelf, "offline")] == ["polite-about-it"]


def test_a_word_found_plainly_is_never_guessed_at(shelf: tuple[Protocol, ...]) -> None:
    looked: list[str] = []

    class Watched(Index):
        def _known(self) -> frozenset[str]:
            looked.append("all words")
            return super()._known()

    index = Watched(shelf)
    for n in range(1, 7):
        index.find("polite"[:n])
    assert looked == []
    for typed in ("poilte", "poilte ", "poilte s", "poilte si"):
        index.find(typed)
    assert looked == ["all words"]      # once for the word, however much is typed after it
