"""What a room may see: finished sentences and plain values, nothing else. `audience` fills it, the wall draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.library.protocol import Step
from app.library.protocol import Timer as Timer


class Scene(StrEnum):
    """The pictures the wall can show."""

    BLANK = "blank"
    WELCOME = "welcome"
    GATHER = "gather"
    MOVE = "move"
    SEATS = "seats"
    QUESTION = "question"
    CIRCLE = "circle"
    LINES = "lines"
    TOPICS = "topics"
    CALL_BACK = "call back"
    BREAK = "break"
    CLOSING = "closing"
    MESSAGE = "message"
    NOTE = "note"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Ring:
    """A countdown for the room. `deadline` (epoch ms) is None while it rests or is held with `left` ms.

    `timer` says what is drawn of it. `cues` and `warnings` are (ms left when it comes, words), the earliest first.
    """

    total: int
    deadline: int | None = None
    left: int = 0
    timer: Timer = Timer.RING
    cues: tuple[tuple[int, str], ...] = ()
    warnings: tuple[tuple[int, str], ...] = ()

    def remaining(self, now: int) -> int:
        """Milliseconds left at `now`, never below 0: the wall does not show overtime."""
        return max(0, self.left if self.deadline is None else self.deadline - now)


class Turn(StrEnum):
    """Where the stone is, for one chair of a circle. Whether somebody passed is nowhere."""

    HELD = "held"
    HOLDS = "holds"
    COMES = "comes"


@dataclass(frozen=True, slots=True)
class Talk:
    """A topic on the wall: the letter of its place, its title, who called it out."""

    sign: str
    title: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of talks, "10:45" until "11:45", and what runs then."""

    time: str
    until: str
    talks: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """One wall. Every string is finished and in the wall's language; `family` and `form` name colours and glyphs.

    heading: the question, the instruction, the purpose or the break's sentence. second: its italic line.
    foot, foot2: the strong and the quiet line below. time: "19:35", where a time is the hero (break, welcome);
    time_label: the words before it. now_label: the words before the time of day it is, "" where that is not shown.
    last, over: (strong, quiet) lines that replace the foot in the last minute and when the time is complete.
    minute_word: what stands under the ring's numeral. groups: who sits together, as people read it, by table from 1.
    tables: how many stand in a ring, for the map; 0 without one. home: people go back to where they began.
    signs: what the seat of each sign is told, the host's first. chairs: a circle clockwise from the top, what stands
    beside each chair and its turn; middle: the (large, quiet) words in it. lines: sentences in a list. walls: topics by
    time, in columns; several walls are seen in turn.
    """

    scene: Scene
    family: str = ""
    form: str = ""
    heading: str = ""
    second: str = ""
    foot: str = ""
    foot2: str = ""
    time: str = ""
    time_label: str = ""
    now_label: str = ""
    ring: Ring | None = None
    last: tuple[str, str] = ("", "")
    over: tuple[str, str] = ("", "")
    minute_word: str = ""
    groups: tuple[tuple[str, ...], ...] = ()
    tables: int = 0
    home: bool = False
    signs: tuple[str, ...] = ()
    chairs: tuple[tuple[str, Turn], ...] = ()
    middle: tuple[str, str] = ("", "")
    lines: tuple[str, ...] = ()
    walls: tuple[tuple[tuple[Hour, ...], ...], ...] = ()


def in_words(audience: Audience) -> str:
    """A wall as it is read aloud; of a list every line, of topics every time, letter, title and name."""
    hours = (hour for wall in audience.walls for column in wall for hour in column)
    told = (f"{hour.time}: " + ". ".join(", ".join(filter(None, (talk.sign, talk.title, talk.who)))
                                         for talk in hour.talks) + "." for hour in hours)
    return " ".join(filter(None, (
        audience.heading, audience.second, audience.time_label, audience.time, *audience.lines, *told, audience.foot,
        audience.foot2)))


def family_of(step: Step) -> str:
    """The family whose colour a step wears; "" for the small parts and for ordinary business."""
    return step.family.value if step.family is not None and step.family != "part" else ""
