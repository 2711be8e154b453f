"""The invitation before a gathering: six elements, in the convener's own words.

An invitation names what could become possible, whom it asks, that a no costs nothing, what is asked of those who come,
one clear request, and reaches each person as personally as can be. Where people must attend, it is taking part that
they are invited to, and the invitation says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from app.words import Text, say


class Invitation(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is said to those who are asked to come; an empty text is an element that is still open.

    `required` says that attendance is: then `choice` tells how people are free within it.
    """

    possibility: str = ""
    whom: str = ""
    choice: str = ""
    price: str = ""
    request: str = ""
    reach: str = ""
    required: bool = False


class Preparation(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a convener asks herself before anybody is invited; nobody else ever reads it. Empty texts are unanswered."""

    me: str = ""
    others: str = ""
    purpose: str = ""
    success: str = ""
    ready: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """One element: the field it is kept in, what it is called, and what it wants to know."""

    field: str
    name: Text
    asks: Text


ELEMENTS = (
    Element("possibility", say("What could become possible"), say("What would you like to live to see, with them?")),
    Element("whom", say("Whom you ask"), say("Who should be there that is not used to sitting together?")),
    Element("choice", say("Free to say no"), say("How will they know that a no costs them nothing?")),
    Element("price", say("What it asks"), say("What will be asked of those who come?")),
    Element("request", say("The request"), say("What exactly do you ask them to do, and by when?")),
    Element("reach", say("How it reaches them"), say("Who asks whom: a visit, a call, a letter to one person?")),
)
"""The elements in the order they are written. A visit is more personal than a call, a call than a letter to many."""
_WITHIN = say("They must attend. How will they know that taking part is theirs to choose?")
NEEDED = ("choice", "price")
"""Without these two it is a summons or an announcement."""


def asks(element: Element, *, required: bool) -> Text:
    """What the element wants to know; where attendance is required the question of the no is another."""
    return _WITHIN if required and element.field == "choice" else element.asks


def open_elements(invitation: Invitation) -> tuple[Element, ...]:
    """The elements that nothing is written for yet."""
    return tuple(element for element in ELEMENTS if not getattr(invitation, element.field).strip())
