"""The gallery of a round as hosts may choose to show it, of a cue and a warning in it, and of a note on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.design.cue_sets import CueSet, cues_for
from app.design.edits import change
from app.design.gathering import Gathering, PlannedStep, new_id
from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Timer
from app.live.audience import audience
from app.live.clock import MINUTE
from app.live.engine import Engine, opening
from app.live.scene import Audience
from app.words import Words


def rounds(starts: datetime, now: int, words: Words) -> Iterator[tuple[str, Audience, int]]:
    """Each way to show the time, then what is said within a round: name, what is seen, and when."""
    for timer in (Timer.SECONDS, Timer.MINUTES, Timer.BARE, Timer.NOTHING):
        name = timer.name.lower()
        yield f"timer-{name}", audience(_round(starts, now, words, timer=timer).session, words), now + 4 * MINUTE
    engine = _round(starts, now, words, voices=True, warnings=(5, 1))
    seen = audience(engine.session, words)
    yield "cue", seen, now + 5 * MINUTE
    yield "cue-last-voice", seen, now + 9 * MINUTE + MINUTE // 2
    yield "warning", seen, now + 8 * MINUTE + MINUTE // 2
    note = engine.keep("The yard is lit on Thursdays, and somebody is always cooking.", Keeps.POSSIBILITY)
    engine.show_note(note.id)
    yield "note", audience(engine.session, words), now


def _round(starts: datetime, now: int, words: Words, *, voices: bool = False, **fields: object) -> Engine:
    """A round of thirteen minutes in threes that has just begun."""
    step = PlannedStep(id=new_id(), title="What stays easy", family=Family.OWNERSHIP, form=Form.THREES, minutes=14,
                       question="Which comfort of yours needs nothing to change here?")
    plan = change(Gathering(id=new_id(), starts=starts, steps=(step,)), step.id, **fields)
    if voices:
        plan = change(plan, step.id, cues=cues_for(CueSet.VOICES, step, words))
    log = list(opening(plan, now))
    engine = Engine(log, log.append, lambda: now)
    engine.next()
    engine.next()
    return engine
