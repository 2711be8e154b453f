"""Whole gatherings to begin from, and how one is cut to the time there is.

With less time a conversation is taken away; none is hurried. A template is a TOML file that names protocols of the
library, says which of them go first when time is short, and which one takes what is left over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.design.agenda import agenda
from app.design.edits import planned
from app.design.gathering import Gathering, Mode, PlannedStep, Setting
from app.design.measures import is_business
from app.design.names import span
from app.groups.forms import is_small_group, nominal_size
from app.library.protocol import Family, Kind, Protocol, Regroup
from app.words import Text, say

LEAST = 3
"""Minutes of a step that takes what is left over."""
OFFERED = 3


class TemplateStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One protocol of a template. `need` is 1 for what always stays; of the others the largest number goes first.

    `minutes` is the length of its main step where the template wants another, and the most it may take where it takes
    the `rest`; `alone` leaves out the protocol's other steps; `new` lets people find new faces after all.
    """

    protocol: str
    minutes: int | None = None
    need: int = 1
    rest: bool = False
    alone: bool = False
    new: bool = False


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A gathering to begin from: for which occasions, for how many people and within which minutes it is good."""

    id: str = ""
    title: str
    purpose: str
    settings: tuple[Setting, ...]
    people: tuple[int, int]
    minutes: tuple[int, int]
    modes: tuple[Mode, ...] = tuple(Mode)
    steps: tuple[TemplateStep, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template as it would be for one occasion. `without` names the protocols that there is no time for."""

    template: Template
    gathering: Gathering
    without: tuple[str, ...]

    @property
    def said(self) -> Text:
        """What became of the time, in one sentence."""
        free = agenda(self.gathering).slack
        if self.without:
            return say("Without {titles}, so that nothing is hurried.",
                       titles=", ".join(f"“{title}”" for title in self.without))
        if free >= 5:
            return say("{span} stay free.", span=span(free))
        return say("It takes the time there is.")


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a folder, and a sentence for each file that is none."""

    found: tuple[Template, ...] = ()
    faults: tuple[Text, ...] = ()


def read_templates(folder: Path) -> Templates:
    """Every template in `folder`, by file name. A file that cannot be read is told and stops no other."""
    found, faults = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            given = tomllib.loads(path.read_text("utf-8"))
            found.append(msgspec.structs.replace(msgspec.convert(given, Template), id=path.stem))
        except (OSError, ValueError, msgspec.ValidationError) as fault:
            faults.append(say("{file} is no template: {reason}", file=path.name, reason=str(fault)))
    return Templates(tuple(found), tuple(faults))


@dataclass(frozen=True, slots=True)
class Part:
    """One conversation of a plan, or its ordinary business (`family` None): what it is called, and its minutes."""

    title: str
    family: Family | None
    minutes: int


def parts(gathering: Gathering, shelf: Mapping[str, Protocol]) -> tuple[Part, ...]:
    """The conversations of a plan in order. The steps of one protocol are one; small parts are left out."""
    found: list[tuple[str, Part]] = []
    for step in gathering.steps:
        family = None if step.family is Family.PART else step.family
        if family is None and not is_business(step):
            continue
        if found and found[-1][0] == step.protocol:
            before = found.pop()[1]
            part = Part(before.title, before.family, before.minutes + step.minutes)
        else:
            known = shelf.get(step.protocol)
            part = Part(known.title if known is not None else step.title, family, step.minutes)
        found.append((step.protocol, part))
    return tuple(part for _, part in found)


def propose(wish: Gathering, templates: Iterable[Template], shelf: Mapping[str, Protocol]) -> tuple[Proposal, ...]:
    """At most three gatherings for an empty one that says what for, how many, how long, where and how.

    Those made for its occasion come first, and of them those made for it most; where they are fewer than three,
    others that fit its people and time follow.
    """
    fitting = [template for template in templates
               if template.people[0] <= wish.people <= template.people[1] and wish.mode in template.modes]
    fitting.sort(key=lambda template: (wish.setting not in template.settings,
                                       not template.minutes[0] <= wish.minutes <= template.minutes[1],
                                       wish.setting is not template.settings[0]))
    proposals = (proposal for template in fitting if (proposal := laid_out(wish, template, shelf)) is not None)
    return tuple(proposal for proposal, _ in zip(proposals, range(OFFERED), strict=False))


def laid_out(wish: Gathering, template: Template, shelf: Mapping[str, Protocol]) -> Proposal | None:
    """`wish` with the template's steps, as many conversations as there is time for. None where even the least is too
    long, or a protocol is missing from `shelf`.
    """
    if any(step.protocol not in shelf for step in template.steps):
        return None
    for need in sorted({step.need for step in template.steps}, reverse=True):
        chosen = [step for step in template.steps if step.need <= need]
        steps = _steps(chosen, shelf, wish)
        if steps is not None:
            taken = {step.protocol for step in chosen}
            left = tuple(shelf[step.protocol].title for step in template.steps if step.protocol not in taken)
            return Proposal(template, msgspec.structs.replace(wish, steps=steps), left)
    return None


def _steps(chosen: Sequence[TemplateStep], shelf: Mapping[str, Protocol],
           wish: Gathering) -> tuple[PlannedStep, ...] | None:
    """The chosen protocols' steps within the time; None where it is too short."""
    steps: list[PlannedStep] = []
    taking: PlannedStep | None = None
    for one in chosen:
        copies = _copies(one, shelf[one.protocol])
        if one.rest:
            taking = copies[0] = msgspec.structs.replace(copies[0], minutes=LEAST, cues=())
        steps += copies
    steps = _grouped(steps)
    free = agenda(msgspec.structs.replace(wish, steps=tuple(steps))).slack
    if free < 0:
        return None
    if taking is not None:
        most = next(one.minutes for one in chosen if one.rest) or LEAST
        steps = [msgspec.structs.replace(step, minutes=min(most, LEAST + free)) if step.id == taking.id else step
                 for step in steps]
    return tuple(steps)


def _copies(one: TemplateStep, protocol: Protocol) -> list[PlannedStep]:
    copies = list(planned(protocol))
    main = protocol.steps.index(protocol.main_step)
    if one.minutes is not None and not one.rest:
        cues = tuple(cue for cue in copies[main].cues if cue.minutes < one.minutes - 1)
        copies[main] = msgspec.structs.replace(copies[main], minutes=one.minutes, cues=cues)
    if one.new:
        copies[main] = msgspec.structs.replace(copies[main], regroup=Regroup.NEW)
    return [copies[main]] if one.alone else copies


def _grouped(steps: Sequence[PlannedStep]) -> list[PlannedStep]:
    """The steps with no group kept that cannot be: where none was formed, a break lies between, or its size differs."""
    grouped, size = [], None
    for step in steps:
        if step.kind is Kind.BREAK:
            size = None
        if is_small_group(step.form):
            if step.regroup is Regroup.SAME and nominal_size(step.form) != size and not _joins(size, step):
                step = msgspec.structs.replace(step, regroup=Regroup.NEW)
            size = nominal_size(step.form)
        grouped.append(step)
    return grouped


def _joins(size: int | None, step: PlannedStep) -> bool:
    """Whether whole groups of `size` can join or part into the step's groups."""
    mine = nominal_size(step.form)
    return size is not None and mine is not None and max(size, mine) % min(size, mine) == 0
