"""The themes in a harvest: each with what was gathered under it, word for word, and where that was said."""

from __future__ import annotations

from collections.abc import Callable

from app.harvest.kinds import keeps_names, kind_names, told
from app.harvest.note import Note
from app.library.protocol import Keeps
from app.prints.faces import Face
from app.prints.harvest import HarvestPages
from app.prints.paper import Style, kind_family
from app.prints.sheet import Sheets
from app.prints.themed import notes_by_theme, said_in
from app.words import Words, say

DrawNote = Callable[[Note, str], None]
"""Draws a note, and the quiet line that says where it was said."""


def draw_themes(sheets: Sheets, pages: HarvestPages, words: Words, draw_note: DrawNote) -> None:
    """A chapter on pages of its own; nothing where nothing was gathered."""
    found = notes_by_theme(pages)
    if not found:
        return
    heading = Style(Face.DISPLAY, 30, 38, sheets.inks.ink)
    sheets.new_page()
    title = words(kind_names(Keeps.THEME))
    sheets.bookmark(title)
    sheets.paragraph(sheets.type.lines([(title, heading)], sheets.measure), heading.pitch)
    sheets.y -= 18
    for number, (theme, under) in enumerate(found):
        if number:
            sheets.y -= 34
        _draw_theme(sheets, pages, words, theme)
        for note in under:
            step = pages.gathering.step(note.step_id)
            family, name = (step.family, step.title) if step is not None else (None, "")
            draw_note(note, said_in(note.kind, family, name, words))
        sheets.end_bar()


def _draw_theme(sheets: Sheets, pages: HarvestPages, words: Words, theme: Note) -> None:
    """Its words as a heading, and whose they are; the bar is begun."""
    style = Style(Face.DISPLAY, 20, 26, sheets.inks.ink)
    small = Style(Face.SANS, 11, 18, sheets.inks.ink2)
    step = pages.gathering.step(theme.step_id)
    named = keeps_names(step.family if step is not None else None, theme.kind)
    besides = [theme.name if named else "", *(words(say("{label}: {text}", label=field.label, text=text))
                                              for field, text in told(theme, named=named))]
    line = " · ".join(part for part in besides if part)
    lines = sheets.type.balanced(theme.text, style, sheets.measure)
    sheets.need(len(lines[:6]) * style.pitch + 10 + 3 * 18)
    sheets.bookmark(" ".join(theme.text.split()))
    sheets.begin_bar(sheets.inks.family(kind_family(Keeps.THEME)))
    sheets.paragraph(lines, style.pitch)
    if line:
        sheets.paragraph(sheets.type.lines([(line, small)], sheets.measure), small.pitch)
    sheets.y -= 8
