"""A card for each seat of a café in which seat cards send people on: its sign, and how far to go in each round.

Cards lie in the order in which they are dealt, table by table, and are cut and stacked as slips are. They say nothing
of a table, so a table more or less in the room changes nothing on them.
"""

from __future__ import annotations

from math import acos, atan2, degrees, hypot
from typing import Any

from reportlab.lib.colors import HexColor

from app.design.gathering import Gathering, PlannedStep, Seating
from app.errors import Trouble
from app.groups.forms import is_small_group
from app.groups.split import split
from app.live.places import SEATS, map_holds, turns
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style
from app.prints.routes import plan_title
from app.prints.slips import GRIDS, INSET, cuts, stacked
from app.words import Words, say

HALF = 42.0
"""Half the height of a sign, in points."""
_GOES = (say("You are the host.\nYou stay at this table."), say("In each round go one table on."),
         say("In each round go two tables on."), say("In each round go three tables on."),
         say("In each round go four tables on."))
_WIDE = (1.0, 1.1, 0.9, 1.0, 1.0)
"""Half the width of each sign, in halves of its height."""
_BITE, _BITE_X, _BITE_Y = 0.86, 0.62, 0.1
"""The bite that makes a moon of a disc: how large it is, and how far right and up of the middle."""


def lay_seat_cards(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """A set for each table of the first step with seat cards, and for a tenth more where people are only about so many.

    Raises Trouble where no step has seat cards, and where people who follow them would meet again.
    """
    step = _step(gathering, words)
    people = gathering.people + (gathering.people // 10 if gathering.about else 0)
    seats = [seat for size in split(people, step.form) for seat in range(size)]
    leaves.about(title=plan_title(gathering, words), subject=words(say("Seat cards")))
    leaves.mark(words(say("Seat cards")), leaves.height)
    columns, rows = GRIDS[0]
    width, height = leaves.width / columns, leaves.height / rows
    for number, sheet in enumerate(stacked(seats, columns * rows)):
        if number:
            leaves.canvas.showPage()
        cuts(leaves, columns, rows)
        for place, seat in enumerate(sheet):
            x, top = place % columns * width, leaves.height - place // columns * height
            _card(leaves, words, seat, x + INSET, top - INSET, width - 2 * INSET)


def _step(gathering: Gathering, words: Words) -> PlannedStep:
    """The first step with seat cards. Raises Trouble where they cannot be followed."""
    title = plan_title(gathering, words)
    step = next((step for step in gathering.steps
                 if step.seating is Seating.CARDS and is_small_group(step.form)), None)
    if step is None:
        raise Trouble(say("In “{title}” nobody goes by seat cards. Choose seat cards for a step at tables, then print.",
                          title=title))
    sizes, (_, rounds) = split(gathering.people, step.form), turns(gathering, step)
    if not sizes or max(sizes) > SEATS or not map_holds(len(sizes), max(sizes), rounds):
        raise Trouble(say("By seat cards some would meet again (people: {people}, tables: {tables}, rounds: {rounds}). "
                          "Let hosts stay and the others choose, or assign the groups and print slips.",
                          people=gathering.people, tables=len(sizes), rounds=rounds))
    return step


def _card(leaves: Leaves, words: Words, seat: int, x: float, top: float, width: float) -> None:
    """One card: its sign, and one sentence below."""
    draw_sign(leaves.canvas, seat, x + HALF * _WIDE[seat], top - HALF, HALF, leaves.inks.ink)
    style = Style(Face.DISPLAY, 19, 24, leaves.inks.ink)
    for number, line in enumerate(leaves.type.balanced(words(_GOES[seat]), style, width), start=1):
        leaves.draw(line, x, top - 2 * HALF - 12 - number * style.pitch + style.pitch * 0.28)


def draw_sign(canvas: Any, seat: int, x: float, y: float, half: float, colour: str) -> None:
    """The sign of a seat about (x, y): disc for the host, triangle, square, cross, moon; `half` half its height."""
    path = canvas.beginPath()
    match seat:
        case 0:
            path.circle(x, y, half)
        case 1:
            _polygon(path, x, y, half, ((0, 1), (1.1, -1), (-1.1, -1)))
        case 2:
            path.roundRect(x - 0.9 * half, y - 0.9 * half, 1.8 * half, 1.8 * half, half * 0.08)
        case 3:
            arm = 0.36
            _polygon(path, x, y, half, ((-arm, 1), (arm, 1), (arm, arm), (1, arm), (1, -arm), (arm, -arm),
                                        (arm, -1), (-arm, -1), (-arm, -arm), (-1, -arm), (-1, arm), (-arm, arm)))
        case _:
            _moon(path, x, y, half)
    canvas.setFillColor(HexColor(colour))
    canvas.drawPath(path, stroke=0, fill=1)


def _polygon(path: Any, x: float, y: float, half: float, corners: tuple[tuple[float, float], ...]) -> None:
    path.moveTo(x + corners[0][0] * half, y + corners[0][1] * half)
    for across, up in corners[1:]:
        path.lineTo(x + across * half, y + up * half)
    path.close()


def _moon(path: Any, x: float, y: float, half: float) -> None:
    """A disc with a bite out of its right side: round the outer edge, and back along the bite."""
    apart = hypot(_BITE_X, _BITE_Y)
    along = (1 - _BITE ** 2 + apart ** 2) / (2 * apart)
    axis, outer, inner = degrees(atan2(_BITE_Y, _BITE_X)), degrees(acos(along)), degrees(acos((along - apart) / _BITE))
    path.arc(x - half, y - half, x + half, y + half, axis + outer, 360 - 2 * outer)
    bite, left, low = _BITE * half, x + _BITE_X * half, y + _BITE_Y * half
    path.arcTo(left - bite, low - bite, left + bite, low + bite, axis - inner, 2 * inner - 360)
    path.close()
