"""Photographs stand in the harvest where their step stands, and not at all where nobody is to be named."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from app.prints.harvest import nameless
from app.prints.photo_part import MOST_BYTES
from app.words import Words
from tests.app.prints.conftest import Pdf, Press
from tests.app.prints.harvests import harvest, note

pytestmark = pytest.mark.slow


def jpeg(width: int = 60, height: int = 40) -> bytes:
    out = BytesIO()
    Image.effect_noise((width, height), 90).save(out, "JPEG", quality=95)
    return out.getvalue()


def pictured(pdf: Pdf) -> list[tuple[str, int]]:
    """What stands at the beginning of each page that has photographs, and how many it has."""
    return [(words, len(page.images)) for page, words in zip(pdf.reader.pages, pdf.pages, strict=True) if page.images]


def test_a_photograph_stands_under_the_notes_of_its_step_and_makes_a_place_for_one_without(press: Press) -> None:
    pages = harvest(note("busy", "The door is never open."), note("", "Of no step."))
    pdf = press(replace(pages, photos=(("busy", jpeg()), ("gift", jpeg()), ("gone with its step", jpeg()))))
    assert sum(count for _, count in pictured(pdf)) == 3
    order = [pdf.words.index(text) for text in ("The door is never open.", "What did you receive here this week?",
                                                "Of no step.")]
    assert order == sorted(order)


def test_nobody_is_named_by_a_photograph_either(press: Press) -> None:
    pages = replace(harvest(note("busy", "The door is never open.")), photos=(("busy", jpeg()),))
    assert pictured(press(pages)) and not pictured(press(nameless(pages, Words())))


def test_many_large_photographs_stay_small_enough_for_a_letter(press: Press) -> None:
    pages = replace(harvest(note("busy", "The door is never open.")), photos=(("busy", jpeg(2000, 1500)),) * 14)
    pdf = press(pages)
    assert len(pdf.raw) < MOST_BYTES * 1.1 < sum(len(data) for _, data in pages.photos)
