"""What can be handed out. It stands alone, so that a screen may name it without the press behind it."""

from __future__ import annotations

from enum import StrEnum

from app.design.cafe import rounds_of
from app.design.gathering import Gathering
from app.design.invitation import Invitation
from app.design.open_space import is_open_space
from app.groups.forms import Form, is_small_group
from app.library.protocol import Family, Keeps


class Handout(StrEnum):
    """What a room needs on paper in which people are told where to sit, or how to go on."""

    SLIPS = "slips"
    TABLES = "tables"
    SEATING = "seating"
    SEATS = "seats"
    GUIDE = "guide"
    PROPOSITIONS = "propositions"
    AGREEMENTS = "agreements"
    QUESTIONS = "questions"
    HOSTS = "hosts"
    TOPICS = "topics"
    SIGNS = "signs"
    REPORTS = "reports"
    POSTERS = "posters"
    INVITATION = "invitation"
    PROMISES = "promises"


SEATED = frozenset({Handout.SLIPS, Handout.TABLES, Handout.SEATING, Handout.SEATS})
"""What tells people where to sit: it is printed only of groups that are worked out."""


def fitting(gathering: Gathering) -> frozenset[Handout]:
    """What is worth offering for this plan: seats for any, a design's cards only where it is planned."""
    mine = [step for step in gathering.steps if step.family is Family.APPRECIATIVE_INQUIRY]
    offered = set(SEATED)
    if any(step.form is Form.PAIRS for step in mine):
        offered.add(Handout.GUIDE)
    if any(Keeps.PROPOSITION in step.keeps for step in mine):
        offered.add(Handout.PROPOSITIONS)
    if any(is_small_group(step.form) and step.question for step in gathering.steps):
        offered.add(Handout.QUESTIONS)
    if rounds_of(gathering):
        offered.add(Handout.HOSTS)
    if any(Keeps.AGREEMENT in step.keeps for step in gathering.steps):
        offered.add(Handout.AGREEMENTS)
    if is_open_space(gathering):
        offered |= {Handout.TOPICS, Handout.SIGNS, Handout.REPORTS}
    if gathering.purpose.strip() or gathering.invitation != Invitation():
        offered.add(Handout.INVITATION)
    if any(Keeps.PROMISE in step.keeps for step in gathering.steps):
        offered.add(Handout.PROMISES)
    if any(step.wall.lines for step in gathering.steps):
        offered.add(Handout.POSTERS)
    return frozenset(offered)
