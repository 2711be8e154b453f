"""Words for the wall, written here and seen in small before the room sees them.

Nothing else that a host writes gets to the wall.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.audience import message
from app.words import Words, say
from ui.projector.view import WallView
from ui.theme import Theme, WallTheme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.fields import TextArea
from ui.widgets.labels import label
from ui.widgets.surfaces import Sheet

WIDE, HIGH, FRAME = 200, 112, 3


class MessageArea(TextArea):
    """Enter sends; with Shift it begins a line, and the wall keeps that line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the message alone: the page must not take it for its own."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class MessagePanel(QWidget):
    """`sent` brings what the room shall see; `silence` asks for the card of silence, `notes` for a kept note;
    `closed` for none.

    `edited` brings the words at every keystroke, and "" once they are on the wall.
    """

    sent = Signal(str)
    edited = Signal(str)
    silence = Signal()
    closed = Signal()
    notes = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, now: Callable[[], int],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = WallView(theme=wall_theme, now=now)
        self.view.setFixedSize(WIDE, HIGH)
        self.view.setAccessibleName(words(say("Your message as the room will see it")))
        self.field = MessageArea(theme=theme, name=words(say("Message to the wall")),
                                 placeholder=words(say("What should everyone read?")), least=3, most=3)
        send = OutlineButton(words(say("Show it")), theme=theme, glyph="message", shape=SMALL)
        quiet = OutlineButton(words(say("Silence")), theme=theme, glyph="silence", shape=SMALL)
        close = QuietButton(words(say("Close")), theme=theme, shape=SMALL)
        head = QHBoxLayout()
        head.addWidget(label(words(say("Message to the wall")), Role.LABEL, theme.ink2))
        head.addStretch(1)
        self._note = QuietButton(words(say("A kept note")), theme=theme, shape=SMALL)
        head.addWidget(self._note)
        head.addWidget(close)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        frame = Sheet(fill=theme.line2, radius=4 + FRAME)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        inside.addWidget(self.view)
        beside.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        write = QVBoxLayout()
        write.setSpacing(8)
        write.addWidget(self.field)
        buttons = QWidget()
        row = FlowLayout(buttons)      # larger words may need a second line
        row.addWidget(send)
        row.addWidget(quiet)
        write.addWidget(buttons)
        write.addStretch(1)
        beside.addLayout(write, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(beside)
        column.addStretch(1)
        for button in (send, quiet, close, self._note):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.field.edited.connect(self._preview)
        self.field.edited.connect(self._tell)
        self.field.entered.connect(self._send)
        send.clicked.connect(self._send)
        quiet.clicked.connect(self.silence)
        close.clicked.connect(self.closed)
        self._note.clicked.connect(lambda: self.notes.emit())
        self._preview("")

    def show_notes(self, *, some: bool) -> None:
        """Offer a kept note instead, where there are some."""
        self._note.setVisible(some)

    def take_keyboard(self) -> None:
        """Ready to write."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was written: it is on the wall."""
        self.show_text("")
        self.edited.emit("")

    def show_text(self, text: str) -> None:
        """Put half-written words back."""
        self.field.show_text(text)
        self._preview(text)

    def _tell(self, text: str) -> None:
        self.edited.emit(text)

    def _preview(self, text: str) -> None:
        self.view.show_audience(message(text.strip()))

    def _send(self) -> None:
        text = self.field.text().strip()
        if text:
            self.sent.emit(text)
        else:
            self.closed.emit()
