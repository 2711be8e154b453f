"""Which display is which, by who it is. Coordinates and indexes change with every plug; a `QScreen` dies with it.

So a `QScreen` is looked up each time it is needed and never kept. Which display is the room's is decided by plain
rules over what is plugged in (`rooms`, `chosen`); what has no screen can be tried in a table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Display:
    """Who a display is, as its cable tells it; any of the four may be empty."""

    name: str
    maker: str = ""
    model: str = ""
    serial: str = ""

    def written(self) -> str:
        """As one line for the settings; `remembered` reads it."""
        return _BETWEEN.join((self.name, self.maker, self.model, self.serial))

    def called(self) -> str:
        """Its maker and model, and the socket it is plugged into."""
        kind = " ".join(part for part in (self.maker, self.model) if part)
        return f"{kind} ({self.name})" if kind else self.name

    def likeness(self, other: Display) -> int:
        """How sure it is that both are one.

        4: all agrees. 3: the serial number does, on another socket. 2: kind and socket do, and the cable tells no two
        serials. 1: maker and model do; a wireless adapter comes back with another name and serial. 0: nothing says so.
        """
        if self == other:
            return 4
        kind = (self.maker, self.model) == (other.maker, other.model)
        if kind and self.serial and self.serial == other.serial:
            return 3
        if kind and self.name == other.name and not (self.serial and other.serial):
            return 2
        return int(kind and bool(self.model))


@dataclass(frozen=True, slots=True)
class Plugged:
    """A display and where it lies on the desktop, in points; `scale` is how many pixels one point has."""

    display: Display
    left: int
    top: int
    width: int
    height: int
    scale: float = 1.0

    def covers(self, other: Plugged) -> bool:
        """Whether both show the same for the most part: half of the smaller lies on the larger."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        smaller = min(self.width * self.height, other.width * other.height)
        return across > 0 and down > 0 and 2 * across * down >= smaller


def remembered(line: str) -> Display | None:
    """The display that `Display.written` wrote, or None."""
    parts = line.split(_BETWEEN)
    return Display(*parts) if len(parts) == 4 and parts[0] else None


def plugged() -> tuple[Plugged, ...]:
    """Every display that is plugged in now, in the order of `numbered`."""
    return numbered(_seen(screen) for screen in QGuiApplication.screens())


def displays() -> tuple[Display, ...]:
    """The same, without their places."""
    return tuple(seen.display for seen in plugged())


def display_of(screen: QScreen) -> Display:
    """Who a screen is."""
    return Display(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())


def screen_of(display: Display) -> QScreen | None:
    """The screen of a display, if it is plugged in. Use it at once; it is gone with the cable."""
    return next((screen for screen in QGuiApplication.screens() if display_of(screen) == display), None)


def geometry_of(display: Display) -> QRect | None:
    """Where a display lies on the desktop, in points, if it is plugged in."""
    screen = screen_of(display)
    return screen.geometry() if screen else None


def aspect_of(display: Display | None) -> float:
    """Width by height of a display; 16:9 where there is none."""
    geometry = geometry_of(display) if display else None
    return geometry.width() / geometry.height() if geometry and geometry.height() else 16 / 9


def room_display(known: Display | None, console: str) -> Display | None:
    """The display the room looks at: the remembered one, else one that is not the console's, else None.

    `console` is the name of the console's screen.
    """
    return chosen(known, rooms(plugged(), console))


def rooms(there: Iterable[Plugged], console: str) -> tuple[Display, ...]:
    """Those of `there` that can be the room's: never the console's own, nor one that only mirrors it."""
    there = tuple(there)
    own = next((seen for seen in there if seen.display.name == console), None)
    return tuple(seen.display for seen in there
                 if seen.display.name != console and (own is None or not own.covers(seen)))


def chosen(known: Display | None, others: Iterable[Display]) -> Display | None:
    """The one of `others` most like the `known` display, else the first: with two displays the only other one."""
    return max(others, key=lambda other: known.likeness(other) if known is not None else 0, default=None)


def mirroring(there: Iterable[Plugged], console: str) -> bool:
    """Whether some display shows what the console's shows. Under X11 mirrored displays are told apart and lie on each
    other; where a system makes one display of them (Windows, macOS), nobody can know it from here.
    """
    there = tuple(there)
    own = next((seen for seen in there if seen.display.name == console), None)
    return own is not None and any(own.covers(seen) for seen in there if seen is not own)


def numbered(there: Iterable[Plugged]) -> tuple[Plugged, ...]:
    """In the order of their numbers, from 1: as they lie from left to right, then from above to below."""
    return tuple(sorted(there, key=lambda seen: (seen.left, seen.top, seen.display.name)))


def _seen(screen: QScreen) -> Plugged:
    place = screen.geometry()
    return Plugged(display_of(screen), place.x(), place.y(), place.width(), place.height(), screen.devicePixelRatio())
