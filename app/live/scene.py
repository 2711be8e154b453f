"""What a room may see: finished sentences and plain values, nothing else. `audience` fills it, the wall draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scene(StrEnum):
    """The pictures the wall can show."""

    BLANK = "blank"
    WELCOME = "welcome"
    GATHER = "gather"
    MOVE = "move"
    SEATS = "seats"
    QUESTION = "question"
    CALL_BACK = "call back"
    BREAK = "break"
    CLOSING = "closing"
    MESSAGE = "message"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Ring:
    """A countdown for the room. `deadline` (epoch ms) is None while it rests or is held with `left` ms."""

    total: int
    deadline: int | None = None
    left: int = 0

    def remaining(self, now: int) -> int:
        """Milliseconds left at `now`, never below 0: the wall does not show overtime."""
        return max(0, self.left if self.deadline is None else self.deadline - now)


@dataclass(frozen=True, slots=True)
class Audience:
    """One wall. Every string is finished and in the wall's language; `family` and `form` name colours and glyphs.

    heading: the question, the instruction, the purpose or the break's sentence. second: its italic line.
    foot, foot2: the strong and the quiet line below. time: "19:35", where a time is the hero (break, welcome);
    time_label: the words before it. last, over: (strong, quiet) lines that replace the foot in the last minute
    and when the time is complete. minute_word: what stands under the ring's numeral. groups: who sits together, as
    people read it, by table from 1. tables: how many stand in a ring, for the map; 0 without one.
    signs: what the seat of each sign is told, the host's first.
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
    ring: Ring | None = None
    last: tuple[str, str] = ("", "")
    over: tuple[str, str] = ("", "")
    minute_word: str = ""
    groups: tuple[tuple[str, ...], ...] = ()
    tables: int = 0
    signs: tuple[str, ...] = ()
