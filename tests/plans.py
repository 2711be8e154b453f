"""Protocols and gatherings small enough to read in a test. They are nobody's library."""

from __future__ import annotations

from datetime import datetime

from app.design.edits import planned
from app.design.gathering import Gathering, PlannedStep, Plans
from app.groups.forms import Form
from app.library.protocol import Elsewhere, Family, Keeps, Kind, Lines, Protocol, Regroup, Step, Voice

MORNING = datetime(2026, 11, 26, 19, 0)


def _protocol(name: str, family: Family, title: str, step: Step) -> Protocol:
    return Protocol(id=name, title=title, family=family, purpose="So that something is said.", steps=(step,))


def protocols() -> dict[str, Protocol]:
    """Four parts and four conversations, by id."""
    return {p.id: p for p in (
        _protocol("welcome", Family.PART, "Welcome", Step(
            title="Welcome", kind=Kind.WELCOME, form=Form.ROOM, voice=Voice.HOST, minutes=5)),
        _protocol("sampling", Family.PART, "Heard in the room", Step(
            title="Heard in the room", kind=Kind.SAMPLING, form=Form.ROOM, voice=Voice.ROOM, minutes=6,
            question="What did you hear that stays with you?", keeps=(Keeps.INSIGHT, Keeps.POSSIBILITY))),
        _protocol("break", Family.PART, "A break", Step(
            title="A break", kind=Kind.BREAK, form=Form.ROOM, voice=Voice.SILENCE, minutes=15)),
        _protocol("closing", Family.PART, "Closing words", Step(
            title="Closing words", kind=Kind.CLOSING, form=Form.CIRCLE, voice=Voice.ROOM, minutes=4,
            question="One word from each of you.", keeps=(Keeps.GIFT,))),
        _protocol("invitation", Family.INVITATION, "What nearly kept me away", Step(
            title="What nearly kept me away", family=Family.INVITATION, form=Form.THREES, minutes=12,
            question="What nearly kept you at home today?")),
        _protocol("ownership", Family.OWNERSHIP, "What stays easy", Step(
            title="What stays easy", family=Family.OWNERSHIP, form=Form.THREES, minutes=16,
            question="What has stayed easy for you here because nobody moved?",
            wordings=("What do you tell yourself so that you need not begin?",
                      "Which of your own habits keeps this the way it is?"),
            say=Lines(frame=("We all pass it on the way to the coffee.", "I will begin with mine.")),
            watch=Lines(frame=("Your own wish to explain.",), round=("A three that has become two and a listener.",)),
            elsewhere=Elsewhere(platform="Three to a breakout room, nobody moves between them."),
            keeps=(Keeps.INSIGHT,))),
        _protocol("commitment", Family.COMMITMENT, "Without being asked", Step(
            title="Without being asked", family=Family.COMMITMENT, form=Form.THREES, minutes=14,
            question="What will you do by spring that nobody has asked you to do?", keeps=(Keeps.PROMISE,))),
        _protocol("gifts", Family.GIFTS, "A sentence to keep", Step(
            title="A sentence to keep", family=Family.GIFTS, form=Form.THREES, minutes=9, regroup=Regroup.SAME,
            question="What did one of these two make lighter for you today?", keeps=(Keeps.GIFT,))),
    )}


def plans(*gatherings: Gathering) -> Plans:
    """These in this order, as the store hands them to the home page."""
    return Plans(tuple(g.id for g in gatherings), {g.id: g for g in gatherings}.get)


def gathering(*names: str, minutes: int = 90, people: int = 42) -> Gathering:
    """A gathering of the protocols named, in that order; all of them where none is named."""
    shelf = protocols()
    chosen = names or ("welcome", "invitation", "sampling", "ownership", "sampling", "commitment", "gifts", "closing")
    steps = tuple(step for name in chosen for step in planned(shelf[name]))
    return Gathering(
        id="g1", title="What we step over",
        purpose="So that we look at it together once, before anyone asks for money.",
        starts=MORNING, people=people, minutes=minutes, place="Lower hall", steps=steps)


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
