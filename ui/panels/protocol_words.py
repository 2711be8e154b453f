"""What the library tells of a protocol, in sentences: who sits how, how long, who speaks, what is said and kept.

Sums in a protocol's lines are done for one group of the nominal size, because nobody has been counted yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.groups.forms import Form, nominal_size
from app.groups.split import voice_seconds
from app.library.names import family_name
from app.library.protocol import (
    CONVERSATIONS,
    NAMELESS,
    Family,
    Keeps,
    Lines,
    Protocol,
    Regroup,
    Step,
    Voice,
    round_minutes,
)
from app.live.audience import form_name
from app.live.script import minutes, voices_line
from app.words import Text, Words, say, say_n

BEATS = ("frame", "gather", "round", "over", "call_back")
"""The order in which the library tells a step's lines: what the host says first comes first."""

BEAT_WORDS = {
    "frame": say("As you begin"), "gather": say("Before, while they find each other"), "round": say("While they talk"),
    "over": say("When the time is over"), "call_back": say("As they come back"),
}
_CONVERSATION = {
    Family.INVITATION: say("The conversation of invitation"),
    Family.POSSIBILITY: say("The conversation of possibility"),
    Family.OWNERSHIP: say("The conversation of ownership"), Family.DISSENT: say("The conversation of dissent"),
    Family.COMMITMENT: say("The conversation of commitment"), Family.GIFTS: say("The conversation of gifts"),
    Family.CROSSROADS: say("The conversation of crossroads"),
    Family.CONTRACTING: say("The conversation of contracting"),
}
_NEW_FACES = {
    Form.PAIRS: say("with the one you know least"), Form.THREES: say("with the two you know least"),
    Form.FOURS: say("with the three you know least"), Form.TABLE: say("with new faces"),
    Form.TABLE_OF_FIVE: say("with new faces"),
}
_TOGETHER = {
    Form.SOLO: say("nobody else reads it"), Form.CIRCLE: say("every chair in one ring"),
    Form.ROOM: say("from where people sit"),
}
_VOICE = {
    Voice.PEERS: (say("Peers speak"), say("you frame it and sit down")),
    Voice.ROOM: (say("The room speaks"), say("a few voices, and you listen")),
    Voice.HOST: (say("You speak"), say("shorter than you think")),
    Voice.SPEAKER: (say("A guest speaks"), say("then the room has its turn")),
    Voice.SILENCE: (say("Nobody speaks"), say("and that is the point")),
}
_PLAIN_GAPS = {"people": say("everybody"), "back_at": say("the time on the wall")}
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A strong line above a quiet one."""

    strong: Text
    quiet: Text


def family_line(protocol: Protocol) -> Text:
    """What stands above a protocol's name."""
    family = protocol.family
    if family in CONVERSATIONS:
        return _CONVERSATION[family]
    if family is Family.PART:
        return say("A small part every gathering needs")
    if protocol.title == family_name(family).one:
        return say("A design for a whole gathering")
    return say("A design for a whole gathering: {name}", name=family_name(family))


def form_fact(step: Step) -> Fact:
    """How people sit, and with whom."""
    if step.form in _TOGETHER:
        quiet = _TOGETHER[step.form]
    elif step.regroup is Regroup.SAME:
        quiet = say("the same people as before")
    else:
        quiet = _NEW_FACES[step.form]
    return Fact(form_name(step.form), quiet)


def minutes_fact(protocol: Protocol, step: Step) -> Fact:
    """How long it takes, and what that is for each voice."""
    size = nominal_size(step.form)
    each = voices_line(round_minutes(step) * 60, size, step.form) if size else None
    if len(protocol.steps) > 1:
        each = say("in {n} steps, moving not counted", n=len(protocol.steps))
    return Fact(say_n("{n} minute", "{n} minutes", protocol.minutes), each or say("for everybody together"))


def voice_fact(step: Step) -> Fact:
    """Who speaks, and what the host does meanwhile."""
    return Fact(*_VOICE[step.voice])


def told(lines: Lines, step: Step, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The beats that have lines, in the library's order, each with its finished lines."""
    size = nominal_size(step.form)
    sums = {name: words(text) for name, text in _PLAIN_GAPS.items()}
    if size:
        sums |= {"size": str(size), "each": minutes(voice_seconds(round_minutes(step) * 60, size))}

    def filled(line: str) -> str:
        return _GAP.sub(lambda gap: sums.get(gap[1], "…"), line)

    found = ((beat, tuple(filled(line) for line in getattr(lines, beat))) for beat in BEATS)
    return tuple((beat, each) for beat, each in found if each)


def kept_line(step: Step) -> Text:
    """Whose words are kept, and whose name."""
    if step.keeps == (Keeps.NOTHING,):
        return say("Nothing is written here. What was said is harvest enough.")
    if step.family in NAMELESS or not step.named:
        return say("Without names. Nothing written is a good harvest too.")
    return say("A name only where its owner agrees. Nothing written is a good harvest too.")
