"""What is read and what is written: words stand whole, fields keep plain text, dots are people in groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.words import Words
from tests.ui.widgets.showcase import showcase
from ui.theme import Theme
from ui.type import Role, line_height
from ui.widgets.banner import Banner
from ui.widgets.bar import TimeBar
from ui.widgets.beats import BeatTrail
from ui.widgets.dots import GroupDots, places
from ui.widgets.fields import Field, TextArea
from ui.widgets.labels import Aside, Paragraph, Runs, label

Put = Callable[..., QWidget]
LONG = "A sentence that is long enough to need more than one line in a narrow column of the page."


def count(image: QImage, colour: str) -> int:
    """How many pixels of `image` are exactly `colour`."""
    return sum(image.pixelColor(x, y).name() == colour.lower()
               for x in range(image.width()) for y in range(image.height()))


def darkness(words: QWidget) -> int:
    """How much is written on a light ground."""
    picture = words.grab().toImage()
    return sum(255 - picture.pixelColor(x, y).lightness() for x in range(picture.width())
               for y in range(picture.height()) if picture.pixelColor(x, y).lightness() < 200)


def test_a_paragraph_is_higher_where_it_is_narrower_and_stands_at_the_pitch_of_its_role(theme: Theme) -> None:
    words = Paragraph(LONG, Role.SAY, theme.ink)
    assert words.heightForWidth(2000) == line_height(Role.SAY)
    assert words.heightForWidth(260) % line_height(Role.SAY) == 0
    assert words.heightForWidth(260) >= 3 * line_height(Role.SAY)


def test_what_a_person_typed_is_never_markup(theme: Theme, put: Put) -> None:
    bold, plain = Paragraph("<b>x</b>", Role.BODY, theme.ink), Paragraph("x", Role.BODY, theme.ink)
    put(bold, plain)
    assert bold.sizeHint().width() > plain.sizeHint().width() * 3


def test_one_line_is_never_cut(theme: Theme, put: Put) -> None:
    line = label(LONG, Role.BODY, theme.ink)
    put(line, width=100)
    assert line.width() >= line.fontMetrics().horizontalAdvance(LONG)


def test_words_are_laid_anew_when_they_change(theme: Theme) -> None:
    words = Paragraph("Short.", Role.BODY, theme.ink)
    assert words.heightForWidth(200) == line_height(Role.BODY)
    words.show_text(LONG)
    assert words.heightForWidth(200) > line_height(Role.BODY)
    words.setText("Short.")
    assert words.heightForWidth(200) == line_height(Role.BODY)


def test_an_aside_leaves_room_for_its_bar(theme: Theme, put: Put) -> None:
    aside, plain = Aside("Wait.", Role.BODY, theme.ink, bar=theme.line), Paragraph("Wait.", Role.BODY, theme.ink)
    assert aside.sizeHint().width() == plain.sizeHint().width() + Aside.INSET
    put(aside)
    assert aside.grab().toImage().pixelColor(1, 8).name() == theme.line.lower()
    assert count(aside.grab().toImage(), theme.line) >= Aside.BAR * 18


@pytest.mark.slow
def test_tall_and_deep_letters_stay_inside_their_line(theme: Theme, put: Put) -> None:
    tall = "ÉÅŽgjpqy(|)"
    for role in (Role.HERO, Role.TITLE, Role.PANEL, Role.LIVE_QUESTION, Role.CARD_QUESTION, Role.SAY, Role.BODY):
        alone, roomy = label(tall, role, theme.ink), label(f"\n{tall}\n", role, theme.ink)
        put(alone, roomy)
        assert darkness(alone) == darkness(roomy), role
        alone.setFixedHeight(line_height(role) // 2)     # the control: half a line is cut
        assert darkness(alone) < darkness(roomy), role


def test_lines_that_a_person_broke_stay_broken(theme: Theme) -> None:
    assert Paragraph("one\ntwo\nthree", Role.BODY, theme.ink).heightForWidth(900) == 3 * line_height(Role.BODY)


def test_words_are_read_from_the_side_on_which_they_begin(theme: Theme) -> None:
    def drawn(text: str) -> QImage:
        paragraph = Paragraph(text, Role.BODY, theme.ink)
        paragraph.resize(300, 30)
        return paragraph.grab().toImage()

    mark = "\u200f"   # between two of these even a reader from the left puts the sign on the left of the word
    assert drawn("שלום!") == drawn(f"{mark}שלום!{mark}"), "the sign that ends a word stands before it"
    assert drawn("Well!") == drawn("\u200eWell!\u200e")


def test_runs_read_as_one_line(theme: Theme) -> None:
    runs = Runs([("Ends ", Role.BODY, theme.ink), ("09:45", Role.BODY_BOLD, theme.ink)])
    assert runs.text() == "Ends 09:45"
    assert runs.accessibleName() == "Ends 09:45"
    width = runs.sizeHint().width()
    runs.show_pieces([("Ends ", Role.BODY, theme.ink), ("09:45, as promised", Role.BODY_BOLD, theme.ink)])
    assert runs.sizeHint().width() > width


def test_a_field_reports_what_is_typed_and_not_what_is_shown(theme: Theme, put: Put) -> None:
    field = Field(theme=theme, name="Search", placeholder="Search", glyph="search", key="/")
    told: list[str] = []
    field.edited.connect(told.append)
    put(field)
    field.show_text("dou")
    assert told == []
    QTest.keyClicks(field, "bt")
    assert told == ["doub", "doubt"]


def test_a_field_shows_that_it_has_the_keyboard(theme: Theme, put: Put) -> None:
    field = Field(theme=theme, name="Search")
    put(field)
    field.clearFocus()
    assert count(field.grab().toImage(), theme.focus) == 0
    field.setFocus()
    assert count(field.grab().toImage(), theme.focus) > 400


def test_a_text_grows_with_what_is_written_and_shrinks_again(theme: Theme, put: Put) -> None:
    area = TextArea(theme=theme, name="How to frame it", role=Role.SAY, least=2, most=6)
    told: list[str] = []
    area.edited.connect(told.append)
    put(area, width=360)
    low = area.height()
    area.show_text(LONG)
    middle = area.height()
    area.show_text(" ".join([LONG] * 40))
    high = area.height()
    assert low < middle < high < 3.5 * low
    assert area.verticalScrollBar().maximum() > 0
    area.show_text("")
    assert area.height() == low
    assert told == []
    QTest.keyClicks(area, "ab")
    assert told == ["a", "ab"]


def test_pasted_colour_and_size_do_not_enter_a_text(theme: Theme) -> None:
    area = TextArea(theme=theme, name="Note")
    area.show_text("<h1>Big</h1>")
    assert area.text() == "<h1>Big</h1>"


def test_three_sit_in_a_triangle_four_in_a_diamond_and_a_crowd_in_a_ring_of_ten() -> None:
    assert len(places(3)) == 3
    assert places(4)[0] == (0.0, -1.0)
    assert [len(places(size)) for size in (0, 1, 2, 10, 140)] == [0, 1, 2, 10, 10]


def test_groups_beyond_the_room_are_told_as_a_number(theme: Theme) -> None:
    few = GroupDots((3, 4, 4), theme.ink, name="One three, two fours")
    many = GroupDots((3,) * 46, theme.ink, width=200)
    assert few.shown() == 3
    assert few.accessibleName() == "One three, two fours"
    drawn = many.shown()
    assert 1 < drawn < 46
    assert many.sizeHint().width() <= 200 + 20
    assert f"+{46 - drawn}" in [child.text() for child in many.findChildren(Paragraph)]
    many.show_sizes((3, 3))
    assert many.shown() == 2


def test_the_beat_that_is_now_is_the_one_a_screen_reader_says(theme: Theme) -> None:
    trail = BeatTrail(["Gather", "Frame", "Round"], 0, theme=theme)
    assert trail.accessibleName() == "Gather"
    width = trail.sizeHint().width()
    trail.show_beats(["Gather", "Frame", "Round"], 2)
    assert trail.accessibleName() == "Round"
    assert trail.sizeHint().width() == width     # nothing moves when a beat is done


def test_the_bar_shows_what_is_used_and_hatches_time_that_rests(theme: Theme) -> None:
    colour = theme.family("ownership").strong
    bar = TimeBar(colour, theme=theme)
    bar.resize(200, bar.height())
    bar.show_time(0.0)
    assert count(bar.grab().toImage(), colour) == 0
    bar.show_time(0.5)
    half = count(bar.grab().toImage(), colour)
    assert 0.45 < half / (200 * 14) < 0.55
    bar.show_time(0.5, hatched=True)
    assert count(bar.grab().toImage(), colour) < half / 2
    bar.show_time(7.0)
    assert count(bar.grab().toImage(), colour) > 0.95 * 200 * 14


def test_a_banner_says_one_line_and_offers_what_can_be_done(theme: Theme, put: Put) -> None:
    banner = Banner(theme=theme)
    told: list[int] = []
    banner.pressed.connect(told.append)
    window = put(banner)
    assert not banner.isVisible()
    banner.show_message("The disk is full. Your words are still here.", ("Try again", "Copy them"))
    assert banner.isVisibleTo(window)
    assert banner.text() == "The disk is full. Your words are still here."
    banner.findChildren(QPushButton)[-1].click()
    assert told == [1]
    banner.show_message("")
    assert not banner.isVisible()


def test_no_widget_is_cut_in_the_pseudo_language(theme: Theme, put: Put) -> None:
    sheet = showcase(theme, Words("xx"))
    put(sheet, width=1440)
    sheet.resize(1440, sheet.heightForWidth(1440))
    for part in sheet.findChildren(QPushButton):
        if part.text():
            assert part.width() >= part.minimumSizeHint().width(), part.text()
    for words in sheet.findChildren(Paragraph):
        if words.isVisible() and words.hasHeightForWidth():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
