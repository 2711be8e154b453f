"""The gallery of a World Café: its plan, the room that moves, the wall's etiquette, and essences typed up by table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from msgspec.structs import replace

from app.design.cafe import rounds_of
from app.design.edits import planned
from app.design.gathering import Gathering, new_id
from app.design.sitting import lay_tables
from app.groups.forms import Form, is_table
from app.library.protocol import Beat, Keeps, Protocol, Seating
from app.live.audience import audience_of
from app.live.scene import Audience
from app.store.store import Store
from app.words import Words
from ui.main import House
from ui.pages.designer import DesignerPage
from ui.panels.room_column import RoomColumn


def cafe(house: House, store: Store, protocols: tuple[Protocol, ...], now: datetime,
         forward: Callable[[float], None]) -> Iterator[str]:
    """From the plan of a café of 46 to the cards of its tables; the name of each state."""
    plan = _plan(protocols, now, "world-cafe")
    store.keep_gathering(plan, round(now.timestamp() * 1000))
    house.planning.open(plan.id)
    designer, room = house.console.findChildren(DesignerPage)[0], house.console.findChildren(RoomColumn)[0]
    room.chosen.emit(plan.steps[2].id)
    yield "designer-cafe"
    designer.show_gathering(replace(fives(plan), id=new_id()))
    room.chosen.emit(plan.steps[2].id)
    yield "designer-cafe-five"
    engine = house.hosting.begin(plan)
    house.console.turn_to("host")
    second = plan.steps[2].id
    while (engine.session.step_id, engine.session.beat) != (second, Beat.GATHER) and engine.next():
        forward(10)
    house.host_page.look()
    yield "host-cafe-move"
    while engine.session.beat is not Beat.ROUND and engine.next():
        pass
    engine.count(35)
    house.host_page.look()
    yield "host-cafe-table-of-two"
    while engine.next():
        pass
    engine.finish()
    for table, kind, text in (("1", Keeps.INSIGHT, "We listen best on the way to something else."),
                              ("2", Keeps.QUESTION, "Which door would I hold open?")):
        engine.keep(text, kind, step_id=plan.steps[3].id, said={"table": table})
    house.console.turn_to("harvest")
    house.keeping.open(store.sessions()[0].id)
    yield "harvest-cafe"


def cafe_walls(protocols: tuple[Protocol, ...], words: Words, now: int) -> Iterator[tuple[str, Audience, int]]:
    """How a café opens, its last round at the first table, and tables of five by their seat cards."""
    plan = _plan(protocols, datetime.fromtimestamp(now / 1000), "world-cafe-building")
    home = next(step for step in plan.steps if step.seating is Seating.HOME and step.form is Form.TABLE)
    yield "cafe-opens", audience_of(plan.steps[0], words, gathering=plan), now
    yield "move-home", audience_of(home, words, beat=Beat.GATHER, gathering=plan), now
    five = fives(plan)
    yield "move-map-five", audience_of(rounds_of(five)[1], words, beat=Beat.GATHER, gathering=five), now


def fives(plan: Gathering) -> Gathering:
    """The same café with five at each table, and seat cards that send people on."""
    laid = lay_tables(plan, Form.TABLE_OF_FIVE, Words())
    return replace(laid, people=50, steps=tuple(
        replace(step, seating=Seating.CARDS) if is_table(step.form) else step for step in laid.steps))


def _plan(protocols: tuple[Protocol, ...], starts: datetime, name: str) -> Gathering:
    found = next(protocol for protocol in protocols if protocol.id == name)
    return Gathering(id=new_id(), title=found.title, starts=starts, people=46, minutes=120, steps=planned(found))
