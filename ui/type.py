"""The only place that makes a font: families, pixel sizes, axes and features by role.

Both families are variable fonts, and `QFont.setWeight` does nothing right to them (Source Sans comes out
ExtraLight, 700 is smeared): their weight is an axis. Style sheets therefore never set a font.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_literata
import fontpkg_source_sans_3
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

from app.errors import Trouble
from app.words import say

SERIF = "Literata"
SANS = "Source Sans 3"
TEXT, DISPLAY = 14, 40
"""Literata's optical sizes: for lines to read, and for lines to look at."""
USUAL = 100
TEXT_SIZES = (USUAL, 125, 150)
"""Per cent. The choice belongs to the application, which carries it under this name:"""
_CARRIED = "text size"
SMALL, LARGE = 18, 44
"""Pixels: up to the first a text grows whole, from the second on it is large enough and stays; between, in between."""


class Role(StrEnum):
    """What a text is for. Each role has one size and one line height, in pixels at 1x."""

    CLOCK = "clock"
    CLOCK_SMALL = "clock small"
    CLOCK_LOW = "clock low"
    STANDBACK_CLOCK = "standback clock"
    STANDBACK = "standback"
    STANDBACK_SANS = "standback sans"
    STANDBACK_BOLD = "standback bold"
    STANDBACK_CLICK = "standback click"
    STANDBACK_HINT = "standback hint"
    STANDBACK_SAY = "standback say"
    HERO = "hero"
    NAME = "name"
    TITLE = "title"
    PANEL = "panel"
    CARD_NAME = "card name"
    LIVE_QUESTION = "live question"
    CHOSEN_QUESTION = "chosen question"
    CARD_QUESTION = "card question"
    BLOCK_QUESTION = "block question"
    SAY = "say"
    SAY_BIG = "say big"
    NOTE = "note"
    NOTE_BOLD = "note bold"
    ITALIC = "italic"
    BODY = "body"
    BODY_BOLD = "body bold"
    LIVE_STEP = "live step"
    LIVE_STEP_BOLD = "live step bold"
    LABEL = "label"
    CAPTION = "caption"
    BUTTON = "button"
    LIVE_BUTTON = "live button"


@dataclass(frozen=True, slots=True)
class Face:
    """One role's measures: pixel size, line height in pixels, family, weight and optical size."""

    size: int
    line: int
    serif: bool = False
    weight: int = 400
    optical: int = TEXT
    italic: bool = False


_FACES = {
    Role.CLOCK: Face(176, 150, serif=True, weight=480, optical=DISPLAY),
    Role.CLOCK_SMALL: Face(148, 122, serif=True, weight=480, optical=DISPLAY),
    Role.CLOCK_LOW: Face(104, 86, serif=True, weight=480, optical=DISPLAY),
    Role.STANDBACK_CLOCK: Face(420, 330, serif=True, weight=480, optical=DISPLAY),
    Role.STANDBACK: Face(44, 56, serif=True, weight=480, optical=DISPLAY),
    Role.STANDBACK_SANS: Face(44, 56),
    Role.STANDBACK_BOLD: Face(44, 56, weight=600),
    Role.STANDBACK_CLICK: Face(66, 84, weight=600),
    Role.STANDBACK_HINT: Face(34, 44),
    Role.STANDBACK_SAY: Face(68, 84, serif=True, weight=480, optical=DISPLAY),
    Role.HERO: Face(38, 50, serif=True, weight=480, optical=DISPLAY),
    Role.NAME: Face(33, 42, serif=True, weight=600, optical=DISPLAY),
    Role.TITLE: Face(27, 34, serif=True, weight=600, optical=DISPLAY),
    Role.CARD_NAME: Face(18, 24, serif=True, weight=600),
    Role.PANEL: Face(21, 28, serif=True, weight=600),
    Role.LIVE_QUESTION: Face(24, 32, serif=True, weight=480, optical=DISPLAY),
    Role.CHOSEN_QUESTION: Face(30, 38, serif=True, weight=480, optical=DISPLAY),
    Role.CARD_QUESTION: Face(22, 29, serif=True, weight=480, optical=DISPLAY),
    Role.BLOCK_QUESTION: Face(15, 20, serif=True),
    Role.SAY: Face(18, 26, serif=True),
    Role.SAY_BIG: Face(22, 31, serif=True),
    Role.NOTE: Face(16, 24, serif=True),
    Role.NOTE_BOLD: Face(16, 24, serif=True, weight=700),
    Role.ITALIC: Face(18, 26, serif=True, italic=True),
    Role.BODY: Face(15, 22),
    Role.BODY_BOLD: Face(15, 22, weight=600),
    Role.LIVE_STEP: Face(16, 22),
    Role.LIVE_STEP_BOLD: Face(16, 22, weight=600),
    Role.LABEL: Face(13, 18, weight=600),
    Role.CAPTION: Face(13, 18),
    Role.BUTTON: Face(15, 22, weight=600),
    Role.LIVE_BUTTON: Face(18, 24, weight=600),
}


def load_fonts() -> None:
    """Register the program's fonts with Qt; needs an application. Raises `Trouble` where one is missing."""
    for root in (fontpkg_literata.ROOT, fontpkg_source_sans_3.ROOT):
        for file in sorted((Path(root) / "files").glob("*.ttf")):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise Trouble(say("The font {name} could not be read.", name=file.name))
    for family in (SERIF, SANS):
        if family not in QFontDatabase.families():
            raise Trouble(say("The font {name} is missing.", name=family))


def wear_text_size(application: QCoreApplication, percent: int) -> None:
    """The size of the console's words from now on, in per cent. Widgets take it up when they are built."""
    application.setProperty(_CARRIED, percent)


def text_size() -> int:
    """The size of the console's words, in per cent; 100 where nobody chose."""
    application = QCoreApplication.instance()
    chosen: Any = application.property(_CARRIED) if application is not None else None
    return chosen if isinstance(chosen, int) else USUAL


def grown(px: int) -> int:
    """A measure of something that holds small words, such as a row or a column, at the text size chosen."""
    return round(px * text_size() / USUAL)


def font(role: Role) -> QFont:
    """The font of `role`, with digits that do not jitter where it is a clock."""
    return QFont(_of_role(role, text_size()))


@cache
def _of_role(role: Role, percent: int) -> QFont:
    """One font a role: setting axes costs more than measuring a line. Callers get copies."""
    face = _FACES[role]
    made = _made(_sized(face.size, percent), serif=face.serif, weight=face.weight, optical=face.optical,
                 italic=face.italic)
    if face.serif:
        made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


def _sized(px: int, percent: int) -> int:
    """Small words grow by the whole of `percent`, large ones by less, the clock not at all."""
    if px >= LARGE:
        return px
    most = SMALL * percent / USUAL
    return round(px * percent / USUAL if px <= SMALL else most + (px - SMALL) * (LARGE - most) / (LARGE - SMALL))


def line_height(role: Role) -> int:
    """From baseline to baseline in `role`, in pixels at 1x."""
    face = _FACES[role]
    return round(face.line * _sized(face.size, text_size()) / face.size)


def wall_font(px: float, *, serif: bool, weight: int, italic: bool = False) -> QFont:
    """A font of the wall: `px` in the wall's own 1080-pixel picture, lining digits, no hinting to a grid."""
    made = _made(round(px), serif=serif, weight=weight, optical=DISPLAY, italic=italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _made(px: int, *, serif: bool, weight: int, optical: int, italic: bool) -> QFont:
    made = QFont(SERIF if serif else SANS)
    made.setPixelSize(max(1, px))
    made.setItalic(italic)
    made.setKerning(True)
    made.setVariableAxis(QFont.Tag.fromString("wght"), weight)
    made.setFeature(QFont.Tag.fromString("lnum"), 1)
    if serif:
        made.setVariableAxis(QFont.Tag.fromString("opsz"), optical)
    return made
