"""Every script in one harvest: letters joined, words in their order from right to left, no silent box."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from app.library.protocol import Keeps
from app.prints.direction import in_sight, levels
from app.prints.faces import Face, Faces
from app.prints.harvest import write_harvest
from app.prints.machine_fonts import letters_of, machine_fonts
from app.prints.paper import RIGHT, Paper, Style
from app.prints.telling_font import table
from app.prints.typeset import Typesetter
from app.words import Words
from tests.app.prints.conftest import Press
from tests.app.prints.edges import inked
from tests.app.prints.harvests import harvest, note

STYLE = Style(Face.TEXT, 12, 18, "#000000")
SCRIPTS = ("The door sticks", "Η πόρτα κολλάει", "Дверь заедает", "الباب عالق", "הדלת תקועה", "दरवाज़ा अटक जाता है")


@pytest.fixture
def typesetter(made_faces: Faces) -> Typesetter:
    """Sets lines with what comes with the program, whatever this machine has."""
    return Typesetter(made_faces, Canvas(BytesIO()))


def test_six_scripts_need_nothing_but_what_comes_with_the_program(typesetter: Typesetter) -> None:
    assert typesetter.unshown(" ".join(SCRIPTS)) == ()
    typesetter.lines([(" ".join(SCRIPTS), STYLE)], 400)
    assert typesetter.missing == set()


def test_latin_greek_cyrillic_and_hebrew_are_found_again(press: Press) -> None:
    pdf = press(harvest(*(note("heard", text) for text in SCRIPTS), note("heard", "She said שלום, and привет")))
    for text in (*SCRIPTS[:3], "She said", "and привет"):
        assert text in pdf.words
    assert "הדלת" in pdf.words or "הדלת"[::-1] in pdf.words
    assert pdf.missing == ()


def test_arabic_and_hebrew_are_read_back_by_another_program_word_for_word(made_faces: Faces, tmp_path: Path) -> None:
    texts = (*SCRIPTS[3:5], "ولا أحد يرفعها يا Omar", "می خواهم کتاب", "אמרה Rosa Maria היום")
    to = tmp_path / "harvest.pdf"
    write_harvest(harvest(*(note("heard", text) for text in texts)), to, Words(), faces=made_faces)
    document = QPdfDocument()
    document.load(str(to))
    assert set(" ".join(texts).split()) - set(document.getAllText(1).text().split()) == set()


def test_shapes_that_do_not_tell_their_letters_carry_them(typesetter: Typesetter) -> None:
    says = [run.says for line in typesetter.lines([("हम कि", STYLE)], 400) for run, _ in line.parts if run.says]
    assert says == ["कि"]   # its vowel stands before it


def test_a_letter_beyond_the_first_plane_is_told_in_two_halves() -> None:
    assert "<01> <D83DDE00>" in table(["�", "😀"])


def test_hebrew_is_set_at_the_weight_of_text_and_joins_its_points(made_faces: Faces) -> None:
    font = TTFont(made_faces.scripts[0])
    assert "fvar" not in font and (font["OS/2"].usWeightClass, "GPOS" in font) == (400, True)


def test_letters_of_arabic_are_joined(typesetter: Typesetter) -> None:
    apart = sum(typesetter.width(letter, STYLE) for letter in "عالق")
    assert typesetter.width("عالق", STYLE) < apart * 0.9


def test_a_note_from_right_to_left_ends_at_the_right_and_latin_in_it_stays_in_order(typesetter: Typesetter) -> None:
    line, = typesetter.lines([("אמרה Rosa Maria היום", STYLE)], 400)
    assert line.indent == pytest.approx(400 - line.width)
    runs = [run for run, _ in line.parts if run.level == 2]
    assert [run.width for run in runs] == [part.width for word in ("Rosa", " ", "Maria")
                                           for part in typesetter._runs(word, Face.TEXT, 2)]
    assert typesetter.lines([("Rosa said שלום", STYLE)], 400)[0].indent == 0


def test_a_promise_from_right_to_left_ends_at_the_right_margin_and_so_does_who_heard_it(
        made_faces: Faces, tmp_path: Path) -> None:
    def at_the_margin(text: str) -> int:
        to = tmp_path / "harvest.pdf"
        write_harvest(harvest(note("begin", text, Keeps.PROMISE, to="Ruth")), to, Words(), faces=made_faces)
        margin = Paper.A4.value[0] - RIGHT
        return sum(abs(right - margin) < 3 for page, _, top, right, _ in inked(to) if page == 1 and 165 < top < 225)

    assert (at_the_margin("אפתח בעשר"), at_the_margin("I will open")) == (2, 0)


def test_a_bracket_between_hebrew_words_turns_around(typesetter: Typesetter) -> None:
    assert levels("א(ב)")[1] == [1, 1, 1, 1]
    assert typesetter._letters[Face.SANS].run("(", 1).code == typesetter._letters[Face.SANS].run(")", 0).code


def test_parts_of_a_line_stand_in_the_order_they_are_seen() -> None:
    assert in_sight("abcdef", lambda part: {"b": 1, "c": 2, "d": 2, "e": 1}.get(part, 0)) == list("aecdbf")


def test_joiners_stay_in_persian_and_go_from_elsewhere(typesetter: Typesetter) -> None:
    assert typesetter.width("می\u200cخواهم", STYLE) != typesetter.width("میخواهم", STYLE)
    assert typesetter.width("a\u200cb", STYLE) == typesetter.width("ab", STYLE)


def test_what_no_font_has_is_known_before_anything_is_written(typesetter: Typesetter) -> None:
    assert typesetter.unshown("門 and 😀 and Tür") == ("門", "😀")


def test_a_font_of_this_machine_is_taken_where_ours_have_no_letter(made_faces: Faces, tmp_path: Path) -> None:
    bare = Faces(made_faces.cuts, made_faces.fallback)
    assert Typesetter(bare, Canvas(BytesIO())).unshown("שלום") != ()
    (tmp_path / "NotoSansBengali-Regular.ttf").write_bytes(made_faces.scripts[0].read_bytes())
    there = Faces(made_faces.cuts, made_faces.fallback, folders=(tmp_path,))
    assert Typesetter(there, Canvas(BytesIO())).unshown("שלום") == ()


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "Symbola.ttf"
    broken.write_bytes(b"not a font")
    assert list(machine_fonts((tmp_path,))) == [broken] and letters_of(broken) == frozenset()


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.one_of(st.sampled_from("אבגדهوعل()[]12,. \u200d\u200cabc\n\u202e\u2067ִּ"),
                              st.characters(exclude_categories=())), max_size=60))
def test_whatever_is_typed_becomes_lines_and_no_letter_is_lost(made_faces: Faces, text: str) -> None:
    typesetter = Typesetter(made_faces, Canvas(BytesIO()))
    for line in typesetter.lines([(text, STYLE)], 600):
        assert 0 <= line.width <= 600 * 1.02


@pytest.mark.parametrize("letter", ["\U0010ffff", "\u175e", "\ufdd0", "\ue000", "\u2066", "\u2069", "\u0890"])
def test_a_letter_without_a_direction_stops_no_line(letter: str) -> None:
    for text in (letter, f"a{letter}b", f"א{letter}ב {letter}1"):
        base, found = levels(text)
        assert len(found) == len(text) and base in (0, 1)
