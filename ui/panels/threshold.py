"""What the host page shows before a session and after it: a calm page with one or two doors."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.audience import clock_time
from app.live.session import Session
from app.words import Text, Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.balanced import narrowest
from ui.widgets.buttons import TALL, InkButton, OutlineButton
from ui.widgets.labels import Paragraph
from ui.widgets.mark import Mark
from ui.widgets.surfaces import Ground

MEASURE = 520


class Threshold(Ground):
    """A title, a sentence, an ink door and another. `entered` brings "ink" or "other"."""

    entered = Signal(str)

    def __init__(self, *, theme: Theme, title: str, line: str, ink: str, other: str, ink_glyph: str,
                 other_glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sentence = Paragraph(line, Role.SAY, theme.ink2, align=centre)
        self._ink = InkButton(ink, theme=theme, glyph=ink_glyph, shape=TALL)
        self._other = OutlineButton(other, theme=theme, glyph=other_glyph, shape=TALL)
        doors = QHBoxLayout()
        doors.setSpacing(12)
        doors.addStretch(1)
        doors.addWidget(self._ink)
        doors.addWidget(self._other)
        doors.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(Mark(theme=theme, px=64), 0, centre)
        column.addSpacing(20)
        column.addWidget(Paragraph(title, Role.TITLE, theme.ink, wrap=False, align=centre))
        column.addSpacing(10)
        column.addWidget(self._sentence, 0, centre)
        column.addSpacing(28)
        column.addLayout(doors)
        column.addStretch(4)
        self.show_line(line)
        self._ink.clicked.connect(lambda: self.entered.emit("ink"))
        self._other.clicked.connect(lambda: self.entered.emit("other"))

    def show_line(self, line: str) -> None:
        """Say another sentence."""
        self._sentence.show_text(line)
        width = narrowest(self._sentence, MEASURE)
        self._sentence.setFixedSize(width, self._sentence.heightForWidth(width))

    def take_keyboard(self) -> None:
        """Enter opens the ink door."""
        self._ink.setFocus(Qt.FocusReason.OtherFocusReason)


def before_hosting(theme: Theme, words: Words) -> Threshold:
    """The page when nothing is hosted: today's question, or a gathering."""
    return Threshold(
        theme=theme, title=words(say("Nobody is waiting yet")),
        line=words(say("Host one question in the next ten minutes, or open a gathering you have planned.")),
        ink=words(say("Today’s question")), ink_glyph="question",
        other=words(say("Your gatherings")), other_glyph="gatherings")


def after_hosting(theme: Theme, words: Words) -> Threshold:
    """The page when it is over: the harvest, or the console's other pages."""
    return Threshold(
        theme=theme, title=words(say("Thank you for convening")), line="",
        ink=words(say("Open the harvest")), ink_glyph="harvest", other=words(say("Console")), other_glyph="home")


def what_is_kept(session: Session) -> Text:
    """When a session ended and how many notes it left."""
    kept = len(session.notes)
    notes = say_n("{n} note is kept.", "{n} notes are kept.", kept) if kept else \
        say("Nothing was written, and that is a good gathering too.")
    return say("It ended at {time}. {notes}", time=clock_time(session.finished or session.began), notes=notes)
