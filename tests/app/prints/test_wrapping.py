"""Lines of words: set once, never wider than they may be, no word lost or broken where it need not be."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from app.prints.faces import Face, Faces
from app.prints.letters import Run
from app.prints.paper import Style
from app.prints.typeset import Line, Typesetter
from app.prints.wrapping import Setting, breaks, parts_of

STYLE = Style(Face.TEXT, 10, 15, "#000000")
SMALL, BOLD = Style(Face.SANS, 8, 15, "#000000"), Style(Face.SANS_BOLD, 10, 15, "#000000")


class Wooden:
    """Runs of letters that are all half as wide as they are high, and how many were asked for."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, word: str) -> tuple[Run, ...]:
        self.made += 1
        return (Run(500.0 * len(word), (("/F", f"({word})", 0.0),)),)


def setting(style: Style = STYLE) -> Setting:
    """Words in wood."""
    return Setting(style, Wooden())


def told(line: list[tuple[Run, Style]]) -> str:
    """The letters of a line as a PDF holds them."""
    return "".join(re.findall(r"\((.*?)\)", " ".join(array for run, _ in line for _, array, _ in run.code)))


def test_a_word_is_set_once_however_often_it_is_said() -> None:
    runs = Wooden()
    once = Setting(STYLE, runs)
    assert [once[word].wide for word in ["yes", "and", "yes"] * 500] == [15.0] * 1500
    assert runs.made == 3   # the space, and two words


def test_a_line_takes_what_fits_with_the_spaces_between() -> None:
    words = setting()
    groups = [words[word] for word in ("one", "two", "three")]
    assert breaks(groups, 35) == [(0, 2, 35.0), (2, 3, 25.0)]
    assert breaks(groups, 34.9) == [(0, 1, 15.0), (1, 2, 15.0), (2, 3, 25.0)]
    assert [told(parts_of(groups[start:end])) for start, end, _ in breaks(groups, 35)] == ["one two", "three"]


def test_nothing_at_all_is_one_empty_line() -> None:
    assert breaks([], 100) == [(0, 0, 0.0)] and parts_of([]) == []


def test_a_space_keeps_the_size_of_the_words_it_was_typed_with() -> None:
    group = setting()["yes"].after(setting(SMALL).space)
    assert (group.spaced_wide, len(group.spaced)) == (15.0 + 4.0, 2)


@pytest.fixture
def typesetter(made_faces: Faces) -> Typesetter:
    """Sets lines with what comes with the program."""
    return Typesetter(made_faces, Canvas(BytesIO()))


def seen(lines: list[Line]) -> list[str]:
    """The letters of each line, for words of the Latin alphabet without kerning between them."""
    return ["".join(letter for run, _ in line.parts for _, array, _ in run.code for letter in array
                    if letter.isalpha() or letter == " ").replace("  ", " ") for line in lines]


def test_words_of_two_styles_without_a_space_stay_together(typesetter: Typesetter) -> None:
    long = typesetter.width("aaaa bbb", STYLE)
    lines = typesetter.lines([("aaaa ", STYLE), ("bbb", BOLD), ("ccc", STYLE)], long * 1.1)
    assert [sum(1 for _, style in line.parts if style is BOLD) for line in lines] == [0, 1]
    assert len(lines[1].parts) == 2


def test_the_lines_of_a_balanced_heading_break_no_word_that_fits(typesetter: Typesetter) -> None:
    heading = "Begin Donaudampfschifffahrtsgesellschaft"
    width = typesetter.width("Donaudampfschifffahrtsgesellschaft", STYLE) + 4
    lines = typesetter.balanced(heading, STYLE, width)
    assert [len(line.parts) for line in lines] == [1, 1]
    assert typesetter.balanced("", STYLE, 100)[0].parts == ()


@settings(max_examples=20, deadline=None)
@given(words=st.lists(st.text("abcdefghij", min_size=1, max_size=30), max_size=12), width=st.integers(30, 200),
       cuts=st.integers(1, 5))
def test_no_letter_is_lost_and_no_line_is_too_wide(made_faces: Faces, words: list[str], width: int, cuts: int) -> None:
    typesetter = Typesetter(made_faces, Canvas(BytesIO()))
    text = " ".join(words)
    pieces = [(text[at:at + cuts], (STYLE, BOLD, SMALL)[at % 3]) for at in range(0, len(text), cuts)]
    lines = typesetter.lines(pieces, width)
    assert all(line.width <= width * 1.02 for line in lines)
    assert "".join(letter for line in seen(lines) for letter in line if letter != " ") == "".join(words)
