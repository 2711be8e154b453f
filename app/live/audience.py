"""What the room may see of a session: pure, whole sentences in the wall's language, never a word of the host's.

`audience` looks at a running session; `audience_of` shows a step as it will look, for previews.
"""

from __future__ import annotations

from dataclasses import replace

from app.design.gathering import Gathering
from app.groups.forms import Form, is_small_group, is_table
from app.library.protocol import Beat, Kind, Step, Timer, Voice, round_minutes
from app.live.agenda_wall import as_list, with_topics
from app.live.circle_wall import stone_circle
from app.live.clock import MINUTE, Countdown, Held, Resting, Running
from app.live.clock import clock_time as clock_time
from app.live.elsewhere import is_far
from app.live.moments import cues_of, warnings_of
from app.live.places import Here, places
from app.live.scene import Audience, Ring, Scene, family_of
from app.live.session import Place, Session
from app.live.shown_note import note_on_wall, note_wall
from app.words import Text, Words, say

_FORM_NAME: dict[Form, Text] = {
    Form.SOLO: say("Each for yourself"),
    Form.PAIRS: say("In pairs"),
    Form.THREES: say("Groups of three"),
    Form.FOURS: say("Groups of four"),
    Form.TABLE: say("Round your table"),
    Form.TABLE_OF_FIVE: say("Round your table"),
    Form.CIRCLE: say("One circle"),
    Form.ROOM: say("The whole room"),
}

_FOOT: dict[Form, Text] = {
    Form.SOLO: say("Write it down for yourself first."),
    Form.PAIRS: say("One speaks, one listens. Then change."),
    Form.THREES: say("One speaks, the others stay curious."),
    Form.FOURS: say("One speaks, the others stay curious."),
    Form.TABLE: say("Listen for what connects."),
    Form.TABLE_OF_FIVE: say("Listen for what connects."),
    Form.CIRCLE: say("One voice at a time. You may pass."),
    Form.ROOM: say("A few voices. Listen to the end."),
}

_LAST_MINUTE: dict[Form, Text] = {
    Form.PAIRS: say("Have you both spoken? Finish the sentence you are in."),
    Form.THREES: say("Has each of you spoken? Finish the sentence you are in."),
    Form.FOURS: say("Has each of you spoken? Finish the sentence you are in."),
    Form.TABLE: say("Who has not spoken yet? Leave a word for the next guests."),
    Form.TABLE_OF_FIVE: say("Who has not spoken yet? Leave a word for the next guests."),
    Form.SOLO: say("Finish the line you are writing."),
    Form.CIRCLE: say("Room for one more voice."),
    Form.ROOM: say("Room for one more voice."),
}


def form_name(form: Form) -> Text:
    """A form in words, as the wall says it."""
    return _FORM_NAME[form]


def audience(session: Session, words: Words) -> Audience:
    """The wall of a running session."""
    step = session.step
    if session.blank or step is None:
        return Audience(Scene.BLANK)
    if session.finished is not None:
        return _thanks(session.gathering, words)
    if session.card is not None and session.card.message:
        return message(session.card.message)
    if session.card is not None and session.card.silence:
        return silence(session, words)
    if (note := note_on_wall(session)) is not None:
        return note_wall(session, note, words)
    return _wall(_here(session), step, session.beat, session.countdown, words)


def message(text: str) -> Audience:
    """The wall with the host's own words: also what is previewed before they are sent."""
    return Audience(Scene.MESSAGE, heading=text)


def silence(session: Session, words: Words) -> Audience:
    """The card of silence, with the ring of the round that runs or none."""
    step = session.step
    shown = step is not None and session.beat is Beat.ROUND and step.timer is not Timer.NOTHING
    ring = _ring(session.countdown, None, words) if shown else None
    return Audience(Scene.SILENCE, family_of(step) if step is not None else "", heading=words(say("Let it be\nquiet.")),
                    foot=words(say("A moment without words.")), foot2=words(say("Rest your eyes where you like.")),
                    ring=ring)


def audience_at(session: Session, place: Place | None, words: Words) -> Audience:
    """The wall as it will be at `place` (None: after *finish*): what the console shows as *next*."""
    if place is None:
        return _thanks(session.gathering, words)
    step = session.gathering.step(place.step_id)
    if step is None:
        return Audience(Scene.BLANK)
    same = session.countdown if place.step_id == session.step_id else Resting(round_minutes(step) * MINUTE)
    return _wall(_here(session), step, place.beat, same, words)


def audience_of(step: Step, words: Words, *, beat: Beat = Beat.FRAME, gathering: Gathering | None = None) -> Audience:
    """The wall of a step without a session, for previews."""
    here = Here(gathering, gathering.people if gathering is not None else 0)
    return _wall(here, step, beat, None, words)


def _here(session: Session) -> Here:
    return Here(session.gathering, session.people, session.gone, session.stone, session.market)


def _thanks(gathering: Gathering, words: Words) -> Audience:
    return Audience(Scene.CLOSING, heading=words(say("Thank you\nfor being here.")), second=gathering.title)


def _wall(here: Here, step: Step, beat: Beat, countdown: Countdown | None, words: Words) -> Audience:
    if step.kind is Kind.WELCOME:
        return _welcome(here.gathering, step, words, live=countdown is not None)
    if step.kind is Kind.BREAK:
        return _break(step, countdown, words)
    if step.kind is Kind.CLOSING:
        return _closing(step, words)
    if beat is Beat.GATHER:
        return places(here, step, words, family_of(step))
    if beat is Beat.CALL_BACK:
        return _call_back(here.gathering, step, words)
    if here.stone is not None and (circle := stone_circle(here, here.stone, step, beat, words)) is not None:
        return circle
    if step.wall.lines:
        return as_list(step, words)
    return with_topics(here, step, beat, _question(step, beat, countdown, words), words)


def _welcome(gathering: Gathering | None, step: Step, words: Words, *, live: bool) -> Audience:
    purpose = step.question or (gathering.purpose or gathering.title if gathering else "") or step.title
    return Audience(
        Scene.WELCOME, family="invitation", form=step.form, heading=purpose,
        time_label=words(say("We begin at")) if gathering else "",
        time=gathering.starts.strftime("%H:%M") if gathering else "",
        now_label=words(say("It is")) if gathering and live else "",
        foot2=step.wall.foot or words(say("Say hello to somebody you do not know yet.") if is_far(gathering) else
                                      say("Sit beside somebody you do not know yet.")))


def _break(step: Step, countdown: Countdown | None, words: Words) -> Audience:
    back = clock_time(countdown.deadline) if isinstance(countdown, Running) else ""
    heading = words(say("A break. We begin again at")) if back else words(say("A break"))
    return Audience(Scene.BREAK, heading=heading, time=back,
                    foot=step.question, foot2=step.wall.foot or words(say("Stretch, and talk to somebody new.")))


def _closing(step: Step, words: Words) -> Audience:
    return Audience(Scene.CLOSING, family=family_of(step), heading=step.question or step.title, second=step.wall.foot)


def _call_back(gathering: Gathering | None, step: Step, words: Words) -> Audience:
    return Audience(
        Scene.CALL_BACK, family_of(step), step.form, words(say("Come back,\ngently.")),
        second=step.wall.call_back, foot=words(say("Thank each other.")),
        foot2=words(say("Take one thought with you.") if is_table(step.form) or is_far(gathering) else
                    say("Then turn your chair to the room.")))


def _question(step: Step, beat: Beat, countdown: Countdown | None, words: Words) -> Audience:
    ring = _ring(countdown, step, words) if beat is Beat.ROUND else None
    quiet = step.wall.foot or ("" if step.kind is Kind.TALK else words(_FOOT[step.form]))
    last = step.wall.last_minute or ("" if step.kind is Kind.TALK else words(_LAST_MINUTE[step.form]))
    over = say("Finish your sentence. Thank each other.") if is_small_group(step.form) else say("Finish your sentence.")
    return Audience(
        Scene.QUESTION, family_of(step), step.form, step.question or step.title,
        foot=words(_form_line(step)), foot2=quiet, ring=ring,
        last=(words(say("The last minute")), last) if step.warnings is None or 1 in step.warnings else ("", ""),
        over=(words(say("Come to a close, gently")), words(over)),
        minute_word=words(say("min")))


def _form_line(step: Step) -> Text:
    if step.voice is Voice.SILENCE and not is_small_group(step.form):
        return say("In silence")
    return _FORM_NAME[step.form]


_ABOUT: dict[int, Text] = {2: say("About two minutes."), 3: say("About three minutes."), 5: say("About five minutes."),
                           10: say("About ten minutes.")}


def _ring(countdown: Countdown | None, step: Step | None, words: Words) -> Ring | None:
    """The countdown as the room sees it. Of a round that has not begun it is the ring it will begin with."""
    match countdown:
        case Running(deadline, total):
            ring = Ring(total, deadline=deadline)
        case Held(left, total):
            ring = Ring(total, left=max(0, left))
        case Resting(total):
            ring = Ring(total, left=total)
        case _:
            return None
    if step is None:
        return ring
    warnings = tuple((left, words(_ABOUT.get(left // MINUTE, say("About {n} minutes.", n=left // MINUTE))))
                     for left in warnings_of(step, total) if left > MINUTE)
    return replace(ring, timer=step.timer or Timer.RING, cues=cues_of(step, total), warnings=warnings)


