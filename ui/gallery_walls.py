"""The gallery of walls: every scene that a room may see, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.design.gathering import Gathering, Seating, new_id, plan_step
from app.groups.forms import Form
from app.library.protocol import Beat, Kind, Protocol, beats_of
from app.live.audience import audience, audience_of, message, silence
from app.live.clock import Clock
from app.live.engine import Engine, opening
from app.live.scene import Audience
from app.words import Words
from ui import gallery_space as space
from ui.gallery_cafe import cafe_walls
from ui.gallery_designs import design_walls
from ui.gallery_rounds import rounds
from ui.gallery_seats import GUESTS, guests


def walls(gathering: Gathering, protocols: tuple[Protocol, ...], clock: Clock, words: Words,
          starts: datetime) -> Iterator[tuple[str, Audience, int]]:
    """Every scene of the wall: its name, what it shows, and the moment it is seen."""
    rest = next((plan_step(s, protocol=p.id) for p in protocols for s in p.steps if s.kind is Kind.BREAK), None)
    log = list(opening(gathering, clock()))
    engine = Engine(log, log.append, clock)
    named: set[str] = set()
    while True:
        seen = audience(engine.session, words)
        name = seen.scene.value.replace(" ", "-") + (f"-{seen.form}" if seen.scene == "gather" else "")
        asked = engine.session.step
        if seen.ring is not None and asked is not None and asked.kind is Kind.QUESTION and "round" not in named:
            named.add("round")
            yield "question-round", seen, clock() + seen.ring.total // 3
            yield "question-last-minute", seen, clock() + seen.ring.total - 40_000
            yield "question-complete", seen, clock() + seen.ring.total + 40_000
        if name not in named:
            named.add(name)
            yield name, seen, clock()
        if not engine.next():
            break
    for protocol in protocols:
        step = protocol.main_step
        if f"gather-{step.form}" not in named and Beat.GATHER in beats_of(step):
            named.add(f"gather-{step.form}")
            yield f"gather-{step.form}", audience_of(step, words, beat=Beat.GATHER), clock()
    yield from _places(words, clock(), starts)
    yield from rounds(starts, clock(), words)
    yield from design_walls(words, clock, starts)
    yield from cafe_walls(protocols, words, clock())
    yield "message", message("Soup stands in the hall. Bring your cup."), clock()
    yield "silence", silence(engine.session, words), clock()
    if rest is not None:
        first = list(opening(Gathering(id=new_id(), starts=starts, steps=(rest,)), clock()))
        yield "break", audience(Engine(first, first.append, clock).session, words), clock()
    if (half_day := space.plan(protocols, starts)) is not None:
        yield from space.space_walls(half_day, clock, words)


def _places(words: Words, now: int, starts: datetime) -> Iterator[tuple[str, Audience, int]]:
    """Changing tables with and without seat cards, and a small room's names."""
    for name, seating, people in (("move", Seating.HOSTS, 46), ("move-map", Seating.CARDS, 40),
                                  ("seats", Seating.ASSIGNED, len(GUESTS))):
        plan = guests(Form.TABLE, seating, people, starts)
        yield name, audience_of(plan.steps[1], words, beat=Beat.GATHER, gathering=plan), now
