"""What a protocol is: the shape of one TOML file, and nothing about reading it (see `reader`).

A protocol is one thing that can be asked, or one small part a gathering needs. It has steps; a gathering
takes copies of them. All texts are in the file's own language.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.groups.forms import Form, is_small_group


class Family(StrEnum):
    """Eight conversations, four designs, and the small parts every gathering needs."""

    INVITATION = "invitation"
    POSSIBILITY = "possibility"
    OWNERSHIP = "ownership"
    DISSENT = "dissent"
    COMMITMENT = "commitment"
    GIFTS = "gifts"
    CROSSROADS = "crossroads"
    CONTRACTING = "contracting"
    WORLD_CAFE = "world cafe"
    OPEN_SPACE = "open space"
    APPRECIATIVE_INQUIRY = "appreciative inquiry"
    ART_OF_CONVENING = "art of convening"
    PART = "part"


CONVERSATIONS = tuple(Family)[:8]
DESIGNS = tuple(Family)[8:12]


class Kind(StrEnum):
    """What a step is for. It decides the wall's scene and the step's beats."""

    WELCOME = "welcome"
    QUESTION = "question"
    SAMPLING = "sampling"
    TALK = "talk"
    BREAK = "break"
    CLOSING = "closing"
    MARKETPLACE = "marketplace"
    SESSIONS = "sessions"


class Beat(StrEnum):
    """The four moments of a step with small groups; other steps have fewer."""

    GATHER = "gather"
    FRAME = "frame"
    ROUND = "round"
    CALL_BACK = "call back"


class Voice(StrEnum):
    """Who speaks in a step."""

    PEERS = "peers"
    ROOM = "room"
    HOST = "host"
    SPEAKER = "speaker"
    SILENCE = "silence"


class Regroup(StrEnum):
    """Whether people look for new faces or the same group stays together."""

    NEW = "new"
    SAME = "same"


class Seating(StrEnum):
    """Who decides who sits with whom in a step of small groups. People choose, unless the host asks for more.

    Where hosts stay, everyone else finds another table; in a last round all may go back to their first one. Seat cards
    send each seat so many tables on. Assigned groups are worked out for the people on the roster, so that as few as
    possible meet twice.
    """

    CHOSEN = "chosen"
    HOSTS = "hosts stay"
    HOME = "first table"
    CARDS = "seat cards"
    ASSIGNED = "assigned"


TRAVELS = (Seating.HOSTS, Seating.CARDS)
"""Somebody stays at each table and the others go on."""


class Keeps(StrEnum):
    """A kind of note. `nothing` says that nothing written is the harvest."""

    INSIGHT = "insight"
    POSSIBILITY = "possibility"
    DOUBT = "doubt"
    GIFT = "gift"
    PROMISE = "promise"
    AGREEMENT = "agreement"
    STORY = "story"
    THEME = "theme"
    PROPOSITION = "proposition"
    REPORT = "report"
    QUESTION = "question"
    OFFER = "offer"
    REQUEST = "request"
    NOTHING = "nothing"


class Timer(StrEnum):
    """What the wall shows of a round's time. Words do the work at its end, whatever is chosen."""

    RING = "ring"
    SECONDS = "m:ss"
    MINUTES = "minutes"
    BARE = "ring alone"
    NOTHING = "nothing"


NAMELESS = frozenset({Family.DISSENT, Family.OWNERSHIP, Family.CROSSROADS})
"""Conversations whose words are kept without a name: what is risked among peers is not filed under a person."""


SETTINGS = ("staff meeting", "cross-functional team", "special focus", "town hall", "strategy day", "education",
            "open issue")
MODES = ("room", "platform", "phone", "hybrid")
"""The occasions and places a file may name; the same words as in a plan (a test holds them together)."""

SUMS = ("each", "size", "people", "back_at")
"""The gaps a host's line may hold; the program does the sum when the line is spoken."""


class Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Short sentences for the host, by beat. `over` is for a round that has passed its time.

    They may hold sums: {each} minutes per voice, {size} people in a group, {people} here, {back_at} clock time.
    """

    gather: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    round: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    call_back: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sub-round inside one step's round: `minutes` after the start of the round as planned, a sentence for the wall.

    It keeps its share of the round: where the host gives or takes minutes, every voice gets its part of them.
    """

    minutes: float
    say: str


class WallLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The small lines the room sees under the question. Empty ones take the form's own words.

    `lines` are sentences that stand on the wall as a list, under the title or the question.
    """

    foot: str = ""
    gather: str = ""
    call_back: str = ""
    last_minute: str = ""
    lines: tuple[str, ...] = ()


class Elsewhere(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """How a step changes when people are not in one room."""

    platform: str = ""
    phone: str = ""
    hybrid: str = ""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One step as a protocol offers it. Minutes are whole and count frame and round together.

    `timer` and `warnings` (whole minutes before the end at which the wall says so) are the host's usual ones where
    they are None; `warnings` without any leave the round in peace until it is complete.
    """

    title: str
    kind: Kind = Kind.QUESTION
    family: Family | None = None
    question: str = ""
    wordings: tuple[str, ...] = ()
    form: Form = Form.ROOM
    voice: Voice = Voice.PEERS
    minutes: int
    frame_minutes: int | None = None
    regroup: Regroup = Regroup.NEW
    seating: Seating = Seating.CHOSEN
    beats: tuple[Beat, ...] = ()
    cues: tuple[Cue, ...] = ()
    timer: Timer | None = None
    warnings: tuple[int, ...] | None = None
    say: Lines = Lines()
    watch: Lines = Lines()
    wall: WallLines = WallLines()
    keeps: tuple[Keeps, ...] = (Keeps.NOTHING,)
    named: bool = False
    elsewhere: Elsewhere = Elsewhere()


class Protocol(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One file of the library. `people` is (fewest, most); `id` is the file's name without its ending."""

    schema: int = 1
    id: str = ""
    title: str
    family: Family
    language: str = "en"
    purpose: str
    when: tuple[str, ...] = ()
    when_not: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    modes: tuple[str, ...] = ("room",)
    people: tuple[int, int] = (3, 300)
    steps: tuple[Step, ...]

    @property
    def main_step(self) -> Step:
        """The step that carries the question people come for, or the first."""
        return next((s for s in self.steps if s.question and s.kind in (Kind.QUESTION, Kind.MARKETPLACE)),
                    self.steps[0])

    @property
    def minutes(self) -> int:
        """All steps together, moving not counted."""
        return sum(step.minutes for step in self.steps)


def beats_of(step: Step) -> tuple[Beat, ...]:
    """The beats the host walks through. A file may name them; otherwise form and kind decide."""
    if step.beats:
        return step.beats
    if is_small_group(step.form):
        return tuple(Beat)
    if step.kind is Kind.SESSIONS:
        return (Beat.FRAME, Beat.ROUND, Beat.CALL_BACK)
    if step.kind in (Kind.QUESTION, Kind.SAMPLING, Kind.MARKETPLACE):
        return (Beat.FRAME, Beat.ROUND)
    return (Beat.ROUND,)


def round_minutes(step: Step) -> int:
    """Minutes the clock runs. Framing takes one minute of a small-group step, two from 15 minutes on."""
    frame = step.frame_minutes
    if frame is None:
        frame = (2 if step.minutes >= 15 else 1) if is_small_group(step.form) else 0
    return max(1, step.minutes - frame)
