"""One look at a plan: what was measured against what, where that comes from, and the question it makes one ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

from app.design.gathering import PlannedStep
from app.design.remedies import Remedy
from app.words import Text, say


class Weight(IntEnum):
    """Whether a look leaves something to ask: nothing, something worth a thought, something a room would suffer."""

    FINE = 0
    THOUGHT = 1
    SUFFERS = 2


class Topic(Enum):
    """What is looked at, one for each look."""

    DOUBT = auto()
    END = auto()
    SLOW = auto()
    SMALL_GROUPS = auto()
    FORMS = auto()
    PEERS = auto()
    AIRTIME = auto()
    ENDING = auto()
    FIRST_MEETING = auto()
    REPORTS = auto()
    BREAKS = auto()
    NEW_FACES = auto()
    COURSE = auto()
    QUESTIONS = auto()
    INVITATION = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """`name` says what was looked at; `measured` the numbers and thresholds in a sentence, `source` their origin.

    Where it asks, `weight` says how much depends on it, `question` and `reason` say it in words, `steps` are the ids
    of those that cause it, the plainest first, and `remedy` is one change that would answer it.
    """

    topic: Topic
    name: Text
    measured: Text
    source: Text
    weight: Weight = Weight.FINE
    question: Text | None = None
    reason: Text | None = None
    steps: tuple[str, ...] = ()
    remedy: Remedy | None = None

    def asks(self, weight: Weight, question: Text, reason: Text, steps: tuple[str, ...],
             remedy: Remedy | None = None) -> Look:
        """The same look with something to ask."""
        return replace(self, weight=weight, question=question, reason=reason, steps=steps, remedy=remedy)


OURS = say("Our own measure.")


def ids(*steps: PlannedStep) -> tuple[str, ...]:
    """The ids of steps."""
    return tuple(step.id for step in steps)

