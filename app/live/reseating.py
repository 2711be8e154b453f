"""Who sits with whom when somebody comes late or goes home: what was lived is frozen, who sits stays, the rest is
worked out again. Pure: whoever asks lets the engine keep the answer.
"""

from __future__ import annotations

import msgspec

from app.design.gathering import Seats
from app.design.seats import coming, joined, request, seats_from
from app.groups.plan import Plan, Request
from app.library.protocol import Beat
from app.live.session import Session


def here(session: Session) -> frozenset[int]:
    """The badges of everybody who is here."""
    return frozenset(person.number for person in session.gathering.roster.people) - session.gone


def is_settled(session: Session) -> bool:
    """Whether everybody here, and nobody else, has a seat in every assigned step that is still to come."""
    people, lived = here(session), _lived(session)
    mixed = all((seats := session.gathering.seats_at(step.id)) is not None
                and {number for table in seats.tables for number in table} == people
                for step in coming(session.gathering, lived))
    together = all(session.gathering.seats_at(seats.step_id) == seats
                   for seats in seats_from(session.gathering, None, lived))
    return mixed and together and not _standing(session)


def rest(session: Session) -> Request | None:
    """What is asked of the mixing for the steps that have not begun, or None where nothing is left to work out."""
    return request(session.gathering, lived=_lived(session), gone=session.gone)


def seats_of(session: Session, plan: Plan | None) -> tuple[Seats, ...]:
    """What the engine is to keep: latecomers in groups of the live step and of those in which it stays together, and
    the answer `plan` for the others to come.
    """
    gathering = session.gathering
    seats = gathering.seats_at(session.step_id)
    live: tuple[Seats, ...] = ()
    if seats is not None and (standing := _standing(session)):
        tables = seats.tables
        for number in sorted(standing):
            tables = joined(tables, number, gathering.roster)
        live = (Seats(step_id=session.step_id, tables=tables),)
        others = tuple(other for other in gathering.seats if other.step_id != session.step_id)
        gathering = msgspec.structs.replace(gathering, seats=(*others, *live))
    return live + seats_from(gathering, plan, _lived(session))


def _standing(session: Session) -> frozenset[int]:
    """Who is here and has no place in the live step."""
    seats = session.gathering.seats_at(session.step_id)
    if seats is None or session.finished is not None:
        return frozenset()
    return here(session) - {number for table in seats.tables for number in table}


def _lived(session: Session) -> frozenset[str]:
    """Steps whose groups are what they were. While people still look for places, a step without any can have some."""
    begun = frozenset(span.step_id for span in session.spans)
    looking = session.beat is Beat.GATHER and session.gathering.seats_at(session.step_id) is None
    return begun - {session.step_id} if looking else begun
