"""The gallery of gatherings that are not in one room: on a platform, on the phone, and where some are far away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.design.gathering import Gathering, Mode, PlannedStep, Seating, Seats, new_id
from app.groups.forms import Form
from app.groups.roster import Roster, named
from app.library.protocol import Elsewhere, Family, Kind, Voice
from app.live.engine import Engine
from app.words import say
from ui.main import House
from ui.pages.keys import KeysPage

GUESTS = ("Ada", "Bo Lindqvist", "Cy", "Dora Maria Silva", "Eli", "Hana Nováková", "Ivo", "Jo", "Kim")


def elsewhere(house: House, starts: datetime) -> Iterator[str]:
    """End what runs, rehearse, and host one gathering in each mode; the name of each state."""
    hosting, page = house.hosting, house.host_page
    if (before := hosting.running) is not None:
        before.finish()
    house.rehearsing.begin(_plan(Mode.ROOM, starts))
    yield "host-rehearsal"
    house.rehearsing.end()
    house.console.hush()
    house.console.hush()
    house.console.turn_to("host")
    for mode, beats, key in ((Mode.PLATFORM, 0, ""), (Mode.PHONE, 1, "phone"), (Mode.HYBRID, 5, "")):
        engine = hosting.begin(_plan(mode, starts))
        house.console.turn_to("host")
        for _ in range(beats):
            engine.next()
        if key:
            page.run(key)
        yield f"host-{mode.value}"
        if key:
            page.run(key)
        if mode is Mode.HYBRID:
            yield from _apart(engine)
        engine.finish()


def _apart(engine: Engine) -> Iterator[str]:
    while engine.can_go_back():
        engine.back()
    yield "host-hybrid-gather"


def _plan(mode: Mode, starts: datetime) -> Gathering:
    asked = PlannedStep(
        id=new_id(), title="What stays easy", family=Family.OWNERSHIP, form=Form.THREES, minutes=14,
        question="Which comfort of yours needs nothing to change here?", seating=Seating.ASSIGNED,
        elsewhere=Elsewhere(platform="Three to a room. The question goes into the chat before they leave.",
                            phone="Read each line slowly. Silence on the line is thinking.",
                            hybrid="Far with far, near with near. One clock for both."))
    heard = PlannedStep(id=new_id(), title="Heard in the room", kind=Kind.SAMPLING, voice=Voice.ROOM, minutes=8,
                        question="What struck you?")
    listed = mode is Mode.PHONE
    return Gathering(
        id=new_id(), title="Where the days go", starts=starts, people=9 if listed else 13, far=5, mode=mode,
        steps=(asked, heard), roster=named(Roster(), "\n".join(GUESTS)) if listed else Roster(),
        seats=(Seats(step_id=asked.id, tables=((1, 2, 3), (4, 5, 6), (7, 8, 9))),) if listed else ())


def changing_keys(console: QWidget) -> Iterator[str]:
    """A key is taken, and then the key of another command is asked for."""
    page = console.findChildren(KeysPage)[0]
    page.asked.emit("message", "Y")
    page.asked.emit("message", "Q")
    yield "keys-changing"
    page.restored.emit()
    page.show_told(say("To change a key you host with, press its command, then the key it shall have as well."))
