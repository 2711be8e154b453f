"""Every change a person can make to a plan, as a pure function from one gathering to the next.

Nothing here keeps, shows or undoes anything: a page pushes the result on its `History`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.design.cue_sets import rescaled
from app.design.days import hand_on, without
from app.design.gathering import MOST_STEPS, Gathering, PlannedStep, new_id, plan_step
from app.design.invitation import Preparation
from app.design.refit import in_form, keeping, leaving_out
from app.errors import Trouble
from app.groups.forms import Form
from app.groups.roster import Roster
from app.library.protocol import Keeps, Kind, Protocol, Step, Voice, round_minutes
from app.words import say

LONGEST_QUESTION = 500
"""Characters of a question: the most a wall can show."""
MOST_MINUTES = 600
"""Minutes of one step: a day with room to spare."""
MOST_PEOPLE = 5000


def add_steps(gathering: Gathering, steps: Sequence[PlannedStep], at: int) -> Gathering:
    """`steps` put in before the step that stood at index `at`. Raises `Trouble` past the most a plan holds."""
    if len(gathering.steps) + len(steps) > MOST_STEPS:
        raise Trouble(say("A gathering holds at most {n} steps.", n=MOST_STEPS))
    at = max(0, min(at, len(gathering.steps)))
    return _with(gathering, (*gathering.steps[:at], *steps, *gathering.steps[at:]))


def planned(protocol: Protocol, question: str = "") -> tuple[PlannedStep, ...]:
    """Copies of a protocol's steps. A `question` chosen among its wordings takes the main step's place."""
    main = protocol.main_step
    copies = []
    for step in protocol.steps:
        copy = plan_step(step, protocol=protocol.id)
        if step is main and question and question != step.question:
            copy = _reworded(copy, question)
        copies.append(copy)
    return tuple(copies)


def empty_step(title: str) -> PlannedStep:
    """A step that comes from no protocol: ordinary business in the host's voice, five minutes."""
    step = Step(title=title, kind=Kind.TALK, form=Form.ROOM, voice=Voice.HOST, minutes=5, keeps=(Keeps.NOTHING,))
    return plan_step(step)


def remove(gathering: Gathering, *step_ids: str) -> Gathering:
    """The plan without those steps. A section or a day that begins with one of them begins with the step behind it."""
    return _with(gathering, without(gathering.steps, frozenset(step_ids)))


def move(gathering: Gathering, step_id: str, to_index: int) -> Gathering:
    """That step at `to_index` of the new order, clamped to the plan. Raises KeyError for an unknown step."""
    gathering.index(step_id)
    return move_all(gathering, (step_id,), to_index)


def move_all(gathering: Gathering, step_ids: Collection[str], to_index: int) -> Gathering:
    """Those steps side by side in their own order, the first at `to_index` of the new one, clamped to the plan.

    A section or a day that begins with a step which goes begins with the one behind it, unless all of it goes along.
    """
    steps = hand_on(gathering.steps, frozenset(step_ids))
    moving = [step for step in steps if step.id in step_ids]
    others = [step for step in steps if step.id not in step_ids]
    at = max(0, min(to_index, len(others)))
    after = (*others[:at], *moving, *others[at:])
    return gathering if ids(after) == ids(gathering.steps) else _with(gathering, after)


def ids(steps: Sequence[PlannedStep]) -> tuple[str, ...]:
    """The steps' names in their order."""
    return tuple(step.id for step in steps)


def duplicate(gathering: Gathering, *step_ids: str) -> Gathering:
    """Second copies of those steps, right behind the last of them; no copy begins a section or a day, or has a fixed
    start. Raises KeyError, or `Trouble` when the plan is full.
    """
    at = max(gathering.index(step_id) for step_id in step_ids) + 1
    copies = [msgspec.structs.replace(step, id=new_id(), section="", new_day=False, starts_at=None, day_ends=None)
              for step in gathering.steps if step.id in step_ids]
    return add_steps(gathering, copies, at)


def change(gathering: Gathering, step_id: str, **fields: object) -> Gathering:
    """That step with other values in `fields`."""
    return _with(gathering, tuple(
        msgspec.structs.replace(step, **fields) if step.id == step_id else step for step in gathering.steps))


def change_minutes(gathering: Gathering, step_id: str, minutes: int) -> Gathering:
    """Another length, within one minute and `MOST_MINUTES`. Fixed framing never eats the whole step; the turns within
    the round keep their shares of it.
    """
    step = gathering.steps[gathering.index(step_id)]
    minutes = max(1, min(MOST_MINUTES, minutes))
    frame = step.frame_minutes if step.frame_minutes is None or step.frame_minutes < minutes else None
    return _retimed(change(gathering, step_id, minutes=minutes, frame_minutes=frame), step)


def change_form(gathering: Gathering, step_id: str, form: Form) -> Gathering:
    """That step in another form; what fitted only the old one is let go."""
    return _put(gathering, in_form(gathering.steps[gathering.index(step_id)], form))


def choose_wording(gathering: Gathering, step_id: str, wording: str) -> Gathering:
    """One of the step's other wordings becomes its question; the question becomes another wording."""
    step = gathering.steps[gathering.index(step_id)]
    changed = _reworded(step, wording)
    return change(gathering, step_id, question=changed.question, wordings=changed.wordings)


def keep(gathering: Gathering, step_id: str, kind: Keeps) -> Gathering:
    """The step also catches notes of `kind`; *nothing written* stands alone."""
    return _put(gathering, keeping(gathering.steps[gathering.index(step_id)], kind))


def leave_out(gathering: Gathering, step_id: str, kind: Keeps) -> Gathering:
    """The step no longer catches notes of `kind`; without any, nothing written is the harvest."""
    return _put(gathering, leaving_out(gathering.steps[gathering.index(step_id)], kind))


def change_facts(gathering: Gathering, **fields: object) -> Gathering:
    """Other facts about the whole: title, purpose, starts, people, about, minutes, setting, mode, place, far."""
    return msgspec.structs.replace(gathering, **fields)


def invite(gathering: Gathering, **fields: object) -> Gathering:
    """Other words in the invitation: possibility, whom, choice, price, request, reach; or whether attendance is
    required.
    """
    return msgspec.structs.replace(gathering, invitation=msgspec.structs.replace(gathering.invitation, **fields))


def change_roster(gathering: Gathering, roster: Roster) -> Gathering:
    """Another list of who comes. While there is one it says how many people there are; the last one gone, people
    choose each other again and nothing of the seats is left.
    """
    if not roster.people:
        return msgspec.structs.replace(gathering, roster=Roster(), seats=(), seats_of="")
    return msgspec.structs.replace(gathering, roster=roster, people=len(roster.people), about=False)


def copy_of(gathering: Gathering, title: str) -> Gathering:
    """A second gathering of one's own with the same plan: new names for it and for every step. What its convener wrote
    for herself stays with the first.
    """
    steps = tuple(msgspec.structs.replace(step, id=new_id()) for step in gathering.steps)
    return msgspec.structs.replace(gathering, id=new_id(), title=title, steps=steps, sample=False,
                                   preparation=Preparation(), follows=gathering.id)


def _with(gathering: Gathering, steps: tuple[PlannedStep, ...]) -> Gathering:
    return msgspec.structs.replace(gathering, steps=steps)


def _put(gathering: Gathering, step: PlannedStep) -> Gathering:
    return _with(gathering, tuple(step if each.id == step.id else each for each in gathering.steps))


def _retimed(gathering: Gathering, before: PlannedStep) -> Gathering:
    """The step's turns within the round where they belong in its new length."""
    now = gathering.steps[gathering.index(before.id)]
    return change(gathering, before.id, cues=rescaled(now.cues, round_minutes(before), round_minutes(now)))


def _reworded(step: PlannedStep, wording: str) -> PlannedStep:
    others = [other for other in step.wordings if other != wording]
    if step.question and step.question not in others:
        others.insert(0, step.question)
    return msgspec.structs.replace(step, question=wording, wordings=tuple(others))
