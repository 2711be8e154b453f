"""The gallery of time in the designer: a fixed lunch, headings, two days, steps of three minutes, several chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from app.design.gathering import Gathering, PlannedStep, new_id
from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Kind, Regroup, Voice
from ui.main import House
from ui.pages.designer import DesignerPage
from ui.panels.step_time import StepTime
from ui.widgets.focus import reveal


def planned_days(house: House, starts: datetime) -> Iterator[str]:
    """A long morning with lunch at twelve, then two days, on the designer; the name of each state."""
    page = house.console.findChildren(DesignerPage)[0]
    house.console.turn_to("designer")
    page.show_gathering(_morning(starts.replace(hour=9, minute=0)))
    yield "designer-long"
    page.hand.choose("lunch")
    reveal(page.findChildren(StepTime)[0])
    yield "designer-fixed"
    page.hand.choose("open")
    page.hand.stretch("welcome")
    yield "designer-several"
    page.show_gathering(_two_days(starts.replace(hour=13, minute=0)))
    page.hand.choose("again")
    yield "designer-days"


def _morning(starts: datetime) -> Gathering:
    steps = (
        PlannedStep(id="welcome", title="Arriving", kind=Kind.WELCOME, minutes=3, voice=Voice.HOST, section="Morning"),
        PlannedStep(id="rules", title="Where the coffee is", kind=Kind.TALK, minutes=2, voice=Voice.HOST),
        PlannedStep(id="open", title="What we might become", family=Family.POSSIBILITY, form=Form.THREES, minutes=24,
                    question="What would you begin here if nobody could say it was too early?"),
        PlannedStep(id="heard", title="Heard in the room", kind=Kind.SAMPLING, minutes=10, voice=Voice.ROOM,
                    question="Which sentence is still with you?", keeps=(Keeps.INSIGHT,)),
        PlannedStep(id="rest", title="A break", kind=Kind.BREAK, minutes=20, voice=Voice.SILENCE,
                    starts_at=time(10, 30)),
        PlannedStep(id="own", title="What stays easy", family=Family.OWNERSHIP, form=Form.THREES, minutes=36,
                    question="What have you been waiting for somebody else to begin?"),
        PlannedStep(id="doubt", title="Said aloud", family=Family.DISSENT, form=Form.FOURS, minutes=40,
                    question="Which doubt have you kept to yourself out of politeness?", optional=True),
        PlannedStep(id="lunch", title="Lunch", kind=Kind.BREAK, minutes=30, voice=Voice.SILENCE,
                    section="Noon", starts_at=time(12, 0)),
        PlannedStep(id="gift", title="To take home", family=Family.GIFTS, form=Form.THREES, minutes=9,
                    regroup=Regroup.NEW, question="What did one of these two make lighter for you?"))
    return Gathering(id=new_id(), title="A long morning", starts=starts, people=42, minutes=210, steps=steps)


def _two_days(starts: datetime) -> Gathering:
    steps = (
        PlannedStep(id="hello", title="Arriving", kind=Kind.WELCOME, minutes=15, voice=Voice.HOST),
        PlannedStep(id="dream", title="Why now", family=Family.INVITATION, form=Form.FOURS, minutes=45,
                    question="What did you put aside in order to be here?"),
        PlannedStep(id="supper", title="Supper", kind=Kind.BREAK, minutes=60, voice=Voice.SILENCE,
                    starts_at=time(18, 0)),
        PlannedStep(id="again", title="Good morning", kind=Kind.TALK, minutes=10, voice=Voice.HOST, new_day=True,
                    starts_at=time(9, 0), day_ends=time(10, 30)),
        PlannedStep(id="promise", title="Without being asked", family=Family.COMMITMENT, form=Form.THREES, minutes=30,
                    question="What will you do by spring that nobody has asked you to do?"),
        PlannedStep(id="bye", title="Closing words", kind=Kind.CLOSING, form=Form.CIRCLE, minutes=10, voice=Voice.ROOM,
                    question="One word from each of you."))
    return Gathering(id=new_id(), title="Two days", starts=starts, people=24, minutes=360, steps=steps)
