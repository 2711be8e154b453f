"""Keeps a second wall that can be shared in a call: the same audience as the room's, in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, QTimer

from app.errors import NotKept
from app.live.audience import audience
from app.live.clock import Clock
from app.live.engine import Engine
from app.live.session import Session
from app.settings import Choices
from app.words import Words, say
from ui.bridge import Bridge
from ui.commands import Command, bind
from ui.console import Console
from ui.pages.host import HostPage
from ui.projector.shared import SharedWall
from ui.stage import Stage
from ui.theme import WallTheme, load_wall_theme

KEY = "Shift+F9"


class Sharing(QObject):
    """Opens and closes the window; what the bridge tells of comes to it after it came to the room's wall."""

    def __init__(self, *, bridge: Bridge, clock: Clock, page: HostPage, stage: Stage, words: Words,
                 wall_words: Words, console: Console, choices: Choices) -> None:
        super().__init__(console)
        self._bridge, self._clock, self._page, self._console = bridge, clock, page, console
        self._words, self._wall_words, self._choices = words, wall_words, choices
        self.window: SharedWall | None = None
        bridge.began.connect(self._began)
        bridge.changed.connect(self._changed)
        stage.paper_worn.connect(self.show_theme)
        self.commands = (Command(say("A second wall, to share in a call"), (KEY,), self.toggle),)
        bind(self.commands, console)

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.window is not None:
            self.window.close()
            return
        now = self._choices.now
        self.window = made = SharedWall(
            theme=load_wall_theme(now.wall_theme), now=self._clock, title=self._words(say("Convener wall")),
            size=QSize(*now.shared_wall), gentle=not now.reduced_motion)
        made.closed.connect(self._let_go)
        made.key_pressed.connect(self._pressed)
        if self._bridge.engine is not None:
            self._show(self._bridge.engine.session)
        made.show()
        self._console.come_forward()

    def show_theme(self, theme: WallTheme) -> None:
        """Paper or Night from now on."""
        if self.window is not None:
            self.window.show_theme(theme)

    def close(self) -> None:
        """The windows close."""
        if self.window is not None:
            self.window.close()

    def _began(self, engine: Engine) -> None:
        self._show(engine.session)

    def _changed(self, new: Session, old: Session) -> None:
        self._show(new)

    def _show(self, session: Session) -> None:
        if self.window is not None:
            self.window.view.show_motion(gentle=not self._choices.now.reduced_motion)
            self.window.view.show_audience(audience(session, self._wall_words))

    def _pressed(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        if key == Qt.Key.Key_F9 and modifiers & Qt.KeyboardModifier.ShiftModifier:
            QTimer.singleShot(0, self, self.close)   # not while the window still hands on its key
        elif self._bridge.engine is not None and self._bridge.engine.session.finished is None:
            self._page.press(key, modifiers)

    def _let_go(self) -> None:
        """Remember how large it was; what cannot be remembered is told and stops nothing."""
        gone, self.window = self.window, None
        if gone is None:
            return
        size = (gone.width(), gone.height())
        gone.deleteLater()
        try:
            self._choices.change(shared_wall=size)
        except NotKept as trouble:
            self._console.tell(trouble.text)
