"""What of a session can be found again: its notes, the topics of its Open Space, its title and what it was for.

Nothing here was meant for nobody, was taken away, or names a person where no name is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.harvest.found import BETWEEN, Run, Saying, Sort
from app.harvest.kinds import fields_of, keeps_names
from app.harvest.note import Note, Reach
from app.live.session import Session


def sayings_of(run: Run, session: Session) -> tuple[Saying, ...]:
    """Everything that can be found in this session, its title first, then as it came.

    A note for nobody is never among them, not even while the gathering runs: it is read where it was written, and
    when it is forgotten there is nothing else that held it.
    """
    gathering = session.gathering
    named = Saying(run, Sort.GATHERING, _line((gathering.title, gathering.purpose)))
    notes = tuple(_said(run, session, note) for note in session.notes if note.reach is not Reach.NOBODY)
    topics = tuple(Saying(run, Sort.TOPIC, _line((topic.title, *topic.conveners)))
                   for topic in session.market.topics if not topic.away)
    return (named, *notes, *topics) if named.text else (*notes, *topics)


def _said(run: Run, session: Session, note: Note) -> Saying:
    step = session.gathering.step(note.step_id) or session.planned.step(note.step_id)
    family = step.family if step is not None else None
    said = [field for field in fields_of(note.kind, named=keeps_names(family, note.kind)) if not field.answers]
    return Saying(run, Sort.NOTE, _line((
        *(note.said(field.id) for field in said if field.leads), note.text,
        *(note.said(field.id) for field in said if not field.leads))), note.kind, note.id,
        (step.title or step.question) if step is not None else "", family)


def _line(parts: Iterable[str]) -> str:
    """What stands in them, on one line."""
    return BETWEEN.join(line for part in parts if (line := " ".join(part.split())))
