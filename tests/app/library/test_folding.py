"""Words without what people leave out when they type, and the way back to the letters they came from."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from app.library.folding import folded, origins


@pytest.mark.parametrize(("written", "typed"), [
    ("Café", "CAFE"), ("ΦΟΎΡΝΟΣ", "φουρνος"), ("İstanbul", "istanbul"), ("ışık", "ISIK"), ("Straße", "STRASSE"),
    ("Łódź", "lodz"), ("the baker’s", "the baker's"), ("ёлка", "елка"),
    ("مُخْبَز", "مخبز"), ("المخـــبز", "المخبز"), ("أول", "اول"), ("مدرسة", "مدرسه"),
    ("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
    ("ﾊﾟﾝ", "パン"), ("한국", unicodedata.normalize("NFD", "한국")), ("👍🏽", "👍"), ("❤️", "❤"),
    ("mi\u00adnute", "minute"),
])
def test_what_people_type_is_what_was_written(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("कल", "काल"), ("кот", "код"), ("oo", "o")])
def test_what_is_another_word_stays_one(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_every_folded_character_knows_the_letter_it_came_from() -> None:
    every = "".join(map(chr, (code for code in range(0x20, sys.maxunicode, 37) if not 0xD800 <= code < 0xE000)))
    back = origins(every)
    assert len(back) == len(folded(every)) and back == sorted(back)
    assert origins("eßé\u0301o") == [0, 1, 1, 2, 4]
