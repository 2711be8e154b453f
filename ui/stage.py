"""Connects a running session with the two displays: the host's page on one, the wall on the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QScreen

from app.design.gathering import Gathering
from app.errors import NotKept, Trouble
from app.live.audience import audience
from app.live.engine import Engine
from app.live.session import Session
from app.settings import Choices
from app.words import Words, say
from ui.bridge import Bridge
from ui.commands import Command, bind
from ui.console import NOTES, Console
from ui.hosting import Hosting
from ui.pages.host import HostPage
from ui.projector.displays import display_of, room_display, screen_of
from ui.projector.window import Place, Wall, WallState
from ui.rooms import Rooms
from ui.theme import NIGHT, PAPER, load_wall_theme

_WHERE = {
    Place.DISPLAY: say("on the other display"),
    Place.WAITING: say("waiting for a display"),
    Place.WINDOW: say("in a window"),
    Place.FULL: say("on this whole screen"),
    Place.HIDDEN: say("put away"),
}
_TOGGLE = {
    Place.DISPLAY: say("Put away"),
    Place.WAITING: say("Whole screen"),
    Place.WINDOW: say("Show large"),
    Place.FULL: say("Put away"),
    Place.HIDDEN: say("Show it"),
}
"""What one press of the wall's key does from there, as `toggle_wall` does it."""


class Stage(QObject):
    """Begins sessions, keeps the wall showing what the room may see, and brings the console back.

    `paper_worn` brings the wall's colours when they change.
    """

    paper_worn = Signal(object)

    def __init__(self, *, hosting: Hosting, bridge: Bridge, page: HostPage, rooms: Rooms, wall: Wall,
                 words: Words, wall_words: Words, console: Console, choices: Choices) -> None:
        super().__init__(console)
        self._hosting, self._bridge, self._page = hosting, bridge, page
        self._words = words
        self._wall, self._wall_words, self._console, self._choices = wall, wall_words, console, choices
        rooms.today.when_built(lambda today: today.show_last(choices.now.people, choices.now.minutes))
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)
        bridge.gone.connect(self._gone)
        console.turned.connect(self._turned)
        page.went_on.connect(hosting.answer)
        page.leave.connect(lambda: console.turn_to("gatherings"))
        page.today.connect(lambda: console.turn_to("today"))
        page.gatherings.connect(lambda: console.turn_to("gatherings"))
        page.trouble.connect(lambda trouble: console.tell(
            trouble.text, holds=NOTES if isinstance(trouble, NotKept) else ""))
        page.wall_theme_swap.connect(self._swap_paper)
        page.wall_toggle.connect(self.toggle_wall)
        wall.key_pressed.connect(self._pressed_on_wall)
        wall.state_changed.connect(self._show_wall_state)
        console.moved.connect(self._console_moved)
        self.commands = (
            Command(say("The wall on or away"), ("F11",), self.toggle_wall),
            Command(say("The wall in a window"), ("Shift+F11",), self._toggle_window),
            Command(say("Console and wall change places"), ("F10",), self.change_places))
        bind(self.commands, console)
        self._show_wall_state(wall.state)

    def host(self, gathering: Gathering, on_this_screen: bool) -> None:
        """Begin a session of this plan. One that still runs is told of, and can be ended or gone back to."""
        running = self._hosting.session
        if running is not None:
            self._console.tell(
                say("“{title}” is still being hosted.", title=running.gathering.title),
                ((say("Go back to it"), lambda: self._console.turn_to("host")),
                 (say("End it and begin this one"), lambda: self._instead(gathering, on_this_screen))))
            return
        self._begin(gathering, on_this_screen)

    def take_up(self, *, returning: bool) -> bool:
        """Go on with the session that was not finished, wall included; `returning` after a start of the program.

        Whether there was one.
        """
        if self._hosting.take_up(returning=returning) is None:
            return False
        self._page.show_away(self._hosting.away)
        self._console.turn_to("host")
        return True

    def _instead(self, gathering: Gathering, on_this_screen: bool) -> None:
        engine = self._hosting.running
        try:
            if engine is not None:
                engine.finish()
        except Trouble as trouble:
            self._console.tell(trouble.text)
            return
        self._begin(gathering, on_this_screen)

    def _begin(self, gathering: Gathering, on_this_screen: bool) -> None:
        try:
            self._hosting.begin(gathering)
        except Trouble as trouble:
            self._console.tell(trouble.text)
            return
        self._console.turn_to("host")
        if on_this_screen and self._wall.state.place is not Place.FULL:
            self._wall.toggle_full()
        if len(gathering.steps) == 1:
            self._remember(people=gathering.people, minutes=gathering.minutes)

    def _began(self, engine: Engine) -> None:
        self._page.show_engine(engine)
        self._wall.show_audience(audience(engine.session, self._wall_words))
        if engine is self._hosting.running:
            self._wall.open_on_best(self._console.screen().name())
        else:   # a rehearsal: the room's display is the room's
            self._wall.open_window()
            self._console.come_forward()

    def _gone(self) -> None:
        self._page.show_draft("")
        self._page.show_engine(self._bridge.engine)
        self._wall.hide()

    def _changed(self, new: Session, old: Session) -> None:
        self._wall.show_audience(audience(new, self._wall_words))
        if new.finished != old.finished:
            self._turned(self._console.page)

    def _turned(self, page: str) -> None:
        self._console.show_rail(shown=page != "host" or self._bridge.session is None)

    def toggle_wall(self) -> None:
        """One key, both ways: the wall away from or onto its display; with one display this whole screen and back."""
        place = self._wall.state.place
        if place is Place.DISPLAY:
            self._wall.hide()
        elif place is Place.WAITING:
            self._wall.toggle_full()
        else:
            self._wall.open_on_best(self._console.screen().name())
            if self._wall.state.place is Place.WAITING and place is not Place.FULL:
                self._wall.toggle_full()
        if self._wall.state.place is not Place.FULL:
            self._console.come_forward()

    def _toggle_window(self) -> None:
        """The wall as a window on this screen: for one display, and for sharing on a platform."""
        if self._wall.state.place is Place.WINDOW:
            self._wall.open_on_best(self._console.screen().name())
        else:
            self._wall.open_window()
        self._console.come_forward()

    def change_places(self) -> None:
        """Console and wall change displays, and both stay there; with one display that is said."""
        here = display_of(self._console.screen())
        shown = self._wall.state.display if self._wall.state.place is Place.DISPLAY else None
        there = screen_of(shown or room_display(None, here.name) or here)
        if there is None or display_of(there) == here:
            self._console.tell(say("There is one display here. With a second one plugged in, this key lets the console "
                                   "and the wall change places."))
            return
        self._console.stand_on(there)
        self._wall.stand_on(here, console_screen_name=there.name())
        self._console.come_forward()

    def _pressed_on_wall(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        if key == Qt.Key.Key_F11:
            self.toggle_wall()
        elif key == Qt.Key.Key_F10:
            self.change_places()
        elif self._bridge.session is not None:
            self._page.press(key, modifiers)

    def _console_moved(self, screen: QScreen) -> None:
        self._wall.console_moved(screen.name())

    def _show_wall_state(self, state: WallState) -> None:
        self._page.show_wall_state(self._words(_WHERE[state.place]), self._words(_TOGGLE[state.place]),
                                   seen=state.place not in (Place.WAITING, Place.HIDDEN))
        if state.place is Place.DISPLAY and self._wall.known is not None:
            self._remember(wall_display=self._wall.known.written())

    def _remember(self, **chosen: object) -> None:
        """For the next time; what cannot be remembered is told and stops nothing."""
        try:
            self._choices.change(**chosen)
        except NotKept as trouble:
            self._console.tell(trouble.text)

    def _swap_paper(self) -> None:
        try:
            self.wear_paper(PAPER if self._choices.now.wall_theme == NIGHT else NIGHT)
        except Trouble as trouble:
            self._console.tell(trouble.text)

    def wear_paper(self, name: str) -> None:
        """Paper or Night on the wall from now on, and remembered. Raises NotKept when it cannot be."""
        theme = load_wall_theme(name)
        self._wall.show_theme(theme)
        self.paper_worn.emit(theme)
        self._page.show_wall_theme(theme)
        self._choices.change(wall_theme=name)
