"""Late: what could give way, so that the end holds or is promised anew. At most three proposals, each of them one fact.

What is optional goes first. A question is left out before anything is shortened; then talks and what the room hears
give way, then rounds that have more than a voice needs; then it ends later. What has begun, breaks and the closing are
never touched, a doubt stays as long as a promise is asked for, and gifts go last: people leave with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.design.days import days
from app.design.gathering import PlannedStep
from app.design.pools import pools
from app.groups.forms import is_small_group, nominal_size
from app.groups.split import SETTLING_SECONDS, voice_seconds
from app.library.protocol import Family, Kind, Regroup, Voice, round_minutes
from app.live.clock import MINUTE, Resting
from app.live.forecast import Forecast, forecast, nearest_minute
from app.live.replanned import Replanned, StepMinutes
from app.live.session import Session, apply

MOST = 3
VOICE_LEAST = 180
"""Seconds: under three minutes a voice only begins."""
HEARD_LEAST, TALK_LEAST = 3, 2
"""Minutes that a sampling and a host's talk keep: three voices, one thought."""


class Way(StrEnum):
    """What gives way."""

    OPTIONAL = "optional"
    LEAVE_OUT = "leave out"
    TALK = "talk"
    ROUNDS = "rounds"
    GIFTS = "gifts"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Voices:
    """Seconds for each voice in one step to come, before and after, in a group of `size`; `other` for groups of
    another size (size, before, after) where there are some.
    """

    title: str
    size: int
    before: int
    after: int
    other: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A step that gives way: its minutes before and after (0: it is left out)."""

    step: PlannedStep
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing the host can do. `expected` is the end as it would then be; `voices` those in the step `told`."""

    way: Way
    changes: tuple[Change, ...]
    fact: Replanned
    expected: Forecast
    told: str = ""
    voices: Voices | None = None

    @property
    def holds(self) -> bool:
        """Whether the promised end then holds."""
        return self.expected.late_minutes == 0


def proposals(session: Session, now: int) -> tuple[Proposal, ...]:
    """What can be done at `now` (epoch ms) about a promised end that no longer holds; () while it holds."""
    late = forecast(session, now).late_minutes
    if not late or session.finished is not None:
        return ()
    found: list[Proposal] = []
    for way, ask in _WAYS:
        if len(found) < MOST - 1 and not (way is Way.GIFTS and any(one.holds for one in found)):
            changes = ask(session, now, late)
            one = _proposal(session, now, way, changes) if changes else None
            found += [one] if one is not None and one.expected.ends < forecast(session, now).ends else []
    found.append(_later(session, now))
    told = _told(session, now, found)
    return tuple(_with_voices(one, session, now, told) for one in found)


def as_of(proposal: Proposal, session: Session, now: int) -> Proposal:
    """The same proposal seen a moment later: time goes on while somebody reads, the choice does not change."""
    later = proposal.way is Way.LATER
    seen = _later(session, now) if later else _proposal(session, now, proposal.way, proposal.changes)
    return _with_voices(seen, session, now, proposal.told)


# --- what gives way


def _leave_out_optional(session: Session, now: int, _late: int) -> tuple[Change, ...]:
    """Of the steps that were to be there if there is time, the fewest that are enough; all of them where none are."""
    before, changes = forecast(session, now).ends, list[Change]()
    can_go = [step for step in _coming(session) if step.optional and not _is_leaned_on_at(session, step)]
    for step in sorted(can_go, key=lambda step: -step.minutes):
        seen = _proposal(session, now, Way.OPTIONAL, (*changes, Change(step, step.minutes, 0)))
        if seen.expected.ends < before:
            changes.append(Change(step, step.minutes, 0))
            before = seen.expected.ends
        if seen.holds:
            break
    return tuple(changes)


def _leave_out(session: Session, now: int, _late: int) -> tuple[Change, ...]:
    return _best_left_out(session, now, lambda step: step.family is not Family.GIFTS)


def _leave_out_gifts(session: Session, now: int, _late: int) -> tuple[Change, ...]:
    return _best_left_out(session, now, lambda step: step.family is Family.GIFTS)


def _best_left_out(session: Session, now: int, may: Callable[[PlannedStep], bool]) -> tuple[Change, ...]:
    """The question whose going is just enough; where none is enough, the one that gives most."""
    seen = [(_proposal(session, now, Way.LEAVE_OUT, unit), unit) for unit in _units(session) if may(unit[0].step)]
    seen = [(one, unit) for one, unit in seen if one.expected.ends < forecast(session, now).ends]
    if not seen:
        return ()
    return min(seen, key=lambda pair: (not pair[0].holds,
                                       -pair[0].expected.ends if pair[0].holds else pair[0].expected.ends))[1]


def _units(session: Session) -> Iterator[tuple[Change, ...]]:
    """Each question to come that can go, with what the room was to hear of it; what is optional went before."""
    coming = _coming(session)
    asked = [step for step in session.gathering.steps if step.kind is Kind.QUESTION]
    promises = any(step.family is Family.COMMITMENT for step in (*coming, *([session.step] if session.step else [])))
    for place, step in enumerate(coming):
        if step.kind is not Kind.QUESTION or step.optional or (step.family is Family.DISSENT and promises):
            continue
        rest = coming[place + 1:]
        heard = next((number for number, other in enumerate(rest) if other.kind is not Kind.SAMPLING), len(rest))
        if len(asked) > 1 and not _is_leaned_on(step, rest[heard:]):
            yield tuple(Change(gone, gone.minutes, 0) for gone in (step, *rest[:heard]))


def _is_leaned_on_at(session: Session, step: PlannedStep) -> bool:
    return _is_leaned_on(step, session.gathering.steps[session.gathering.index(step.id) + 1:])


def _is_leaned_on(step: PlannedStep, rest: tuple[PlannedStep, ...]) -> bool:
    """Whether a later step stays with the people who find each other in this one."""
    if not is_small_group(step.form) or step.regroup is Regroup.SAME:
        return False
    following = next((other for other in rest if is_small_group(other.form)), None)
    return following is not None and following.regroup is Regroup.SAME


def _less_talk(session: Session, now: int, late: int) -> tuple[Change, ...]:
    least: dict[str, int] = {}
    for step in _open(session, now):
        if step.kind is Kind.SAMPLING:
            least[step.id] = HEARD_LEAST
        elif step.kind is Kind.TALK and step.voice is Voice.HOST:
            least[step.id] = max(TALK_LEAST, -(-step.minutes // 2))
    return _taken(session, now, least, late)


def _shorter_rounds(session: Session, now: int, late: int) -> tuple[Change, ...]:
    """Rounds that have more than the largest of their groups needs. One that is cut into turns keeps its minutes."""
    least: dict[str, int] = {}
    for step in _open(session, now):
        if _is_round(step) and not step.cues:
            largest = max(_sizes(session, step), default=1)
            needs = -(-(VOICE_LEAST * largest + SETTLING_SECONDS) // 60)
            frame = step.minutes - round_minutes(step)
            least[step.id] = max(frame + 1, needs + step.minutes - _round(session, step))
    return _taken(session, now, least, late)


def _taken(session: Session, now: int, least: dict[str, int], late: int) -> tuple[Change, ...]:
    """`late` minutes taken where most can be spared, and from as few steps as will do."""
    spare = sorted(((step.minutes - least[step.id], step) for step in _open(session, now) if step.id in least),
                   key=lambda pair: -pair[0])
    changes = []
    for can_give, step in spare:
        gives = min(can_give, late)
        if gives > 0:
            changes.append(Change(step, step.minutes, step.minutes - gives))
            late -= gives
    return tuple(changes)


_WAYS = ((Way.OPTIONAL, _leave_out_optional), (Way.LEAVE_OUT, _leave_out), (Way.TALK, _less_talk),
         (Way.ROUNDS, _shorter_rounds), (Way.GIFTS, _leave_out_gifts))


def _later(session: Session, now: int) -> Proposal:
    """The end is promised anew, to the minute at which it is now expected."""
    seen = forecast(session, now)
    more = (nearest_minute(seen.ends) - nearest_minute(seen.promised)) // MINUTE
    fact = Replanned(promised=session.gathering.minutes + more)
    return Proposal(Way.LATER, (), fact, forecast(apply(session, fact, now) or session, now))


def _proposal(session: Session, now: int, way: Way, changes: tuple[Change, ...]) -> Proposal:
    fact = Replanned(
        left_out=tuple(change.step.id for change in changes if not change.after),
        minutes=tuple(StepMinutes(step_id=change.step.id, minutes=change.after) for change in changes if change.after))
    return Proposal(way, changes, fact, forecast(apply(session, fact, now) or session, now))


# --- what is to come


def _coming(session: Session) -> tuple[PlannedStep, ...]:
    """Steps of this day that have not begun."""
    begun = {span.step_id for span in session.spans}
    steps = session.gathering.steps
    each = dict(zip((step.id for step in steps), days(steps), strict=True))
    today = max((each[name] for name in begun if name in each), default=0)
    return tuple(step for step in steps if step.id not in begun and each[step.id] <= today)


def _open(session: Session, now: int) -> tuple[PlannedStep, ...]:
    """Steps whose minutes can still change: those to come, and the live one while its clock rests. What stands before a
    step that waits for its fixed start can keep its minutes: nothing ends sooner.
    """
    live = session.step
    resting = live is not None and isinstance(session.countdown, Resting)
    steps = (*([live] if live is not None and resting else []), *_coming(session))
    held = forecast(session, now).held
    first = next((at for at in reversed(range(len(steps))) if steps[at].id in held), 0)
    return steps[first:]


def _is_round(step: PlannedStep) -> bool:
    """Whether small groups meet round a question: neither at a break nor at the closing."""
    return is_small_group(step.form) and step.kind is Kind.QUESTION


def _round(session: Session, step: PlannedStep) -> int:
    """Whole minutes its clock will run, with what the host gave or took."""
    return session.countdown.total // MINUTE if step.id == session.step_id else round_minutes(step)


def _sizes(session: Session, step: PlannedStep) -> tuple[int, ...]:
    """How many will sit in each group of that step."""
    near, far = pools(session.gathering, step.form, people=session.people, gone=session.gone)
    return (*near, *far)


def _told(session: Session, now: int, found: Sequence[Proposal]) -> str:
    """The step whose voices are told beside every proposal: a round that might get shorter, else the next to begin that
    none of them leaves out.
    """
    rounds = [step.id for step in _open(session, now) if _is_round(step)]
    shorter = {new.step_id for one in found for new in one.fact.minutes}
    gone = {name for one in found for name in one.fact.left_out}
    return next(iter(sorted(rounds, key=lambda name: (name not in shorter, name in gone))), "")


def _with_voices(one: Proposal, session: Session, now: int, told: str) -> Proposal:
    after = apply(session, one.fact, now) or session
    was, step = session.gathering.step(told), after.gathering.step(told)
    if was is None or step is None:
        return replace(one, told=told)
    usual = nominal_size(step.form) or 1
    sizes = sorted(set(_sizes(after, step)), key=lambda size: size != usual)
    each = [(size, voice_seconds(_round(session, was) * 60, size), voice_seconds(_round(after, step) * 60, size))
            for size in sizes]
    return replace(one, told=told, voices=Voices(step.title, *each[0], other=each[1] if len(each) > 1 else None))
