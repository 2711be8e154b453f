"""Finding what was said: every word, in any script, whole phrases, the best and newest first."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.harvest.found import MOST, Run, Saying, Sort, find, snippet, understood
from app.harvest.snippet import LONGEST, around, whole

RUN = Run("s1", "staff", "Staff meeting", 1_764_000_000_000)


def said(*texts: str, run: Run = RUN) -> tuple[Saying, ...]:
    return tuple(Saying(run, Sort.NOTE, text) for text in texts)


def found(typed: str, *texts: str) -> list[str]:
    return [saying.text for saying in find(said(*texts), understood(typed)).sayings]


def marked(typed: str, text: str) -> list[str]:
    """The words that are marked in the snippet."""
    shown = snippet(said(text)[0], understood(typed))
    return [shown.text[start:end] for start, end in shown.marks]


def test_every_word_must_be_there_in_any_order() -> None:
    texts = ("The bakery has no key", "The key", "A bakery")
    assert found("key bakery", *texts) == ["The bakery has no key"]
    assert found("key bakery zebra", *texts) == []


@pytest.mark.parametrize("typed", ["", "   ", "\u0301", '""', "“”"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert found(typed, "anything") == []


@pytest.mark.parametrize(("typed", "text", "mark"), [
    ("φουρνος", "Ο ΦΟΎΡΝΟΣ της γειτονιάς", "ΦΟΎΡΝΟΣ"),
    ("istanbul", "Biz İSTANBUL'da", "İSTANBUL"), ("ISIK", "Bir ışık", "ışık"),
    ("المخبز", "كان المُخْبَز هنا", "المُخْبَز"), ("مخبز", "كان المخبز هنا", "مخبز"),
    ("面包", "我们在街角的面包店见面", "面包"), ("パン", "駅前のパン屋", "パン"), ("강", "한강에서", "강"),
    ("कल", "हम कल मिलेंगे", "कल"), ("🥖", "bread 🥖 bread", "🥖"), ("strasse", "die Straße hier", "Straße"),
    ("cafe", "un cafe\u0301 noir", "cafe\u0301"), ("ร้าน", "ไปร้านขนมปัง", "ร้าน"),
])
def test_a_word_is_found_in_its_script_and_marked_as_it_was_written(typed: str, text: str, mark: str) -> None:
    assert found(typed, "nothing of it", text) == [text]
    assert marked(typed, text) == [mark]


def test_words_in_quotation_marks_stand_together_and_whole() -> None:
    texts = ("we open the bakery at eight", "the old bakery", "the bakeryman", "bakery, the")
    assert found('"the bakery"', *texts) == ["we open the bakery at eight"]
    assert found("„the bakery“ eight", *texts) == ["we open the bakery at eight"]
    assert found("the bakery", *texts) == [texts[0], texts[2], texts[1], texts[3]]
    assert marked('"the bakery"', "the bakeryman at the bakery") == ["the bakery"]
    assert found("「面包」", "我们的面包店", "面的包") == ["我们的面包店"]


def test_a_phrase_that_is_still_being_typed_finds_what_it_begins() -> None:
    assert found('"the bak', "the bakery", "bakery, the") == ["the bakery"]


def test_what_stands_as_typed_comes_first_then_beginnings_of_words_then_what_lies_inside() -> None:
    texts = ("startle kart", "an art of a start", "bread and art, start", "art start")
    assert found("art start", *texts) == ["art start", "an art of a start", "bread and art, start", "startle kart"]
    assert found("art", "party", "art") == ["art", "party"]


def test_of_what_fits_as_well_the_newer_comes_first() -> None:
    newer, older = (said("in the bakery", "the imbakery", run=Run(name, name, "", began))
                    for name, began in (("new", 2), ("old", 1)))
    answer = find((*newer, *older), understood("bakery"))
    assert [(saying.run.session_id, saying.text) for saying in answer.sayings] == [
        ("new", "in the bakery"), ("old", "in the bakery"), ("new", "the imbakery"), ("old", "the imbakery")]


def test_a_script_without_spaces_is_ranked_by_age_alone() -> None:
    assert found("面包", "街角的面包店", "面包") == ["街角的面包店", "面包"]


def test_very_many_finds_are_cut_after_the_best_of_all() -> None:
    answer = find(said(*(["the imbakery"] * 3 * MOST), "the bakery"), understood("bakery"))
    assert answer.more and len(answer.sayings) == MOST and answer.sayings[0].text == "the bakery"
    assert not find(said(*["the bakery"] * MOST), understood("bakery")).more


def test_a_hit_that_begins_a_word_is_marked_and_one_inside_only_where_there_is_no_other() -> None:
    assert marked("art", "party and art") == ["art"]
    assert marked("art", "party") == ["art"]
    assert marked("an and", "an and ant") == ["an", "and", "an"]


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_whatever_was_written_is_found_by_any_of_its_words_and_marked(before: str, after: str, data: st.DataObject
                                                                      ) -> None:
    text = " ".join(f"{before} bakery {after}".split())
    typed = data.draw(st.sampled_from(text.split()))
    sought = understood(typed)
    if not sought or sought.phrases or any(mark in typed for mark in "\"“”„«»「」"):
        return
    (saying,) = find(said(text), sought).sayings
    shown = snippet(saying, sought)
    assert shown.marks and all(0 <= start < end <= len(shown.text) for start, end in shown.marks)
    assert shown.text.removeprefix("… ").removesuffix(" …") in text


def test_a_short_note_is_shown_whole() -> None:
    shown = around("We open the bakery", [(12, 18)])
    assert (shown.text, shown.marks) == ("We open the bakery", ((12, 18),))


def test_a_long_one_is_cut_between_words_on_both_sides() -> None:
    text = "before " * 40 + "bakery " + "after " * 60
    shown = snippet(said(" ".join(text.split()))[0], understood("bakery"))
    assert shown.text.startswith("… before ") and shown.text.endswith(" after …")
    assert len(shown.text) <= LONGEST + 4
    assert [shown.text[start:end] for start, end in shown.marks] == ["bakery"]


def test_near_the_end_more_of_what_came_before_is_shown() -> None:
    shown = snippet(said("before " * 40 + "bakery")[0], understood("bakery"))
    assert shown.text.endswith("bakery") and LONGEST - 8 < len(shown.text) <= LONGEST + 2


def test_without_spaces_it_is_cut_between_letters() -> None:
    text = "あ" * 300 + "面包" + "い" * 300
    shown = snippet(said(text)[0], understood("面包"))
    assert [shown.text[start:end] for start, end in shown.marks] == ["面包"]
    assert shown.text.startswith("… あ") and shown.text.endswith("い …") and len(shown.text) <= LONGEST + 4


LETTERS = ("e\u0301\u0323", "👩\u200d👩\u200d👧", "👍🏽", "🇨🇭", "❤\ufe0f", "क्षि", "שָׁ", "بُّ",
           unicodedata.normalize("NFD", "각"), "ก็", "🏴\U000e0067\U000e0062\U000e007f")


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_is_cut_from_its_marks_wherever_a_snippet_ends(letter: str) -> None:
    every = {0} | {n * len(letter) for n in range(81)}
    text = letter * 80
    for longest in range(8, 40):
        for place in range(0, len(text), 7):
            shown = around(text, [(place, place + 1)], longest=longest)
            body = shown.text.removeprefix("… ").removesuffix(" …")
            assert len(body) % len(letter) == 0 and body == letter * (len(body) // len(letter))
            ((start, end),) = shown.marks
            assert shown.text[start:end] == letter
    assert {whole(text, place, place)[0] for place in range(len(text))} <= every


def test_a_cut_that_forgot_the_marks_would_be_seen() -> None:
    text = "e\u0301" * 200
    assert text[191:192] == "\u0301" and whole(text, 191, 191) == (190, 192)
