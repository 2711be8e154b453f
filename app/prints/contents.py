"""What a long harvest holds, and on which page: set last, onto sheets that were kept free for it after the cover.

The number of these sheets has to be known before anything else is set, because every page number hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.prints.faces import Face
from app.prints.paper import BOTTOM, LEFT, TOP, Style
from app.prints.sheet import Entry, Sheets
from app.prints.typeset import Line
from app.words import Words, say

SHORT = 6
"""Pages of a harvest in which everybody finds their way without a list."""
_PITCH, _GAP, _HEAD = 20.0, 14.0, 60.0
Row = tuple[list[Line], Entry]


def keep_free(sheets: Sheets, many: int, words: Words) -> None:
    """`many` sheets, to be filled by `draw_contents`."""
    for number in range(many):
        sheets.new_page()
        if not number:
            sheets.mark(words(say("Contents")), sheets.height)
        sheets.canvas.doForm(_form(number))
        sheets.free.append(sheets.links())


def sheets_needed(sheets: Sheets, kept: int) -> int:
    """How many sheets the contents of all that was set take, of which `kept` were kept free; none where it is short."""
    pages = sheets.canvas.getPageNumber() - kept
    return len(_leaves(sheets)) if pages > SHORT else 0


def draw_contents(sheets: Sheets, words: Words) -> None:
    """Fill every sheet that was kept free; each line leads to its page."""
    number_style = Style(Face.SANS, 12, _PITCH, sheets.inks.ink2)
    for number, rows in enumerate(_leaves(sheets)):
        sheets.canvas.beginForm(_form(number))
        y = sheets.height - TOP
        if not number:
            heading = Style(Face.DISPLAY, 30, 38, sheets.inks.ink)
            sheets.draw(sheets.type.lines([(words(say("Contents")), heading)], sheets.measure)[0], LEFT, y - 27)
            y -= _HEAD
        for lines, entry in rows:
            top = y
            y -= _GAP / 2
            for line in lines:
                y -= _PITCH
                sheets.draw(line, LEFT + line.indent, y + _PITCH * 0.28)
            page = sheets.type.lines([(str(entry.page), number_style)], sheets.measure)[0]
            sheets.draw(page, LEFT + sheets.measure - page.width, y + _PITCH * 0.28)
            y -= _GAP / 2
            sheets.link(entry.key, (LEFT, y, LEFT + sheets.measure, top), sheets.free[number], entry.title)
            sheets.hairline(LEFT, y, sheets.measure, sheets.inks.line)
        sheets.canvas.endForm()


def _leaves(sheets: Sheets) -> list[list[Row]]:
    """The rows of each sheet of contents; at most two lines of a heading."""
    style = Style(Face.TEXT, 14, _PITCH, sheets.inks.ink)
    leaves: list[list[Row]] = [[]]
    room = sheets.height - TOP - BOTTOM - _HEAD
    for entry in _after_the_cover(sheets.entries):
        lines = sheets.type.balanced(entry.title, style, sheets.measure - 60)[:2]
        high = len(lines) * _PITCH + _GAP
        if high > room:
            leaves.append([])
            room = sheets.height - TOP - BOTTOM
        leaves[-1].append((lines, entry))
        room -= high
    return leaves


def _after_the_cover(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.page > 1]


def _form(number: int) -> str:
    return f"contents{number}"
