"""The first page of a harvest: its title, when and where, and which conversations there were."""

from __future__ import annotations

from datetime import datetime
from math import cos, pi, sin

from reportlab.lib.colors import HexColor

from app.design.names import day_words, people_words
from app.harvest.kinds import conversation_name
from app.library.protocol import CONVERSATIONS, DESIGNS
from app.prints.faces import Face
from app.prints.harvest import HarvestPages
from app.prints.paper import Paper, Style, family_glyph
from app.prints.sheet import Sheets
from app.prints.typeset import Line
from app.words import Words, say

LOWEST = 132.0
"""Where the names of the conversations begin at the latest, clear of the foot."""


def draw_cover(sheets: Sheets, pages: HarvestPages, words: Words, title: str) -> None:
    """Dots in threes, the title, when and where, and which conversations there were."""
    gathering = pages.gathering
    up = (Paper.A4.value[1] - sheets.height) / 2   # a shorter sheet takes half from above, half from between
    sheets.ribbon("harvest", sheets.inks.ink, width=31, height=57)
    sheets.y = sheets.height - 90
    sheets.bookmark(title)
    purpose = Style(Face.ITALIC, 16, 23, sheets.inks.ink2)
    aim = sheets.type.balanced(gathering.purpose, purpose, 400)[:6] if gathering.purpose else []
    facts = Style(Face.SANS, 13, 21, sheets.inks.ink)
    told = [line for text in _facts(pages, words) for line in sheets.type.balanced(text, facts, 440)[:3]]
    begins = sheets.height - 400 + up
    below = 38 + len(aim) * purpose.pitch + 8 + len(told) * facts.pitch + 44
    lines, style = _title_lines(sheets, title, begins - below - LOWEST)
    _ring(sheets, sheets.height - 235 + up)
    sheets.y = begins
    sheets.centred(lines, style.pitch)
    sheets.y -= 22
    sheets.rule(x=sheets.width / 2 - 14, width=28, colour=sheets.inks.ink)
    sheets.y -= 16
    if aim:
        sheets.centred(aim, purpose.pitch)
        sheets.y -= 8
    sheets.centred(told, facts.pitch)
    sheets.y = min(sheets.y - 44, 170)
    _families(sheets, pages, words)
    _foot(sheets, words, named=pages.named)


def _title_lines(sheets: Sheets, title: str, room: float) -> tuple[list[Line], Style]:
    """The title at 37 points, smaller where it would take more than four lines or `room` points."""
    lines: list[Line] = []
    style = Style(Face.DISPLAY, 37, 37 * 1.22, sheets.inks.ink)
    for size in (37, 30, 24, 18):
        style = Style(Face.DISPLAY, size, size * 1.22, sheets.inks.ink)
        lines = sheets.type.balanced(title, style, min(sheets.measure - 60, 340) if size > 30 else sheets.measure - 60)
        if len(lines) <= 4 and len(lines) * style.pitch <= room:
            break
    return lines[:6], style


def _facts(pages: HarvestPages, words: Words) -> tuple[str, ...]:
    began = datetime.fromtimestamp(pages.began / 1000)
    first = [words(day_words(began.date(), year=True))]
    if pages.finished is not None:
        ended = datetime.fromtimestamp(pages.finished / 1000)
        first.append(words(say("{began} to {ended}", began=f"{began:%H:%M}", ended=f"{ended:%H:%M}")))
    else:
        first.append(f"{began:%H:%M}")
    second = [words(people_words(pages.people, about=pages.gathering.about)), pages.gathering.place.strip()]
    return " · ".join(first), " · ".join(part for part in second if part)


def _families(sheets: Sheets, pages: HarvestPages, words: Words) -> None:
    """The conversations, glyph and name, as many to a line as go."""
    families = list(dict.fromkeys(step.family for step in pages.gathering.steps
                                  if step.family in (*CONVERSATIONS, *DESIGNS)))
    style = Style(Face.SANS_BOLD, 12.5, 18, sheets.inks.ink)
    items = [(family, words(conversation_name(family))) for family in families]
    widths = [sheets.type.width(name, style) + 22 for _, name in items]
    while items:
        many = next((n for n in range(len(items), 1, -1) if sum(widths[:n]) + 26 * (n - 1) <= sheets.width - 120), 1)
        x = (sheets.width - sum(widths[:many]) - 26 * (many - 1)) / 2
        for (family, name), width in zip(items[:many], widths[:many], strict=True):
            colour = sheets.inks.family(family)
            sheets.glyph(family_glyph(family), x=x, y=sheets.y - 4, side=15.5, colour=colour)
            line = sheets.type.lines([(name, Style(style.face, style.size, style.pitch, colour))], sheets.measure)[0]
            sheets.draw(line, x + 22, sheets.y)
            x += width + 26
        del items[:many], widths[:many]
        sheets.y -= 26


def _foot(sheets: Sheets, words: Words, *, named: bool) -> None:
    style = Style(Face.SANS, 11, 17, sheets.inks.ink2)
    sheets.y = 100
    for text in (say("What was said in a small group stays in the small group."),
                 say("A name stands here only because the person said yes to it.") if named else
                 say("Nobody is named here.")):
        sheets.centred(sheets.type.lines([(words(text), style)], 440), style.pitch)


def _ring(sheets: Sheets, middle: float) -> None:
    """Fourteen groups in a ring, one of them a four: a picture of a room, whatever the number present."""
    canvas = sheets.canvas
    canvas.setFillColor(HexColor(sheets.inks.ink2))
    for place in range(14):
        angle = pi / 2 - place * 2 * pi / 14
        x, y = sheets.width / 2 + 112 * cos(angle), middle + 112 * sin(angle)
        many = 4 if place == 9 else 3
        radius = 11.5 if many == 4 else 9.6
        for dot in range(many):
            turn = angle + pi + dot * 2 * pi / many + (pi / 4 if many == 4 else 0)
            canvas.circle(x + radius * cos(turn), y + radius * sin(turn), 6, stroke=0, fill=1)
