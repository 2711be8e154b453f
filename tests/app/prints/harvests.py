"""Harvests for the tests of paper: one small staff meeting with whatever was kept in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import msgspec

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.harvest.lived import Lived
from app.harvest.note import Note
from app.library.protocol import Family, Keeps, Kind, Voice
from app.prints.harvest import HarvestPages

NINE = datetime(2026, 11, 24, 9, 0)
PROMISE_STEP = PlannedStep(id="begin", title="One thing", family=Family.COMMITMENT, form=Form.THREES, minutes=6,
                           question="What will you begin, seen or unseen?", keeps=(Keeps.PROMISE,), named=True)


def at(hour: int, minute: int = 0) -> int:
    """Epoch milliseconds of a local time on the day of the staff meeting."""
    return round(NINE.replace(hour=hour, minute=minute).timestamp() * 1000)


def staff_meeting() -> Gathering:
    """Arriving, one question in threes, sampling, gifts, a closing word."""
    return Gathering(
        id="staff", title="Staff meeting", purpose="So that Tuesday belongs to all of us", starts=NINE,
        people=11, minutes=45, place="the back room",
        steps=(
            PlannedStep(id="arrive", title="Arriving", kind=Kind.WELCOME, family=Family.INVITATION, minutes=4,
                        voice=Voice.HOST),
            PlannedStep(id="busy", title="Left undone", family=Family.OWNERSHIP, form=Form.THREES, minutes=13,
                        question="What do you leave for others by being busy?", keeps=(Keeps.INSIGHT,)),
            PlannedStep(id="heard", title="Heard in the room", kind=Kind.SAMPLING, minutes=5, voice=Voice.ROOM,
                        keeps=(Keeps.INSIGHT, Keeps.THEME)),
            PlannedStep(id="gift", title="Made lighter", family=Family.GIFTS, form=Form.THREES, minutes=6,
                        question="What did you receive here this week?", keeps=(Keeps.GIFT,), named=True),
            PlannedStep(id="close", title="Closing word", kind=Kind.CLOSING, family=Family.GIFTS, minutes=4,
                        voice=Voice.ROOM),
        ))


def note(step_id: str, text: str, kind: Keeps = Keeps.INSIGHT, **said: str) -> Note:
    """A note of the staff meeting."""
    return Note(id=f"{step_id}-{text[:40]}", step_id=step_id, kind=kind, text=text, at=at(9, 30)).filled(said)


def harvest(*notes: Note, gathering: Gathering | None = None) -> HarvestPages:
    """The staff meeting, with a promise in it, and these notes."""
    plan = gathering or staff_meeting()
    plan = msgspec.structs.replace(plan, steps=(*plan.steps, PROMISE_STEP))
    lived = tuple(Lived(step.id, step.title, step.minutes, 300 if step.id != "close" else None)
                  for step in plan.steps)
    return HarvestPages(plan, at(9), at(9, 45), 11, notes, lived)


def titled(pages: HarvestPages, **changes: object) -> HarvestPages:
    """The same harvest of a gathering that differs in `changes`."""
    return replace(pages, gathering=msgspec.structs.replace(pages.gathering, **changes))
