"""What kinds of notes are called by people, and the few fields each has of its own. No screen and no paper here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.harvest.note import OWN, Note, Reach
from app.library.protocol import NAMELESS, Family, Keeps
from app.words import Text, say

KINDS = tuple(kind for kind in Keeps if kind is not Keeps.NOTHING)
"""Every kind a note can be, in the order they are offered."""

_ONE = {
    Keeps.INSIGHT: say("Insight"), Keeps.POSSIBILITY: say("Possibility"), Keeps.DOUBT: say("Doubt"),
    Keeps.GIFT: say("Gift"), Keeps.PROMISE: say("Promise"), Keeps.AGREEMENT: say("Agreement"),
    Keeps.STORY: say("Story"), Keeps.THEME: say("Theme"), Keeps.QUESTION: say("Question"),
    Keeps.PROPOSITION: say("Proposition"), Keeps.REPORT: say("Report"), Keeps.OFFER: say("Offer"),
    Keeps.REQUEST: say("Request"),
    Keeps.NOTHING: say("Nothing written"),
}
_MANY = {
    Keeps.INSIGHT: say("Insights"), Keeps.POSSIBILITY: say("Possibilities"), Keeps.DOUBT: say("Doubts"),
    Keeps.GIFT: say("Gifts"), Keeps.PROMISE: say("Promises"), Keeps.AGREEMENT: say("Agreements"),
    Keeps.STORY: say("Stories"), Keeps.THEME: say("Themes"), Keeps.QUESTION: say("Questions"),
    Keeps.PROPOSITION: say("Propositions"), Keeps.REPORT: say("Reports"), Keeps.OFFER: say("Offers"),
    Keeps.REQUEST: say("Requests"),
    Keeps.NOTHING: say("Nothing written"),
}
_FAMILY = {
    Family.INVITATION: say("Invitation"), Family.POSSIBILITY: say("Possibility"), Family.OWNERSHIP: say("Ownership"),
    Family.DISSENT: say("Dissent"), Family.COMMITMENT: say("Commitment"), Family.GIFTS: say("Gifts"),
    Family.CROSSROADS: say("Crossroads"), Family.CONTRACTING: say("Contracting"),
    Family.WORLD_CAFE: say("World Café"), Family.OPEN_SPACE: say("Open Space"),
    Family.APPRECIATIVE_INQUIRY: say("Appreciative Inquiry"), Family.ART_OF_CONVENING: say("Art of Convening"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One small thing a kind of note may say besides its words. Every field may stay empty.

    `id` is `name`, `to` or `by_when`, which a note holds itself, or else a key of `Note.fields`. `label` stands before
    the value, `hint` in the empty field. `lines` is how many lines of writing are expected.
    `person`: it names people, so it is kept only where names are. `leads`: it stands before the words, as a headline.
    While the room speaks it is asked for when the host wishes, unless `at_once`: then with its kind, the others of the
    kind beside it; or `later`: only when cards are typed up.
    `answers` are the only values it takes, each with the words for it; free text where there are none.
    """

    id: str
    label: Text
    hint: Text
    lines: int = 1
    person: bool = False
    leads: bool = False
    at_once: bool = False
    later: bool = False
    answers: tuple[tuple[str, Text], ...] = ()


ANSWER = "answer"
PASS, NOT_NOW = "pass", "no for now"
"""What somebody who was asked for a promise may say instead; both are whole answers."""

_NAME = Field("name", say("Name"), say("Name, if they agree"), person=True)
_TABLE = Field("table", say("Table"), say("Table"), later=True)
_FIELDS: dict[Keeps, tuple[Field, ...]] = {
    Keeps.INSIGHT: (_NAME, _TABLE),
    Keeps.THEME: (_NAME, _TABLE),
    Keeps.QUESTION: (_NAME, _TABLE),
    Keeps.GIFT: (
        Field("name", say("From"), say("From, if they agree"), person=True),
        Field("to", say("To"), say("To whom, if they agree"), person=True)),
    Keeps.PROMISE: (
        Field("name", say("Whose promise"), say("Name, if they agree"), person=True),
        Field("to", say("Heard by"), say("Heard by"), person=True, at_once=True),
        Field("by_when", say("By when"), say("By when, if they said")),
        Field(ANSWER, say("Answer"), say("Answer"), later=True,
              answers=((PASS, say("Pass")), (NOT_NOW, say("No for now"))))),
    Keeps.DOUBT: (),
    Keeps.STORY: (Field("headline", say("Headline"), say("A headline"), leads=True, at_once=True), _NAME),
    Keeps.PROPOSITION: (
        _NAME, Field("grounded", say("Grounded in"), say("Grounded in which stories"), at_once=True)),
    Keeps.REPORT: (
        Field("topic", say("Topic"), say("Topic"), leads=True, at_once=True),
        Field("name", say("Convener"), say("Who convened it, if they agree"), person=True),
        Field("present", say("Who was there"), say("Who was there, if they agree"), lines=2, person=True),
        Field("next", say("What next"), say("What comes next, if anything"), lines=2)),
}
_PUBLIC = (Keeps.POSSIBILITY, Keeps.PROPOSITION, Keeps.THEME, Keeps.AGREEMENT)


def kind_name(kind: Keeps) -> Text:
    """One note of this kind: "Insight"."""
    return _ONE[kind]


def kind_names(kind: Keeps) -> Text:
    """Notes of this kind: "Insights"."""
    return _MANY[kind]


def fields_of(kind: Keeps, *, named: bool = True) -> tuple[Field, ...]:
    """The fields of a kind in the order they are asked; without those that name people where not `named`.

    A doubt has none, and nothing that could be a reply. Every other kind has `name`, and besides it:
    a gift `to`; a promise `to` (its witness), `by_when` and `answer` (`PASS` or `NOT_NOW`); an insight, a theme and a
    question `table`; a story `headline`; a proposition `grounded`; a report (`name` is its convener, its words
    are what was said) `topic`, `present` and `next`.
    """
    return tuple(field for field in _FIELDS.get(kind, (_NAME,)) if named or not field.person)


def of_topics(fields: tuple[Field, ...], topics: tuple[str, ...]) -> tuple[Field, ...]:
    """These fields, a report's topic being one of those that were called out; as they are where none was."""
    answers = tuple((topic, say("{topic}", topic=topic)) for topic in dict.fromkeys(topics))
    return tuple(replace(field, answers=answers) if field.id == "topic" and answers else field for field in fields)


def usual_reach(kind: Keeps) -> Reach:
    """How far a kind goes where nobody says otherwise: what is declared or agreed in public may stand on the wall."""
    return Reach.WALL if kind in _PUBLIC else Reach.HARVEST


def told(note: Note, *, named: bool) -> tuple[tuple[Field, Text], ...]:
    """What a note says besides its words, `name`, `to` and `by_when`; without names of people where not `named`."""
    return tuple((field, dict(field.answers).get(text, say("{text}", text=text)))
                 for field in fields_of(note.kind, named=named)
                 if field.id not in OWN and (text := note.said(field.id)))


def conversation_name(family: Family | None) -> Text:
    """The conversation a step belongs to; a part, or ordinary business, is the room."""
    return _FAMILY.get(family, say("In the room")) if family is not None else say("In the room")


def keeps_names(family: Family | None, kind: Keeps) -> bool:
    """Whether a note may carry a name at all. Doubts, ownership and crossroads are nameless."""
    return family not in NAMELESS and kind is not Keeps.DOUBT
