"""A convener's own preparation, and the way of a circle from the wish to call people together to what they promise.

Nine aspects: three belong to the convener alone and come before the day, six are carried by steps of the plan. What is
written for oneself is kept with the plan and nowhere else: no session, no wall and no paper ever holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from app.design.gathering import Gathering, PlannedStep
from app.design.invitation import Preparation
from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Kind
from app.words import Text, say


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question a convener asks herself, and the field its answer is kept in."""

    field: str
    asks: Text


@dataclass(frozen=True, slots=True)
class Inner:
    """An aspect of one's own: its name, and what to ask oneself."""

    name: Text
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """An aspect of the day, and the titles of the steps that carry it; none while no step does."""

    name: Text
    steps: tuple[str, ...]


INNER = (
    Inner(say("What lies at the heart of it"), (
        Prompt("me", say("Who are you to these people, and what of you comes along?")),
        Prompt("others", say("Whom do you find it hardest to welcome? What do you owe them?")))),
    Inner(say("What you intend"), (
        Prompt("purpose", say("What are you calling them together for, said so that a child would nod?")),
        Prompt("success", say("How will you know, a month later, that it was worth their time?")),
        Prompt("ready", say("Could you begin tomorrow? If not, what does it still need from you?")))))
"""The two aspects that nobody else reads; the third is the invitation."""

_SHAPES = frozenset({Keeps.POSSIBILITY, Keeps.THEME, Keeps.PROPOSITION})
_PROMISES = frozenset({Keeps.PROMISE, Keeps.OFFER, Keeps.REQUEST})
_LATER = _SHAPES | _PROMISES | {Keeps.AGREEMENT}
_Fits = Callable[[PlannedStep], bool]
_DAY: tuple[tuple[Text, _Fits], ...] = (
    (say("Why we are here"), lambda step: step.kind in (Kind.WELCOME, Kind.TALK)),
    (say("How we will be together"), lambda step: Keeps.AGREEMENT in step.keeps),
    (say("Every voice is heard"), lambda step: _goes_round(step)),
    (say("What must be talked about"), lambda step: step.kind is Kind.QUESTION and not _goes_round(step)
        and not _LATER & set(step.keeps)),
    (say("Something new takes shape"), lambda step: bool(_SHAPES & set(step.keeps))),
    (say("Taken into good hands"), lambda step: bool(_PROMISES & set(step.keeps))),
)


DAY = tuple(name for name, _ in _DAY)
"""The names of the six aspects that steps carry, in their order."""


def wishes_preparation(gathering: Gathering) -> bool:
    """Whether the plan holds a circle that begins with its convener, or something is written already."""
    return gathering.preparation != Preparation() or any(
        step.family is Family.ART_OF_CONVENING for step in gathering.steps)


def way(gathering: Gathering) -> tuple[Carried, ...]:
    """The six aspects of the day in their order, with the steps that carry each."""
    return tuple(Carried(name, tuple(step.title for step in gathering.steps if fits(step))) for name, fits in _DAY)


def prepare(gathering: Gathering, **fields: str) -> Gathering:
    """Other answers: me, others, purpose, success, ready."""
    return msgspec.structs.replace(gathering, preparation=msgspec.structs.replace(gathering.preparation, **fields))


def for_others(gathering: Gathering) -> Gathering:
    """The plan without what its convener wrote for herself: so it goes into a session, a copy, another's hands."""
    return msgspec.structs.replace(gathering, preparation=Preparation())


def _goes_round(step: PlannedStep) -> bool:
    """A circle in which each has a turn and nothing is written."""
    return step.kind is Kind.QUESTION and step.form is Form.CIRCLE and step.keeps == (Keeps.NOTHING,)
