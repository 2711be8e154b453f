"""The room's window: on the other display, or a window here. It never covers the console nor takes its keyboard.

When a display goes, Qt moves its full-screen window over the console, so it is hidden in that very slot. When the
display returns Qt does nothing, and a window manager may put the window elsewhere, so it is placed and looked at
again after 300 and 1,500 ms (measured under X11; Windows and macOS are untested).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.live.scene import Audience
from ui.projector.displays import Display, display_of, geometry_of, room_display, screen_of
from ui.projector.view import WallView
from ui.theme import WallTheme

AGAIN = (300, 1_500)
"""Milliseconds after which a placed window is looked at again."""


class Place(StrEnum):
    """Where the wall is."""

    HIDDEN = "hidden"
    WAITING = "waiting"
    DISPLAY = "display"
    WINDOW = "window"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class WallState:
    """Where the wall is: on the room's `display`, waiting for it, in a window here, over this whole screen, hidden."""

    place: Place
    display: Display | None = None


class Wall(QObject):
    """Holds the room's window and keeps it where the room looks.

    `key_pressed` passes on every key the window gets (key, modifiers), so that a clicker works from anywhere.
    """

    state_changed = Signal(object)
    hidden_by_host = Signal()
    key_pressed = Signal(int, Qt.KeyboardModifier)

    def __init__(self, *, theme: WallTheme, now: Callable[[], int], title: str, known: Display | None = None,
                 gentle: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = _Window(theme=theme, now=now, title=title, gentle=gentle)
        self._known = known
        self._console = ""
        self._state = WallState(Place.HIDDEN)
        self._window.closed.connect(self._closed)
        self._window.key_pressed.connect(self.key_pressed)
        self._timers = tuple(self._later(ms) for ms in AGAIN)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._removed)
        application.screenAdded.connect(self._added)
        for screen in application.screens():
            screen.geometryChanged.connect(self._resized)

    @property
    def state(self) -> WallState:
        """Where the wall is now."""
        return self._state

    @property
    def known(self) -> Display | None:
        """The display that is remembered as the room's; another may stand in for it."""
        return self._known

    @property
    def window(self) -> QWidget:
        """The window itself, for a photograph."""
        return self._window

    def show_audience(self, audience: Audience) -> None:
        """What the room sees from now on: it is answered before anything else is painted."""
        self._window.view.show_audience(audience)
        self._window.view.repaint()

    def foresee(self, audience: Audience) -> None:
        """What the room will most likely see next, so that it can be painted before it is asked for."""
        self._window.view.foresee(audience)

    def show_motion(self, *, gentle: bool) -> None:
        """Fade from scene to scene from now on, or change at once."""
        self._window.view.show_motion(gentle=gentle)

    def show_theme(self, theme: WallTheme) -> None:
        """Paper or Night from now on."""
        self._window.view.show_theme(theme)

    def open_on_best(self, console_screen_name: str) -> None:
        """Open where the room looks: the remembered display, else another than the console's; with none, wait."""
        self._console = console_screen_name
        display = room_display(self._known, console_screen_name)
        if display is None:
            self.wait()
        elif self._known is None or self._known.likeness(display):
            self.open_on(display)
        else:   # a stand-in: the room's own display is not forgotten for it
            self._place(display)

    def open_on(self, display: Display) -> None:
        """Open on this display and remember it."""
        self._known = display
        self._place(display)

    def know(self, display: Display | None) -> None:
        """Prefer this display from now on; a wall that is shown, or waits to be, moves to it."""
        self._known = display
        if self._state.place in (Place.DISPLAY, Place.WAITING):
            self.open_on_best(self._console)

    def console_moved(self, console_screen_name: str) -> None:
        """The console stands on another display now; the wall makes way for it."""
        self._console = console_screen_name
        if self._state.display is not None and self._state.display.name == console_screen_name:
            display = room_display(None, console_screen_name)
            if self._state.place is Place.DISPLAY and display is not None:
                self._place(display)
            elif self._state.place is Place.DISPLAY:
                self.wait()

    def stand_on(self, display: Display, *, console_screen_name: str) -> None:
        """The console has taken another display; this one is the room's from now on, also when the wall comes later."""
        self._console, self._known = console_screen_name, display
        if self._state.place is Place.DISPLAY and self._state.display != display:
            self._place(display)

    def open_window(self) -> None:
        """A window on the console's screen, with a title bar: for one display, and for sharing."""
        self._rest()
        self._window.show_here(screen=self._console_screen(), full=False)
        self._tell(WallState(Place.WINDOW))

    def toggle_full(self) -> None:
        """With one display: the whole screen, and back to what was."""
        if self._state.place is Place.FULL:
            self.hide()
        elif self._state.place is not Place.DISPLAY:
            self._rest()
            self._window.show_here(screen=self._console_screen(), full=True)
            self._tell(WallState(Place.FULL))

    def wait(self) -> None:
        """Hide until a display is plugged in that the room can look at."""
        self._rest()
        self._window.hide()
        self._tell(WallState(Place.WAITING, self._known))

    def hide(self) -> None:
        """Hide, and do not come back by itself."""
        self._rest()
        self._window.hide()
        self._tell(WallState(Place.HIDDEN))

    def close(self) -> None:
        """The program ends."""
        self._rest()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.disconnect(self._removed)
            application.screenAdded.disconnect(self._added)
        self._state = WallState(Place.HIDDEN)
        self._window.hide()
        self._window.deleteLater()

    def _removed(self, screen: QScreen) -> None:
        """A display goes. Hide at once, before Qt brings the window over the console."""
        if self._state.place is not Place.DISPLAY:
            return
        gone = screen.name()
        shown = self._state.display.name if self._state.display else ""
        if gone in (shown, self._console) or self._window.screen() is None:
            self.wait()

    def _added(self, screen: QScreen) -> None:
        """A display comes: the wall returns to its own, or takes the one there is."""
        screen.geometryChanged.connect(self._resized)
        if self._state.place in (Place.WAITING, Place.FULL) and screen.name() != self._console:
            if room_display(self._known, self._console) is not None:
                self.open_on_best(self._console)
        elif self._state.place is Place.DISPLAY and self._known is not None and self._state.display is not None:
            if self._known.likeness(display_of(screen)) > self._known.likeness(self._state.display):
                self.open_on_best(self._console)
            else:
                self._look_again()

    def _resized(self) -> None:
        """Some display has another resolution or place: the window may have to follow. Where the two now show the same
        it would lie over the console, so it waits until they are apart again.
        """
        if self._state.place in (Place.DISPLAY, Place.WAITING):
            best = room_display(self._known, self._console)
            if self._state.place is Place.WAITING or best is None:
                self.open_on_best(self._console)
            else:
                self._settle()
                self._look_again()

    def _place(self, display: Display) -> None:
        screen = screen_of(display)
        if screen is None:
            self.wait()
            return
        self._window.show_on(screen)
        self._look_again()
        self._tell(WallState(Place.DISPLAY, display))

    def _look_again(self) -> None:
        for timer in self._timers:
            timer.start()

    def _later(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(self._settle)
        return timer

    def _settle(self) -> None:
        """Put the window right if a window manager, or a new resolution, left it elsewhere."""
        display = self._state.display
        if self._state.place is not Place.DISPLAY or display is None:
            return
        geometry, screen = geometry_of(display), screen_of(display)
        if geometry is None or screen is None:
            self.wait()
        elif self._window.geometry() != geometry or not self._window.isVisible():
            self._window.show_on(screen)

    def _console_screen(self) -> QScreen | None:
        named = (screen for screen in QGuiApplication.screens() if screen.name() == self._console)
        return next(named, QGuiApplication.primaryScreen())

    def _rest(self) -> None:
        for timer in self._timers:
            timer.stop()

    def _tell(self, state: WallState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _closed(self) -> None:
        self._rest()
        self._tell(WallState(Place.HIDDEN))
        self.hidden_by_host.emit()


class _Window(QWidget):
    """The window: a wall and nothing round it. Esc does not close it; closing it only hides it."""

    closed = Signal()
    key_pressed = Signal(int, Qt.KeyboardModifier)

    def __init__(self, *, theme: WallTheme, now: Callable[[], int], title: str, gentle: bool) -> None:
        super().__init__()
        self.setObjectName("wall")
        self.setWindowTitle(title)
        self.view = WallView(theme=theme, now=now, aspect=None, gentle=gentle, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_on(self, screen: QScreen) -> None:
        """The whole of another display: no frame, no cursor, no claim on the keyboard.

        `setScreen` alone does not move a window; only in this order does it arrive.
        """
        self.hide()
        self._dress(quiet=True)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)   # showFullScreen() would also claim the keyboard
        self.show()

    def show_here(self, *, screen: QScreen | None, full: bool) -> None:
        """A window that may have the keyboard: with a title bar, or over the whole screen."""
        self.hide()
        self._dress(quiet=False)
        self.setCursor(Qt.CursorShape.BlankCursor if full else Qt.CursorShape.ArrowCursor)
        if screen is not None:
            free = screen.availableGeometry()
            width = min(1120, round(free.width() * 0.7))
            self.setScreen(screen)
            height = width * 9 // 16
            self.setGeometry(free.center().x() - width // 2, free.center().y() - height // 2, width, height)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()
            self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key goes to whoever walks the session; none does anything here."""
        self.key_pressed.emit(event.key(), event.modifiers())
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The host closes the window: it hides, and the session goes on."""
        event.ignore()
        self.hide()
        self.closed.emit()

    def _dress(self, *, quiet: bool) -> None:
        flags = Qt.WindowType.Window
        if quiet:
            flags |= Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        if self.windowFlags() != flags:
            self.setWindowFlags(flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, quiet)
        self.setCursor(Qt.CursorShape.BlankCursor)
