"""The card after a crash: what the program missed, and the three things a host may want now. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.away import Away, away_words
from app.words import Words, say
from ui.theme import Theme
from ui.type import USUAL, Role, text_size
from ui.widgets.buttons import OutlineButton
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, box
from ui.widgets.surfaces import Ground

HEIGHT, HEIGHT_SMALL = 92, 72
SIDE, INSIDE, GAP, GAP_SMALL = 18, 8, 12, 8


class AwayCard(Ground):
    """Lies in the flow under the bar, and is away while there is nothing to tell.

    `pressed` brings the id of an action: "go on", "give back" or "finish".
    """

    pressed = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, line=theme.line, lines="b", parent=parent)
        self._theme, self._words = theme, words
        self._away: Away | None = None
        self._title = Paragraph("", Role.PANEL, theme.ink)
        self._more = Paragraph("", Role.BODY, theme.ink2)
        self._give = OutlineButton("", theme=theme, glyph="clock", key="G")
        self._end = OutlineButton(words(say("End and keep the notes")), theme=theme, key="E")
        self._go_on = OutlineButton(words(say("Go on")), theme=theme, glyph="check", key="O")
        read = QVBoxLayout()
        read.setSpacing(2)
        read.addStretch(1)
        read.addWidget(self._title)
        read.addWidget(self._more)
        read.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(14)
        self._row.addWidget(GlyphLabel("redo", theme.ink, 24))
        self._row.addLayout(read, 1)
        for button, name in ((self._give, "give back"), (self._end, "finish"), (self._go_on, "go on")):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda checked=False, n=name: self.pressed.emit(n))
            self._row.addWidget(button)
        self.show_small(small=False)
        self.hide()

    @property
    def away(self) -> Away | None:
        """What the card tells of; None while it is folded away."""
        return self._away

    def show_hints(self, key_of: Callable[[str], str]) -> None:
        """Say which keys press what now, by the id of the command."""
        for button, command in ((self._give, "give back"), (self._end, "finish"), (self._go_on, "go on")):
            button.show_key(key_of(command))

    def show_small(self, *, small: bool) -> None:
        """Take as much room as a small screen can spare."""
        gap = GAP_SMALL if small else GAP
        self._title.show_role(Role.CARD_NAME if small else Role.PANEL)
        for button in (self._give, self._end, self._go_on):
            button.show_bare(bare=small and text_size() > USUAL)   # larger words need the glyphs' room
        self._row.setContentsMargins(SIDE + 20, gap + INSIDE, SIDE + 16, gap + INSIDE + 1)
        self.setMinimumHeight((HEIGHT_SMALL if small else HEIGHT) + 2 * gap + 1)
        self.update()

    def show_away(self, away: Away | None) -> None:
        """Tell of it; None folds the card away."""
        self._away = away
        if away is not None:
            said = away_words(away)
            self._title.show_text(self._words(said.title))
            self._more.show_text(self._words(said.line))
            self._give.show_words(self._words(said.give))
            self._give.setVisible(bool(said.give))
            self.setAccessibleName(f"{self._title.text()} {self._more.text()}")
        self.setVisible(away is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and on it the sheet with its ink line."""
        super().paintEvent(event)
        gap = self._row.contentsMargins().top() - INSIDE
        sheet = QRectF(self.rect()).adjusted(SIDE, gap, -SIDE, -gap - 1)
        painter = begin(self)
        box(painter, sheet, radius=10, fill=self._theme.surface, line=self._theme.ink, width=2)
        painter.end()
