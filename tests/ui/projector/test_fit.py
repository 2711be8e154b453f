"""Texts of any length and script fit their box, whole; a box too small is noticed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from ui.projector.fit import READABLE, SMALLEST, Fitted, Hand, fit

WIDTH, HEIGHT = 1640.0, 520.0
LONG = ("Think of a week in which the work went well and nobody had to push. Who was there, what did each of "
        "you bring, and what did you leave alone? ")


def clipped(block: Fitted, width: float, height: float) -> list[str]:
    """The lines of `block` that reach outside a box of `width` x `height`, baseline or end."""
    metrics = QFontMetricsF(block.hand.font(block.size))
    return [line.text for line in block.lines
            if metrics.horizontalAdvance(line.text) > width + block.size * 0.25 + 1
            or line.width > width or not 0 < line.baseline < height] + (["too tall"] if block.height > height else [])


def letters(text: str) -> str:
    return "".join(text.split())


def words_of(block: Fitted) -> str:
    return letters("".join(line.text for line in block.lines))


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co"]), max_size=500))
@settings(max_examples=60, deadline=None)
def test_any_text_of_five_hundred_characters_is_shown_whole_inside_its_box(text: str) -> None:
    block = fit(text, WIDTH, HEIGHT, largest=140)
    assert clipped(block, WIDTH, HEIGHT) == []
    assert words_of(block) == letters(text)


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=14), min_size=60, max_size=200))
@settings(max_examples=30, deadline=None)
def test_five_hundred_characters_of_words_stay_readable_from_the_back_row(words: list[str]) -> None:
    block = fit(" ".join(words)[:500], WIDTH, HEIGHT, largest=140)
    assert block.size >= SMALLEST
    assert clipped(block, WIDTH, HEIGHT) == []


def test_a_box_that_is_too_small_is_noticed() -> None:
    block = fit(LONG, WIDTH, HEIGHT, largest=140)
    assert clipped(block, WIDTH / 3, HEIGHT)
    assert "too tall" in clipped(block, WIDTH, HEIGHT / 3)
    assert words_of(replace(block, lines=block.lines[1:])) != letters(LONG)


def test_a_short_question_takes_the_largest_size() -> None:
    assert fit("What is new?", WIDTH, HEIGHT, largest=140).size == 140


def test_a_question_of_160_characters_keeps_eight_per_cent_of_the_height() -> None:
    block = fit((LONG + LONG)[:159] + "?", WIDTH, HEIGHT, largest=140, smallest=READABLE)
    assert block.size >= READABLE
    assert clipped(block, WIDTH, HEIGHT) == []


def test_lines_are_balanced_at_the_narrowest_width_that_keeps_their_number() -> None:
    block = fit("What do you keep doing here that you would rather share?", WIDTH, HEIGHT, largest=140)
    longest, shortest = max(line.width for line in block.lines), min(line.width for line in block.lines)
    assert len(block.lines) == 3
    assert shortest > longest * 0.75


def test_every_sentence_of_an_instruction_begins_its_own_line() -> None:
    block = fit("Stay where you are.\nLook round.", WIDTH, HEIGHT, largest=98)
    assert [line.text for line in block.lines] == ["Stay where you are.", "Look round."]


def test_a_word_is_broken_only_if_nothing_else_helps() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    assert [line.text for line in fit(word, WIDTH, HEIGHT, largest=140).lines] == [word]
    endless = fit("W" * 300, WIDTH, HEIGHT, largest=140)
    assert len(endless.lines) > 1
    assert clipped(endless, WIDTH, HEIGHT) == []


def test_nothing_to_say_takes_no_room() -> None:
    assert fit(" \n\n ", WIDTH, HEIGHT, largest=140).lines == ()
    assert fit("", WIDTH, HEIGHT, largest=140).height == 0


@pytest.mark.parametrize("pitch", [0.79, 0.83])
def test_lines_stand_one_pitch_apart(pitch: float) -> None:
    block = fit("One.\nTwo.\nThree.", WIDTH, HEIGHT, largest=100, hand=Hand(pitch=pitch))
    steps = {round(b.baseline - a.baseline, 3) for a, b in zip(block.lines, block.lines[1:], strict=False)}
    natural = QFontMetricsF(block.hand.font(block.size)).height()
    assert len(steps) == 1
    assert steps.pop() == pytest.approx(natural * pitch, rel=0.02)
