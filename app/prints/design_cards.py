"""Cards of two designs: Appreciative Inquiry’s guide for pairs and what a proposition is held against, and the lines a
circle writes its agreements on.
"""

from __future__ import annotations

from app.design.gathering import Gathering, PlannedStep
from app.errors import Trouble
from app.groups.forms import Form
from app.library.protocol import Family, Kind, round_minutes
from app.library.rules import ADVISED_QUESTION
from app.prints.faces import Face
from app.prints.half_sheets import Half, lay_twice
from app.prints.leaves import Leaves
from app.prints.routes import plan_title
from app.words import Text, Words, say

_ASKED = (
    (say("The story"), say("Where was it, and who was there? What did you do?"), 3),
    (say("What you bring"), say("Without being modest: what was there because you were?"), 2),
    (say("What gives life"), say("What made it possible here, of all places?"), 2),
    (say("Three wishes"), say("You may change three things here by wishing. Which?"), 3),
)
"""A word, what is asked, and lines to write the answer on."""
_TEST = (
    (say("It says yes."), say("It says what is, not what is gone or missing.")),
    (say("It stretches."), say("It is further than we are, and not out of sight.")),
    (say("It is now."), say("It is told as if it were true today.")),
    (say("It is vivid."), say("Somebody who hears it sees something.")),
    (say("It has a root."), say("It has happened at least once; one of our stories says so.")),
    (say("Somebody acts."), say("It says who does what, and not what is done.")),
    (say("It is plain."), say("A child understands every word.")),
)


def story_step(gathering: Gathering) -> PlannedStep | None:
    """The step in which pairs interview each other, or None."""
    return next((step for step in gathering.steps if step.form is Form.PAIRS and step.kind is Kind.QUESTION
                 and step.family is Family.APPRECIATIVE_INQUIRY), None)


def lay_guide(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """The interview guide, two to a sheet. Raises Trouble where no pairs interview each other."""
    step = story_step(gathering)
    title = plan_title(gathering, words)
    if step is None:
        raise Trouble(say("In “{title}” no pairs tell each other stories. Add Appreciative Inquiry, then print.",
                          title=title))
    leaves.about(title=title, subject=words(say("Interview guide")))
    leaves.mark(words(say("Interview guide")), leaves.height)
    lay_twice(leaves, [lambda half: _guide(half, step, words)])


def lay_propositions(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """What a proposition is held against, two to a sheet."""
    leaves.about(title=plan_title(gathering, words), subject=words(say("A sentence as if it were true")))
    leaves.mark(words(say("A sentence as if it were true")), leaves.height)
    lay_twice(leaves, [lambda half: _test(half, words)])


def minutes_each(step: PlannedStep) -> int:
    """How long one partner tells: up to the first cue of the round, or half of it."""
    return round(step.cues[0].minutes) if step.cues else max(1, round_minutes(step) // 2)


def _guide(half: Half, step: PlannedStep, words: Words) -> None:
    small = half.style(Face.SANS, 11, 14.5, quiet=True)
    word = half.style(Face.SANS_BOLD, 11.5, 15)
    asks = half.style(Face.TEXT, 12, 15.5)
    question = step.question or step.title
    long = len(question) > ADVISED_QUESTION
    size = 10.0 if long else 19.0
    half.glyph("inquiry", half.leaves.inks.family(Family.APPRECIATIVE_INQUIRY))
    half.write(question, half.style(Face.DISPLAY, size, size * 1.2), width=half.width - 44)
    half.write(words(say("{n} minutes for one of you, then change over. Listen, ask for more: and then? who said "
                         "that? how was it? No advice, and no story of your own in between.", n=minutes_each(step))),
               small, gap=3)
    column = 218.0
    for name, asked, lines in _ASKED:
        half.y -= 9
        top = half.y
        half.write(words(name), word, width=column)
        half.write(words(asked), asks, width=column)
        below, half.y = half.y, top
        half.rules(lines - long, 19, x=column + 20)
        half.y = min(below, half.y)
    half.write(words(say("At the end: what may be told on? What stays between the two of you?")),
               half.style(Face.ITALIC, 12, 16), gap=10)


def _test(half: Half, words: Words) -> None:
    half.glyph("inquiry", half.leaves.inks.family(Family.APPRECIATIVE_INQUIRY))
    half.write(words(say("One sentence, as if it were true")), half.style(Face.DISPLAY, 22, 27))
    half.y -= 8
    for name, meaning in _TEST:
        _line(half, words(name), words(meaning))
    half.write(words(say("Not all of them at once. Read it aloud; where you mumble, cross out.")),
               half.style(Face.ITALIC, 12.5, 17), gap=10)
    while half.y - 30 > half.bottom:
        half.rules(1, 30)


def _line(half: Half, name: str, meaning: str) -> None:
    half.y -= 4
    top = half.y
    half.write(name, half.style(Face.SANS_BOLD, 12.5, 18.5), width=122)
    half.y = top
    half.write(meaning, half.style(Face.TEXT, 13, 18.5), x=132)


AGREED: tuple[Text, Text] = (say("What we ask of each other"), say("It holds until we part. Anyone may remind us."))


def lay_agreements(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """Lines for what a circle agrees on, by hand, two to a sheet."""
    leaves.about(title=plan_title(gathering, words), subject=words(AGREED[0]))
    leaves.mark(words(AGREED[0]), leaves.height)
    lay_twice(leaves, [lambda half: _agreements(half, gathering, words)])


def _agreements(half: Half, gathering: Gathering, words: Words) -> None:
    half.glyph("contracting", half.leaves.inks.family(Family.CONTRACTING))
    half.write(plan_title(gathering, words), half.style(Face.SANS, 11, 15, quiet=True), width=half.width - 44)
    half.write(words(AGREED[0]), half.style(Face.DISPLAY, 24, 30))
    half.y -= 6
    while half.y - 36 > half.bottom + 26:
        half.rules(1, 36)
    half.write(words(AGREED[1]), half.style(Face.ITALIC, 12.5, 16), gap=12)
