"""The arithmetic of a plan: when each step begins, what moving costs, when it ends and what is left over.

Moving takes one minute to turn back to the room or for at most twenty people to find each other, two for
more, and one more for each fifty; where the same group stays it takes none. On a platform, on the phone and where
some are far away, rooms or calls are opened and closed: that takes a minute more each way, two for more than fifty
people. (Our own estimate, from rooms that moved; no source measures it.)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

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
    """One step in time. Minutes are counted from the gathering's start; `moving` comes before `starts`."""

    step: PlannedStep
    move: Move
    moving: int
    starts: int

    @property
    def ends(self) -> int:
        """Minute at which the step is over."""
        return self.starts + self.step.minutes


@dataclass(frozen=True, slots=True)
class Agenda:
    """All rows of a plan against what was promised."""

    rows: tuple[Row, ...]
    promised: int
    start: datetime

    @property
    def total(self) -> int:
        """Minutes the plan takes, moving counted."""
        return self.rows[-1].ends if self.rows else 0

    @property
    def moving(self) -> int:
        """Minutes spent moving."""
        return sum(row.moving for row in self.rows)

    @property
    def slack(self) -> int:
        """Minutes left of the promise; negative when the plan is longer than promised."""
        return self.promised - self.total

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
    rows: list[Row] = []
    minute, before = 0, None
    for step in gathering.steps:
        move = move_between(before, step)
        moving = moving_minutes(move, gathering.people, gathering.mode)
        rows.append(Row(step, move, moving, minute + moving))
        minute += moving + step.minutes
        before = step
    return Agenda(tuple(rows), gathering.minutes, gathering.starts)
