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
    CALL_BACK = "call back"
    BREAK = "break"
    CLOSING = "closing"
    MESSAGE = "message"
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
class Audience:
    """One wall. Every string is finished and in the wall's language; `family` and `form` name colours and glyphs.

    heading: the question, the instruction, the purpose or the break's sentence. second: its italic line.
    foot, foot2: the strong and the quiet line below. time: "19:35", where a time is the hero (break, welcome);
    time_label: the words before it. now_label: the words before the time of day it is, "" where that is not shown.
    last, over: (strong, quiet) lines that replace the foot in the last minute and when the time is complete.
    minute_word: what stands under the ring's numeral. groups: who sits together, as people read it, by table from 1.
    tables: how many stand in a ring, for the map; 0 without one.
    signs: what the seat of each sign is told, the host's first. chairs: a circle clockwise from the top, what stands
    beside each chair and its turn; middle: the (large, quiet) words in it.
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
    signs: tuple[str, ...] = ()
    chairs: tuple[tuple[str, Turn], ...] = ()
    middle: tuple[str, str] = ("", "")


def family_of(step: Step) -> str:
    """The family whose colour a step wears; "" for the small parts and for ordinary business."""
    return step.family.value if step.family is not None and step.family != "part" else ""
