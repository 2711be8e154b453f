"""What a host reads aloud on the phone: the question twice, how to speak, and the names in speaking order.

Nobody sees a wall there, and nobody sees who draws breath to speak: what is not said does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.groups.forms import Form, is_small_group, nominal_size
from app.groups.roster import labels
from app.groups.split import voice_seconds
from app.live.script import minutes
from app.live.session import Session
from app.words import Text, Words, say

IN_A_LINE = 3
"""Names read in one breath."""

_HOW: dict[Form, Text] = {
    Form.SOLO: say("Take it alone, in silence. Nobody has to answer aloud."),
    Form.PAIRS: say("You speak in pairs."), Form.THREES: say("You speak in threes."),
    Form.FOURS: say("You speak in fours."), Form.TABLE: say("You speak in small groups."),
    Form.TABLE_OF_FIVE: say("You speak in small groups."),
    Form.CIRCLE: say("One after the other, once round. You may pass."),
    Form.ROOM: say("Whoever wants to, speaks. I wait."),
}


@dataclass(frozen=True, slots=True)
class PhoneScript:
    """Finished lines: the question, how to speak, and for each group its heading ("" for none) and lines of names."""

    question: tuple[str, ...]
    how: tuple[str, ...]
    order: tuple[tuple[str, tuple[str, ...]], ...]


def phone_script(session: Session, words: Words) -> PhoneScript:
    """The script of the live step, in the language of the people on the line."""
    step = session.step
    if step is None:
        return PhoneScript((), (), ())
    asked = step.question or step.title
    question = (words(say("I read it twice.")), asked, words(say("Once more.")), asked)
    how = [_HOW[step.form]]
    size = nominal_size(step.form)
    each = voice_seconds(session.countdown.total // 1000, size) if size else 0
    if each:
        how.append(say("About {each} each. I ring when a minute is left, and when it is over.", each=minutes(each)))
    if step.form is not Form.SOLO:
        how.append(say("Say your name, then speak. End with “that is all”, so that the next one knows."))
    return PhoneScript(question, tuple(words(line) for line in how), _order(session, words))


def _order(session: Session, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who speaks after whom: by group where it is known who sits with whom, else all, else as they came."""
    step, gathering = session.step, session.gathering
    called = labels(gathering.roster)
    if step is None or step.form is Form.SOLO:
        return ()
    seats = gathering.seats_at(step.id) if is_small_group(step.form) else None
    if seats is not None:
        tables = ([called[n] for n in table if n in called and n not in session.gone] for table in seats.tables)
        return tuple((words(say("Group {n}", n=n)), _lines(names)) for n, names in enumerate(tables, 1) if names)
    here = [called[person.number] for person in gathering.roster.people if person.number not in session.gone]
    if here and not is_small_group(step.form):
        return (("", _lines(here)),)
    return (("", (words(say("In the order in which you joined.")),)),)


def _lines(names: list[str]) -> tuple[str, ...]:
    return tuple(", ".join(names[at:at + IN_A_LINE]) for at in range(0, len(names), IN_A_LINE))
