"""When the bell rings by itself, so that the host can sit in a three. Pure: what it sounds like is somebody else's.

It rings where people talk with their backs to the wall: in small groups, in talks side by side, in silence alone, in a
break. Where one voice speaks to the room a bell would cut it short; only a cue that somebody planned rings there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.groups.forms import Form, is_small_group
from app.library.protocol import Beat, Kind
from app.live.clock import MINUTE, Running
from app.live.moments import cues_of, warnings_of
from app.live.session import Session

BEFORE = 2 * MINUTE
"""What of a round must have passed before a bell warns of its end: earlier it would take more from the voices than it
gives them. So a round shorter than three minutes has no bell in its last one."""
LATE = 10_000
"""Milliseconds after its moment in which a bell still rings: after a sleeping laptop wakes it would only confuse."""
JUST_RUNG = 30_000
"""Milliseconds after the close in which calling back needs no second bell: the room has just heard it."""


class Bell(StrEnum):
    """What the bell says."""

    BEGIN = "begin"
    CUE = "cue"
    LAST_MINUTE = "last_minute"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Ring:
    """One moment of the bell, in epoch milliseconds."""

    bell: Bell
    at: int


def rings(session: Session) -> tuple[Ring, ...]:
    """Every moment of the beat that runs, past ones included. A clock that is held, or rests, has none to come."""
    step = session.step
    if step is None or session.finished is not None:
        return ()
    found = []
    if isinstance(session.countdown, Running):
        deadline, total = session.countdown.deadline, session.countdown.total
        found += [Ring(Bell.CUE, deadline - left) for left, _ in cues_of(step, total)]
    pause = step.kind is Kind.BREAK
    apart = step.kind is Kind.SESSIONS or step.form is Form.SOLO or is_small_group(step.form)
    if not (pause or apart):
        return tuple(found)
    if session.beat is Beat.CALL_BACK:
        found.append(Ring(Bell.CLOSE, session.beat_began))
    elif session.beat is Beat.ROUND and not pause:
        found.append(Ring(Bell.BEGIN, session.beat_began))
    if isinstance(session.countdown, Running):
        found += [Ring(Bell.LAST_MINUTE, deadline - left) for left in warnings_of(step, total)
                  if total - left >= BEFORE]
        found.append(Ring(Bell.CLOSE, deadline))
    return tuple(found)


def next_bell(session: Session, now: int) -> Ring | None:
    """The next moment after `now`, or None while there is none ahead."""
    return min((ring for ring in rings(session) if ring.at > now), key=lambda ring: ring.at, default=None)


class Listening:
    """Remembers up to when the bells were listened for, so that each moment rings once: not again when a move is taken
    back and made again, nor when windows are built anew or the program starts after a crash.
    """

    def __init__(self, now: int) -> None:
        self._heard = now
        self._begun: Ring | None = None
        self._closed: int | None = None

    def passed(self, session: Session, now: int) -> Bell | None:
        """The bell to ring at `now`, when nothing but time has passed. A moment that is long gone stays silent."""
        due = [ring for ring in rings(session) if self._heard < ring.at <= now and now - ring.at <= LATE]
        self._heard = max(self._heard, now)
        return self._ringing(max(due, key=lambda ring: ring.at).bell, now) if due else None

    def happened(self, new: Session, old: Session, now: int) -> Bell | None:
        """The bell to ring at `now`, after a fact: the one of the beat that begins with it, or one just due before it.

        A moment that a fact moves into the past is silent: whoever took the minutes away knows.
        """
        before = self._heard
        bell = self.passed(old, now)
        if (new.step_id, new.beat) == (old.step_id, old.beat) or new.beat_began < before:
            return bell
        begun = next((ring for ring in rings(new) if ring.at == new.beat_began), None)
        if begun is None or begun == self._begun:
            return bell
        self._begun = begun
        if begun.bell is Bell.CLOSE and self._closed is not None and now - self._closed < JUST_RUNG:
            return bell
        return self._ringing(begun.bell, now)

    def _ringing(self, bell: Bell, now: int) -> Bell:
        if bell is Bell.CLOSE:
            self._closed = now
        return bell
