"""What a person at the desk sees: the windows, the things in them, the wall. Read from the program, never changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of the whole desk, in px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """Where a hand would press."""
        return self.x + self.width // 2, self.y + self.height // 2

    def lies_in(self, other: Place) -> bool:
        """Whether none of it is outside the other."""
        return (other.x <= self.x and other.y <= self.y and self.x + self.width <= other.x + other.width
                and self.y + self.height <= other.y + other.height)


@dataclass(frozen=True, slots=True)
class Thing:
    """One part of a window. `reached`: nothing lies over its middle."""

    window: str
    kind: str
    name: str
    text: str
    at: Place
    enabled: bool
    focus: bool
    checked: bool
    reached: bool

    @property
    def in_sight(self) -> bool:
        """Whether a hand can press it."""
        return self.reached and self.at.width > 2 and self.at.height > 2


@dataclass(frozen=True, slots=True)
class Window:
    """One window and where it lies."""

    name: str
    title: str
    active: bool
    framed: bool
    at: Place


@dataclass(frozen=True, slots=True)
class WallSeen:
    """The room's window: its `audience` as finished words, `left` ms of the ring or None."""

    shown: bool
    at: Place
    audience: Mapping[str, Any]
    left: int | None

    @property
    def heading(self) -> str:
        """The question, or what stands in its place."""
        return str(self.audience["heading"])

    @property
    def scene(self) -> str:
        """Which picture it is."""
        return str(self.audience["scene"])


@dataclass(frozen=True, slots=True)
class Sight:
    """One look at everything."""

    windows: Sequence[Window]
    things: Sequence[Thing]
    wall: WallSeen | None

    def called(self, words: str, *, kind: str = "", part: bool = False) -> list[Thing]:
        """What is in sight and is named `words`, or reads so (`part`: reads so somewhere within)."""
        wanted = plain(words)

        def fits(thing: Thing) -> bool:
            return any(wanted == said or (part and wanted in said) for said in (plain(thing.name), plain(thing.text)))

        found = [thing for thing in self.things if thing.in_sight and kind in ("", thing.kind) and fits(thing)]
        return [thing for thing in found if thing.enabled] or found

    def reads(self, words: str, *, window: str = "console") -> bool:
        """Whether these words can be read somewhere in a window."""
        return any(thing.window == window for thing in self.called(words, part=True))

    def window(self, name: str) -> Window | None:
        """The window of this object name."""
        return next((window for window in self.windows if window.name == name), None)

    def focus(self) -> Thing | None:
        """What has the keyboard."""
        return next((thing for thing in self.things if thing.focus), None)

    def texts(self, window: str = "console") -> str:
        """Everything there is to read, for a failure's message."""
        return " | ".join(f"{thing.kind}:{(thing.name or thing.text)[:90]}" for thing in self.things
                          if thing.window == window and thing.in_sight and (thing.name or thing.text))


def plain(words: str) -> str:
    """Words without the marks that only say where an accelerator is, and with one kind of space."""
    return re.sub(r"\s+", " ", words.replace("&", "")).strip()


def read_sight(said: Mapping[str, Any]) -> Sight:
    """What the program answered."""
    wall = said["wall"]
    return Sight(
        [Window(w["name"], w["title"], w["active"], w["framed"], Place(*w["at"])) for w in said["windows"]],
        [Thing(**{**thing, "at": Place(*thing["at"])}) for thing in said["things"]],
        WallSeen(wall["shown"], Place(*wall["at"]), wall["audience"], wall["left"]) if wall else None)
