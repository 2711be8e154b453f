"""What kinds of notes are called by people. No screen and no paper here: both ask."""

from __future__ import annotations

from app.library.protocol import NAMELESS, Family, Keeps
from app.words import Text, say

KINDS = tuple(kind for kind in Keeps if kind is not Keeps.NOTHING)
"""Every kind a note can be, in the order they are offered."""

_ONE = {
    Keeps.INSIGHT: say("Insight"), Keeps.POSSIBILITY: say("Possibility"), Keeps.DOUBT: say("Doubt"),
    Keeps.GIFT: say("Gift"), Keeps.PROMISE: say("Promise"), Keeps.AGREEMENT: say("Agreement"),
    Keeps.STORY: say("Story"), Keeps.THEME: say("Theme"), Keeps.QUESTION: say("Question"),
    Keeps.NOTHING: say("Nothing written"),
}
_MANY = {
    Keeps.INSIGHT: say("Insights"), Keeps.POSSIBILITY: say("Possibilities"), Keeps.DOUBT: say("Doubts"),
    Keeps.GIFT: say("Gifts"), Keeps.PROMISE: say("Promises"), Keeps.AGREEMENT: say("Agreements"),
    Keeps.STORY: say("Stories"), Keeps.THEME: say("Themes"), Keeps.QUESTION: say("Questions"),
    Keeps.NOTHING: say("Nothing written"),
}
_FAMILY = {
    Family.INVITATION: say("Invitation"), Family.POSSIBILITY: say("Possibility"), Family.OWNERSHIP: say("Ownership"),
    Family.DISSENT: say("Dissent"), Family.COMMITMENT: say("Commitment"), Family.GIFTS: say("Gifts"),
    Family.CROSSROADS: say("Crossroads"), Family.CONTRACTING: say("Contracting"),
    Family.WORLD_CAFE: say("World Café"), Family.OPEN_SPACE: say("Open Space"),
    Family.APPRECIATIVE_INQUIRY: say("Appreciative Inquiry"), Family.ART_OF_CONVENING: say("Art of Convening"),
}


def kind_name(kind: Keeps) -> Text:
    """One note of this kind: "Insight"."""
    return _ONE[kind]


def kind_names(kind: Keeps) -> Text:
    """Notes of this kind: "Insights"."""
    return _MANY[kind]


def conversation_name(family: Family | None) -> Text:
    """The conversation a step belongs to; a part, or ordinary business, is the room."""
    return _FAMILY.get(family, say("In the room")) if family is not None else say("In the room")


def keeps_names(family: Family | None, kind: Keeps) -> bool:
    """Whether a note may carry a name at all. Doubts, ownership and crossroads are nameless."""
    return family not in NAMELESS and kind is not Keeps.DOUBT
