"""What is true now in a running gathering, folded from its facts. Replaying the log gives this state, always."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from app.design.days import day_of, promised_later, without
from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import is_small_group
from app.groups.roster import with_person
from app.harvest.lived import Span
from app.harvest.note import Note
from app.library.protocol import Beat, Regroup, beats_of, round_minutes
from app.live.clock import MINUTE, Countdown, Done, Resting, Running, give_back, hold, left, release, stretch
from app.live.events import (
    Arrived,
    Began,
    Blanked,
    ClockHeld,
    ClockReleased,
    Counted,
    Event,
    Fact,
    Finished,
    Flow,
    GivenBack,
    Left,
    Moved,
    NoteFact,
    Reformed,
    Reworded,
    RoomFact,
    Seated,
    Shown,
    Stretched,
    Undone,
)
from app.live.marketplace import EMPTY, Market, posted
from app.live.noted import NO_NOTES, Notes, noted
from app.live.pictured import NO_PHOTOS, PhotoFact, Photos, pictured
from app.live.posting import MarketFact
from app.live.replanned import Replanned
from app.live.stone import Stone, StonePassed, passed

NOTHING_TO_COUNT = Resting(0)


@dataclass(frozen=True, slots=True)
class Session:
    """A run of a gathering. Instants are epoch milliseconds.

    `gathering` is the snapshot with what the host changed on the way, `planned` as it was. `card` is what the wall
    shows instead of its own scene; it goes with its beat. `gone` are badges that went home; `stone` is where the live
    circle's stone is, once it goes round; `sat` is how many were here when the groups found each other last (0: they
    never did); `market` is what was called out in an Open Space.
    """

    gathering: Gathering
    planned: Gathering
    began: int
    people: int
    step_id: str = ""
    beat: Beat = Beat.ROUND
    countdown: Countdown = NOTHING_TO_COUNT
    blank: bool = False
    card: Shown | None = None
    spans: tuple[Span, ...] = ()
    kept: Notes = NO_NOTES
    finished: int | None = None
    gone: frozenset[int] = frozenset()
    stone: Stone | None = None
    sat: int = 0
    market: Market = EMPTY
    photos: Photos = NO_PHOTOS

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that stand, in their order."""
        return self.kept.here

    @property
    def dropped(self) -> tuple[Note, ...]:
        """The notes that were taken away and can come back."""
        return self.kept.gone

    @property
    def step(self) -> PlannedStep | None:
        """The live step, or None in a gathering without steps."""
        return self.gathering.step(self.step_id)

    @property
    def beat_began(self) -> int:
        """When this beat began."""
        return self.spans[-1].began if self.spans else self.began


@dataclass(frozen=True, slots=True)
class Place:
    """A beat of a step: where a session can be."""

    step_id: str
    beat: Beat


def with_left_out(session: Session) -> tuple[tuple[PlannedStep, bool], ...]:
    """Every step in its order, and whether it was left out: those of the plan that no longer come among the others."""
    here = {step.id for step in session.gathering.steps}
    planned = [step.id for step in session.planned.steps]
    steps: list[tuple[PlannedStep, bool]] = []
    reached = 0
    for step in (*session.gathering.steps, None):
        to = len(planned) if step is None else planned.index(step.id) if step.id in planned else reached
        steps += [(gone, True) for gone in session.planned.steps[reached:to] if gone.id not in here]
        reached = max(reached, to)
        steps += [(step, False)] if step is not None else []
    return tuple(steps)


def is_guessed(session: Session) -> bool:
    """Whether the number present is still the plan's "about so many": nobody has been counted."""
    gathering = session.gathering
    return gathering.about and session.people == gathering.people and not gathering.roster.people


def first_place(gathering: Gathering) -> Place | None:
    """Where a session begins, or None for a plan without steps."""
    return Place(gathering.steps[0].id, beats_of(gathering.steps[0])[0]) if gathering.steps else None


def next_place(session: Session) -> Place | None:
    """Where *Next* leads, or None when only *Finish* is left."""
    step = session.step
    if step is None:
        return None
    beats = beats_of(step)
    if session.beat in beats and session.beat is not beats[-1]:
        return Place(step.id, beats[beats.index(session.beat) + 1])
    following = session.gathering.steps[session.gathering.index(step.id) + 1:]
    return Place(following[0].id, beats_of(following[0])[0]) if following else None


def after_next(session: Session, at: int) -> Session:
    """The session as *Next* would leave it at `at`; where nothing follows, as *finish* would."""
    place = next_place(session)
    fact = Finished() if place is None else Moved(step_id=place.step_id, beat=place.beat)
    return apply(session, fact, at) or session


def foreseen(session: Session, at: int) -> Session:
    """The session as the host's next key will most likely leave it: what was put on the wall is taken away again."""
    if session.blank:
        return replace(session, blank=False)
    return replace(session, card=None) if session.card is not None else after_next(session, at)


def taken_off(session: Session) -> Session:
    """The session with its own scene on the wall: neither empty nor under a card."""
    return replace(session, blank=False, card=None)


def taken_back(events: Sequence[Event]) -> frozenset[int]:
    """Ids the fold leaves out. An undo that was itself undone takes nothing back."""
    gone: set[int] = set()
    for event in reversed(events):
        if isinstance(event.what, Undone) and event.id not in gone:
            gone.update((event.what.taken_back, *event.what.also))
    return frozenset(gone)


def fold(events: Iterable[Event]) -> Session | None:
    """The state after `events`, or None before the first *began*. What does not apply is ignored."""
    log = tuple(events)
    gone = taken_back(log)
    session: Session | None = None
    for event in log:
        if event.id not in gone:
            session = apply(session, event.what, event.at)
    return session


def apply(session: Session | None, fact: Fact, at: int) -> Session | None:
    """One fact further."""
    if isinstance(fact, Began):
        return session or Session(fact.gathering, fact.gathering, at, fact.gathering.people)
    if session is None:
        return None
    if isinstance(fact, Flow):
        return session if session.finished is not None else _flow(session, fact, at)
    if isinstance(fact, NoteFact):
        return _note(session, fact)
    if isinstance(fact, MarketFact):
        return replace(session, market=posted(session.market, fact))
    if isinstance(fact, PhotoFact):
        return replace(session, photos=pictured(session.photos, fact))
    return _room(session, fact)


def _flow(session: Session, fact: Flow, at: int) -> Session:
    here = (session.step_id, session.beat)
    match fact:
        case Moved(step_id=step_id, beat=beat):
            step = session.gathering.step(step_id)
            return session if step is None or (step_id, beat) == here else _moved(session, step, beat, at)
        case ClockHeld(step_id=step_id, beat=beat) if (step_id, beat) == here:
            return replace(session, countdown=hold(session.countdown, at))
        case ClockReleased(step_id=step_id, beat=beat) if (step_id, beat) == here:
            return replace(session, countdown=release(session.countdown, at))
        case Stretched(step_id=step_id, beat=beat, by=by) if (step_id, beat) == here:
            return replace(session, countdown=stretch(session.countdown, by))
        case GivenBack(step_id=step_id, beat=beat, by=by) if (step_id, beat) == here:
            return replace(session, countdown=give_back(session.countdown, by))
        case StonePassed(step_id=step_id) if step_id == session.step_id:
            return replace(session, stone=passed(session.stone, fact))
        case Replanned():
            return _replanned(session, fact)
        case Finished():
            return replace(session, finished=at, spans=_closed(session, at),
                           countdown=hold(session.countdown, at))
        case _:
            return session


def _moved(session: Session, step: PlannedStep, beat: Beat, at: int) -> Session:
    span = Span(step.id, beat.value, at)
    return replace(
        session, step_id=step.id, beat=beat, card=None, spans=(*_closed(session, at), span),
        countdown=_countdown(session, step, beat, at), sat=_sat(session, step),
        stone=session.stone if step.id == session.step_id else None)


def _sat(session: Session, step: PlannedStep) -> int:
    """How many the groups were found among: people look for each other until they leave *gather*, and then sit."""
    looked = step.id != session.step_id or session.beat is Beat.GATHER
    anew = step.regroup is Regroup.NEW or not session.sat
    return session.people if is_small_group(step.form) and looked and anew else session.sat


def _replanned(session: Session, fact: Replanned) -> Session:
    """What has not begun goes by the fact. A step's frame keeps its minutes: only its round is longer or shorter."""
    begun = {span.step_id for span in session.spans}
    resting = session.step_id if isinstance(session.countdown, Resting) else ""
    wanted = {new.step_id: new.minutes for new in fact.minutes if new.step_id not in begun or new.step_id == resting}
    steps, countdown = [], session.countdown
    for step in session.gathering.steps:
        if step.id in wanted:
            frame = step.minutes - round_minutes(step)
            minutes = max(frame + 1, wanted[step.id])
            if step.id == session.step_id:
                countdown = stretch(countdown, (minutes - step.minutes) * MINUTE)
            step = msgspec.structs.replace(step, minutes=minutes, frame_minutes=frame)
        steps.append(step)
    gathering = session.gathering
    if fact.promised:
        gathering = promised_later(msgspec.structs.replace(gathering, steps=tuple(steps)),
                                   day_of(gathering, session.step_id), fact.promised - gathering.minutes)
        steps = list(gathering.steps)
    stays = without(steps, frozenset(fact.left_out) - begun)
    gathering = msgspec.structs.replace(gathering, steps=stays)
    return replace(session, gathering=gathering, countdown=countdown)


def _closed(session: Session, at: int) -> tuple[Span, ...]:
    if not session.spans:
        return ()
    return (*session.spans[:-1], replace(session.spans[-1], ended=max(at, session.spans[-1].began)))


def _countdown(session: Session, step: PlannedStep, beat: Beat, at: int) -> Countdown:
    """The clock of a beat: it rests until the round, runs in it, and afterwards says what the round took.

    Minutes given or taken before the round begins travel into it.
    """
    before = session.countdown if session.step_id == step.id else None
    total = before.total if before is not None else round_minutes(step) * MINUTE
    match beat:
        case Beat.ROUND:
            return Running(at + total, total)
        case Beat.CALL_BACK:
            return Done(total - left(before, at) if before is not None else 0, total)
        case _:
            return Resting(total)


def _note(session: Session, fact: NoteFact) -> Session:
    """One fact of the notes further. A note that is taken away leaves the wall."""
    kept = noted(session.kept, fact)
    shown = session.card.note_id if session.card is not None else ""
    leaves = shown and any(note.id == shown for note in kept.gone)
    return replace(session, kept=kept, card=None if leaves else session.card)


def _room(session: Session, fact: RoomFact) -> Session:
    match fact:
        case Counted(people=people):
            step = session.step
            looking = session.beat is Beat.GATHER and step is not None and step.regroup is Regroup.NEW
            return replace(session, people=people, sat=people if looking else session.sat)
        case Blanked(blank=blank):
            return replace(session, blank=blank)
        case Shown(step_id=step_id, beat=beat):
            if (step_id, beat) != (session.step_id, session.beat):
                return session
            shows = bool(fact.message or fact.note_id) or fact.silence
            return replace(session, card=fact if shows else None, blank=session.blank and not shows)
        case Reworded(step_id=step_id, question=question):
            return _changed(session, step_id, question=question)
        case Reformed(step_id=step_id, form=form):
            seats = tuple(s for s in session.gathering.seats if s.step_id != step_id)    # they were for the other form
            anew = session.people if step_id == session.step_id else session.sat
            return _changed(replace(session, gathering=msgspec.structs.replace(session.gathering, seats=seats),
                                    sat=anew), step_id, form=form)
        case Arrived() | Left() | Seated():
            return _badges(session, fact)


def _badges(session: Session, fact: Arrived | Left | Seated) -> Session:
    """People with badges come, go and are seated; the number of people present goes with them."""
    gathering = session.gathering
    match fact:
        case Arrived(person=person):
            here = gathering.roster.person(person.number) is not None and person.number not in session.gone
            gathering = msgspec.structs.replace(gathering, roster=with_person(gathering.roster, person))
            return replace(session, gathering=gathering, gone=session.gone - {person.number},
                           people=session.people + (not here))
        case Left(number=number):
            if number in session.gone or gathering.roster.person(number) is None:
                return session
            return replace(session, gone=session.gone | {number}, people=max(1, session.people - 1))
        case Seated(seats=seats):
            lived = {span.step_id for span in session.spans} - {session.step_id}
            fresh = {new.step_id: new for new in seats if new.step_id not in lived}
            known = {old.step_id: old for old in gathering.seats}
            return replace(session, gathering=msgspec.structs.replace(
                gathering, seats=tuple({**known, **fresh}.values())))


def _changed(session: Session, step_id: str, **changes: object) -> Session:
    steps = tuple(
        msgspec.structs.replace(s, **changes) if s.id == step_id else s for s in session.gathering.steps)
    return replace(session, gathering=msgspec.structs.replace(session.gathering, steps=steps))
