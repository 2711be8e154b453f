"""The arithmetic of a plan: when each step begins, what moving costs, when it ends and what is left over.

Moving takes one minute to turn back to the room or for at most twenty people to find each other, two for
more, and one more for each fifty; where the same group stays it takes none. On a platform, on the phone and where
some are far away, rooms or calls are opened and closed: that takes a minute more each way, two for more than fifty
people. (Our own estimate, from rooms that moved; no source measures it.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from msgspec.structs import replace as replaced

from app.design.days import days, promised_on, waits_for, without
from app.design.gathering import Gathering, Mode, PlannedStep
from app.groups.forms import is_small_group
from app.library.protocol import Kind, Regroup, Step


class Move(Enum):
    """What people do between two steps."""

    NONE = auto()
    NEW_FACES = auto()
    SAME_GROUP = auto()
    STAY = auto()
    BACK_TO_ROOM = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One step in time. Minutes are counted from the gathering's start; `moving` comes before `starts`.

    `free` are the minutes before it while its fixed start is waited for, negative where that start is passed. `day`
    counts from 0, and `nights` are the minutes so far that belong to none.
    """

    step: PlannedStep
    move: Move
    moving: int
    starts: int
    free: int = 0
    day: int = 0
    nights: int = 0

    @property
    def ends(self) -> int:
        """Minute at which the step is over."""
        return self.starts + self.step.minutes


@dataclass(frozen=True, slots=True)
class Agenda:
    """All rows of a plan against what was promised. `least` are its minutes without the steps that are optional."""

    rows: tuple[Row, ...]
    promised: int
    start: datetime
    least: int = 0

    @property
    def total(self) -> int:
        """Minutes the plan takes: moving and what is waited for are counted, nights are not."""
        return self.rows[-1].ends - self.rows[-1].nights if self.rows else 0

    @property
    def moving(self) -> int:
        """Minutes spent moving."""
        return sum(row.moving for row in self.rows)

    @property
    def slack(self) -> int:
        """Minutes left of the promise; negative when the plan is longer than promised."""
        return self.promised - self.total

    @property
    def over(self) -> int:
        """Minutes longer than promised, 0 while the promise holds: what is there if there is time may be left out on
        the day, so that it breaks no promise.
        """
        return max(0, self.least - self.promised)

    @property
    def optional(self) -> int:
        """Minutes of the steps that are there if there is time."""
        return sum(row.step.minutes for row in self.rows if row.step.optional)

    @property
    def days(self) -> int:
        """How many days it takes: at least one."""
        return self.rows[-1].day + 1 if self.rows else 1

    def at(self, minute: int) -> datetime:
        """Local time of a minute of the plan."""
        return self.start + timedelta(minutes=minute)


def move_between(before: Step | None, step: Step) -> Move:
    """What people do to get from one step into the next."""
    grouped = is_small_group(step.form)
    was_grouped = before is not None and is_small_group(before.form)
    if before is None and not grouped:
        return Move.NONE
    if not grouped:
        return Move.BACK_TO_ROOM if was_grouped else Move.NONE
    if before is not None and step.regroup is Regroup.SAME and step.kind is not Kind.BREAK:
        return Move.STAY if was_grouped else Move.SAME_GROUP
    return Move.NEW_FACES


def moving_minutes(move: Move, people: int, mode: Mode = Mode.ROOM) -> int:
    """Minutes a move takes `people` who are where `mode` says."""
    if move in (Move.NONE, Move.STAY):
        return 0
    finding = 2 if move is Move.NEW_FACES and people > 20 else 1
    return finding + people // 50 + moving_more(people, mode)


def moving_more(people: int, mode: Mode) -> int:
    """Minutes that each move takes longer than in one room."""
    return 0 if mode is Mode.ROOM else 1 if people <= 50 else 2


def agenda(gathering: Gathering) -> Agenda:
    """The plan laid out in time."""
    rows = _laid_out(gathering)
    least = _least(gathering, rows)
    promised = sum(_minute(gathering, promised_on(gathering, day)) - _dawn(rows, day)
                   for day in range(rows[-1].day + 1 if rows else 1))
    return Agenda(rows, promised, gathering.starts, least[-1].ends - least[-1].nights if least else 0)


def one_day(gathering: Gathering, day: int) -> Agenda:
    """A day of the plan by itself, counted from where it begins."""
    plan = agenda(gathering)
    if plan.days == 1:
        return plan
    dawn, names = _dawn(plan.rows, day), {row.step.id for row in plan.rows if row.day == day}
    rows = tuple(replace(row, starts=row.starts - dawn, day=0, nights=0) for row in plan.rows if row.day == day)
    least = [row for row in _least(gathering, plan.rows) if row.step.id in names]
    return Agenda(rows, _minute(gathering, promised_on(gathering, day)) - dawn, plan.at(dawn),
                  least[-1].ends - least[0].starts + least[0].moving if least else 0)


def _least(gathering: Gathering, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The plan without what is optional."""
    optional = frozenset(row.step.id for row in rows if row.step.optional)
    return _laid_out(replaced(gathering, steps=without(gathering.steps, optional))) if optional else rows


def _dawn(rows: tuple[Row, ...], day: int) -> int:
    """The minute at which a day begins: the first one at once, whatever its first step waits for."""
    return next((row.starts - row.moving for row in rows if row.day == day), 0) if day else 0


def _laid_out(gathering: Gathering) -> tuple[Row, ...]:
    rows: list[Row] = []
    minute, nights, before = 0, 0, None
    for index, (step, day) in enumerate(zip(gathering.steps, days(gathering.steps), strict=True)):
        dawn = bool(rows) and day > rows[-1].day
        before = None if dawn else before
        move = move_between(before, step)
        moving = moving_minutes(move, gathering.people, gathering.mode)
        fixed, free = waits_for(gathering, index), 0
        if fixed is not None and dawn:
            night = max(0, _minute(gathering, fixed) - minute)
            nights, minute = nights + night, minute + night
        elif fixed is not None:
            free = _minute(gathering, fixed) - minute - moving
        rows.append(Row(step, move, moving, minute + moving + max(0, free), free, day, nights))
        minute = rows[-1].ends
        before = step
    return tuple(rows)


def _minute(gathering: Gathering, moment: datetime) -> int:
    return round((moment - gathering.starts).total_seconds() / 60)
