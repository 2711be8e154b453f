"""What a running session says to a host who stands far from the desk: one command, one line, one click."""

from __future__ import annotations

from app.library.protocol import Beat, beats_of
from app.live.audience import clock_time
from app.live.clock import Held
from app.live.face import face
from app.live.forecast import Forecast, nearest_minute
from app.live.script import next_words, script
from app.live.session import Session
from app.words import Words, say
from ui.panels.now_column import BEATS
from ui.panels.stand_back import FarView


def far_view(session: Session, expected: Forecast, now: int, words: Words, glyph: str, *,
             key: str, silent: bool = False) -> FarView:
    """The whole view at `now` (epoch ms); `glyph` is that of the next click, `key` leads back, `silent` is the bell."""
    step = session.step
    beats = beats_of(step) if step is not None else ()
    look, held = face(session, now), isinstance(session.countdown, Held)
    time = clock_time(session.beat_began)
    began = {Beat.GATHER: say("They gather since {time}", time=time),
             Beat.FRAME: say("You speak since {time}", time=time),
             Beat.ROUND: say("The round began at {time}", time=time),
             Beat.CALL_BACK: say("Called back at {time}", time=time)}[session.beat]
    late = expected.late_minutes > 0
    tail = say("as promised") if expected.holds_exactly else \
        say("promised {time}", time=clock_time(nearest_minute(expected.promised)))
    lines, at = script(session, now, words, silent=silent).say, clock_time(nearest_minute(expected.ends))
    return FarView(
        face=look, family=step.family or "" if step is not None else "",
        headline=words(say("Held at {time}", time=look.digits) if held else began),
        ends=f"{words(say('Ends'))} {at}, {words(tail)}", at=at, late=late,
        beats=tuple(words(BEATS[beat]) for beat in beats),
        beat=beats.index(session.beat) if session.beat in beats else len(beats),
        line=words(say("The clock has not begun. The next click starts the round.")) if look.forgot
        else lines[0] if lines else "", click=words(say("Go on") if held else next_words(session)),
        glyph="play" if held else glyph,
        hints=(words(say("hold button") if held else say("next click")),
               words(say("{key} brings the desk back", key=key))))
