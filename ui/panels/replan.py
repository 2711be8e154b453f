"""Late: at most three things that can be done about it, in the column where the host already looks. It decides nothing.

A card acts at once. The keyboard stays with the page: the clock goes on, and the next click is still the next beat.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words, say
from ui.panels.replan_words import Choice, PlanWords
from ui.theme import Theme
from ui.type import USUAL, Role, text_size
from ui.widgets.buttons import OutlineButton
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import Paragraph, Runs
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Card, Ground

PAD, GAP, ENDS = 22, 12, 150
"""Pixels: around the panel, between two cards, and the least that the end takes of a card's last line."""


class ChoiceCard(Card):
    """One thing that can be done, with the number that does it."""

    def __init__(self, number: int, *, theme: Theme, words: Words) -> None:
        super().__init__(theme=theme, name="")
        self._theme, self._words = theme, words
        self._sentence = Paragraph("", Role.SAY_BIG, theme.ink)
        self._reason = Paragraph("", Role.BODY, theme.ink2)
        self._ends = Runs(())
        self._voices = Paragraph("", Role.BODY, theme.ink2)
        last = QHBoxLayout() if text_size() == USUAL else QVBoxLayout()   # large words want the whole width
        last.setSpacing(16 if text_size() == USUAL else 2)
        self._ends.setMinimumWidth(ENDS)
        last.addWidget(self._ends, 0, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self._voices, 1)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._sentence)
        text.addWidget(self._reason)
        text.addSpacing(9)
        text.addWidget(Rule(theme.line))
        text.addSpacing(8)
        text.addLayout(last)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 13, 18, 13)
        row.setSpacing(16)
        cap = QVBoxLayout()
        cap.addSpacing(6)
        self._cap = KeyCap(str(number), theme=theme)
        cap.addWidget(self._cap)
        cap.addStretch(1)
        row.addLayout(cap)
        row.addLayout(text, 1)

    def show_key(self, key: str) -> None:
        """Another key does it now."""
        self._cap.show_key(key)

    def show_choice(self, choice: Choice) -> None:
        """Show these words."""
        self._sentence.show_text(choice.sentence)
        self._reason.show_text(choice.reason)
        ends = [(self._words(say("Ends")) + " ", Role.BODY, self._theme.ink),
                (choice.ends, Role.BODY_BOLD, self._theme.ink)]
        if choice.but:
            ends.append((", " + choice.but, Role.BODY, self._theme.ink))
        self._ends.show_pieces(ends)
        self._voices.show_text(choice.voices)
        self.setAccessibleName(" ".join(
            part for part in (choice.sentence, choice.reason, self._ends.text() + ".", choice.voices) if part))


class ReplanPanel(Ground):
    """`chosen` brings a number from 0, `closed` comes when nothing is wanted."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, most: int, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self._now: PlanWords | None = None
        self._head = Paragraph("", Role.PANEL, theme.ink)
        self._how = Paragraph("", Role.BODY, theme.ink2)
        self._told = Paragraph("", Role.CAPTION, theme.ink2)
        self._cards = tuple(ChoiceCard(number + 1, theme=theme, words=words) for number in range(most))
        for number, card in enumerate(self._cards):
            card.pressed.connect(lambda n=number: self.chosen.emit(n))
            card.opened.connect(lambda n=number: self.chosen.emit(n))
        self._close = close = OutlineButton(words(say("Not now")), theme=theme, key="0")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAD, 18, PAD, 14)
        column.setSpacing(GAP)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(self._head)
        head.addWidget(self._how)
        column.addLayout(head)
        for card in self._cards:
            column.addWidget(card)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._told, 1, Qt.AlignmentFlag.AlignTop)
        below.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inside, name=words(say("Re-plan"))))

    def show_words(self, shown: PlanWords) -> None:
        """Show this from now on."""
        if shown == self._now:
            return
        self._now = shown
        self._head.show_text(shown.title)
        self._how.show_text(shown.line)
        self._told.show_text(shown.foot)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(shown.choices))
            if number < len(shown.choices):
                card.show_choice(shown.choices[number])

    def show_hints(self, key_of: Callable[[str], str]) -> None:
        """Say which keys press what now, by the id of the command."""
        self._close.show_key(key_of("keep plan"))
        for number, card in enumerate(self._cards, start=1):
            card.show_key(key_of(f"plan {number}"))

    @property
    def shown(self) -> PlanWords | None:
        """What is shown."""
        return self._now
