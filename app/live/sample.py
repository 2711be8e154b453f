"""A session that was lived last week, so that the harvest is not an empty page on first start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from app.design.agenda import agenda
from app.design.gathering import Gathering
from app.design.sample import SampleNote
from app.library.protocol import Beat
from app.live.clock import MINUTE
from app.live.engine import Engine, opening
from app.live.events import Event

SECONDS_APART = 40
"""Between two notes of the sample."""


def lived_sample(gathering: Gathering, notes: Sequence[SampleNote]) -> tuple[Event, ...]:
    """The log of `gathering` hosted one week before its date, on time, with `notes` caught and finished."""
    gathering = msgspec.structs.replace(gathering, starts=gathering.starts - timedelta(days=7))
    start = round(gathering.starts.timestamp() * 1000)
    now = start
    log = list(opening(gathering, now))
    engine = Engine(log, log.append, lambda: now)
    for index, row in enumerate(agenda(gathering).rows):
        while engine.session.step_id != row.step.id or engine.session.beat is not Beat.ROUND:
            now = max(now, start + (row.starts - row.moving) * MINUTE)
            engine.next()
        now = start + row.starts * MINUTE
        for note in notes:
            if note.step == index:
                now += SECONDS_APART * 1000
                engine.keep(note.text, note.kind, name=note.name, to=note.to)
        now = max(now, start + row.ends * MINUTE)
    engine.finish()
    return tuple(log)
