"""What keeps a written protocol from being kept, in the words that stand on the page and not in those of the file."""

from __future__ import annotations

import re

from app.library.faults import Fault
from app.words import Text, say

_NAMES = {
    "title": say("Name"), "purpose": say("What it is for"), "question": say("The question"),
    "wordings": say("Other ways to ask it"), "wall.foot": say("The small line"), "people": say("How many people"),
    "minutes": say("Minutes"), "when": say("When it helps"), "when_not": say("When something else is better"),
    "say": say("What you say"), "watch": say("What you watch for"), "cues": say("Turns within the round"),
    "elsewhere": say("When not in one room"), "voice": say("Who speaks"), "keeps": say("What is kept"),
    "modes": say("Where"), "settings": say("Occasions"),
}
_WHOLE = {
    "question": ("missing", say("The question is empty; write what stands on the wall.")),
    "wordings": ("offers", say("There are other ways to ask and no question; write the question first.")),
    "people": ("goes", say("The fewest people are more than the most; change one of them.")),
    "cues": ("order", say("The turns are out of order; write the earliest first.")),
    "modes": ("empty", say("Where it works is left open; choose one place at least.")),
}
_NUMBERED = re.compile(r"\[(\d+)\]")


def on_the_page(fault: Fault, step: int) -> Text:
    """One sentence for the first fault; `step` is the number of the step that is written on, counted from 1."""
    field = fault.field.removeprefix(f"steps[{step}].")
    name, number = _NUMBERED.sub("", field), int(found[1]) if (found := _NUMBERED.search(field)) else 0
    if name == "cues.minutes":
        return say("Turn {n} needs its minute first, and within the round: “8 Has everybody begun?”", n=number)
    if name == "cues.say":
        return say("Turn {n} has no words; write them behind its minute: “8 Has everybody begun?”", n=number)
    if name == "warnings":
        return say("The round is shorter than the time before its end that is told; choose another.")
    if name == "named":
        return say("Names are kept, and nothing else; choose what is kept, or leave out the names.")
    if name in _WHOLE and _WHOLE[name][0] in fault.problem.one:
        return _WHOLE[name][1]
    shown = _NAMES.get(name) or _NAMES.get(name.split(".")[0])
    return say("{field}: {problem}; {remedy}.", field=shown or fault.field, problem=fault.problem, remedy=fault.remedy)
