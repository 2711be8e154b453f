"""Small plans for tests: the same staff meeting everywhere, so that a reader learns it once."""

from __future__ import annotations

from datetime import datetime

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Kind, Regroup, Voice

NINE = datetime(2026, 11, 24, 9, 0)


def at(hour: int, minute: int = 0, second: int = 0) -> int:
    """Epoch milliseconds of a local time on the day of the staff meeting."""
    return round(NINE.replace(hour=hour, minute=minute, second=second).timestamp() * 1000)


def staff_meeting(people: int = 11) -> Gathering:
    """Forty-five minutes: arriving, notices, one question in threes, sampling, gifts in the same threes, closing."""
    return Gathering(
        id="staff", title="Staff meeting", purpose="So that Tuesday belongs to all of us", starts=NINE,
        people=people, minutes=45, place="the back room",
        steps=(
            PlannedStep(id="arrive", title="Arriving", kind=Kind.WELCOME, family=Family.INVITATION, minutes=4,
                        voice=Voice.HOST),
            PlannedStep(id="notices", title="Notices", kind=Kind.TALK, minutes=10, voice=Voice.HOST),
            PlannedStep(id="busy", title="Left undone", family=Family.OWNERSHIP, form=Form.THREES, minutes=13,
                        question="What do you leave for others by being busy?",
                        wordings=("Which small thing waits here until you have time?",),
                        keeps=(Keeps.INSIGHT, Keeps.POSSIBILITY)),
            PlannedStep(id="heard", title="Heard in the room", kind=Kind.SAMPLING, family=Family.OWNERSHIP,
                        minutes=5, voice=Voice.ROOM, question="What stayed with you?",
                        keeps=(Keeps.INSIGHT, Keeps.DOUBT)),
            PlannedStep(id="gift", title="Made lighter", family=Family.GIFTS, form=Form.THREES, minutes=6,
                        regroup=Regroup.SAME, question="What did you receive here this week?",
                        keeps=(Keeps.GIFT,), named=True),
            PlannedStep(id="close", title="Closing word", kind=Kind.CLOSING, family=Family.GIFTS, minutes=4,
                        voice=Voice.ROOM),
        ))
