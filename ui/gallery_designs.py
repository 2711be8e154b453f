"""The gallery of two designs: a circle with its preparation and its stone, and pairs that become fours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.design.edits import planned
from app.design.gathering import Gathering, PlannedStep, new_id
from app.design.preparation import prepare
from app.groups.forms import Form
from app.groups.roster import Roster, named
from app.library.protocol import Beat, Cue, Family, Keeps, Protocol, Regroup
from app.live.audience import audience
from app.live.clock import Clock
from app.live.engine import Engine, opening
from app.live.scene import Audience
from app.words import Words
from ui.main import House
from ui.pages.designer import DesignerPage

VOICES = ("Ruth", "Otto", "Leila", "Bram", "Noor", "Amina", "Tomas", "Joan", "Piet", "Mei", "Karl", "Dina", "Ade")
CROWD = (*VOICES, "Hana Nováková", "Bo Lindqvist", "Maximiliana Zu", "Ada", "Cy", "Dora", "Eli", "Finn", "Greta", "Ivo",
         "Jo", "Kim", "Lars", "Nina", "Olga", "Paul", "Quinn")


def designed(house: House, starts: datetime, protocols: tuple[Protocol, ...]) -> Iterator[str]:
    """Prepare a circle, end what runs, then host a circle and stories; the name of each state."""
    yield from _prepared(house, starts, protocols)
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


def _prepared(house: House, starts: datetime, protocols: tuple[Protocol, ...]) -> Iterator[str]:
    """A circle that asks for its convener's preparation, and what she writes."""
    found = next(protocol for protocol in protocols if protocol.id == "art-of-convening")
    plan = Gathering(id=new_id(), title=found.title, starts=starts, people=13, minutes=90, steps=planned(found))
    plan = prepare(plan, me="The one who asked for this, and who is leaving in spring.",
                   purpose="So that nobody has to guess any more what becomes of the workshop.")
    designer = house.console.findChildren(DesignerPage)[0]
    before = designer.gathering
    house.console.turn_to("designer")
    designer.show_gathering(plan)
    yield "designer-art"
    designer.open_preparation()
    yield "designer-preparation"
    if before is not None:
        designer.show_gathering(before)


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
