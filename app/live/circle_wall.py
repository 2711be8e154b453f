"""What the room sees of a circle while a stone goes round: everybody's chair, who holds it, who comes then."""

from __future__ import annotations

from collections.abc import Sequence

from app.library.protocol import Beat, Step
from app.live.circle import Chair, chairs, has_an_order, then
from app.live.places import Here
from app.live.scene import Audience, Scene, Turn, family_of
from app.live.stone import MIDDLE, Stone
from app.words import Text, Words, say


def stone_circle(here: Here, stone: Stone, step: Step, beat: Beat, words: Words) -> Audience | None:
    """The circle of this step, or None where its stone does not go round."""
    plan = here.gathering
    if plan is None or plan.step(stone.step_id) is not step:
        return None
    order = chairs(plan, here.people, here.gone)
    if not has_an_order(step, beat, len(order)):
        return None
    holder = next((chair.label for chair in order if chair.number == stone.holder), "")
    return Audience(
        Scene.CIRCLE, family_of(step), step.form, step.question or step.title,
        foot=words(say("Once more round") if stone.again else say("Every voice, once round")),
        foot2=words(_coming(order, stone)),
        chairs=tuple((chair.label, _turn(chair, stone)) for chair in order),
        middle=(holder, words(say("holds the stone"))) if holder else
               ("", words(say("The stone lies\nin the middle."))))


def _turn(chair: Chair, stone: Stone) -> Turn:
    if chair.number == stone.holder:
        return Turn.HOLDS
    return Turn.HELD if chair.number in stone.held else Turn.COMES


def _coming(order: Sequence[Chair], stone: Stone) -> Text:
    following = then(order, stone)
    if stone.holder == MIDDLE:
        return say("Everybody has held it. It may go round once more.")
    if stone.again:
        return (say("Then {name}. For whoever has a word to add.", name=following.label) if following is not None
                else say("Then it lies in the middle."))
    return (say("Then {name}. You may pass: it\u00a0comes round once more.", name=following.label)
            if following is not None else say("The last of us. Then it can go round once more."))
