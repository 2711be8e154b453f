"""The gallery of two designs: a circle and its stone, and pairs that become fours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.design.gathering import Gathering, PlannedStep, new_id
from app.groups.forms import Form
from app.groups.roster import Roster, named
from app.library.protocol import Beat, Cue, Family, Keeps, Regroup
from app.live.audience import audience
from app.live.clock import Clock
from app.live.engine import Engine, opening
from app.live.scene import Audience
from app.words import Words
from ui.main import House

VOICES = ("Ruth", "Otto", "Leila", "Bram", "Noor", "Amina", "Tomas", "Joan", "Piet", "Mei", "Karl", "Dina", "Ade")
CROWD = (*VOICES, "Hana Nováková", "Bo Lindqvist", "Maximiliana Zu", "Ada", "Cy", "Dora", "Eli", "Finn", "Greta", "Ivo",
         "Jo", "Kim", "Lars", "Nina", "Olga", "Paul", "Quinn")


def designed(house: House, starts: datetime) -> Iterator[str]:
    """End what runs, then host a circle and stories; the name of each state."""
    if (before := house.hosting.running) is not None:
        before.finish()
    engine = house.hosting.begin(_circle(starts, VOICES))
    house.console.turn_to("host")
    yield "host-circle-frame"
    engine.next()
    for _ in range(6):
        house.host_page.run("stone")
    yield "host-circle"
    engine.finish()
    engine = house.hosting.begin(_stories(starts))
    house.console.turn_to("host")
    _walk(engine, "fours", Beat.GATHER)
    house.host_page.look()
    yield "host-pairs-become-fours"
    engine.finish()


def design_walls(words: Words, clock: Clock, starts: datetime) -> Iterator[tuple[str, Audience, int]]:
    """The circle in each of its moments, and how two pairs find each other."""
    for name, people, passes in (("circle", VOICES, 6), ("circle-crowd", CROWD, 12), ("circle-middle", VOICES, 14),
                                 ("circle-numbers", (), 3)):
        engine = _run(_circle(starts, people), clock)
        for _ in range(passes):
            engine.pass_stone()
        yield name, audience(engine.session, words), clock()
    engine = _run(_stories(starts), clock)
    _walk(engine, "fours", Beat.GATHER)
    yield "gather-joining", audience(engine.session, words), clock()


def _run(gathering: Gathering, clock: Clock) -> Engine:
    log = list(opening(gathering, clock()))
    return Engine(log, log.append, clock)


def _walk(engine: Engine, step_id: str, beat: Beat) -> None:
    while (engine.session.step_id, engine.session.beat) != (step_id, beat) and engine.next():
        pass


def _circle(starts: datetime, people: tuple[str, ...]) -> Gathering:
    step = PlannedStep(id="voices", title="All the voices", family=Family.ART_OF_CONVENING, form=Form.CIRCLE,
                       minutes=20, keeps=(Keeps.NOTHING,), question="What must we know of you before you can begin?")
    return Gathering(id=new_id(), title="Before we begin", starts=starts, people=len(people) or 13, steps=(step,),
                     roster=named(Roster(), "\n".join(people)))


def _stories(starts: datetime) -> Gathering:
    family = Family.APPRECIATIVE_INQUIRY
    steps = (
        PlannedStep(id="pairs", title="Two stories", family=family, form=Form.PAIRS, minutes=32, frame_minutes=2,
                    question="When did this place last ask for the whole of you?",
                    cues=(Cue(minutes=15, say="Now change over."),)),
        PlannedStep(id="fours", title="Retold", family=family, form=Form.FOURS, minutes=15, regroup=Regroup.SAME,
                    question="What in your partner’s story would you not want to lose?"))
    return Gathering(id=new_id(), title="What lives here", starts=starts, people=24, steps=steps)
