"""A card with the question for every group, and two spare: a third of each group faces away from the wall.

Two to a sheet, cut once across; the cards of one step follow one another, so that a pile is one round.
"""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from app.design.cafe import most_coming
from app.design.gathering import Gathering, PlannedStep
from app.errors import Trouble
from app.groups.forms import is_small_group
from app.groups.split import split
from app.library.protocol import Kind
from app.live.audience import audience_of
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style, family_glyph
from app.prints.routes import plan_title
from app.prints.typeset import Line
from app.words import Words, say

SPARE = 2
EDGE = 48.0
_RIBBON = (34.0, 62.0)
_SIZES = (46.0, 40.0, 34.0, 28.0, 23.0, 19.0, 16.0, 14.0)
"""Sizes a question is tried in, until it stands on the card."""
_FORMS = {"threes": "form-trios", "table of five": "form-table-five"}


def lay_question_cards(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """Cards for each step in which small groups have a question. Raises Trouble where there is none."""
    steps = [step for step in gathering.steps
             if step.kind is Kind.QUESTION and step.question.strip() and is_small_group(step.form)]
    title = plan_title(gathering, words)
    if not steps:
        raise Trouble(say("In “{title}” no small group has a question yet. Add one, then print.", title=title))
    leaves.about(title=title, subject=words(say("Question cards")))
    for number, step in enumerate(steps):
        if number:
            leaves.canvas.showPage()
        leaves.mark(step.title or step.question, leaves.height)
        cards = many(gathering, step)
        for sheet in range(-(-cards // 2)):
            if sheet:
                leaves.canvas.showPage()
            leaves.dashes(16, leaves.height / 2, leaves.width - 16, leaves.height / 2)
            _card(leaves, words, step, leaves.height)
            _card(leaves, words, step, leaves.height / 2)


def many(gathering: Gathering, step: PlannedStep) -> int:
    """Cards of a step: one for each group and the spare ones."""
    return len(split(most_coming(gathering), step.form)) + SPARE


def _card(leaves: Leaves, words: Words, step: PlannedStep, top: float) -> None:
    """One card below `top`: the ribbon, the question as large as it goes, the form in dots and words."""
    half, inner = leaves.height / 2, leaves.width - 2 * EDGE
    _ribbon(leaves, step, top)
    room = half - _RIBBON[1] - 130
    size, lines = 0.0, list[Line]()
    for size in _SIZES:
        lines = leaves.type.balanced(step.question, Style(Face.DISPLAY, size, size * 1.16, leaves.inks.ink), inner)
        if len(lines) * size * 1.16 <= room:
            break
    y = top - _RIBBON[1] - 36
    for line in lines:
        y -= size * 1.16
        leaves.draw(line, EDGE, y + size * 0.28)
    foot = top - half + 62
    leaves.glyph(_FORMS.get(step.form, f"form-{step.form}"), x=EDGE, y=foot - 8, side=32, colour=leaves.inks.ink)
    seen = audience_of(step, words)
    strong, quiet = Style(Face.SANS_BOLD, 14, 18, leaves.inks.ink), Style(Face.SANS, 13, 18, leaves.inks.ink2)
    leaves.draw(leaves.type.lines([(seen.foot, strong)], inner)[0], EDGE + 52, foot + 12)
    for line in leaves.type.lines([(seen.foot2, quiet)], inner - 52)[:1]:
        leaves.draw(line, EDGE + 52, foot - 6)


def _ribbon(leaves: Leaves, step: PlannedStep, top: float) -> None:
    width, height = _RIBBON
    path = leaves.canvas.beginPath()
    path.moveTo(EDGE, top)
    for x, y in ((0, height), (width / 2, height - width * 0.36), (width, height), (width, 0)):
        path.lineTo(EDGE + x, top - y)
    path.close()
    leaves.canvas.setFillColor(HexColor(leaves.inks.family(step.family)))
    leaves.canvas.drawPath(path, stroke=0, fill=1)
    side = width * 0.56
    leaves.glyph(family_glyph(step.family), x=EDGE + (width - side) / 2, y=top - height * 0.42 - side / 2, side=side,
                 colour="#FFFFFF")
