"""Days and fixed starts: which local moment a step waits for, what a day was promised, and where a day or a section
begins once a step is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from msgspec.structs import replace

from app.design.gathering import Gathering, PlannedStep


def days(steps: Sequence[PlannedStep]) -> tuple[int, ...]:
    """For each step its day, counted from 0. The first step begins the first day, whatever it says."""
    found: list[int] = []
    for step in steps:
        found.append(found[-1] + step.new_day if found else 0)
    return tuple(found)


def day_of(gathering: Gathering, step_id: str) -> int:
    """The day of that step; the first for one that is not in the plan."""
    return dict(zip((step.id for step in gathering.steps), days(gathering.steps), strict=True)).get(step_id, 0)


def waits_for(gathering: Gathering, index: int) -> datetime | None:
    """The local time before which the step at `index` does not begin; None where it follows what is before it."""
    step = gathering.steps[index]
    dawn = step.new_day and index > 0
    if step.starts_at is None and not dawn:
        return None
    date = gathering.starts.date() + timedelta(days=days(gathering.steps)[index])
    return datetime.combine(date, step.starts_at or gathering.starts.time())


def hours_of(gathering: Gathering, day: int) -> tuple[datetime, datetime]:
    """When `day` begins, and when people were promised to be free on it, in local time: at the first day's time of day,
    or at its own. An own time before the day begins is one after midnight.
    """
    end = gathering.promised_end + timedelta(days=day)
    first = _dawn(gathering, day)
    begins = waits_for(gathering, first) if first else gathering.starts
    if not first or begins is None:
        return gathering.starts + timedelta(days=day), end
    own = gathering.steps[first].day_ends
    if own is not None:
        end = datetime.combine(begins.date(), own)
        end += timedelta(days=1) if end <= begins else timedelta()
    return begins, end


def promised_on(gathering: Gathering, day: int) -> datetime:
    """The local time at which people were promised to be free on `day`."""
    return hours_of(gathering, day)[1]


def promised_later(gathering: Gathering, day: int, minutes: int) -> Gathering:
    """The end of `day` so many minutes later; what was promised for the other days stands."""
    ends = {_dawn(gathering, other): promised_on(gathering, other) + timedelta(minutes=minutes * (other == day))
            for other in days(gathering.steps) if other and day in (0, other)}
    steps = tuple(replace(step, day_ends=ends[at].time()) if at in ends else step
                  for at, step in enumerate(gathering.steps))
    return replace(gathering, steps=steps, minutes=gathering.minutes + (0 if day else minutes))


def _dawn(gathering: Gathering, day: int) -> int:
    """The index of the step with which `day` begins; 0 for a day there is not."""
    return next((at for at, other in enumerate(days(gathering.steps)) if other == day), 0)


def begun_at(gathering: Gathering, begins: datetime) -> Gathering:
    """The whole plan as far away as it is begun: what was to start at a fixed time is moved as much as the rest."""
    later = begins - gathering.starts
    steps = tuple(
        replace(step, starts_at=_moved(gathering, step.starts_at, later),
                day_ends=_moved(gathering, step.day_ends, later))
        for step in gathering.steps)
    return replace(gathering, starts=begins, steps=steps)


def _moved(gathering: Gathering, moment: time | None, later: timedelta) -> time | None:
    return (datetime.combine(gathering.starts.date(), moment) + later).time() if moment is not None else None


def without(steps: Sequence[PlannedStep], gone: frozenset[str]) -> tuple[PlannedStep, ...]:
    """The steps but those; what began with one of them begins with the next that stays."""
    return tuple(step for step in hand_on(steps, gone) if step.id not in gone)


def hand_on(steps: Sequence[PlannedStep], going: frozenset[str]) -> tuple[PlannedStep, ...]:
    """The same steps, with what begins at a step that is `going` begun by the next that stays, as long as nothing of
    the same rank begins there or in between: a section that goes as a whole keeps its heading.
    """
    found = list(steps)
    for at, step in enumerate(steps):
        if step.id not in going or not (step.section or step.new_day):
            continue
        heir = next((i for i in range(at + 1, len(found)) if found[i].id not in going), None)
        if heir is None:
            continue
        between = steps[at + 1:heir + 1]
        if step.section and not any(other.section or other.new_day for other in between):
            found[heir], found[at] = replace(found[heir], section=step.section), replace(found[at], section="")
        if step.new_day and not any(other.new_day for other in between):
            found[heir] = replace(found[heir], new_day=True, starts_at=found[heir].starts_at or step.starts_at,
                                  day_ends=step.day_ends)
            found[at] = replace(found[at], new_day=False, starts_at=None, day_ends=None)
    return tuple(found)
