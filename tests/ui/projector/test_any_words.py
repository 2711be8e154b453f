"""Whatever is typed, the room can read it: nothing is cut, nothing is under 3.5 % of the height, on any display."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QBuffer, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.live.audience import message
from app.live.circle import LONGEST_IN_A_CIRCLE
from app.live.engine import LONGEST_MESSAGE
from app.live.places import LONGEST_ON_WALL
from app.live.scene import Audience, Ring, Scene
from tests.display.letters import words_of
from tests.ui.projector.conftest import Photograph
from tests.ui.projector.test_scenes import SCENES, colours_in
from ui.projector.frame import paint_wall
from ui.theme import load_wall_theme

pytestmark = pytest.mark.slow

PAPER = load_wall_theme("paper")
SMALLEST = 0.035
"""The smallest letters a back row reads, as a part of the wall's height."""
SIZES = ((1280, 720), (1024, 768), (1920, 1080), (1440, 1080), (2560, 1600), (3840, 2160))
COUNT = int(os.environ.get("CONVENER_WALL_TEXTS", "25"))
"""Random texts; the whole promise is 1,000."""
WORDS = ("What do we keep when nobody asks us to keep it and who would miss it if it went? " * 8)[:500]
EMOJI = "👩🏽‍🤝‍👩🏿🎉 who comes 🧡 with whom? " * 20
RIGHT_TO_LEFT = "ما الذي نحتفظ به عندما لا يطلب منا أحد أن نحتفظ به؟ מה אנחנו שומרים? " * 8
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 11
HOSTILE = {"500 characters": WORDS, "emoji": EMOJI[:500], "right to left": RIGHT_TO_LEFT[:500],
           "one word": UNBROKEN[:500], "no breaks": WORDS.replace(" ", "\u00a0"),
           "markup": "<b>A</b> &amp; <img src=x>"}
QUIET = Audience(Scene.SILENCE, "gifts", heading="Let it be\nquiet.", foot="A moment without words.",
                 foot2="Rest your eyes where you like.", ring=Ring(60_000, left=30_000))
ALL = {**SCENES, "message": message("Soup stands in the hall."), "silence": QUIET}


def worded(name: str, text: str) -> Audience:
    """The scene with `text` where people can have typed it; the map says only words of its own."""
    match name:
        case "map":
            return ALL[name]
        case "move":
            return replace(ALL[name], foot2=text[:120])
        case "seats":
            return replace(ALL[name], groups=tuple((text[:LONGEST_ON_WALL], "Bo", "Cy") for _ in range(8)))
        case "circle":
            chairs = tuple((text[:LONGEST_IN_A_CIRCLE], turn) for _, turn in ALL[name].chairs)
            return replace(ALL[name], heading=text, middle=(chairs[0][0], "holds the stone"), chairs=chairs)
        case _:
            return replace(ALL[name], heading=text)


def letters(audience: Audience, width: int, height: int) -> list[float]:
    """The size of every run of words on this wall, as a part of its height."""
    drawing, buffer = QSvgGenerator(), QBuffer()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(width, height))
    drawing.setViewBox(QRect(0, 0, width, height))
    painter = QPainter(drawing)
    paint_wall(painter, QRectF(0, 0, width, height), audience, PAPER, 0)
    painter.end()
    return [word.size / height for word in words_of(bytes(buffer.data().data()).decode())]


def outside(image: QImage) -> set[str]:
    """Every colour in the margins at the sides and below what heads may hide; the panel reaches to the edges."""
    width, height = image.width(), image.height()
    low, edge = round(height * 957 / 1080), round(height * 30 / 1080)
    return (colours_in(image, QRect(0, low, width, height - low)) | colours_in(image, QRect(0, 0, edge, height))
            | colours_in(image, QRect(width - edge, 0, edge, height)))


@pytest.mark.parametrize("size", [(1920, 1080), (1440, 1080)], ids=["16 to 9", "4 to 3"])
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_whole_and_large_enough_as_a_message_and_in_silence(
        photograph: Photograph, words: str, size: tuple[int, int]) -> None:
    width, height = size
    text = HOSTILE[words]
    for audience in (message(text[:LONGEST_MESSAGE]), message(text), replace(QUIET, foot2=text[:120])):
        assert outside(photograph(audience, width=width, height=height)) == {PAPER.bg}
        assert min(letters(audience, width, height)) >= SMALLEST - 0.0001, audience.heading[:40]


@pytest.mark.qt_log_ignore("OpenType support missing", extend=True)   # a machine without fonts for a script says so
@settings(max_examples=COUNT, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=some.text(some.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=200),
       name=some.sampled_from(sorted(ALL)), size=some.sampled_from(SIZES))
@example(text=UNBROKEN[:200], name="gather", size=(1024, 768))
@example(text=UNBROKEN[:200], name="seats", size=(1024, 768))
@example(text=UNBROKEN[:200], name="circle", size=(1024, 768))
@example(text="-", name="map", size=(1024, 768))
@example(text=RIGHT_TO_LEFT[:200], name="welcome", size=(3840, 2160))
def test_any_words_in_any_scene_on_any_display_are_whole_and_large_enough(
        photograph: Photograph, text: str, name: str, size: tuple[int, int]) -> None:
    width, height = size
    audience = worded(name, text)
    assert outside(photograph(audience, width=width, height=height)) == {PAPER.bg}
    assert min(letters(audience, width, height), default=1.0) >= SMALLEST - 0.0001


def test_words_that_are_too_small_or_lie_outside_would_be_found(photograph: Photograph) -> None:
    tiny = replace(ALL["question"], foot=WORDS, foot2=WORDS)
    assert min(letters(tiny, 1920, 1080)) < SMALLEST
    panel = replace(ALL["question"], ring=Ring(720_000, left=30_000))
    assert outside(photograph(panel)) != {PAPER.bg}
