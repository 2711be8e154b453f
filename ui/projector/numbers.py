"""A large number on each display for a few seconds, so that a host can tell which is which.

Each is a small window of its own that takes no keyboard and no click. It goes by itself, and at any key: what is under
it may be a question that a room is looking at, so it comes only when the host asks for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ui.projector.displays import plugged, screen_of
from ui.theme import WallTheme
from ui.type import wall_font

SECONDS = 4
SHARE = 0.36
"""Of a display's height that its number's window is high."""


class Numbers(QObject):
    """`show` puts a number on each display, as `plugged` counts them; `hide` takes them away."""

    def __init__(self, *, theme: WallTheme, seconds: float = SECONDS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._windows: list[_Number] = []
        self.listening = False
        """Whether the next key takes them away."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.hide)
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._listen)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application

    @property
    def shown(self) -> tuple[QWidget, ...]:
        """The windows that are on the displays now."""
        return tuple(self._windows)

    def show(self) -> None:
        """Number the displays that are plugged in now; the key that asked for it is not yet the one that ends it."""
        self.hide()
        for number, seen in enumerate(plugged(), 1):
            screen = screen_of(seen.display)
            if screen is not None:
                window = _Number(number, seen.display.called(), theme=self._theme)
                window.show_on(screen)
                self._windows.append(window)
        self._application.screenRemoved.connect(self.hide)
        self._timer.start()
        self._next_turn.start()

    def hide(self) -> None:
        """Take them away."""
        self._timer.stop()
        self._next_turn.stop()
        if self.listening:
            self._application.removeEventFilter(self)
            self.listening = False
        if self._windows:
            self._application.screenRemoved.disconnect(self.hide)
        for window in self._windows:
            window.hide()
            window.deleteLater()
        self._windows.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key takes the numbers away, and does what it does."""
        if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self.hide()
        return False

    def _listen(self) -> None:
        self.listening = True
        self._application.installEventFilter(self)


class _Number(QWidget):
    """One number and the display's name, in the wall's colours turned about."""

    def __init__(self, number: int, called: str, *, theme: WallTheme) -> None:
        kind = Qt.WindowType
        super().__init__(None, kind.ToolTip | kind.FramelessWindowHint | kind.WindowStaysOnTopHint
                         | kind.WindowDoesNotAcceptFocus | kind.WindowTransparentForInput)
        self._number, self._called, self._theme = str(number), called, theme
        self.setObjectName(f"number {number}")
        self.setAccessibleName(f"{number}, {called}")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_on(self, screen: QScreen) -> None:
        """In the middle of a display. Where the compositor places windows itself, over the whole of it."""
        whole = screen.geometry()
        side = round(whole.height() * SHARE)
        self.setScreen(screen)
        self.setGeometry(QRect(whole.center().x() - side // 2, whole.center().y() - side // 2, side, side))
        if QGuiApplication.platformName().startswith("wayland"):
            self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
                                | Qt.WindowType.WindowDoesNotAcceptFocus)
            self.setScreen(screen)
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The number above, the name below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.ink))
        painter.setPen(QColor(self._theme.bg))
        high, wide = float(self.height()), float(self.width())
        painter.setFont(wall_font(high * 0.66, serif=True, weight=480))
        painter.drawText(QRectF(0, 0, wide, high * 0.8), Qt.AlignmentFlag.AlignCenter, self._number)
        name = wall_font(max(13.0, high * 0.062), serif=False, weight=600)
        painter.setFont(name)
        line = QFontMetricsF(name).elidedText(self._called, Qt.TextElideMode.ElideRight, wide * 0.9)
        painter.drawText(QRectF(0, high * 0.78, wide, high * 0.16), Qt.AlignmentFlag.AlignCenter, line)
        painter.end()
