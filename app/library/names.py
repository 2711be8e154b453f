"""What families, forms, voices, kinds and beats are called by people. One place, so that every screen says the same."""

from __future__ import annotations

from app.groups.forms import Form
from app.library.protocol import Beat, Family, Kind, Voice
from app.words import Text, say

_FAMILY = {
    Family.INVITATION: say("Invitation"), Family.POSSIBILITY: say("Possibility"), Family.OWNERSHIP: say("Ownership"),
    Family.DISSENT: say("Dissent"), Family.COMMITMENT: say("Commitment"), Family.GIFTS: say("Gifts"),
    Family.CROSSROADS: say("Crossroads"), Family.CONTRACTING: say("Contracting"),
    Family.WORLD_CAFE: say("World Café"), Family.OPEN_SPACE: say("Open Space"),
    Family.APPRECIATIVE_INQUIRY: say("Appreciative Inquiry"), Family.ART_OF_CONVENING: say("Art of Convening"),
    Family.PART: say("Part"),
}
_FORM = {Form.SOLO: say("solo"), Form.PAIRS: say("pairs"), Form.THREES: say("threes"), Form.FOURS: say("fours"),
         Form.TABLE: say("table"),
         Form.TABLE_OF_FIVE: say("table of five"), Form.CIRCLE: say("circle"), Form.ROOM: say("room")}
_VOICE = {Voice.PEERS: say("peers"), Voice.ROOM: say("the room"), Voice.HOST: say("host"),
          Voice.SPEAKER: say("speaker"), Voice.SILENCE: say("silence")}
_KIND = {Kind.WELCOME: say("Welcome"), Kind.QUESTION: say("Question"), Kind.SAMPLING: say("Heard in the room"),
         Kind.TALK: say("Talk"), Kind.BREAK: say("Break"), Kind.CLOSING: say("Closing"),
         Kind.MARKETPLACE: say("Wall of topics"), Kind.SESSIONS: say("Talks")}
_SETTING = {"staff meeting": say("Staff meeting"), "cross-functional team": say("Cross-functional team"),
            "special focus": say("Special focus"), "town hall": say("Town hall"),
            "strategy day": say("Strategy day"), "education": say("Education"),
            "open issue": say("A big open issue")}
_MODE = {"room": say("In the room"), "platform": say("On a platform"), "phone": say("On the phone"),
         "hybrid": say("Hybrid")}
_BEAT = {Beat.GATHER: say("Gather"), Beat.FRAME: say("Frame"), Beat.ROUND: say("Round"),
         Beat.CALL_BACK: say("Call back")}


def family_name(family: Family) -> Text:
    """"Ownership"."""
    return _FAMILY[family]


def form_word(form: Form) -> Text:
    """"threes", in one word for a small control."""
    return _FORM[form]


def voice_word(voice: Voice) -> Text:
    """Who speaks, in one word or two."""
    return _VOICE[voice]


def kind_name(kind: Kind) -> Text:
    """What a step is."""
    return _KIND[kind]


def beat_name(beat: Beat) -> Text:
    """A moment of a step."""
    return _BEAT[beat]


def setting_name(setting: str) -> Text:
    """An occasion, as a file names it."""
    return _SETTING[setting]


def mode_name(mode: str) -> Text:
    """Where people are, as a file names it."""
    return _MODE[mode]
