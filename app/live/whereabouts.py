"""Where everybody is: at which table or in which group now and next, or gone home. For the host, because people ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from app.design.cafe import rounds_of
from app.design.gathering import Mode, PlannedStep
from app.design.pools import pools
from app.design.seats import assigned
from app.groups.forms import Form, is_table
from app.groups.roster import labels
from app.groups.split import after_coming, split
from app.library.folding import folded
from app.live.session import Session
from app.words import Text, say


class Ask(StrEnum):
    """What a host asks about people with badges."""

    SEATS = "who sits where"
    CAME = "somebody came late"
    GOES = "somebody goes home"


@dataclass(frozen=True, slots=True)
class Where:
    """One badge. `label` is what people call them; `line` says where they are ("group 3 now, then table 1")."""

    number: int
    label: str
    here: bool
    line: Text


@dataclass(frozen=True, slots=True)
class Table:
    """One group of a step by the labels of who sits there, table hosts first. `name` is "Table 3" or "Group 3"."""

    name: Text
    people: tuple[str, ...]


def whereabouts(session: Session) -> tuple[Where, ...]:
    """Everybody with a badge, by name; who has none comes first, by number."""
    now, then = _live(session), _next(session)
    at, later = _seats(session, now), _seats(session, then)
    called = labels(session.gathering.roster)
    people = sorted(session.gathering.roster.people, key=lambda person: (folded(person.name), person.number))
    return tuple(Where(
        person.number, called[person.number], person.number not in session.gone,
        say("went home") if person.number in session.gone
        else _line(now, at.get(person.number), then, later.get(person.number))) for person in people)


def tables(session: Session) -> tuple[PlannedStep | None, tuple[Table, ...]]:
    """The live step, or the next whose groups are known, and its groups of those who are here."""
    called = labels(session.gathering.roster)
    for step in (_live(session), _next(session)):
        seats = session.gathering.seats_at(step.id) if step is not None else None
        if step is not None and seats is not None:
            groups = (tuple(called[n] for n in table if n not in session.gone and n in called)
                      for table in seats.tables)
            return step, tuple(
                Table(say("Table {n}", n=n) if is_table(step.form) else say("Group {n}", n=n), people)
                for n, people in enumerate(groups, 1))
    return None, ()


def sizes(session: Session) -> tuple[int, ...]:
    """How many sit in each group of the live step, smallest first."""
    return tuple(sorted(chain(*sizes_apart(session))))


def sizes_apart(session: Session) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(in the room, far away) how many sit in each group of the live step: as they were seated, or as they found each
    other; who came since sat down with them. The second is empty where all are in one place.
    """
    step, gathering = session.step, session.gathering
    seats = gathering.seats_at(step.id) if step is not None else None
    if step is None or seats is None:
        form = step.form if step is not None else Form.ROOM
        sat = session.sat or session.people
        near, far = pools(gathering, form, people=sat, gone=session.gone)
        more = session.people - sat
        return (after_coming(near, more), far) if near else (near, after_coming(far, more))
    remote = {person.number for person in gathering.roster.people if person.remote}
    here = [[number for number in table if number not in session.gone] for table in seats.tables]
    apart = gathering.mode is Mode.HYBRID and any(table and table[0] not in remote for table in here)
    far = tuple(sorted(len(table) for table in here if table and apart and table[0] in remote))
    near = tuple(sorted(len(table) for table in here if table and not (apart and table[0] in remote)))
    return near, far


def tables_lived(session: Session) -> int:
    """How many tables there were in a café: for who was here when they last sat down, not for who was planned."""
    form = next((step.form for step in rounds_of(session.gathering)), Form.ROOM)
    return len(split(session.sat or session.people, form))


def too_few(session: Session) -> Text | None:
    """What to do about a table at which only two are left, or one; None where there is none, or nothing to join."""
    sizes_ = sizes(session)
    if session.step is None or not is_table(session.step.form) or len(sizes_) < 2 or sizes_[0] > 2:
        return None
    return say("A table of two joins another.") if sizes_[0] == 2 else say("Whoever is left alone joins another table.")


def found(people: Sequence[Where], typed: str) -> tuple[Where, ...]:
    """Who is meant by a part of a name, without regard to accents, or by a whole number; everybody for nothing."""
    sought = folded(typed.strip())
    exact = tuple(who for who in people if sought in (str(who.number), folded(who.label)))
    return exact or tuple(who for who in people if sought in folded(who.label))


def _live(session: Session) -> PlannedStep | None:
    return next((step for step in assigned(session.gathering) if step.id == session.step_id), None)


def _next(session: Session) -> PlannedStep | None:
    steps = session.gathering.steps
    after = session.gathering.index(session.step_id) + 1 if session.step is not None else 0
    coming = {step.id for step in steps[after:]}
    return next((step for step in assigned(session.gathering) if step.id in coming), None)


def _seats(session: Session, step: PlannedStep | None) -> dict[int, int]:
    """Badge to table, counted from 1."""
    seats = session.gathering.seats_at(step.id) if step is not None else None
    return {number: place for place, table in enumerate(seats.tables, 1) for number in table} if seats else {}


def _line(now: PlannedStep | None, at: int | None, then: PlannedStep | None, later: int | None) -> Text:
    match now, at, then, later:
        case PlannedStep(), int(), PlannedStep(), int():
            return say("{now} now, then {next}", now=_place(now, at), next=_place(then, later))
        case PlannedStep(), int(), _, _:
            return say("{now} now", now=_place(now, at))
        case _, _, PlannedStep(), int():
            return say("{next} next", next=_place(then, later))
        case _:
            return say("is here")


def _place(step: PlannedStep, table: int) -> Text:
    return say("table {n}", n=table) if is_table(step.form) else say("group {n}", n=table)
