"""What an Open Space hangs on its walls: sheets for topics with the places to stick on them, signs for the spaces,
forms for reports, and the principles as posters.
"""

from __future__ import annotations

from app.design.gathering import Gathering
from app.design.open_space import SIGNS, Size, is_open_space, size_for, slots_of
from app.errors import Trouble
from app.library.protocol import Family, Kind
from app.live.clock import clock_time
from app.live.marketplace import Slot, slots
from app.prints.faces import Face
from app.prints.half_sheets import Half, lay_twice
from app.prints.leaves import Leaves
from app.prints.paper import Style
from app.prints.routes import plan_title
from app.words import Text, Words, say

MARGIN = 52.0
MOST_LINES = 5
"""Lines of a poster before its letters shrink."""
ACROSS, DOWN = 3, 8
"""Places to cut out on a sheet."""
_FORM = ((say("Who was there"), 2), (say("What was said"), 9), (say("What next, if anything"), 4))
"""A heading of the report's form, and lines to write on under it."""


def lay_posting(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """Two sheets for topics on each page, as many as may be called out; then every place and time, to be cut out."""
    size = _size(gathering, words)
    _about(leaves, gathering, words, say("Sheets for topics"))
    theme = next((step.question for step in gathering.steps if step.kind is Kind.MARKETPLACE), "")
    lay_twice(leaves, [lambda half: _sheet(half, theme, words)] * -(-size.topics[1] // 2))
    times = slots(gathering)
    places = [(sign, slot) for slot in times for sign in SIGNS[:size.spaces]]
    for first in range(0, len(places), ACROSS * DOWN):
        leaves.canvas.showPage()
        _places(leaves, places[first:first + ACROSS * DOWN], words)


def lay_signs(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """A sheet for each space: its letter, huge, and the times of the talks."""
    size = _size(gathering, words)
    _about(leaves, gathering, words, say("Signs for the spaces"))
    for number, sign in enumerate(SIGNS[:size.spaces]):
        if number:
            leaves.canvas.showPage()
        _sign(leaves, sign, slots(gathering), words)


def lay_reports(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """A form for each topic that may be called out."""
    size = _size(gathering, words)
    _about(leaves, gathering, words, say("Forms for reports"))
    for number in range(size.topics[1]):
        if number:
            leaves.canvas.showPage()
        _form(leaves, gathering, words)


def lay_posters(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """Each sentence that the plan puts on the wall as a list, on a sheet of its own; and what stands under the list.

    Raises Trouble where no step has such sentences.
    """
    step = next((step for step in gathering.steps if step.wall.lines), None)
    if step is None:
        raise Trouble(say("In “{title}” no step has sentences for the wall. Add Open Space, then print.",
                          title=plan_title(gathering, words)))
    _about(leaves, gathering, words, say("Posters"))
    for number, line in enumerate(filter(None, (*step.wall.lines, step.wall.foot))):
        if number:
            leaves.canvas.showPage()
        _poster(leaves, line)


def _size(gathering: Gathering, words: Words) -> Size:
    """Raises Trouble for a plan without a wall of topics."""
    if not is_open_space(gathering):
        raise Trouble(say("In “{title}” nobody calls out topics. Add Open Space, then print.",
                          title=plan_title(gathering, words)))
    return size_for(gathering.people, len(slots_of(gathering)))


def _about(leaves: Leaves, gathering: Gathering, words: Words, subject: Text) -> None:
    leaves.about(title=plan_title(gathering, words), subject=words(subject))
    leaves.mark(words(subject), leaves.height)


def _sheet(half: Half, theme: str, words: Words) -> None:
    quiet = half.style(Face.SANS, 12, 16, quiet=True)
    half.glyph("openspace", half.leaves.inks.family(Family.OPEN_SPACE))
    half.write(words(say("My topic")), half.style(Face.DISPLAY, 26, 32), width=half.width - 44)
    if theme:
        half.write(theme, half.style(Face.ITALIC, 13, 17), width=half.width - 44)
    half.rules(3, 44)
    half.write(words(say("Who calls it out, and will be there")), quiet, gap=14)
    half.rules(1, 28, width=half.width * 0.56)
    top = half.y + 46
    half.leaves.canvas.saveState()
    half.leaves.canvas.setDash((4, 4))
    half.leaves.canvas.setLineWidth(0.7)
    half.leaves.canvas.roundRect(half.left + half.width - 150, top - 68, 150, 68, 8, stroke=1, fill=0)
    half.leaves.canvas.restoreState()
    line = half.leaves.type.lines([(words(say("Place and time")), quiet)], 140)[0]
    half.leaves.draw(line, half.left + half.width - 75 - line.width / 2, top - 38)
    half.y = min(half.y, top - 68)
    half.write(words(say("Your name hangs on the wall, and stands in what everybody is sent.")), quiet, gap=8)


def _places(leaves: Leaves, places: list[tuple[str, Slot]], words: Words) -> None:
    wide, high = leaves.width / ACROSS, leaves.height / DOWN
    for number in range(1, ACROSS):
        leaves.dashes(number * wide, 16, number * wide, leaves.height - 16)
    for number in range(1, DOWN):
        leaves.dashes(16, number * high, leaves.width - 16, number * high)
    letter, time = Style(Face.DISPLAY, 50, 50, leaves.inks.ink), Style(Face.SANS, 17, 20, leaves.inks.ink)
    for place, (sign, slot) in enumerate(places):
        middle = place % ACROSS * wide + wide / 2
        base = leaves.height - place // ACROSS * high - high / 2
        big = leaves.type.lines([(sign, letter)], wide)[0]
        small = leaves.type.lines([(words(_span(slot)), time)], wide)[0]
        leaves.draw(big, middle - big.width / 2, base - 8)
        leaves.draw(small, middle - small.width / 2, base - 36)


def _sign(leaves: Leaves, sign: str, times: tuple[Slot, ...], words: Words) -> None:
    ink, quiet = leaves.inks.ink, leaves.inks.ink2
    big = leaves.type.lines([(sign, Style(Face.DISPLAY, 420, 420, ink))], leaves.width)[0]
    leaves.draw(big, (leaves.width - big.width) / 2, leaves.height * 0.46)
    pitch = min(54.0, leaves.height * 0.36 / max(1, len(times)))
    style = Style(Face.TEXT, pitch * 0.66, pitch, quiet)
    for number, slot in enumerate(times):
        line = leaves.type.lines([(words(_span(slot)), style)], leaves.width)[0]
        leaves.draw(line, (leaves.width - line.width) / 2, leaves.height * 0.37 - number * pitch)


def _form(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    ink = leaves.inks.ink
    bold, quiet = Style(Face.SANS_BOLD, 13, 18, ink), Style(Face.SANS, 12, 16, leaves.inks.ink2)
    wide = leaves.width - 2 * MARGIN
    y = leaves.height - MARGIN
    leaves.glyph("openspace", x=leaves.width - MARGIN - 26, y=y - 20, side=26,
                 colour=leaves.inks.family(Family.OPEN_SPACE))
    leaves.draw(leaves.type.lines([(plan_title(gathering, words), quiet)], wide - 44)[0], MARGIN, y - 12)
    y -= 48
    leaves.draw(leaves.type.lines([(words(say("What we talked about")), Style(Face.DISPLAY, 28, 34, ink))], wide)[0],
                MARGIN, y)
    for heading, begins in ((say("Topic"), 0.0), (say("Who called it out"), 0.0)):
        y -= 40
        line = leaves.type.lines([(words(heading), bold)], wide)[0]
        leaves.draw(line, MARGIN, y)
        leaves.hairline(MARGIN + line.width + 12 + begins, y - 3, wide - line.width - 12, leaves.inks.ink3)
    rows = sum(lines for _, lines in _FORM)
    step = min(27.0, (y - MARGIN - 44 - len(_FORM) * 34) / rows)
    for heading, lines in _FORM:
        y -= 34
        leaves.draw(leaves.type.lines([(words(heading), bold)], wide)[0], MARGIN, y)
        for _ in range(lines):
            y -= step
            leaves.hairline(MARGIN, y - 3, wide, leaves.inks.ink3)
    leaves.draw(leaves.type.lines([(words(say(
        "Names only of those who agree. Hang it up when it is done; it may stay empty.")), quiet)], wide)[0],
        MARGIN, MARGIN - 8)


def _poster(leaves: Leaves, line: str) -> None:
    wide = leaves.width - 2 * MARGIN
    sizes = (Style(Face.DISPLAY, size, size * 1.18, leaves.inks.ink) for size in range(76, 18, -2))
    style = next(style for style in sizes
                 if style.size == 20 or len(leaves.type.balanced(line, style, wide)) <= MOST_LINES)
    lines = leaves.type.balanced(line, style, wide)
    leaves.glyph("openspace", x=MARGIN, y=leaves.height - MARGIN - 44, side=44,
                 colour=leaves.inks.family(Family.OPEN_SPACE))
    y = leaves.height * 0.54 + len(lines) * style.pitch / 2
    for each in lines:
        y -= style.pitch
        leaves.draw(each, MARGIN, y + style.pitch * 0.28)


def _span(slot: Slot) -> Text:
    return say("{begins} to {ends}", begins=clock_time(slot.begins), ends=clock_time(slot.ends))
