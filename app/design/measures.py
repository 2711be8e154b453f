"""What a plan's steps are labelled as, in minutes: who speaks, how people sit, how often they are asked something.

These are labels on steps and say nothing about people: nobody knows who will speak in a room. A break counts nowhere.
In a staff meeting ordinary business counts nowhere either: only the convened part is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.design.gathering import Gathering, PlannedStep, Setting
from app.groups.forms import Form, is_small_group, nominal_size
from app.groups.split import SETTLING_SECONDS
from app.library.protocol import CONVERSATIONS, DESIGNS, Family, Kind, Voice, round_minutes

FREE = frozenset({Kind.MARKETPLACE, Kind.SESSIONS})
"""Kinds of step in which people form groups of their own making and come and go, as in an Open Space."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The convened part of a plan. `steps` are its steps in order; all times are minutes."""

    gathering: Gathering
    steps: tuple[PlannedStep, ...]

    @property
    def minutes(self) -> int:
        """All of it, moving not counted."""
        return sum(step.minutes for step in self.steps)

    @property
    def questions(self) -> tuple[PlannedStep, ...]:
        """Steps that ask people something which they answer to each other."""
        return tuple(step for step in self.steps if is_asked(step))

    @property
    def different_questions(self) -> int:
        """How many questions there are; one that is asked in several rounds counts once, and so does a design."""
        return len({step.family if is_of_a_design(step) else step.question.strip().casefold()
                    for step in self.questions})

    def share(self, minutes: int) -> Fraction:
        """`minutes` as a share of the whole, 0 to 1."""
        return Fraction(minutes, self.minutes) if self.minutes else Fraction(0)

    @property
    def in_small_groups(self) -> int:
        """Minutes in groups of two to six, and in those that people form by themselves."""
        return sum(step.minutes for step in self.steps if sits_small(step) or step.kind in FREE)

    @property
    def among_peers(self) -> int:
        """Minutes given to peers. Voices from a whole room count by themselves, neither as peers nor as host."""
        return sum(step.minutes for step in self.steps if is_among_peers(step))

    @property
    def heard(self) -> int:
        """Minutes in which single people speak to the whole room for themselves."""
        return sum(step.minutes for step in self.steps if step.kind is Kind.SAMPLING)

    @property
    def led(self) -> int:
        """Minutes in the host's or a speaker's voice."""
        return sum(step.minutes for step in self.steps if is_led(step))

    @property
    def before_first_meeting(self) -> int:
        """Minutes until people first turn to each other; all of it where they never do."""
        spent = 0
        for step in self.steps:
            if sits_small(step) or step.form is Form.CIRCLE or step.kind in FREE:
                return spent
            spent += step.minutes
        return spent

    @property
    def longest_led(self) -> tuple[PlannedStep, ...]:
        """The longest run of steps in one voice from the front, with nothing between them."""
        runs: list[list[PlannedStep]] = [[]]
        for step in self.steps:
            if is_led(step):
                runs[-1].append(step)
            else:
                runs.append([])
        return tuple(max(runs, key=lambda run: sum(step.minutes for step in run)))


def measures(gathering: Gathering) -> Measures:
    """The convened part of a plan."""
    staff = gathering.setting is Setting.STAFF
    asks = any(is_asked(step) for step in gathering.steps)
    return Measures(gathering, tuple(
        step for step in gathering.steps
        if step.kind is not Kind.BREAK and not (staff and asks and is_business(step))))


def is_business(step: PlannedStep) -> bool:
    """Whether a step is ordinary business: talk from the front that belongs to no conversation."""
    return step.kind is Kind.TALK and step.voice is Voice.HOST and step.family not in CONVERSATIONS


def is_asked(step: PlannedStep) -> bool:
    """Whether people are asked something they answer to each other; the small parts do not count as a question."""
    return step.kind is Kind.QUESTION and step.family is not Family.PART and (
        sits_small(step) or step.form is Form.CIRCLE)


def sits_small(step: PlannedStep) -> bool:
    """Whether people sit in groups of two to six."""
    return is_small_group(step.form)


def is_among_peers(step: PlannedStep) -> bool:
    """Whether a step's time is given to peers."""
    return sits_small(step) or step.kind in FREE or (
        step.voice is Voice.PEERS and step.kind in (Kind.QUESTION, Kind.TALK))


def is_of_a_design(step: PlannedStep) -> bool:
    """Whether a step belongs to one of the four designs, which have ways of their own."""
    return step.family in DESIGNS


def is_led(step: PlannedStep) -> bool:
    """Whether one voice speaks from the front."""
    return step.voice in (Voice.HOST, Voice.SPEAKER)


def seconds_for_each(step: PlannedStep, people: int) -> float | None:
    """Seconds for a voice in a full group, after the settling; in a circle each of `people` has one turn.

    The few groups that are one larger share the same time. None where the room is not divided.
    """
    return turn_of(step, round_minutes(step) * 60, people)


def turn_of(step: PlannedStep, seconds: float, people: int) -> float | None:
    """As `seconds_for_each`, for a round that took so many seconds."""
    if step.form is Form.CIRCLE:
        return seconds / people if people else None
    size = nominal_size(step.form)
    return max(0, seconds - SETTLING_SECONDS) / min(size, max(1, people)) if size is not None else None
