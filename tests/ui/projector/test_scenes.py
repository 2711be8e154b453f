"""What a room sees: read from the pixels of each scene."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from app.live.scene import Audience, Hour, Ring, Scene, Talk, Turn
from tests.ui.projector.conftest import Photograph
from ui.projector.circle import laid
from ui.projector.sheet import Sheet
from ui.theme import load_wall_theme

pytestmark = pytest.mark.slow

MINUTE = 60_000
QUESTION = Audience(
    Scene.QUESTION, "ownership", "threes", "What do you keep doing here that you would rather share?",
    foot="Groups of three", foot2="One speaks, the others stay curious.", last=("The last minute", "Finish."),
    over=("Come to a close, gently", "Thank each other."), minute_word="min", ring=Ring(12 * MINUTE, left=6 * MINUTE))
SCENES = {
    "question": QUESTION,
    "gather": Audience(Scene.GATHER, "dissent", "threes", "Find two people\nyou know least.", "Knees close.",
                       "Still looking? Raise a hand.", "A four is fine."),
    "call back": Audience(Scene.CALL_BACK, "gifts", "threes", "Come back,\ngently.", foot="Thank each other."),
    "break": Audience(Scene.BREAK, heading="A break. We begin again at", time="19:35", foot2="Stretch."),
    "welcome": Audience(Scene.WELCOME, "invitation", heading="So that we say early what we need", time="18:30",
                        time_label="We begin at", foot2="Sit beside somebody new."),
    "move": Audience(Scene.MOVE, "world cafe", "table", "Hosts stay.\nEveryone else:\na different table each.",
                     foot="Round 2 of 3", foot2="Bring one thing you heard."),
    "map": Audience(Scene.MOVE, "world cafe", "table", "Say thank you.\nThen travel.", foot="Round 2 of 3",
                    foot2="Look at your card. After 10 comes 1.", tables=10,
                    signs=("The host stays", "one table on", "two tables on", "three tables on")),
    "seats": Audience(Scene.SEATS, "gifts", "threes", "Find your people", foot2="Not on the wall? Raise a hand.",
                      groups=tuple(("Ada", "Bo", "Cy") for _ in range(8))),
    "circle": Audience(Scene.CIRCLE, "art of convening", "circle", "What brings you here?",
                       foot="Every voice, once round", foot2="Then Cy.", middle=("Bo", "holds the stone"), chairs=(
                           ("Ada", Turn.HELD), ("Bo", Turn.HOLDS), ("Cy", Turn.COMES), ("Dora", Turn.COMES))),
    "lines": Audience(Scene.LINES, "open space", "circle", "How it goes", foot2="One law. Walk on, with thanks.",
                      lines=("Whoever sits down is enough.", "It may end.")),
    "topics": Audience(Scene.TOPICS, "open space", heading="Where do you want to be?", foot="The letter hangs there.",
                       walls=(((Hour("10:45", "11:45", (Talk("A", "Light on the steps", "Amina"),
                                                        Talk("B", "A boat that waits", "Jonas"))),),),)),
    "closing": Audience(Scene.CLOSING, heading="Thank you\nfor being here.", second="Staff meeting"),
}
CENTRE = (1680, 850)


def near(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(round(x), round(y)).name().upper()


def colours_in(image: QImage, rect: QRect) -> set[str]:
    part = image.copy(rect).convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(pixel).name().upper() for pixel in set(memoryview(part.constBits()).cast("I"))}


def left(ms: int) -> Audience:
    return replace(QUESTION, ring=Ring(12 * MINUTE, left=ms))


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_the_ring_closes_clockwise_and_the_gap_is_the_time_left(photograph: Photograph, theme: str) -> None:
    colours = load_wall_theme(theme)
    half = photograph(QUESTION, theme=theme)
    east, west = near(half, CENTRE[0] + 93, CENTRE[1]), near(half, CENTRE[0] - 93, CENTRE[1])
    assert (east, west) == (colours.families["ownership"].upper(), colours.track.upper())
    begun = photograph(left(12 * MINUTE), theme=theme)
    assert near(begun, CENTRE[0] + 93, CENTRE[1]) == colours.track.upper()


def test_when_the_time_is_complete_the_ring_is_whole_and_has_no_numeral(photograph: Photograph) -> None:
    colours = load_wall_theme("paper")
    over = photograph(left(0))
    for x, y in ((90, 0), (-90, 0), (0, 90), (0, -90), (-64, -64)):
        assert near(over, CENTRE[0] + x, CENTRE[1] + y) == colours.families["ownership"]
    middle = QRect(CENTRE[0] - 50, CENTRE[1] - 50, 100, 100)
    assert colours_in(over, middle) == {colours.panel}
    assert colours.ink in colours_in(photograph(left(MINUTE)), middle)


def test_the_question_does_not_move_when_the_last_minute_comes(photograph: Photograph) -> None:
    before, last, over = photograph(left(MINUTE + 1)), photograph(left(MINUTE)), photograph(left(0))
    above = QRect(0, 0, 1920, 716)
    assert before.copy(above) == last.copy(above) == over.copy(above)
    below = QRect(0, 716, 1920, 364)
    assert before.copy(below) != last.copy(below) != over.copy(below)


def test_a_resting_question_has_no_ring(photograph: Photograph) -> None:
    resting = photograph(replace(QUESTION, ring=None))
    assert colours_in(resting, QRect(1570, 740, 220, 220)) == {load_wall_theme("paper").bg}


def test_a_round_of_one_minute_does_not_begin_with_its_last_minute(photograph: Photograph) -> None:
    short = photograph(replace(QUESTION, ring=Ring(MINUTE, left=MINUTE)))
    assert near(short, 20, 1000) == load_wall_theme("paper").bg


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("size", [(1920, 1080), (1440, 1080)])
def test_nothing_is_drawn_in_the_lowest_part_that_heads_may_hide(
        photograph: Photograph, name: str, size: tuple[int, int]) -> None:
    width, height = size
    image = photograph(SCENES[name], width=width, height=height)
    ground = load_wall_theme("paper").bg
    assert colours_in(image, QRect(0, 957, width, 123)) == {ground}
    assert colours_in(image, QRect(0, 0, 60, height)) == {ground}
    assert colours_in(image, QRect(width - 30, 0, 30, height)) == {ground}
    assert len(colours_in(image, QRect(100, 200, 500, 500))) > 1


def test_a_heading_of_500_characters_stays_inside_every_scene(photograph: Photograph) -> None:
    long = ("We said in spring that we would look at this again, and here we are; who wants to begin? " * 6)[:500]
    for name, audience in SCENES.items():
        image = photograph(replace(audience, heading=long, second=audience.second and long[:160]))
        outside = colours_in(image, QRect(0, 957, 1920, 123)) | colours_in(image, QRect(0, 0, 60, 1080))
        assert outside == {load_wall_theme("paper").bg}, name


def test_a_blank_wall_is_the_ground_and_nothing_else(photograph: Photograph) -> None:
    blank = photograph(Audience(Scene.BLANK), width=320, height=180)
    assert colours_in(blank, blank.rect()) == {load_wall_theme("paper").bg}


def test_who_stays_with_the_same_people_sees_nobody_looking(photograph: Photograph) -> None:
    same = replace(SCENES["gather"], foot="", foot2="")
    hand = QRect(1740, 560, 90, 130)
    assert photograph(same).copy(hand) != photograph(SCENES["gather"]).copy(hand)


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_words_on_the_wall_stand_out_ten_to_one(theme: str) -> None:
    colours = load_wall_theme(theme)
    for word, ground in ((colours.ink, colours.bg), (colours.ink2, colours.bg), (colours.ink, colours.panel)):
        assert contrast(word, ground) >= 10
    assert contrast(colours.track, colours.bg) < 10


def contrast(one: str, other: str) -> float:
    """The ratio that the accessibility guidelines define."""
    def light(name: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
                 for c in (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_in_a_circle_filled_has_held_the_stone_ringed_holds_it_and_hollow_is_to_come(
        photograph: Photograph, theme: str) -> None:
    colours, image = load_wall_theme(theme), photograph(SCENES["circle"], theme=theme)
    names = tuple(name for name, _ in SCENES["circle"].chairs)
    plan = laid(Sheet(1920.0, colours), names)
    x, y, away = plan.centre.x(), plan.centre.y(), plan.radius
    ink, ground = colours.ink.upper(), colours.bg.upper()
    top, east, south, west = (x, y - away), (x + away, y), (x, y + away), (x - away, y)
    assert [near(image, *at) for at in (top, east, south, west)] == [ink, ink, ground, ground]
    rings = [near(image, at[0] - 32, at[1]) for at in (top, east, south, west)]
    assert rings == [ground, ink, ground, ground]
    assert near(image, south[0] - 17, south[1]) == near(image, west[0] - 17, west[1]) == ink
