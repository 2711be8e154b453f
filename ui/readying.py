"""Looks at the machine before the room opens, and shows what wants a minute. What a host answers is kept for as long
as the program runs: it is about this room, today.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from app.design.gathering import Gathering
from app.design.names import minutes_words, people_words, when_words
from app.live.audience import audience
from app.live.bell import Bell
from app.live.clock import MINUTE, Clock
from app.live.engine import opening
from app.live.power import Power, read_power
from app.live.readiness import Found, lead, rows
from app.live.scene import Audience, Scene
from app.live.session import fold, is_guessed
from app.settings import Choices
from app.store.backup import backups, taken
from app.store.store import Store
from app.words import Text, Words, say, say_n
from ui.awake import Vigil
from ui.choosing import Choosing, offered
from ui.commands import Command, bind
from ui.console import Console
from ui.hosting import Hosting
from ui.panels.gathering_card import title_of
from ui.projector.displays import displays, mirroring, plugged, room_display
from ui.projector.window import Wall
from ui.rooms import Room
from ui.sound import Heard, Sound, found, remembered_output

if TYPE_CHECKING:
    from ui.pages.readiness import ReadinessPage

EVERY = 2_000
"""Milliseconds between two looks while somebody looks at the page: a cable is in, a display is there."""
SOON = 180
"""Minutes before the beginning from which on it is said how many are left."""


class Readying(QObject):
    """`chosen` says which plan is meant where no session runs; `begin` hosts it, `print_` opens its papers. `ticks` is
    what a host has answered, by the id of the plan.
    """

    def __init__(self, *, room: Room[ReadinessPage], console: Console, store: Store, hosting: Hosting, wall: Wall,
                 choices: Choices, choosing: Choosing, sound: Sound, vigil: Vigil, words: Words, wall_words: Words,
                 clock: Clock, chosen: Callable[[], Gathering | None], begin: Callable[[Gathering, bool], None],
                 print_: Callable[[str], None], identify: Callable[[], None], ticks: dict[str, frozenset[str]],
                 power: Callable[[], Power | None] = read_power) -> None:
        super().__init__(console)
        self._room, self._console, self._store, self._hosting = room, console, store, hosting
        self._wall, self._choices, self._choosing, self._sound, self._vigil = wall, choices, choosing, sound, vigil
        self._words, self._wall_words, self._clock = words, wall_words, clock
        self._chosen, self._begin, self._print, self._identify = chosen, begin, print_, identify
        self._power = power
        self._gathering: Gathering | None = None
        self._ticks = ticks
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.refresh)
        room.when_built(self._greet)
        self.commands = (Command(say("Before the room opens"), ("Ctrl+O",), self.open),)
        bind(self.commands, console)

    @property
    def page(self) -> ReadinessPage:
        """The page itself."""
        return self._room()

    def open(self) -> None:
        """Show the page for the session that runs, else for the plan that is chosen."""
        running = self._hosting.session
        gathering = running.gathering if running is not None else self._chosen()
        if gathering is None:
            self._console.tell(say("Choose a gathering first; then this shows what its room wants."))
            return
        self._gathering = gathering
        here = self._as_present(gathering)
        self._room().show_gathering(self._words(title_of(here)), self._facts(here), self._first(gathering))
        self.refresh()
        self._console.turn_to("ready")

    def refresh(self) -> None:
        """Look at everything again."""
        gathering, page = self._gathering, self._room()
        if gathering is None:
            return
        looked = rows(self._found(self._as_present(gathering)))
        page.show_rows(lead(looked), looked)
        chosen = self._choices.now.wall_display
        page.show_displays(offered(chosen, displays(), self._console.screen().name()), chosen)
        running = self._hosting.session is not None
        page.show_running(running=running)
        page.show_time(self._time(gathering, running=running))

    def stop(self) -> None:
        """The windows close."""
        self._timer.stop()

    def _greet(self, page: ReadinessPage) -> None:
        page.remedied.connect(self._remedy)
        page.begin.connect(self._open_the_room)
        page.identify.connect(self._identify)
        page.display_chosen.connect(self._choose_display)
        page.seen.connect(lambda seen: self._timer.start() if seen else self._timer.stop())

    def _open_the_room(self) -> None:
        if self._hosting.session is not None:
            self._console.turn_to("host")
        elif self._gathering is not None:
            self._begin(self._gathering, False)

    def _choose_display(self, value: str) -> None:
        self._choosing.choose("wall_display", value)
        self.refresh()

    def _remedy(self, remedy: str) -> None:
        gathering = self._gathering
        if gathering is None:
            return
        if remedy in ("print", "print cards"):
            self._print(gathering.id)
        if remedy == "ring":
            now = self._choices.now
            done = self._sound.ring(Bell.CLOSE, now.bell_volume, now.sound_output) is not Heard.NOWHERE
        else:
            done = remedy not in ("look", "print")
        if done:
            other = {"i alone": "they see it", "they see it": "i alone"}.get(remedy, "")
            before = self._ticks.get(gathering.id, frozenset())
            self._ticks[gathering.id] = before - {other} | {remedy}
        self.refresh()

    def _as_present(self, gathering: Gathering) -> Gathering:
        """The plan with the people who are there; before it begins, with those who are expected."""
        session = self._hosting.session
        if session is None or is_guessed(session):
            return gathering
        return replace(gathering, people=session.people, about=False)

    def _found(self, gathering: Gathering) -> Found:
        now, there, own = self._choices.now, plugged(), self._console.screen().name()
        room = room_display(self._wall.known, own)
        size = next(((round(seen.width * seen.scale), round(seen.height * seen.scale))
                     for seen in there if seen.display == room), (0, 0))
        outputs, known = self._sound.outputs(), remembered_output(now.sound_output)
        return Found(
            gathering=gathering, platform=sys.platform, displays=len(there),
            wall=room.called() if room is not None else "", wall_size=size, mirrored=mirroring(there, own),
            outputs=len(outputs), output=known.name if known is not None else "",
            output_gone=known is not None and found(known, outputs) is None,
            bells=now.bell_begin or now.bell_last_minute or now.bell_close, volume=now.bell_volume,
            power=self._power(), awake=self._vigil.answer if self._hosting.session is not None else None,
            free=self._free(), backup=self._backup_age(), ticks=self._ticks.get(gathering.id, frozenset()))

    def _free(self) -> int | None:
        """Bytes where the notes lie, or None where nothing can be written."""
        folder = self._store.folder
        try:
            return shutil.disk_usage(folder).free if os.access(folder, os.W_OK) else None
        except OSError:
            return None

    def _backup_age(self) -> int | None:
        """Milliseconds since the newest backup."""
        newest = next(iter(backups(self._store.folder)), None)
        if newest is None:
            return None
        now = datetime.fromtimestamp(self._clock() / 1000, UTC).replace(tzinfo=None)
        return round((now - taken(newest)).total_seconds() * 1000)

    def _first(self, gathering: Gathering) -> Audience:
        """What the room sees when it comes in."""
        if not gathering.steps:
            return Audience(Scene.BLANK)
        session = fold(opening(gathering, self._clock()))
        return audience(session, self._wall_words) if session is not None else Audience(Scene.BLANK)

    def _facts(self, gathering: Gathering) -> str:
        words, today = self._words, datetime.fromtimestamp(self._clock() / 1000)
        facts = [words(when_words(gathering.starts, today)), words(minutes_words(gathering.minutes)),
                 words(people_words(gathering.people, about=gathering.about))]
        return " · ".join([*facts, gathering.place] if gathering.place else facts)

    def _time(self, gathering: Gathering, *, running: bool) -> Text:
        now = datetime.fromtimestamp(self._clock() / 1000)
        left = round((gathering.starts - now).total_seconds() * 1000 / MINUTE)
        if running or not 0 < left <= SOON:
            return say("It is {time}.", time=f"{now:%H:%M}")
        return say_n("It is {time}, one minute before you begin.", "It is {time}, {n} minutes before you begin.", left,
                     time=f"{now:%H:%M}")
