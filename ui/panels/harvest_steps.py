"""Which step is meant where nobody has said one yet."""

from __future__ import annotations

from app.design.cafe import rounds_of
from app.library.protocol import Family, Keeps
from app.live.session import Session


def first_step(session: Session) -> str:
    """Where a box of cards most likely comes from: the last step with notes, else the last round of a café, else the
    first step that keeps any.
    """
    steps = session.gathering.steps
    if session.notes and session.gathering.step(session.notes[-1].step_id) is not None:
        return session.notes[-1].step_id
    if rounds := rounds_of(session.gathering):
        return rounds[-1].id
    keeping = [step.id for step in steps if set(step.keeps) - {Keeps.NOTHING}]
    return keeping[0] if keeping else steps[0].id if steps else ""


def promise_step(session: Session) -> str:
    """The step a promise typed here belongs to: the commitment, else one that keeps promises, else the last."""
    steps = session.gathering.steps
    for wanted in ([s.id for s in steps if s.family is Family.COMMITMENT],
                   [s.id for s in steps if Keeps.PROMISE in s.keeps], [s.id for s in steps]):
        if wanted:
            return wanted[-1]
    return ""
