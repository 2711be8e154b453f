"""When it ends, seen from now: what is left of this beat, then the plan as it stands, moving counted."""

from __future__ import annotations

from dataclasses import dataclass

from app.design.agenda import move_between, moving_minutes
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
    """The rest of the session. Instants are epoch ms."""

    steps: tuple[Expected, ...]
    ends: int
    promised: int

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
    promised = round(session.gathering.promised_end.timestamp() * 1000)
    reached = {span.step_id: span.began for span in reversed(session.spans)}
    at = session.finished if session.finished is not None else now + _left_here(session, now)
    steps: list[Expected] = []
    before, past_live = None, False
    for step in session.gathering.steps:
        if past_live and session.finished is None:
            moving = _moving(session, before, step)
            if before is not None and before.id == session.step_id and session.beat is Beat.CALL_BACK:
                moving = max(0, moving - (now - session.beat_began))
            steps.append(Expected(step.id, at + moving, reached=False))
            at += moving + step.minutes * MINUTE
        elif step.id in reached:
            steps.append(Expected(step.id, reached[step.id], reached=True))
        past_live = past_live or step.id == session.step_id
        before = step
    return Forecast(tuple(steps), at, promised)


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
