"""A command whose keys can be changed: press it, then the key it shall have."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from app.words import Words, say
from ui.actions import key_name
from ui.theme import Theme
from ui.type import Role
from ui.widgets.focus import FocusRing
from ui.widgets.keycap import KeyCaps
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import begin, box

ROW, NAME_LEAST, RADIUS, SIDE = 27, 150, 6, 8
_ALONE = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
                    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown})


class KeyRow(QPushButton):
    """`asked` brings the id of the command and the portable name of the key that was pressed for it."""

    asked = Signal(str, str)

    def __init__(self, command: str, name: str, keys: tuple[str, ...], *, theme: Theme, words: Words) -> None:
        super().__init__()
        self.command = command
        self._theme, self._waits = theme, False
        self.setAccessibleName(f"{name}: {', '.join(keys)}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._caps = KeyCaps(keys, theme=theme)
        self._wait = label(words(say("Press a key")), Role.LABEL, theme.ink)
        self._wait.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 2, SIDE, 2)
        self._row.setSpacing(6)
        told = Paragraph(name, Role.BODY, theme.ink)
        told.setMinimumWidth(NAME_LEAST)
        self._row.addWidget(told, 1)
        for part in (self._caps, self._wait):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (told, self._caps, self._wait):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(ROW)
        FocusRing(self, theme=theme, radius=RADIUS, gap=-2)
        self.clicked.connect(lambda: self.show_waiting(waits=True))

    def show_waiting(self, *, waits: bool) -> None:
        """Wait for the key, or no longer."""
        self._waits = waits
        self._caps.setVisible(not waits)
        self._wait.setVisible(waits)
        self.update()

    def is_waiting(self) -> bool:
        """Whether the next key is the one that is chosen."""
        return self._waits

    def event(self, event: QEvent) -> bool:
        """While it waits every key is its own, shortcuts and Tab too."""
        if self._waits and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.show_waiting(waits=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere chooses no key."""
        self.show_waiting(waits=False)
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        """What is in it."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What is in it."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """A long name takes a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """So high."""
        return max(ROW, self._row.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground under the hand, a line while it waits."""
        painter = begin(self)
        if self._waits:
            box(painter, self.rect().toRectF(), radius=RADIUS, fill=self._theme.surface, line=self._theme.ink)
        elif self.underMouse():
            box(painter, self.rect().toRectF(), radius=RADIUS, fill=self._theme.hover)
        painter.end()

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _ALONE or event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            self.show_waiting(waits=False)
            return
        self.show_waiting(waits=False)
        self.asked.emit(self.command, key_name(event.key(), event.modifiers()))
