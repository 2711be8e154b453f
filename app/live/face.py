"""The clock's face for the host: digits, three short facts, how full the bar is and where each turn falls.

Pure, like `script`. The room never sees this: it has the ring in `audience`.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.groups.forms import Form, is_small_group
from app.groups.split import SETTLING_SECONDS
from app.library.protocol import Beat, Kind, round_minutes
from app.live.audience import clock_time
from app.live.circle import circle_line
from app.live.clock import MINUTE, Done, Held, Resting, Running
from app.live.clock import left as left_of
from app.live.moments import cues_of, next_cue
from app.live.script import minutes, voices_told
from app.live.session import Session
from app.live.whereabouts import sizes
from app.words import Text, say

SECOND = 1000
Fact = tuple[Text, str]
"""Quiet words, then what stands out after them ("" for nothing)."""


@dataclass(frozen=True, slots=True)
class Face:
    """One look at the clock. `used` and `ticks` are shares of the whole time, 0 to 1.

    `quiet` digits rest or are past their time; a `hatched` bar does not move; `line` stands under the bar. Where a step
    has cues they are its ticks, and the line says the next one, at what the digits then read. `forgot`: the clock
    seems to be forgotten, and the line says so.
    """

    digits: str
    quiet: bool
    facts: tuple[Fact, ...]
    used: float
    hatched: bool
    ticks: tuple[float, ...] = ()
    line: Text | None = None
    forgot: bool = False


def face(session: Session, now: int) -> Face:
    """The face of the live beat at `now`."""
    step = session.step
    form = step.form if step is not None else Form.ROOM
    back = say("back at") if step is not None and step.kind is Kind.BREAK else say("until")
    ticks = turns(session.countdown.total // SECOND, sizes(session))
    line = _voices(session)
    if step is not None and (cues := cues_of(step, session.countdown.total)):
        ticks = tuple(1 - at / session.countdown.total for at, _ in cues)
        coming = next_cue(step, session.countdown.total, left_of(session.countdown, now))
        line = say("At {time}: {words}", time=digits(coming[0]), words=coming[1]) if coming is not None else line
    whole = session.countdown.total // MINUTE
    began = (say("began {time}", time=clock_time(session.beat_began)), "")
    match session.countdown:
        case Resting(total):
            forgot = forgotten(session, now)
            line = say("The clock has not begun. Space starts the round.") if forgot else line
            return Face(digits(total), True, _resting(session, whole), 0.0, True, ticks, line, forgot)
        case Held(left, total):
            facts = ((say("held at {time},", time=digits(left)), ""), (say("of {n} min", n=whole), ""), began)
            return Face(digits(left), True, facts, _share(total - left, total), True, ticks, line)
        case Done(spent, total):
            facts = ((say("is what it took"), ""), (say("of {n} min", n=whole), ""),
                     (say("until"), clock_time(session.beat_began)))
            return Face(digits(spent), True, facts, _share(spent, total), False)
        case Running(deadline, total) if now > deadline:
            facts = ((say("past {n} min", n=whole), ""), began, (say("complete at"), clock_time(deadline)))
            calm = say("The wall shows its ring whole, and no number.") if is_small_group(form) else None
            return Face(digits(deadline - now), True, facts, 1.0, False, ticks, calm)
        case Running(deadline, total):
            facts = ((say("left of {n} min", n=whole), ""), began, (back, clock_time(deadline)))
            return Face(digits(deadline - now), False, facts, _share(total - deadline + now, total), False,
                        ticks, line)


def forgotten(session: Session, now: int) -> bool:
    """Whether small groups have their question for a minute longer than it was to be framed, and no clock runs: most
    likely they talk already. Who still speaks reads one sentence more.
    """
    step = session.step
    if step is None or session.beat is not Beat.FRAME or not is_small_group(step.form):
        return False
    framing = (step.minutes - round_minutes(step)) * MINUTE
    return isinstance(session.countdown, Resting) and now - session.beat_began > framing + MINUTE


def digits(left: int) -> str:
    """Milliseconds left as m:ss, a begun second counted whole; "+m:ss" once the time is complete."""
    return minutes(-(-left // SECOND)) if left >= 0 else f"+{minutes(-left // SECOND)}"


def until_next_second(session: Session, now: int) -> int:
    """Milliseconds until the digits change (or, where they rest, until the next second of the day)."""
    countdown = session.countdown
    left = countdown.deadline - now if isinstance(countdown, Running) else -now
    return (left - 1) % SECOND + 1


def turns(round_seconds: int, groups: tuple[int, ...]) -> tuple[float, ...]:
    """Where each next voice begins, as shares of the round; none where `groups` are of different sizes."""
    if len(set(groups)) != 1 or round_seconds <= 2 * SETTLING_SECONDS:
        return ()
    size = groups[0]
    each = (round_seconds - SETTLING_SECONDS) / size
    return tuple((SETTLING_SECONDS + each * turn) / round_seconds for turn in range(1, size))


def _voices(session: Session) -> Text | None:
    """Minutes per voice, in small groups or in one circle."""
    step, seconds = session.step, session.countdown.total // SECOND
    if step is None:
        return None
    return circle_line(step, seconds, session.people) or voices_told(seconds, sizes(session), step.form)


def _share(part: int, whole: int) -> float:
    return max(0.0, min(1.0, part / whole)) if whole else 0.0


def _resting(session: Session, whole: int) -> tuple[Fact, ...]:
    while_ = say("people move, then") if session.beat is Beat.GATHER else say("you speak, then")
    return ((say("it rests while"), ""), (while_, ""), (say("runs {n} min", n=whole), ""))
