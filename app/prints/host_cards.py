"""A card for whoever hosts a table of a World Café: what to do when guests come, round by round. Two to a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from app.design.cafe import rounds_of, tables_of
from app.design.gathering import Gathering, PlannedStep
from app.errors import Trouble
from app.library.protocol import Seating
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import Style
from app.prints.routes import plan_title
from app.prints.typeset import Line
from app.words import Text, Words, say

EDGE = 48.0
_LEAVING = say("You have to go? Ask who stays in your place, and tell them what lies on the cloth.")
_FIRST = say("Everybody is a guest. When the bell rings, one of you stays: that is the host, and has this card.")
_NEXT = say("Welcome whoever sits down; an empty chair is an invitation. In a minute or two: what lay on this table. "
            "Then one thread from each who came, and the question.")
_LAST = say("And near the end: which sentence goes onto the cloth, large?")
_HOME = say("Those who began here come back. Ask what they heard elsewhere, tell what lay on the cloth meanwhile, then "
            "the question.")


@dataclass(frozen=True, slots=True)
class _Laid:
    """Lines of one card from the top, each with the space it takes, in points."""

    lines: tuple[tuple[Line, float], ...]

    @property
    def height(self) -> float:
        return sum(pitch for _, pitch in self.lines)


def lay_host_cards(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """A card for each table and one spare. Raises Trouble where there is no café in the plan."""
    title, rounds = plan_title(gathering, words), rounds_of(gathering)
    if not rounds:
        raise Trouble(say("In “{title}” nobody hosts a table. Add a World Café, then print.", title=title))
    leaves.about(title=title, subject=words(say("Cards for table hosts")))
    leaves.mark(words(say("Cards for table hosts")), leaves.height)
    card = _laid(leaves, rounds, words)
    across = 2 if card.height <= leaves.height / 2 - 84 else 1
    tables = len(tables_of(gathering)) + 1
    for sheet in range(-(-tables // across)):
        if sheet:
            leaves.canvas.showPage()
        if across == 2:
            leaves.dashes(16, leaves.height / 2, leaves.width - 16, leaves.height / 2)
        for place in range(across):
            _draw(leaves, card, leaves.height - place * leaves.height / 2)


def _laid(leaves: Leaves, rounds: tuple[PlannedStep, ...], words: Words) -> _Laid:
    inks, inner = leaves.inks, leaves.width - 2 * EDGE
    heading = Style(Face.DISPLAY, 25, 34, inks.ink)
    bold, body = Style(Face.SANS_BOLD, 13, 18, inks.ink), Style(Face.SANS, 13, 18, inks.ink)
    asked, quiet = Style(Face.ITALIC, 13.5, 18, inks.ink2), Style(Face.SANS, 13, 18, inks.ink2)
    found: list[tuple[Line, float]] = [(leaves.type.lines([(words(say("The host of this table")), heading)],
                                                          inner)[0], heading.pitch)]
    for number, step in enumerate(rounds, start=1):
        name = words(say("Round {n}: {title}", n=number, title=step.title))
        found += _set(leaves, name, bold, inner, before=9)[:1]
        found += _set(leaves, step.question, asked, inner)[:3]
        told = " ".join(words(line) for line in _duty(number, len(rounds), step))
        found += _set(leaves, told, body, inner)
    return _Laid((*found, *_set(leaves, words(_LEAVING), quiet, inner, before=10)))


def _duty(number: int, rounds: int, step: PlannedStep) -> tuple[Text, ...]:
    """What a host does in this round."""
    if number == 1:
        return (_FIRST,)
    done = _HOME if step.seating is Seating.HOME else _NEXT
    return (done, _LAST) if number == rounds else (done,)


def _set(leaves: Leaves, text: str, style: Style, width: float, *, before: float = 0) -> list[tuple[Line, float]]:
    lines = leaves.type.lines([(text, style)], width) if text.strip() else []
    return [(line, style.pitch + (before if place == 0 else 0)) for place, line in enumerate(lines)]


def _draw(leaves: Leaves, card: _Laid, top: float) -> None:
    y = top - 40
    for line, pitch in card.lines:
        y -= pitch
        leaves.draw(line, EDGE, y + 4)
