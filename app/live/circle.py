"""One circle and its order: who sits where, who gets the stone next, and how long each voice may be.

The order is that of the badges, or of the chairs where nobody wears one; who comes late sits down at its end. The
wall draws a circle only when the host lets the stone go: a real stone needs no wall.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.design.gathering import Gathering
from app.groups.forms import Form
from app.groups.roster import labels
from app.groups.split import voice_seconds
from app.library.protocol import Beat, Kind, Step
from app.live.session import Session
from app.live.stone import MIDDLE, Stone
from app.words import Text, say

MOST_IN_A_CIRCLE = 30
"""Chairs from which people still see each other's faces, and that a wall can name."""
LONGEST_IN_A_CIRCLE = 12
"""Letters of a name beside its chair."""
SHORTEST_VOICE = 20
"""Seconds below which it helps nobody to be told how long each voice may be."""


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair of the circle: its badge or number, and what stands beside it."""

    number: int
    label: str


def chairs(gathering: Gathering, people: int, gone: Collection[int] = ()) -> tuple[Chair, ...]:
    """The circle in its order, clockwise from the top."""
    here = [person.number for person in gathering.roster.people if person.number not in gone]
    if len(here) < 2:
        return tuple(Chair(number, str(number)) for number in range(1, people + 1))
    called = labels(gathering.roster)
    return tuple(Chair(number, name) for number, name in zip(here, _first_names([called[n] for n in here]),
                                                             strict=True))


def has_an_order(step: Step | None, beat: Beat, size: int) -> bool:
    """Whether a stone can go round now: one circle that is asked something, and not too many to see."""
    return (step is not None and step.form is Form.CIRCLE and step.kind is Kind.QUESTION
            and beat in (Beat.FRAME, Beat.ROUND) and 2 <= size <= MOST_IN_A_CIRCLE)


def next_holder(session: Session) -> int | None:
    """To whom the stone goes next, or None where no stone can go round.

    To whoever follows in the order and has not held it; from the last into the middle; from there once more round.
    """
    order = [chair.number for chair in chairs(session.gathering, session.people, session.gone)]
    if session.finished is not None or not has_an_order(session.step, session.beat, len(order)):
        return None
    return _after(order, session.stone)


def then(order: Iterable[Chair], stone: Stone) -> Chair | None:
    """The chair the stone goes to next, or None where that is the middle."""
    seats = {chair.number: chair for chair in order}
    return seats.get(_after(list(seats), stone))


def circle_line(step: Step, seconds: int, people: int) -> Text | None:
    """Minutes per voice when every voice of one circle is to be heard, or None where the step asks no circle."""
    if step.form is not Form.CIRCLE or step.kind is not Kind.QUESTION or people < 2:
        return None
    if people > MOST_IN_A_CIRCLE:
        return say("{n} voices are many for one circle. Several circles, each with its own stone?", n=people)
    each = voice_seconds(seconds, people)
    if each < SHORTEST_VOICE:
        return None
    return say("About {each} each for {n} voices.", each=f"{each // 60}:{each % 60:02d}", n=people)


def _after(order: list[int], stone: Stone | None) -> int:
    if stone is None or stone.holder == MIDDLE:
        held = stone.held if stone is not None else frozenset()
        return next((number for number in order if number not in held), order[0])
    later = [number for number in order if number > stone.holder]
    waiting = later if stone.again else [n for n in (*later, *order) if n not in stone.held and n != stone.holder]
    return waiting[0] if waiting else MIDDLE


def _first_names(names: list[str]) -> list[str]:
    """What people call each other: a first name that one alone has, or with a letter of the last, or a badge."""
    firsts = Counter(name.split()[0] for name in names)
    short = [name.split()[0] if firsts[name.split()[0]] == 1 else _told_apart(name) for name in names]
    often = Counter(short)
    return [_cut(given if often[given] == 1 else name) for given, name in zip(short, names, strict=True)]


def _told_apart(name: str) -> str:
    first, *rest = name.split()
    if not rest:
        return first
    return f"{first} {rest[-1]}" if rest[-1].startswith("(") else f"{first} {rest[-1][0]}."


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_IN_A_CIRCLE else name[:LONGEST_IN_A_CIRCLE - 1].rstrip() + "…"
