"""The gallery of a session that runs late: a forgotten clock, what can be done about the end, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from app.design.gathering import Gathering, PlannedStep, new_id
from app.groups.forms import Form
from app.library.protocol import Beat, Family, Kind, Voice
from app.live.engine import Engine
from ui.main import House


def behind(house: House, starts: datetime, forward: Callable[[float], None]) -> Iterator[str]:
    """End what runs and host an evening that is late; `forward` moves the clock by minutes. The name of each state."""
    page = house.host_page
    if (before := house.hosting.running) is not None:
        before.finish()
    engine = house.hosting.begin(_plan(starts))
    house.console.turn_to("host")   # a session that runs has the whole window
    _walk(engine, Beat.FRAME)
    forward(4)
    page.look()
    yield "host-forgotten"
    page.run("far")
    yield "host-forgotten-far"
    page.run("far")
    engine.next()
    forward(21)
    page.look()
    yield "host-late"
    page.run("replan")
    yield "host-replan"
    page.run("plan 1")
    yield "host-replanned"
    page.run("replan")
    yield "host-replan-holds"
    page.run("keep plan")
    page.run("undo")
    page.run("far")
    yield "host-late-far"
    page.run("far")
    engine.finish()


def _walk(engine: Engine, beat: Beat) -> None:
    while engine.session.beat is not beat and engine.next():
        pass


def _plan(starts: datetime) -> Gathering:
    """An hour and a quarter for about 140 people: three questions, a break, gifts."""
    return Gathering(
        id=new_id(), title="What the square could be", starts=starts, people=140, about=True, minutes=85,
        place="Old market hall", steps=(
            _asks("What stays easy", Family.OWNERSHIP, 15, "Which comfort of yours needs nothing to change here?"),
            PlannedStep(id=new_id(), title="Heard in the room", kind=Kind.SAMPLING, voice=Voice.ROOM, minutes=8,
                        question="What struck you?"),
            _asks("If it were ours", Family.POSSIBILITY, 14, "What would you open here if the key were yours?"),
            PlannedStep(id=new_id(), title="A break", kind=Kind.BREAK, voice=Voice.SILENCE, minutes=10),
            _asks("Without being asked", Family.COMMITMENT, 14, "What will you begin without waiting for company?"),
            _asks("A sentence to keep", Family.GIFTS, 10, "What did one of these two make lighter for you today?"),
            PlannedStep(id=new_id(), title="Closing words", kind=Kind.CLOSING, family=Family.GIFTS, minutes=3)))


def _asks(title: str, family: Family, minutes: int, question: str) -> PlannedStep:
    return PlannedStep(id=new_id(), title=title, family=family, form=Form.THREES, minutes=minutes, question=question)
