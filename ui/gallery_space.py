"""The gallery of an Open Space: its walls from the theme to the talks that run, and the host's page beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from app.design.edits import planned
from app.design.gathering import Gathering, new_id
from app.library.protocol import Beat, Kind, Protocol
from app.live.audience import audience
from app.live.engine import Engine, opening
from app.live.marketplace import called_out, slots, spot_typed
from app.live.posting import Merged, TakenAway
from app.live.scene import Audience
from app.words import Words
from ui.main import House

SHEETS = (
    ("Light on the quay steps", "Amina", "A1"), ("A boat that waits for us", "Jonas", "B1"),
    ("Supper after the late shift", "Piet", "C1"), ("Teenagers and the key", "Leila", "D1"),
    ("What the water costs us", "Tom, Rosa", "E1"), ("Rent without a stomach ache", "Rosa", "F1"),
    ("Music on the landing", "Ines", "G1"), ("Walking to school", "Karl", "H1"), ("Where to swim in May", "Hana", "J1"),
    ("First week of a newcomer", "Noor", "A2"), ("Mend it before we buy it", "Bram", "B2"),
    ("One shed of tools", "Ade", "C2"), ("Who knocks at old doors", "Ruth", "D2"),
    ("An oven for the whole yard", "Joan", "E2"), ("Signs in both languages", "Mei", "F2"),
    ("What the old mill knows", "Otto", "G2"), ("Bees behind the sluice", "Dina", "H2"),
    ("An apology we still owe", "Marek", "J2"))
MORE = (("Two keys for one gate", "Leila", "B2"), ("Where the dogs may run", "Edda", "K1"),
        ("A letter to the harbour office, with every name on it", "Jonas Aurelius Weatherby", "K2"),
        ("Quiet hours", "", ""))


def plan(protocols: tuple[Protocol, ...], starts: datetime) -> Gathering | None:
    """Half a day for sixty; None where the shelf has no Open Space."""
    found = next((p for p in protocols if p.id == "open-space"), None)
    return Gathering(id=new_id(), title="The quay, twenty years on", purpose="How do we want to live beside the water?",
                     starts=starts, people=60, minutes=found.minutes, steps=planned(found)) if found else None


def call(engine: Engine, sheets: tuple[tuple[str, str, str], ...]) -> None:
    """Copy these sheets."""
    for title, by, place in sheets:
        session = engine.session
        engine.post(called_out(title, by, spot_typed(place, slots(session.gathering), session.market)))


def copied(house: House, protocols: tuple[Protocol, ...], starts: datetime) -> Iterator[str]:
    """End what runs, then host an Open Space and copy its wall; the name of each state."""
    half_day = plan(protocols, starts)
    if half_day is None:
        return
    if (before := house.hosting.running) is not None:
        before.finish()
    engine = house.hosting.begin(half_day)
    house.console.turn_to("host")
    while engine.session.step is None or engine.session.step.kind is not Kind.MARKETPLACE:
        engine.next()
    engine.next()
    house.host_page.run("topics")
    yield "host-topics-empty"
    call(engine, SHEETS)
    yield "host-topics"
    call(engine, MORE)
    topics = engine.session.market.topics
    engine.post(Merged(topic_id=topics[3].id, into=topics[4].id))
    engine.post(TakenAway(topic_id=topics[7].id))
    yield "host-topics-merged"
    house.host_page.run("topics")
    engine.next()
    engine.next()
    house.host_page.wake()
    yield "host-talks"
    engine.finish()


def space_walls(gathering: Gathering, clock: Callable[[], int], words: Words) -> Iterator[tuple[str, Audience, int]]:
    """Its walls, by name and by the moment they are seen."""
    log = list(opening(gathering, clock()))
    engine = Engine(log, log.append, clock)
    running = False
    while True:
        session, now = engine.session, clock()
        step = session.step
        kind = step.kind if step is not None else None
        if kind is Kind.TALK:
            yield "principles", audience(session, words), now
        elif kind is Kind.MARKETPLACE and session.beat is Beat.ROUND:
            call(engine, SHEETS)
            yield "topics", audience(engine.session, words), now
        elif kind is Kind.SESSIONS and session.beat is Beat.ROUND and not running:
            running = True
            seen = audience(session, words)
            yield "talks", seen, now + 25 * 60_000
            yield "talks-last-minute", seen, now + (seen.ring.total if seen.ring else 0) - 40_000
            call(engine, MORE)
            yield "talks-more", audience(engine.session, words), now
        elif kind is Kind.SESSIONS and session.beat is Beat.CALL_BACK and running:
            break
        if not engine.next():
            break
    while engine.can_go_back() and (engine.session.step is None or engine.session.step.kind is not Kind.MARKETPLACE):
        engine.back()
    seen = audience(engine.session, words)
    for number in range(len(seen.walls)):
        yield f"topics-{number + 1}-of-{len(seen.walls)}", seen, clock() // 20_000 * 20_000 + number * 20_000
