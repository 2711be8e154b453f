"""An Open Space for sixty, and its wall of topics, as several tests hold it."""

from __future__ import annotations

from app.design.edits import planned
from app.design.gathering import Gathering
from app.library.reader import read_protocol
from app.live.engine import Engine
from app.live.marketplace import called_out, slots, spot_typed
from app.live.posting import Topic
from tests.app.library.here import PROTOCOLS
from tests.plans import NINE

EIGHTEEN = (
    ("Light on the quay steps", "Amina", "A1"), ("A boat that waits for us", "Jonas", "B1"),
    ("Supper after the late shift", "Piet", "C1"), ("Teenagers and the key", "Leila", "D1"),
    ("What the water costs us", "Tom", "E1"), ("Rent without a stomach ache", "Rosa", "F1"),
    ("Music on the landing", "Ines", "G1"), ("Walking to school", "Karl", "H1"),
    ("Where to swim in May", "Hana", "J1"), ("First week of a newcomer", "Noor", "A2"),
    ("Mend it before we buy it", "Bram", "B2"), ("One shed of tools", "Ade", "C2"),
    ("Who knocks at old doors", "Ruth", "D2"), ("An oven for the whole yard", "Joan", "E2"),
    ("Signs in both languages", "Mei", "F2"), ("What the old mill knows", "Otto", "G2"),
    ("Bees behind the sluice", "Dina", "H2"), ("An apology we still owe", "Marek", "J2"))


def open_space(*, people: int = 60, minutes: int = 210) -> Gathering:
    """Half a day with two times of talks, from nine o'clock."""
    return Gathering(id="quay", title="The quay, twenty years on", purpose="How do we want to live beside the water?",
                     starts=NINE, people=people, minutes=minutes,
                     steps=planned(read_protocol(PROTOCOLS / "open-space.toml")))


def call(engine: Engine, title: str, by: str = "", place: str = "") -> Topic:
    """A sheet is copied."""
    session = engine.session
    fact = called_out(title, by, spot_typed(place, slots(session.gathering, session.market), session.market),
                      roster=session.gathering.roster)
    engine.post(fact)
    return fact.topic


def call_eighteen(engine: Engine) -> tuple[Topic, ...]:
    """The whole wall."""
    return tuple(call(engine, *sheet) for sheet in EIGHTEEN)
