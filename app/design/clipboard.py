"""Steps on their way from one plan to another, or between two programs: as JSON, and as lines of text for elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.design.edits import LONGEST_QUESTION, MOST_MINUTES, empty_step
from app.design.gathering import MOST_STEPS, PlannedStep, new_id
from app.errors import Trouble
from app.words import say

MIME = "application/x-convener-steps+json"
LONGEST_TITLE = 80


class _Carried(msgspec.Struct, frozen=True, kw_only=True):
    """What lies on the clipboard; `schema` says how it is written."""

    schema: int = 1
    steps: tuple[PlannedStep, ...]


def carried(steps: Sequence[PlannedStep]) -> bytes:
    """The steps as JSON, in UTF-8."""
    return msgspec.json.encode(_Carried(steps=tuple(steps)))


def as_text(steps: Sequence[PlannedStep]) -> str:
    """The steps for a program that knows none: title and question, an empty line between two."""
    return "\n\n".join("\n".join(part for part in (step.title, step.question) if part) for step in steps)


def brought(data: bytes) -> tuple[PlannedStep, ...]:
    """The steps of a clipboard, with names of their own. Raises `Trouble` for what no plan could hold."""
    try:
        steps = msgspec.json.decode(data, type=_Carried).steps
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise Trouble(say("What was copied cannot be read as steps; copy it again from a gathering.")) from fault
    if len(steps) > MOST_STEPS:
        raise Trouble(say("A gathering holds at most {n} steps.", n=MOST_STEPS))
    for step in steps:
        if not 1 <= step.minutes <= MOST_MINUTES or len(step.question) > LONGEST_QUESTION:
            raise Trouble(say("“{title}” was copied with a length no step can have; copy it again from a gathering.",
                              title=step.title[:LONGEST_TITLE]))
    return tuple(msgspec.structs.replace(step, id=new_id()) for step in steps)


def written(text: str, title: str) -> tuple[PlannedStep, ...]:
    """A step of one's own, called `title`, whose question is that text; none where there are no words.

    Lines are joined: a wall breaks a question where it likes. Past the most a wall can show it is cut.
    """
    question = " ".join(text.split())[:LONGEST_QUESTION].rstrip()
    if not question:
        return ()
    return (msgspec.structs.replace(empty_step(title), question=question),)
