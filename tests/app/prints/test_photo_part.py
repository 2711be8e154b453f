"""Photographs stand in the harvest where their step stands, and not at all where nobody is to be named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdf import PageObject

from app.harvest.photos import MOST_ON_PAPER
from app.prints.harvest import nameless
from app.words import Words
from tests.app.prints.charts import pictured
from tests.app.prints.conftest import Pdf, Press
from tests.app.prints.harvests import harvest, note

pytestmark = pytest.mark.slow


def photographed(pdf: Pdf) -> list[tuple[str, int]]:
    """What stands at the beginning of each page that has photographs, and how many it has."""
    return [(words, len(page.images)) for page, words in zip(pdf.reader.pages, pdf.pages, strict=True) if page.images]


def heights(page: PageObject) -> tuple[list[float], dict[str, float]]:
    """How far above the lower edge its pictures stand, and its words."""
    pictures: list[float] = []
    words: dict[str, float] = {}

    def operand(name: bytes, _args: object, place: list[float], _text: object) -> None:
        if name == b"Do":
            pictures.append(place[5])

    def text(said: str, _place: object, place: list[float], _font: object, _size: object) -> None:
        words[said.strip()] = place[5]
    page.extract_text(visitor_operand_before=operand, visitor_text=text)
    return pictures, words


def test_a_photograph_stands_above_what_was_typed_from_it_and_upright_ones_beside_each_other(press: Press) -> None:
    photos = (pictured("busy", 60, 40), pictured("busy", 30, 40), pictured("busy", 31, 40))
    pdf = press(replace(harvest(note("busy", "The door is never open.")), photos=photos))
    ((page, _),) = [(page, 0) for page in pdf.reader.pages if page.images]
    pictures, words = heights(page)
    assert len(pictures) == 3 and pictures[0] > pictures[1] == pictures[2]
    assert words["What do you leave for others by being busy?"] > pictures[0]
    assert pictures[2] > words["The door is never open."]


def test_a_photograph_makes_a_place_for_a_step_that_has_no_notes(press: Press) -> None:
    pages = harvest(note("busy", "The door is never open."), note("", "Of no step."))
    pdf = press(replace(pages, photos=tuple(map(pictured, ("busy", "gift", "gone with its step")))))
    assert sum(count for _, count in photographed(pdf)) == 3
    order = [pdf.words.index(text) for text in ("The door is never open.", "What did you receive here this week?",
                                                "Of no step.")]
    assert order == sorted(order)


def test_nobody_is_named_by_a_photograph_either(press: Press) -> None:
    pages = replace(harvest(note("busy", "The door is never open.")), photos=(pictured("busy"),))
    assert photographed(press(pages)) and not photographed(press(nameless(pages, Words())))


def test_many_large_photographs_stay_small_enough_for_a_letter(press: Press) -> None:
    photo = pictured("busy", 2000, 1500, noisy=True)
    pages = replace(harvest(note("busy", "The door is never open.")), photos=(photo,) * 6)
    pdf = press(pages)
    assert len(pdf.raw) < MOST_ON_PAPER * 1.1 < sum(len(data) for _, data in pages.photos)
