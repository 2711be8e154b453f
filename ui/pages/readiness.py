"""Before the room opens: one calm list of what wants a minute, and the ink button that begins whatever it says.

The page measures nothing and keeps nothing: it shows rows and passes on what is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.readiness import Row
from app.live.scene import Audience
from app.words import Text, Words, say
from ui.commands import Command, bind
from ui.panels.readiness_rows import ReadinessRows
from ui.panels.wall_column import FRAME, Framed
from ui.projector.view import WallView
from ui.theme import DARK, Theme, WallTheme
from ui.type import Role, grown
from ui.widgets.buttons import LiveInkButton, OutlineButton, Shape
from ui.widgets.choice import Choice
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

LEFT, RIGHT = 846, 510
"""Pixels of the two columns at 1440; beside them is the rail."""
SIDE = 40


class ReadinessPage(QWidget):
    """`begin` opens the room, or goes back to the session that runs; `remedied` brings the id of a remedy.

    `identify` wants a number on each display, `display_chosen` brings the one that was chosen for the wall. `seen`
    tells whether somebody looks, so that what changes by itself is looked at only then.
    """

    begin = Signal()
    remedied = Signal(str)
    identify = Signal()
    display_chosen = Signal(str)
    seen = Signal(bool)

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, now: Callable[[], int],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._lead = Paragraph("", Role.LIVE_STEP, theme.ink2)
        self._rows = ReadinessRows(theme=theme, words=words)
        self._rows.remedied.connect(lambda remedy: self.remedied.emit(remedy))
        self._wall = WallView(theme=wall_theme, now=now)
        self._wall.setAccessibleName(words(say("They will walk in to this")))
        self._framed = Framed(self._wall, colour=theme.line2 if theme.name == DARK else theme.ink, frame=FRAME)
        self._where = Choice((), theme=theme, name=words(say("Where the wall is shown")), height=grown(38))
        self._where.chosen.connect(lambda value: self.display_chosen.emit(value))
        self._title = Paragraph("", Role.TITLE, theme.ink)
        self._facts = Paragraph("", Role.BODY, theme.ink2)
        self._time = Paragraph("", Role.LIVE_STEP, theme.ink)
        self._begin = LiveInkButton("", theme=theme, glyph="invitation")
        self._begin.clicked.connect(lambda: self.begin.emit())
        self._below = Paragraph("", Role.BODY, theme.ink2, align=Qt.AlignmentFlag.AlignHCenter)
        self.commands = (Command(say("Number the displays"), ("I",), lambda: self.identify.emit()),)
        bind(self.commands, self)
        self._lay_out()

    def show_rows(self, lead: Text, rows: Sequence[Row]) -> None:
        """Show what was found. Where the row with the keyboard went, the ink button has it."""
        self._lead.show_text(self._words(lead))
        if self._rows.show_rows(rows):
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_gathering(self, title: str, facts: str, wall: Audience) -> None:
        """Whose room it is, and what people will see when they come in."""
        self._title.show_text(title)
        self._facts.show_text(facts)
        self._wall.show_audience(wall)

    def show_displays(self, displays: Sequence[tuple[str, Text | str]], chosen: str) -> None:
        """Offer these for the wall: the value kept, and what the display is called."""
        self._where.show_options([Option(value, self._words(text)) for value, text in displays])
        self._where.show_choice(chosen)

    def show_time(self, time: Text) -> None:
        """How late it is."""
        self._time.show_text(self._words(time))

    def show_running(self, *, running: bool) -> None:
        """Whether the session runs already: then the button leads back to it."""
        self._begin.show_words(self._words(say("Back to the session") if running else say("Open the room")))
        self._below.show_text(self._words(say("It goes on meanwhile.") if running else say(
            "The first step comes on the wall. Nothing goes on by itself.")))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: Enter opens the room."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.seen.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right column takes its share, the miniature its width."""
        super().resizeEvent(event)
        right = round(self.width() * RIGHT / (LEFT + RIGHT))
        self._right.setFixedWidth(right)
        bar = self._room.verticalScrollBar().sizeHint().width() + 1
        self._framed.show_width(min(right - 2 * SIDE - bar, 560))

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        inside = QWidget()
        left = QVBoxLayout(inside)
        left.setContentsMargins(44, 36, 44, 28)
        left.setSpacing(0)
        left.addWidget(Paragraph(words(say("Before the room opens")), Role.TITLE, theme.ink))
        left.addSpacing(2)
        left.addWidget(self._lead)
        left.addSpacing(22)
        left.addWidget(self._rows)
        left.addSpacing(32)
        left.addWidget(Paragraph(words(say("Then leave the screen. Stand at the door, and say every name you know.")),
                                 Role.ITALIC, theme.ink2))
        left.addStretch(1)
        self._right = Ground(theme.surface, line=theme.line, lines="l")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scroll(inside, name=words(say("Before the room opens"))), 1)
        whole.addWidget(self._right)
        room = QWidget()
        right = QVBoxLayout(room)
        right.setContentsMargins(SIDE, 36, SIDE, 28)
        right.setSpacing(0)
        right.addWidget(Paragraph(words(say("They will walk in to this")), Role.LABEL, theme.ink2))
        right.addSpacing(8)
        right.addWidget(self._framed)
        right.addSpacing(14)
        right.addLayout(self._display())
        right.addSpacing(24)
        for part, space in ((self._title, 2), (self._facts, 20), (Rule(theme.line), 20), (self._time, 18),
                            (self._begin, 12), (self._below, 0)):
            right.addWidget(part)
            right.addSpacing(space)
        right.addStretch(1)
        outer = QVBoxLayout(self._right)
        outer.setContentsMargins(1, 0, 0, 0)
        self._room = Scroll(room, name=words(say("The room")))
        outer.addWidget(self._room)

    def _display(self) -> QVBoxLayout:
        """Where the wall is shown, and what tells which display is which."""
        number = OutlineButton(self._words(say("Number the displays")), theme=self._theme, key="I",
                               shape=Shape(height=grown(38)))
        number.clicked.connect(lambda: self.identify.emit())
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._where)
        column.addWidget(number, 0, Qt.AlignmentFlag.AlignLeft)
        return column
