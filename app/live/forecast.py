"""When it ends, seen from now: what is left of this beat, then the plan as it stands, moving counted.

A step with a fixed start waits for it, so that what is gained before it does not end anything sooner. Of several days
the end and the promise are those of the day that is lived.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.design.agenda import move_between, moving_minutes
from app.design.days import days, promised_on, waits_for
from app.design.gathering import PlannedStep
from app.library.protocol import Beat, round_minutes
from app.live.clock import MINUTE, left
from app.live.session import Session


@dataclass(frozen=True, slots=True)
class Expected:
    """A step's start in epoch ms: lived when it was reached, otherwise expected."""

    step_id: str
    starts: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The rest of the session. Instants are epoch ms. `held` are today's steps that will begin at their fixed start, so
    that nothing before them can bring the end nearer.
    """

    steps: tuple[Expected, ...]
    ends: int
    promised: int
    held: tuple[str, ...] = ()

    @property
    def late_minutes(self) -> int:
        """Whole minutes past the promised end, 0 while the promise holds. Under half a minute is on time."""
        return max(0, (self.ends - self.promised + MINUTE // 2) // MINUTE)

    @property
    def holds_exactly(self) -> bool:
        """Whether the end is the promised one to the minute."""
        return nearest_minute(self.ends) == nearest_minute(self.promised)


def nearest_minute(at: int) -> int:
    """An instant rounded to the whole minute, as it is told to people."""
    return (at + MINUTE // 2) // MINUTE * MINUTE


def forecast(session: Session, now: int) -> Forecast:
    """What is to be expected at `now`."""
    gathering = session.gathering
    each = dict(zip((step.id for step in gathering.steps), days(gathering.steps), strict=True))
    today = each.get(session.spans[-1].step_id, 0) if session.spans else 0
    promised = _instant(promised_on(gathering, today))
    reached = {span.step_id: span.began for span in reversed(session.spans)}
    at = session.finished if session.finished is not None else now + _left_here(session, now)
    ends, steps, held = at, list[Expected](), list[str]()
    before, past_live = None, False
    for index, step in enumerate(gathering.steps):
        if past_live and session.finished is None:
            moving = _moving(session, before, step)
            if before is not None and before.id == session.step_id and session.beat is Beat.CALL_BACK:
                moving = max(0, moving - (now - session.beat_began))
            fixed = waits_for(gathering, index)
            if fixed is not None and _instant(fixed) >= at + moving:
                at, moving = _instant(fixed), 0
                held += [step.id] if each[step.id] == today else []
            steps.append(Expected(step.id, at + moving, reached=False))
            at += moving + step.minutes * MINUTE
            ends = at if each[step.id] == today else ends
        elif step.id in reached:
            steps.append(Expected(step.id, reached[step.id], reached=True))
        past_live = past_live or step.id == session.step_id
        before = step
    return Forecast(tuple(steps), ends, promised, tuple(held))


def _instant(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _moving(session: Session, before: PlannedStep | None, step: PlannedStep) -> int:
    """Milliseconds people take from one step into the next."""
    return moving_minutes(move_between(before, step), session.people, session.gathering.mode) * MINUTE


def _left_here(session: Session, now: int) -> int:
    """Milliseconds this step still takes."""
    step = session.step
    if step is None:
        return 0
    spent = now - session.beat_began
    framing = (step.minutes - round_minutes(step)) * MINUTE
    match session.beat:
        case Beat.GATHER:
            index = session.gathering.index(step.id)
            before = session.gathering.steps[index - 1] if index else None
            moving = _moving(session, before, step)
            return max(0, moving - spent) + framing + session.countdown.total
        case Beat.FRAME:
            return max(0, framing - spent) + session.countdown.total
        case Beat.ROUND:
            return max(0, left(session.countdown, now))
        case Beat.CALL_BACK:
            return 0
