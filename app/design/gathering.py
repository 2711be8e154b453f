"""The plan of a gathering. Frozen: every change makes a new one, so undo is a stack of old ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import uuid4

import msgspec

from app.design.invitation import Invitation, Preparation
from app.groups.roster import Roster
from app.library.protocol import Seating as Seating  # a plan and a protocol say it in the same words
from app.library.protocol import Step

MOST_STEPS = 500


class Setting(StrEnum):
    """The occasion."""

    STAFF = "staff meeting"
    TEAM = "cross-functional team"
    FOCUS = "special focus"
    TOWN_HALL = "town hall"
    STRATEGY = "strategy day"
    EDUCATION = "education"
    OPEN = "open issue"


class Mode(StrEnum):
    """Where people are."""

    ROOM = "room"
    PLATFORM = "platform"
    PHONE = "phone"
    HYBRID = "hybrid"


def new_id() -> str:
    """A name nobody else has: 32 hexadecimal digits."""
    return uuid4().hex


def whole_minute(moment: datetime) -> datetime:
    """`moment`, or the next whole minute: a promise is made in minutes and must not begin in the past."""
    minute = moment.replace(second=0, microsecond=0)
    return minute if minute == moment else minute + timedelta(minutes=1)


class PlannedStep(Step, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A step in a plan: the protocol's step, changed as the host likes, with a name of its own.

    `starts_at` is a time of day that it waits for, whatever becomes of the gathering's own beginning. With `new_day` it
    begins the next day, at that time or at the gathering's own; `day_ends` is the time of day that was promised for the
    end of the day which it begins, where it is not the first day's. `section` is a heading that stands above it;
    `optional` steps are there if there is time.
    """

    id: str
    protocol: str = ""
    starts_at: time | None = None
    new_day: bool = False
    day_ends: time | None = None
    section: str = ""
    optional: bool = False


class Seats(msgspec.Struct, frozen=True, kw_only=True):
    """Who sits together in one step: the badges of each group, table hosts first. The first group is table 1."""

    step_id: str
    tables: tuple[tuple[int, ...], ...]


class Gathering(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What we plan. `starts` is local time without a zone; `minutes` is what was promised in all, and says at what time
    of day it ends: on several days it is promised for each, unless the step that begins a day says another time.

    `far` says how many of `people` are far away while there is no list that says it (see `pools`).
    `preparation` is for the eyes of whoever plans it alone, and goes into no session and no copy.
    `follows` is the id of the gathering this is a copy of.
    `seats` is what was worked out for the steps whose groups are assigned, and `seats_of` says for which plan.
    """

    id: str
    title: str = ""
    purpose: str = ""
    starts: datetime
    people: int = 12
    about: bool = False
    minutes: int = 60
    setting: Setting = Setting.STAFF
    mode: Mode = Mode.ROOM
    place: str = ""
    steps: tuple[PlannedStep, ...] = ()
    sample: bool = False
    roster: Roster = Roster()
    seats: tuple[Seats, ...] = ()
    seats_of: str = ""
    far: int = 0
    invitation: Invitation = Invitation()
    follows: str = ""
    preparation: Preparation = Preparation()

    @property
    def promised_end(self) -> datetime:
        """The local time people were promised to be free again."""
        return self.starts + timedelta(minutes=self.minutes)

    def step(self, step_id: str) -> PlannedStep | None:
        """The step of that id, or None."""
        return next((s for s in self.steps if s.id == step_id), None)

    def seats_at(self, step_id: str) -> Seats | None:
        """Who sits with whom in that step, or None where people choose or nothing was worked out."""
        return next((seats for seats in self.seats if seats.step_id == step_id), None)

    def index(self, step_id: str) -> int:
        """Where the step stands, counted from 0. Raises KeyError for a step that is not in the plan."""
        for i, step in enumerate(self.steps):
            if step.id == step_id:
                return i
        raise KeyError(step_id)


@dataclass(frozen=True, slots=True)
class Plans:
    """Many plans by their ids, in the order they are shown. `read` answers None for a plan that is no longer kept."""

    ids: tuple[str, ...]
    read: Callable[[str], Gathering | None]


def plan_step(step: Step, *, protocol: str = "") -> PlannedStep:
    """A copy of a protocol's step for a plan."""
    return PlannedStep(**msgspec.structs.asdict(step), id=new_id(), protocol=protocol)
