"""A room for the engine's tests: a log in memory and a clock that moves when told."""

from __future__ import annotations

from msgspec.structs import replace

from app.design.gathering import Gathering
from app.library.protocol import Cue
from app.live.engine import Engine, opening
from app.live.events import Event
from tests.plans import at, staff_meeting


class Hand:
    """A clock that a test moves. Milliseconds since the epoch."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def forward(self, *, minutes: float = 0, seconds: float = 0) -> None:
        self.now += round(minutes * 60_000 + seconds * 1000)


def session_of(gathering: Gathering | None = None, *, now: int | None = None) -> tuple[Engine, Hand, list[Event]]:
    """An engine that has just begun, its clock, and the log it writes."""
    hand = Hand(at(9) if now is None else now)
    log = list(opening(gathering or staff_meeting(), hand()))
    return Engine(log, log.append, hand), hand, log


def walk_to(engine: Engine, step_id: str, beat: str) -> None:
    """Press *Next* until the session is there."""
    while (engine.session.step_id, engine.session.beat.value) != (step_id, beat):
        assert engine.next(), f"there is no {beat} of {step_id}"


def with_cues(*cues: tuple[float, str], **fields: object) -> Gathering:
    """The staff meeting whose step "busy", twelve minutes of round, has these cues, and other `fields`."""
    plan = staff_meeting()
    made = tuple(Cue(minutes=minutes, say=words) for minutes, words in cues)
    return replace(plan, steps=tuple(
        replace(step, cues=made, **fields) if step.id == "busy" else step for step in plan.steps))
