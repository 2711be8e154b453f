"""Turns within a round that nobody has to write: each voice of a group, two halves, a word with a neighbour.

Groups that are one larger or smaller than asked for get no turns of their own, because one wall speaks to all of them:
the turns follow the size that was asked for, and the last one says what the other groups do.
"""

from __future__ import annotations

import re
from enum import StrEnum

from app.groups.forms import Form, is_small_group, nominal_size
from app.groups.split import SETTLING_SECONDS
from app.library.protocol import Cue, Kind, Step, round_minutes
from app.words import Words, say

_TURN_LINE = re.compile(r"(?P<minutes>\d{1,4}(?:[.,]\d{1,4})?)(?::(?P<seconds>[0-5]\d))?(?:\s+(?P<say>.*))?")


class CueSet(StrEnum):
    """What divides a round. OWN is anything somebody wrote."""

    NONE = "none"
    VOICES = "voices"
    HALVES = "halves"
    NEIGHBOUR = "neighbour"
    OWN = "own"


_NOW = {2: say("Now the second voice."), 3: say("Now the third voice."), 4: say("Now the fourth voice."),
        5: say("Now the fifth voice.")}
_THE_OTHERS = {
    Form.PAIRS: say("In a three, leave room for one more."),
    Form.THREES: say("In a four, leave room for one more."),
    Form.FOURS: say("A three talks on together."),
    Form.TABLE: say("A three talks on together."),
    Form.TABLE_OF_FIVE: say("A four talks on together."),
}
_HALF = say("Change over. Now the other one tells.")
_TURN = (say("Turn to your neighbour. Tell each other what you heard."), say("Turn back to the room. Bring one thing."))


def offered(step: Step) -> tuple[CueSet, ...]:
    """The sets that make sense for the form of a step; none for a step whose wall has no round to show."""
    if step.kind not in (Kind.QUESTION, Kind.SAMPLING, Kind.TALK):
        return ()
    if is_small_group(step.form):
        return (CueSet.NONE, CueSet.VOICES, *((CueSet.HALVES,) if step.form is Form.PAIRS else ()))
    return (CueSet.NONE,) if step.form is Form.SOLO else (CueSet.NONE, CueSet.NEIGHBOUR)


def cues_for(chosen: CueSet, step: Step, words: Words) -> tuple[Cue, ...]:
    """The turns of that set within the round of a step, in the language of `words`."""
    total = round_minutes(step)
    match chosen:
        case CueSet.VOICES:
            return _voices(step, total, words)
        case CueSet.HALVES:
            return (Cue(minutes=total / 2, say=words(_HALF)),)
        case CueSet.NEIGHBOUR:
            return tuple(Cue(minutes=round(total * part / 3, 2), say=words(text))
                         for part, text in enumerate(_TURN, 1))
        case CueSet.OWN:
            return step.cues
        case CueSet.NONE:
            return ()


def set_of(step: Step, words: Words) -> CueSet:
    """Which set the turns of a step are, by their sentences."""
    own = tuple(cue.say for cue in step.cues)
    sets = (CueSet.NONE, CueSet.VOICES, CueSet.HALVES, CueSet.NEIGHBOUR)
    return next((one for one in sets if own == tuple(cue.say for cue in cues_for(one, step, words))), CueSet.OWN)


def rescaled(cues: tuple[Cue, ...], before: int, after: int) -> tuple[Cue, ...]:
    """The same turns in a round of `after` minutes instead of `before`: each keeps its share."""
    return tuple(Cue(minutes=round(cue.minutes * after / before, 2), say=cue.say) for cue in cues
                 if 0 < cue.minutes < before)


def written(cues: tuple[Cue, ...]) -> str:
    """The turns as a person writes them: a line for each, its minute first."""
    return "\n".join(" ".join(part for part in (f"{cue.minutes:g}" if cue.minutes else "", cue.say) if part)
                     for cue in cues)


def read_turns(text: str) -> tuple[Cue, ...]:
    """What `written` wrote, or a person: "8 Has everybody begun?", "2.5 …", "2,5 …", "2:30 …". A line without a minute
    is a turn at 0, which no round has: so nothing that was typed is lost, and the reader's rules find it.
    """
    return tuple(_turn(" ".join(line.split())) for line in text.splitlines() if line.strip())


def _turn(line: str) -> Cue:
    found = _TURN_LINE.fullmatch(line)
    if found is None:
        return Cue(minutes=0, say=line)
    seconds = int(found["seconds"]) / 60 if found["seconds"] else 0
    return Cue(minutes=round(float(found["minutes"].replace(",", ".")) + seconds, 2), say=found["say"] or "")


def _voices(step: Step, total: int, words: Words) -> tuple[Cue, ...]:
    """The first voice begins when people have settled, as on the host's clock; the others follow evenly."""
    size = nominal_size(step.form) or 0
    settled = SETTLING_SECONDS / 60 if total > 1 else 0
    each = (total - settled) / max(1, size)
    said = [words(_NOW[turn]) for turn in range(2, size + 1) if turn in _NOW]
    if said:
        said[-1] = f"{said[-1]} {words(_THE_OTHERS[step.form])}"
    return tuple(Cue(minutes=round(settled + each * turn, 2), say=line) for turn, line in enumerate(said, 1))
