"""Promises met again: whether a gathering is of people who have met, and the one step that lets them tell each other.

Nobody keeps a list of what is due. That promises were made is all that is known here, and an offer is all that comes
of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.design.gathering import Gathering
from app.design.names import day_words
from app.design.remedies import Change, Remedy
from app.groups.roster import clean_name
from app.library.protocol import Kind, Protocol
from app.words import Text, say

PROTOCOL = "met-again"
HALF = 2
"""One in so many of the smaller list must be on both, for two lists to be of the same people."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is said, and the one change it offers."""

    text: Text
    remedy: Remedy


def same_people(gathering: Gathering, before: Gathering) -> bool:
    """Whether those who come are likely those of `before`. Names decide where both have them; else it is the same
    plan, a copy of it, or one of the same title.
    """
    mine, theirs = _names(gathering), _names(before)
    if mine and theirs:
        return len(mine & theirs) * HALF >= min(len(mine), len(theirs))
    title = _title(gathering)
    return before.id in (gathering.id, gathering.follows) or (bool(title) and title == _title(before))


def offer(gathering: Gathering, made: date | None, shelf: Iterable[Protocol]) -> Offer | None:
    """To meet the promises `made` on that day again, right after the welcome. None where there are none, or where the
    plan does it already.
    """
    if made is None or any(step.protocol == PROTOCOL for step in gathering.steps):
        return None
    if not any(protocol.id == PROTOCOL for protocol in shelf):
        return None
    welcome = next((at for at, step in enumerate(gathering.steps) if step.kind is Kind.WELCOME), -1)
    behind = gathering.steps[welcome + 1].id if welcome + 1 < len(gathering.steps) else ""
    return Offer(say("When you met on {day}, promises were made. Whoever comes again can tell how it went, kept or "
                     "not.", day=day_words(made)),
                 Remedy(say("Promises met again, in threes"), Change.PUT_IN, behind, protocol=PROTOCOL))


def _names(gathering: Gathering) -> frozenset[str]:
    named = (clean_name(person.name).casefold() for person in gathering.roster.people)
    return frozenset(name for name in named if name)


def _title(gathering: Gathering) -> str:
    return " ".join(gathering.title.casefold().split())
