"""What a host puts into the chat of a platform: the question, the form in words, and the clock time of the end.

Who is in a small room sees neither the wall nor the host, so each message stands by itself. Nothing of the host's own
is in it: it is made of what the wall says.
"""

from __future__ import annotations

from app.groups.forms import Form
from app.library.protocol import Beat
from app.live.audience import audience, clock_time
from app.live.clock import MINUTE, Held, Running
from app.live.scene import Audience, Scene
from app.live.session import Session, taken_off
from app.words import Text, Words, say, say_n

_IN: dict[Form, Text] = {
    Form.SOLO: say("Each for yourself"), Form.PAIRS: say("In pairs"), Form.THREES: say("In threes"),
    Form.FOURS: say("In fours"), Form.TABLE: say("In your small group"),
    Form.TABLE_OF_FIVE: say("In your small group"), Form.CIRCLE: say("In one circle"),
    Form.ROOM: say("All together"),
}


def chat_text(session: Session, now: int, words: Words) -> str:
    """The live beat for a chat, in lines; "" where there is nothing to tell. A message on the wall goes first."""
    step = session.step
    if step is None:
        return ""
    shown = audience(session if session.card is not None and session.card.message else taken_off(session), words)
    if shown.scene is Scene.QUESTION:
        form, when = _IN[step.form], _when(session, now)
        line = form if when is None else say("{form}, {when}", form=form, when=when)
        return f"{_flat(shown.heading)}\n{words(line)}"
    return "\n".join(_lines(shown))


def _when(session: Session, now: int) -> Text | None:
    """When the round ends; before it begins, how long it will be; None where there is no round."""
    match session.countdown:
        case Running(deadline, _) if deadline > now:
            return say("until {time}", time=clock_time(deadline))
        case Running():
            return say("now come to a close, gently")
        case Held(left, _) if left > 0:
            return say_n("{n} minute left", "{n} minutes left", max(1, round(left / MINUTE)))
        case Held():
            return say("now come to a close, gently")
        case countdown if countdown.total and session.beat in (Beat.GATHER, Beat.FRAME):
            return say_n("{n} minute", "{n} minutes", max(1, round(countdown.total / MINUTE)))
        case _:
            return None


def _lines(shown: Audience) -> tuple[str, ...]:
    """Every sentence of a wall without a question, a line each."""
    time = f"{shown.time_label} {shown.time}".strip()
    told = (_flat(f"{shown.heading} {time}" if shown.scene is Scene.BREAK else shown.heading), _flat(shown.second),
            "" if shown.scene is Scene.BREAK else time, _flat(shown.foot), _flat(shown.foot2))
    return tuple(line for line in told if line)


def _flat(text: str) -> str:
    return " ".join(text.split())
