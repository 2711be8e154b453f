"""A staff meeting to host in tests, its clock, and the log it writes. Its questions are ours."""

from __future__ import annotations

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Kind, Lines, Regroup, Voice
from app.live.engine import Append, Engine, opening
from app.live.events import Event
from tests.fakes import FakeClock
from tests.plans import NINE, at


def meeting(people: int = 11) -> Gathering:
    """Forty-five minutes: arriving, notices, one question in threes, sampling, gifts in the same threes, closing."""
    return Gathering(
        id="staff", title="Tuesday meeting", purpose="So that Tuesday belongs to all of us", starts=NINE,
        people=people, minutes=45, place="the small kitchen",
        steps=(
            PlannedStep(id="arrive", title="Arriving", kind=Kind.WELCOME, family=Family.INVITATION, minutes=4,
                        voice=Voice.HOST, say=Lines(round=("Good morning. Sit beside somebody new.",))),
            PlannedStep(id="notices", title="Notices and keys", kind=Kind.TALK, minutes=10, voice=Voice.HOST),
            PlannedStep(
                id="waiting", title="Waiting for others", family=Family.OWNERSHIP, form=Form.THREES, minutes=13,
                question="What have you been waiting for somebody else to begin?",
                wordings=("Which small thing stays undone until you have time?",),
                say=Lines(frame=("One speaks, two listen.", "Neither advice nor comfort.",
                                 "{each} each, more or less.", "I will begin with mine."),
                          round=("Nothing now. Take a chair and join.", "If they ask: about {each} each.")),
                watch=Lines(frame=("Your wish to explain. Read it, then rest.",),
                            round=("Stories about people who are not here.", "A four that hurries.")),
                keeps=(Keeps.INSIGHT, Keeps.POSSIBILITY)),
            PlannedStep(id="heard", title="Heard in the room", kind=Kind.SAMPLING, family=Family.POSSIBILITY,
                        minutes=5, voice=Voice.ROOM, question="What stayed with you?",
                        keeps=(Keeps.INSIGHT, Keeps.POSSIBILITY, Keeps.PROMISE)),
            PlannedStep(id="gift", title="Made lighter", family=Family.GIFTS, form=Form.THREES, minutes=6,
                        regroup=Regroup.SAME, question="What did you receive here this week?",
                        keeps=(Keeps.GIFT,), named=True),
            PlannedStep(id="close", title="Closing word", kind=Kind.CLOSING, family=Family.GIFTS, minutes=3,
                        voice=Voice.ROOM),
        ))


def hosted(gathering: Gathering | None = None, append: Append | None = None) -> tuple[Engine, FakeClock, list[Event]]:
    """An engine that has just begun at nine, its clock, and the log it writes (unless `append` writes it)."""
    clock = FakeClock(at(9))
    log = list(opening(gathering or meeting(), clock()))
    return Engine(log, append or log.append, clock), clock, log
