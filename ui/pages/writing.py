"""Writing a protocol of one's own: its fields, and beside them the wall as the room will see it at each word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering, Mode, plan_step
from app.library.own import faults_of
from app.library.protocol import Protocol
from app.words import Words, say
from ui.commands import Command, bind
from ui.panels.protocol_faults import on_the_page
from ui.panels.protocol_form import ProtocolForm
from ui.panels.room_preview import RoomPreview
from ui.theme import Theme, WallTheme
from ui.type import Role
from ui.widgets.buttons import InkButton, OutlineButton
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

MEASURE = 720
EMPTY = Gathering(id="written", starts=datetime(2000, 1, 1), people=12, mode=Mode.ROOM)


class WritingPage(QWidget):
    """`keep` brings what is written, `typed` at every change what is not kept yet, or None; `left` puts it aside."""

    keep = Signal(object)
    typed = Signal(object)
    left = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._kept: Protocol | None = None
        self._form = ProtocolForm(theme=theme, words=words)
        self._form.changed.connect(self._change)
        self._wall = RoomPreview(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)
        self._wrong = Paragraph("", Role.CAPTION, theme.ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_side(), 55)
        row.addWidget(Scroll(self._wall, name=words(say("What the room will see"))), 45)
        self.commands = (Command(say("Keep what is written"), ("Ctrl+S",), self._keep),
                         Command(say("Back to the library"), ("Esc",), lambda: self.left.emit()))
        bind(self.commands, self)

    def show_protocol(self, protocol: Protocol) -> None:
        """Write on this one. What stood here is put aside."""
        self._kept = protocol
        self._form.show_protocol(protocol)
        self._renew()

    def show_written(self, protocol: Protocol) -> None:
        """Go on with this, which is not kept yet."""
        self._form.show_protocol(protocol)
        self._renew()

    def written(self) -> Protocol | None:
        """What is written and not kept yet."""
        now = self._form.protocol()
        return now if now != self._kept else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened."""
        self._form.take_keyboard()

    def _make_side(self) -> QWidget:
        theme, words = self._theme, self._words
        side = Ground(theme.surface, line=theme.line, lines="r")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 20, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(40, 0, 34, 0)
        head.setSpacing(10)
        head.addWidget(Paragraph(words(say("Your own protocol")), Role.TITLE, theme.ink), 1)
        back = OutlineButton(words(say("Back")), theme=theme, glyph="back")
        back.clicked.connect(lambda checked=False: self.left.emit())
        self._ink = InkButton(words(say("Keep it")), theme=theme, glyph="check")
        self._ink.clicked.connect(lambda checked=False: self._keep())
        head.addWidget(back)
        head.addWidget(self._ink)
        wrong = QHBoxLayout()
        wrong.setContentsMargins(40, 0, 34, 0)
        wrong.addWidget(self._wrong)
        inside = QWidget()
        measured = QHBoxLayout(inside)
        measured.setContentsMargins(40, 0, 34, 28)
        self._form.setMaximumWidth(MEASURE)
        measured.addWidget(self._form, 1)
        measured.addStretch(0)
        column.addLayout(head)
        column.addLayout(wrong)
        column.addWidget(Scroll(inside, name=words(say("The protocol"))), 1)
        return side

    def _keep(self) -> None:
        written = self._form.protocol()
        if written is not None and not self._tell_faults(written):
            self.keep.emit(written)

    def _change(self) -> None:
        self._renew()
        self.typed.emit(self.written())

    def _renew(self) -> None:
        written = self._form.protocol()
        if written is None:
            return
        wrong = self._tell_faults(written)
        self._ink.setEnabled(not wrong and written != self._kept)
        step = written.main_step
        self._wall.show_step(EMPTY, plan_step(step, protocol=written.id))

    def _tell_faults(self, written: Protocol) -> bool:
        """The first thing that keeps it from being kept, in one line; whether there is one.

        Nobody who has not begun yet has done anything wrong.
        """
        faults = faults_of(written)
        if faults:
            self._wrong.show_text(self._words(
                say("Begin with its name, its question and what it is for.") if written == self._kept
                else on_the_page(faults[0], written.steps.index(written.main_step) + 1)))
        self._wrong.setVisible(bool(faults))
        return bool(faults)
