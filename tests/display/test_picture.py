"""What judges the wall's photograph sees a good wall as good, and each planted fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.display.both import betrayed, part, strange
from tests.display.letters import Word, words_of
from tests.display.picture import Picture, contrast, faults, open_picture, unlike
from tests.display.seen import Place

WIDE, HIGH = 960, 540
QUESTION = Word("What did you come for?", 100, 300, 60)


@pytest.fixture
def wall(qapp: object, tmp_path: Path) -> QImage:
    """A ground without words."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("#fbf6ea"))
    return image


def write(image: QImage, word: Word, colour: str = "#211c16", *, until: float = WIDE) -> None:
    painter = QPainter(image)
    painter.setClipRect(QRectF(0, 0, until, HIGH))
    font = QFont()
    font.setPixelSize(round(word.size))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(word.x, word.y), word.text)
    painter.end()


def judged(image: QImage, folder: Path, *words: Word) -> list[str]:
    file = folder / "wall.png"
    assert image.save(str(file))
    return faults(open_picture(file), words)


def ribbon(image: QImage, *, left: int, width: int) -> None:
    painter = QPainter(image)
    painter.fillRect(left, 0, width, 80, QColor("#97294f"))
    painter.end()


def test_a_good_wall_has_no_faults(wall: QImage, tmp_path: Path) -> None:
    write(wall, QUESTION)
    ribbon(wall, left=70, width=46)
    assert judged(wall, tmp_path, QUESTION) == []


def test_a_blank_wall_is_seen(wall: QImage, tmp_path: Path) -> None:
    said = judged(wall, tmp_path, QUESTION)
    assert said == ["the picture is blank: 0 px are not ground", "“What did you come for?” is not on the picture"]


def test_pale_letters_are_seen(wall: QImage, tmp_path: Path) -> None:
    write(wall, QUESTION, "#6b6459")
    assert [fault for fault in judged(wall, tmp_path, QUESTION) if "contrast" in fault]


def test_words_cut_off_are_seen(wall: QImage, tmp_path: Path) -> None:
    write(wall, QUESTION, until=380)
    assert "the end of “What did you come for?” is cut off" in judged(wall, tmp_path, QUESTION)


@pytest.mark.parametrize(("x", "y", "side"), [(2, 300, "left"), (700, 300, "right"), (100, 530, "lower"),
                                              (100, 40, "upper")])
def test_words_in_a_margin_are_seen(wall: QImage, tmp_path: Path, x: int, y: int, side: str) -> None:
    word = Word(QUESTION.text, x, y, QUESTION.size)
    write(wall, word)
    assert [fault for fault in judged(wall, tmp_path, word) if f"{side} margin" in fault]


def test_the_panel_of_the_last_minute_fills_the_foot_and_words_in_its_margin_are_seen(
        wall: QImage, tmp_path: Path) -> None:
    painter = QPainter(wall)
    painter.fillRect(0, 360, WIDE, 180, QColor("#f1e8d5"))
    painter.end()
    write(wall, QUESTION)
    assert judged(wall, tmp_path, QUESTION) == []
    word = Word(QUESTION.text, 2, 450, QUESTION.size)
    write(wall, word)
    assert judged(wall, tmp_path, QUESTION, word) == ["something lies in the left margin"]


def test_a_sentence_of_the_host_is_found_on_the_wall_though_it_is_broken_into_lines() -> None:
    drawn = [Word("So that we begin.", 0, 0, 60), Word("I will begin", 0, 80, 60), Word("with mine.", 0, 160, 60)]
    assert betrayed(drawn, ["I will begin with mine.", "Nobody had asked."]) == ["I will begin with mine."]
    assert betrayed(drawn[:1], ["I will begin with mine."]) == []


def test_a_strip_that_lies_over_a_window_is_strange(wall: QImage, tmp_path: Path) -> None:
    write(wall, QUESTION)
    file = tmp_path / "drawn.png"
    assert wall.save(str(file))
    desk = open_picture(file)
    assert strange("the wall", part(desk, Place(0, 0, WIDE, HIGH)), file.read_bytes(), 0.003) == []
    ribbon(wall, left=300, width=100)
    assert wall.save(str(tmp_path / "shot.png"))
    shot = open_picture(tmp_path / "shot.png")
    assert strange("the wall", shot, file.read_bytes(), 0.003) == ["1.5% of the wall is not its own"]
    corner = part(shot, Place(0, 100, 50, 50))
    assert strange("the wall", corner, file.read_bytes(), 1.0) == ["the wall has another size"]


def test_a_ribbon_as_wide_as_a_banner_is_seen(wall: QImage, tmp_path: Path) -> None:
    write(wall, QUESTION)
    ribbon(wall, left=70, width=400)
    assert judged(wall, tmp_path, QUESTION) == ["something lies in the upper margin beside the ribbon"]


def test_small_letters_are_seen(wall: QImage, tmp_path: Path) -> None:
    small = Word("threes, with people you know least", 100, 450, 18)
    write(wall, QUESTION)
    write(wall, small)
    said = [fault for fault in judged(wall, tmp_path, QUESTION, small) if "of the height" in fault]
    assert said == ["“threes, with people you know least” is 3.3% of the height"]


def test_a_wall_without_words_is_no_wall() -> None:
    assert faults(Picture([[0xffffffff]]), []) == ["no words are drawn"]


def test_contrast_is_that_of_the_web() -> None:
    assert contrast(0xff000000, 0xffffffff) == pytest.approx(21)
    assert contrast(0xff777777, 0xffffffff) == pytest.approx(4.48, abs=0.01)


def test_the_size_of_letters_is_read_with_all_that_scales_them() -> None:
    drawing = ('<svg xmlns="http://www.w3.org/2000/svg"><g transform="matrix(2,0,0,2,10,20)">'
               '<g transform="matrix(0.5,0,0,0.5,1,1)"><text x="4" y="6" font-size="40">two <tspan>words</tspan></text>'
               "</g></g></svg>")
    assert words_of(drawing) == [Word("two words", 16.0, 28.0, 40.0)]


def test_a_console_that_ticks_on_is_like_itself_and_a_covered_one_is_not() -> None:
    console = Picture([[0xfffbf6ea] * 100] * 100)
    ticked = Picture([[0xff211c16] * 5 + [0xfffbf6ea] * 95] * 100)
    covered = Picture([[0xff1b1815] * 100] * 60 + [[0xfffbf6ea] * 100] * 40)
    assert unlike(console, ticked) == pytest.approx(0.05)
    assert unlike(console, covered) == pytest.approx(0.6)
