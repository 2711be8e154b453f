"""Says that this is a rehearsal, for as long as it is one. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Ground

_TOLD = {10: say("Rehearsal, ten times life. Nothing is kept."),
         60: say("Rehearsal, sixty times life. Nothing is kept.")}
_OTHER = {10: say("Sixty times"), 60: say("Ten times")}


class RehearsalCard(Ground):
    """A band under the bar. `faster` asks for the other speed, `ended` to end it; hidden in life."""

    faster = Signal()
    ended = Signal()

    def __init__(self, *, theme: Theme, words: Words) -> None:
        super().__init__(theme.sunken, line=theme.line2, lines="b")
        self._words = words
        self.speed = 0
        self._told = Paragraph("", Role.BODY_BOLD, theme.ink)
        self._faster = OutlineButton("", theme=theme, glyph="timer", shape=SMALL, key="X")
        self._end = OutlineButton(words(say("End the rehearsal")), theme=theme, glyph="check", shape=SMALL, key="E")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 7, 18, 8)
        row.setSpacing(12)
        row.addWidget(GlyphLabel("practice", theme.ink, 22))
        row.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        for button, asks in ((self._faster, self.faster), (self._end, self.ended)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda checked=False, s=asks: s.emit())
            row.addWidget(button)
        self.hide()

    def show_speed(self, speed: int) -> None:
        """Minutes that go by in one; 0 when this is life."""
        self.speed = speed
        if speed:
            self._told.show_text(self._words(_TOLD[speed]))
            self._faster.show_words(self._words(_OTHER[speed]))
            self.setAccessibleName(self._told.text())
        self.setVisible(bool(speed))

    def show_hints(self, key_of: Callable[[str], str]) -> None:
        """Say which keys press what now, by the id of the command."""
        for button, command in ((self._faster, "speed"), (self._end, "finish")):
            button.show_key(key_of(command))

    def question(self, usual: Text) -> Text:
        """What is asked before the end: `usual` in life."""
        return say("End the rehearsal? Nothing of it is kept.") if self.speed else usual
