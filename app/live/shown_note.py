"""A note on the wall: only its words, its kind, and the name of whoever agreed to be named. One at a time.

The host shows what the room agreed to show; nothing gets here by itself. A note that is dropped, or forgotten, is no
longer found and so leaves the wall at once.
"""

from __future__ import annotations

from app.harvest.kinds import keeps_names
from app.harvest.note import Note, Reach
from app.library.protocol import Keeps
from app.live.scene import Audience, Scene
from app.live.session import Session
from app.words import Text, Words, say

LONGEST_SHOWN = 500
"""Characters of a note that a back row can read."""

_A: dict[Keeps, Text] = {
    Keeps.INSIGHT: say("An insight"), Keeps.POSSIBILITY: say("A possibility"), Keeps.DOUBT: say("A doubt"),
    Keeps.GIFT: say("A gift"), Keeps.PROMISE: say("A promise"), Keeps.AGREEMENT: say("An agreement"),
    Keeps.STORY: say("From a story"), Keeps.THEME: say("A theme"), Keeps.QUESTION: say("A question"),
    Keeps.PROPOSITION: say("A proposition"), Keeps.REPORT: say("From a report"), Keeps.OFFER: say("An offer"),
    Keeps.REQUEST: say("A request"), Keeps.NOTHING: say("Heard in the room"),
}


def to_show(session: Session) -> tuple[Note, ...]:
    """The notes that may stand on the wall, the newest first. What was said for nobody may not."""
    return tuple(note for note in reversed(session.notes) if note.reach is not Reach.NOBODY)


def note_on_wall(session: Session) -> Note | None:
    """The note that the wall shows now, or None."""
    shown = session.card.note_id if session.card is not None else ""
    return next((note for note in to_show(session) if note.id == shown), None) if shown else None


def note_wall(session: Session, note: Note, words: Words) -> Audience:
    """The wall with this note. `form` is its kind; a name is there only where its conversation keeps names."""
    step = session.gathering.step(note.step_id)
    named = note.name and keeps_names(step.family if step is not None else None, note.kind)
    kind = _A.get(note.kind, say("Heard in the room"))
    return Audience(
        Scene.NOTE, form=note.kind, heading=words(say("“{text}”", text=" ".join(note.text.split()))),
        foot=words(say("{kind}, from {name}", kind=kind, name=note.name) if named else kind),
        foot2=words(say("Shown because those who said it agreed.")))
