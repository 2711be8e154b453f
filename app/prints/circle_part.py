"""The circle in a harvest: as many dots as there were voices, and the names of those alone who said yes to it."""

from __future__ import annotations

from math import cos, pi, sin

from reportlab.lib.colors import HexColor

from app.prints.faces import Face
from app.prints.harvest import HarvestPages
from app.prints.outline import circle
from app.prints.paper import LEFT, Style
from app.prints.sheet import Sheets
from app.words import Words, say, say_n

RADIUS, DOT = 62.0, 4.6
MOST_DOTS = 60
"""Voices that are drawn one by one; more would touch."""


def draw_circle(sheets: Sheets, pages: HarvestPages, words: Words) -> None:
    """The circle at `y`, where the gathering sat in one."""
    sat = circle(pages)
    if sat is None:
        return
    voices = sat.voices
    sheets.need(2 * RADIUS + 120)
    sheets.bookmark(words(say("The circle")))
    heading = Style(Face.DISPLAY, 30, 38, sheets.inks.ink)
    sheets.paragraph(sheets.type.lines([(words(say("The circle")), heading)], sheets.measure), 38)
    sheets.y -= 16
    middle = sheets.y - RADIUS - DOT
    _dots(sheets, min(voices, MOST_DOTS), middle)
    quiet = Style(Face.SANS, 12.5, 18, sheets.inks.ink2)
    large = Style(Face.TEXT, 16, 23, sheets.inks.ink)
    x = LEFT + 2 * RADIUS + 44
    named = ", ".join(sat.names)
    blocks = [(sheets.type.lines([(words(say_n("One voice.", "{n} voices, one circle.", voices)), large)],
                                 sheets.measure - 2 * RADIUS - 44), large),
              (sheets.type.lines([(named, quiet)], sheets.measure - 2 * RADIUS - 44) if named else [], quiet)]
    y = middle + sum(len(lines) * style.pitch for lines, style in blocks) / 2
    for lines, style in blocks:
        for line in lines:
            y -= style.pitch
            sheets.draw(line, x, y + style.pitch * 0.28)
    sheets.y = min(middle - RADIUS - DOT, y) - 30


def _dots(sheets: Sheets, voices: int, middle: float) -> None:
    sheets.canvas.setFillColor(HexColor(sheets.inks.ink))
    for place in range(voices):
        angle = pi / 2 - place * 2 * pi / voices
        sheets.canvas.circle(LEFT + RADIUS + DOT + RADIUS * cos(angle), middle + RADIUS * sin(angle), DOT, stroke=0,
                             fill=1)
