"""What changes where people are not in one room: on a platform, on the phone, and where some are far away.

A protocol's lines for finding each other speak of chairs, so on a platform and on the phone these are said instead. All
is pure; the wall's sentences are shared on the screen, the others are the host's.
"""

from __future__ import annotations

from app.design.gathering import Gathering, Mode
from app.design.names import mode_name
from app.groups.forms import Form, is_small_group
from app.library.protocol import Kind, Regroup, Step
from app.live.scene import Audience, Scene
from app.words import Text, Words, say

_WITH: dict[Form, Text] = {
    Form.PAIRS: say("You will be\nwith one other."), Form.THREES: say("You will be\nwith two others."),
    Form.FOURS: say("You will be\nwith three others."), Form.TABLE: say("You will be\nin a small group."),
    Form.TABLE_OF_FIVE: say("You will be\nin a small group."),
    Form.SOLO: say("Stay where you are.\nLook away from the screen."),
    Form.CIRCLE: say("One circle.\nNames are the order."),
    Form.ROOM: say("All together again."),
}
FIRST_FAR = say("First a voice from far away.")
"""Who speaks from afar is heard first, or not at all."""


def is_far(gathering: Gathering | None) -> bool:
    """Whether nobody is in a room: all are on a platform or on the phone."""
    return gathering is not None and gathering.mode in (Mode.PLATFORM, Mode.PHONE)


def note(step: Step, mode: Mode) -> tuple[Text, str] | None:
    """What the protocol says about this mode, under its name; None where it says nothing."""
    words = {Mode.PLATFORM: step.elsewhere.platform, Mode.PHONE: step.elsewhere.phone,
             Mode.HYBRID: step.elsewhere.hybrid}.get(mode, "")
    return (mode_name(mode), words) if words else None


def places_far(step: Step, words: Words, family: str) -> Audience:
    """What is shown while people go to rooms of a platform, or to calls."""
    if step.regroup is Regroup.SAME and is_small_group(step.form):
        return Audience(Scene.GATHER, family, step.form, words(say("The same people\nas before.")),
                        words(say("In a moment you are with them again.")))
    if not is_small_group(step.form):
        return Audience(Scene.GATHER, family, step.form, words(_WITH[step.form]), words(say("One voice at a time.")))
    return Audience(Scene.GATHER, family, step.form, words(_WITH[step.form]),
                    words(say("Say hello. Settle who begins.")),
                    foot=words(say("Nobody there? Come back here.")), foot2=words(say("One more or fewer is fine.")))


def say_gather(step: Step, mode: Mode) -> tuple[Text, ...]:
    """What the host says before people go apart; () where they are in one room."""
    if mode is Mode.ROOM or not is_small_group(step.form):
        return ()
    if mode is Mode.HYBRID:
        return (say("Far away: you go to rooms of your own now."),)
    same = step.regroup is Regroup.SAME
    first = say("You go back to the same people now.") if same else say("You are with people you know little now.")
    if mode is Mode.PHONE:
        return (first, say("Say your name before you speak."), say("Whoever is alone, come back to this call."))
    return (first, say("The question is in the chat."), say("Whoever is alone, come back here."))


def say_call_back(mode: Mode) -> tuple[Text, ...]:
    """How people are brought back where there are no chairs to turn; () where there are."""
    return () if mode in (Mode.ROOM, Mode.HYBRID) else (
        say("Welcome back."), say("Take a breath until the last is here."))


def begins_far(gathering: Gathering, step: Step, far: int) -> bool:
    """Whether the first voice of this step is to come from far away, where so many are."""
    return step.kind is Kind.SAMPLING and gathering.mode is Mode.HYBRID and far > 0
