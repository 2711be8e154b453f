"""One change that would answer a remark about a plan: what its button says, and the plan it makes.

A remedy is a plain value, so that the same plan always offers the same one; heeding it is one edit, undone like any.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from app.design import edits
from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.library.protocol import Family, Kind, Protocol, Regroup
from app.words import Text, say, say_n

USUAL = 14
"""Minutes of a conversation when nothing else decides."""


class Change(Enum):
    """What a remedy does to the plan."""

    PUT_IN = auto()
    LAST = auto()
    LEAVE_OUT = auto()
    MINUTES = auto()
    FORM = auto()
    INVITE = auto()


@dataclass(frozen=True, slots=True)
class Remedy:
    """`step_id` is the step that changes, or the one that something is put in front of ("": at the end).

    `minutes` is its new length; `form` and `same` how people sit in it; `protocol` the id of what is put in. INVITE
    changes nothing by itself: the page opens the invitation.
    """

    text: Text
    change: Change
    step_id: str = ""
    minutes: int = 0
    form: Form = Form.THREES
    same: bool = False
    protocol: str = ""


def heed(gathering: Gathering, remedy: Remedy, shelf: Iterable[Protocol]) -> Gathering:
    """The plan as the remedy makes it; the same where its step or its protocol is gone."""
    if remedy.step_id and gathering.step(remedy.step_id) is None:
        return gathering
    match remedy.change:
        case Change.PUT_IN:
            found = next((protocol for protocol in shelf if protocol.id == remedy.protocol), None)
            if found is None:
                return gathering
            at = gathering.index(remedy.step_id) if remedy.step_id else len(gathering.steps)
            return edits.add_steps(gathering, edits.planned(found), at)
        case Change.LAST:
            return edits.move(gathering, remedy.step_id, before_the_closing(gathering) - 1)
        case Change.LEAVE_OUT:
            return edits.remove(gathering, remedy.step_id)
        case Change.MINUTES:
            return edits.change_minutes(gathering, remedy.step_id, remedy.minutes)
        case Change.FORM:
            changed = edits.change_form(gathering, remedy.step_id, remedy.form)
            return edits.change(changed, remedy.step_id, regroup=Regroup.SAME if remedy.same else Regroup.NEW)
        case Change.INVITE:
            return gathering


def before_the_closing(gathering: Gathering) -> int:
    """The index at which something stands last, with only the closing after it."""
    steps = gathering.steps
    return len(steps) - (1 if steps and steps[-1].kind is Kind.CLOSING else 0)


def fitting(shelf: Iterable[Protocol], family: Family, gathering: Gathering) -> Protocol | None:
    """The conversation of a family for this occasion: one that names its setting, nearest to the usual length."""
    mine = [protocol for protocol in shelf if protocol.family is family and protocol.main_step.question]
    return min(mine, default=None, key=lambda protocol: (
        gathering.setting.value not in protocol.settings, gathering.mode.value not in protocol.modes,
        abs(protocol.minutes - USUAL), protocol.title))


def part(shelf: Iterable[Protocol], kind: Kind) -> Protocol | None:
    """The small part of that kind."""
    return next((protocol for protocol in shelf
                 if protocol.family is Family.PART and protocol.steps[0].kind is kind), None)


def put_in(text: Text, protocol: Protocol | None, before: PlannedStep | None) -> Remedy | None:
    """Put that protocol in front of `before`, or at the end. None where the shelf has none."""
    if protocol is None:
        return None
    return Remedy(text, Change.PUT_IN, before.id if before is not None else "", protocol=protocol.id)


def shorter(step: PlannedStep, minutes: int) -> Remedy | None:
    """Cut a step to `minutes`; None where it is as short."""
    text = say_n("Make it {n} minute", "Make it {n} minutes", minutes)
    return Remedy(text, Change.MINUTES, step.id, minutes=minutes) if minutes < step.minutes else None


def longer(step: PlannedStep, minutes: int) -> Remedy:
    """Give a step `minutes`."""
    return Remedy(say_n("Give it {n} minute", "Give it {n} minutes", minutes), Change.MINUTES, step.id, minutes=minutes)


def left_out(step: PlannedStep) -> Remedy:
    """Take a step out of the plan; which one it is stands in the sentence above the button."""
    return Remedy(say("Leave it out"), Change.LEAVE_OUT, step.id)


def in_threes(step: PlannedStep) -> Remedy:
    """Let people sit in threes."""
    return Remedy(say("Take threes"), Change.FORM, step.id, form=Form.THREES)
