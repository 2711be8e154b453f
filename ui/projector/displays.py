"""Which display is which, by who it is. Coordinates and indexes change with every plug; a `QScreen` dies with it.

So a `QScreen` is looked up each time it is needed and never kept.
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

    def likeness(self, other: Display) -> int:
        """How sure it is that both are one: 3 all agrees, 2 the serial does on another socket, 1 the socket, 0 not."""
        if self == other:
            return 3
        kind = (self.maker, self.model) == (other.maker, other.model)
        if kind and self.serial and self.serial == other.serial:
            return 2
        return 1 if kind and self.name == other.name and not (self.serial and other.serial) else 0


def remembered(line: str) -> Display | None:
    """The display that `Display.written` wrote, or None."""
    parts = line.split(_BETWEEN)
    return Display(*parts) if len(parts) == 4 and parts[0] else None


def displays() -> tuple[Display, ...]:
    """Every display that is plugged in now."""
    return tuple(display_of(screen) for screen in QGuiApplication.screens())


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

    `console` is the name of the console's screen. A display that only mirrors it does not count.
    """
    own = next((screen for screen in QGuiApplication.screens() if screen.name() == console), None)
    others = [screen for screen in QGuiApplication.screens()
              if screen.name() != console and (own is None or screen.geometry() != own.geometry())]
    return chosen(known, (display_of(screen) for screen in others))


def chosen(known: Display | None, others: Iterable[Display]) -> Display | None:
    """The one of `others` most like the `known` display, else the first."""
    found = list(others)
    if known is not None:
        found.sort(key=known.likeness, reverse=True)
    return found[0] if found else None
