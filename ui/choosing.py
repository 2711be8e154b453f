"""Connects the settings page with what is kept and with what stands: the wall changes at once, windows when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.errors import Trouble
from app.live.bell import Bell
from app.settings import Choices
from app.words import Text, say
from ui.console import Console
from ui.hosting import Hosting
from ui.paper import paper_name
from ui.projector.displays import Display, displays, remembered
from ui.projector.window import Wall
from ui.rooms import Room
from ui.sound import Heard, Output, Sound, found, remembered_output
from ui.stage import Stage

if TYPE_CHECKING:
    from ui.pages.settings import SettingsPage

BUILT_IN = ("theme", "text_size", "targets", "language", "wall_language")
"""Choices that a window takes up only when it is built."""


_WRONG: dict[Heard, Text | None] = {
    Heard.THERE: None,
    Heard.ELSEWHERE: say("The chosen output is not plugged in; it sounded where the computer's sound goes."),
    Heard.NOWHERE: say("No sound output was found. Plug one in and try again, or ring a bell of your own."),
}


class Choosing(QObject):
    """`again` when the host wants the windows built anew."""

    again = Signal()

    def __init__(self, *, choices: Choices, room: Room[SettingsPage], console: Console, wall: Wall, stage: Stage,
                 hosting: Hosting, sound: Sound, folder: str) -> None:
        super().__init__(console)
        self._choices, self._page, self._console = choices, room, console
        self._wall, self._stage, self._hosting, self._sound = wall, stage, hosting, sound
        self._built = choices.now
        self._folder = folder
        room.when_built(self._greet)
        console.turned.connect(lambda name: self.refresh() if name == "settings" else None)

    def _greet(self, page: SettingsPage) -> None:
        page.chosen.connect(self.choose)
        page.again.connect(lambda: self.again.emit())
        page.bell_tried.connect(self._try_bell)
        page.show_folder(self._folder)

    def refresh(self) -> None:
        """Show what is chosen, and which displays there are now."""
        now = self._choices.now
        self._page().show_displays(offered(now.wall_display, displays(), self._console.screen().name()))
        self._page().show_outputs(audible(now.sound_output, self._sound.outputs()))
        self._page().show_settings(replace(now, paper=paper_name(now)))
        self._page().show_waiting(waiting=any(getattr(now, name) != getattr(self._built, name) for name in BUILT_IN),
                                hosting=self._hosting.session is not None)

    def choose(self, name: str, value: object) -> None:
        """Keep a setting, and let what stands take it up at once. What cannot be kept is told."""
        try:
            if name == "wall_theme":
                self._stage.wear_paper(str(value))
            else:
                self._choices.change(**{name: value})
                if name == "wall_display":
                    self._wall.know(remembered(str(value)))
                elif name == "reduced_motion":
                    self._wall.show_motion(gentle=not value)
        except Trouble as trouble:
            self._console.tell(trouble.text)
        if self._page.page is not None:
            self.refresh()

    def _try_bell(self) -> None:
        chosen = self._choices.now
        self._page().show_sound(_WRONG[self._sound.ring(Bell.CLOSE, chosen.bell_volume, chosen.sound_output)])


def offered(known: str, plugged: tuple[Display, ...], console: str) -> tuple[tuple[str, Text | str], ...]:
    """What can be chosen for the wall: any other display, the remembered one, those that are plugged in.

    `console` names the console's own display, which is never the wall's. Each carries the number that is put on it
    when they are numbered.
    """
    here = {display.written(): (number, display) for number, display in enumerate(plugged, 1)
            if display.name != console}
    offer: list[tuple[str, Text | str]] = [("", say("Any display but this one"))]
    offer += [(written, say("{number}: {display}", number=number, display=display.called()))
              for written, (number, display) in here.items()]
    before = remembered(known)
    if before is not None and known not in here:
        offer.append((known, say("{display}, not plugged in", display=before.called())))
    return tuple(offer)


def audible(known: str, there: tuple[Output, ...]) -> tuple[tuple[str, Text | str], ...]:
    """What can be chosen for the bell: the computer's own choice, each output, the remembered one.

    An output that came back under another id is offered as what is remembered, so that it stays chosen.
    """
    before = remembered_output(known)
    same = found(before, there) if before is not None else None
    offered: list[tuple[str, Text | str]] = [("", say("Where the computer's sound goes"))]
    offered += [(known if output == same else output.written(), output.name) for output in there]
    if before is not None and same is None:
        offered.append((known, say("{output}, not plugged in", output=before.name)))
    return tuple(offered)
