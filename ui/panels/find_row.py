"""One find: what kind of thing it is, the words around what was sought, and of which gathering and day."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.names import day_words
from app.harvest.found import Run, Saying, Sort, Sought, snippet
from app.harvest.kinds import kind_name
from app.words import Text, Words, say
from ui.panels.note_row import lowered
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import GlyphLabel, kind_family, kind_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.marked import Marked
from ui.widgets.surfaces import Card

_FAR = 10_000
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
_GLYPH = {Sort.TOPIC: "openspace", Sort.GATHERING: "gatherings"}
_NAME = {Sort.TOPIC: say("Topic"), Sort.GATHERING: say("Gathering")}


class FindRow(Card):
    """`walked` brings how many rows the keys go on; `reached`: it has the keyboard. A click opens it, as Enter does."""

    walked = Signal(int)
    reached = Signal()

    def __init__(self, saying: Saying, *, theme: Theme, words: Words, kind_width: int,
                 parent: QWidget | None = None) -> None:
        """`kind_width` is the room for the name of a kind, in pixels."""
        super().__init__(theme=theme, name="", parent=parent)
        self.saying, self._words = saying, words
        self._what = _NAME.get(saying.sort, kind_name(saying.kind))
        whence = words(whence_words(saying))
        self.setAccessibleDescription(whence)
        is_note = saying.sort is Sort.NOTE
        colour = theme.family((kind_family(saying.kind) if is_note else None) or "part").strong
        kind = label(words(self._what), Role.LABEL, colour)
        kind.setFixedWidth(kind_width)
        self._snippet = Marked(role=Role.NOTE, strong=Role.NOTE_BOLD, colour=theme.ink2, marked=theme.ink,
                               ground=theme.line)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._snippet)
        text.addWidget(Paragraph(whence, Role.CAPTION, theme.ink2))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 16, 10)
        row.setSpacing(8)
        glyph = GlyphLabel(kind_glyph(saying.kind) if is_note else _GLYPH[saying.sort], colour, 20)
        row.addLayout(lowered(glyph, 2))
        row.addLayout(lowered(kind, 4))
        row.addLayout(text, 1)

    def show_sought(self, sought: Sought) -> None:
        """The words around what is sought now."""
        found = snippet(self.saying, sought)
        self._snippet.show_marked(found.text, found.marks)
        self.setAccessibleName(self._words(say("{kind}: {text}", kind=self._what, text=found.text)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Chosen."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End walk the list."""
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def whence_words(saying: Saying) -> Text:
    """Of which gathering and day it is, and of which conversation; a gathering tells its name itself."""
    if saying.sort is Sort.GATHERING:
        return _day(saying.run)
    if saying.conversation:
        return say("{gathering} · {conversation}", gathering=run_words(saying.run), conversation=saying.conversation)
    return run_words(saying.run)


def run_words(run: Run) -> Text:
    """"Staff meeting · Tuesday 24 November 2026"; what is sought may lie years back."""
    return say("{title} · {day}", title=run.title, day=_day(run))


def _day(run: Run) -> Text:
    return day_words(datetime.fromtimestamp(run.began / 1000).date(), year=True)
