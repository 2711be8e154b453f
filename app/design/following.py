"""How the forms of a plan follow each other, as questions, each with what its button says. `course` offers it."""

from __future__ import annotations

from dataclasses import dataclass

from app.design.gathering import Gathering, PlannedStep
from app.groups.follow import GROUPS, Finding, Sitting, Why, doubles, findings
from app.groups.forms import Form, is_small_group
from app.library.protocol import Family, Kind, Regroup
from app.words import Text, say

MOST = 3
"""Questions at a time: more than three are marks, not questions."""
TRUST = frozenset({Family.DISSENT, Family.COMMITMENT, Family.GIFTS})
"""Doubts, promises and gifts are told to people who have been listened to before."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One question about a step, and what its button says."""

    step_id: str
    title: str
    text: Text
    offer: Text
    finding: Finding


def sittings(gathering: Gathering) -> tuple[Sitting, ...]:
    """How people sit in each step of the plan. In a break they get up; a turn to the whole room loses nobody."""
    return tuple(Sitting(step.form, same=step.regroup is Regroup.SAME, trust=_rests_on_trust(step),
                         scatters=step.kind is Kind.BREAK) for step in gathering.steps)


def came_from(gathering: Gathering, step: PlannedStep) -> Form | None:
    """The form of the groups people still sit in when `step` begins; None where there are none, or a break was between.
    """
    before: Form | None = None
    for other in gathering.steps:
        if other.id == step.id:
            break
        before = None if other.kind is Kind.BREAK else other.form if is_small_group(other.form) else before
    return before


def pairs_join(gathering: Gathering, step: PlannedStep) -> bool:
    """Whether people stay with whom they have and two groups become one of this step: pairs make fours."""
    before = came_from(gathering, step) if step.regroup is Regroup.SAME else None
    return before is not None and doubles(before, step.form)


def remarks(gathering: Gathering) -> tuple[Remark, ...]:
    """The first questions about the plan's forms, in its order."""
    found = findings(sittings(gathering), gathering.people)[:MOST]
    return tuple(_remark(gathering.steps[finding.index], finding) for finding in found)


def _rests_on_trust(step: PlannedStep) -> bool:
    return step.kind is Kind.QUESTION and step.family in TRUST


def _remark(step: PlannedStep, finding: Finding) -> Remark:
    return Remark(step.id, step.title, finding.text, _offer(finding), finding)


def _offer(finding: Finding) -> Text:
    if finding.why is Why.NO_GROUP:
        return say("Let them find each other")
    groups = GROUPS[finding.offer]
    if finding.why is Why.NEEDLESS and finding.same:
        return say("Keep the same {groups}", groups=groups)
    return say("Take {groups}", groups=groups)
