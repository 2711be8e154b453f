"""What a plan has for paper: a row of what can be printed, and what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.prints.handouts import Handout, fitting
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.inplace import INSET
from ui.widgets.labels import Paragraph

MOST_LETTERS = 12
_KINDS = {Handout.SLIPS: say("A slip for each person"), Handout.TABLES: say("A card for each table"),
          Handout.SEATING: say("Who sits where"), Handout.SEATS: say("A sign for each seat"),
          Handout.GUIDE: say("Interview guide"), Handout.PROPOSITIONS: say("What a proposition is held against"),
          Handout.AGREEMENTS: say("Lines for agreements"), Handout.QUESTIONS: say("Question cards"),
          Handout.HOSTS: say("Cards for table hosts"), Handout.TOPICS: say("Sheets for topics"),
          Handout.SIGNS: say("Signs for the spaces"), Handout.REPORTS: say("Forms for reports"),
          Handout.POSTERS: say("Posters"), Handout.PROMISES: say("Promise cards"),
          Handout.INVITATION: say("The invitation")}


class PrintRow(QWidget):
    """`wanted` brings the value of a `Handout`, `closed` when the row may go."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kinds = {what: self._kind(what, theme) for what in Handout}
        done = QuietButton(words(say("Done")), theme=theme, shape=SMALL)
        done.clicked.connect(lambda: self.closed.emit())
        flow = FlowLayout(gap=10, row_gap=8)
        for button in (*self._kinds.values(), done):
            flow.addWidget(button)
        self._line = Paragraph("", Role.BODY, theme.ink2)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 8, 0, 6)
        column.setSpacing(6)
        column.addLayout(flow)
        column.addWidget(self._line)
        self.show_hint()

    def ask(self, what: Handout) -> None:
        """That is wanted, from elsewhere on the page."""
        self.show()
        self.wanted.emit(what.value)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first of what can be printed."""
        self._kinds[Handout.SLIPS].setFocus(Qt.FocusReason.TabFocusReason)

    def show_plan(self, gathering: Gathering) -> None:
        """Offer what this plan has a use for."""
        offered = fitting(gathering)
        for what, button in self._kinds.items():
            button.setVisible(what in offered)

    def show_hint(self) -> None:
        """Say what this is for."""
        self._tell(say("Seats are for steps that go by a list, and for seat cards. Each becomes a PDF."))

    def show_writing(self) -> None:
        """A PDF is being made."""
        self._tell(say("Writing …"))
        for button in self._kinds.values():
            button.setEnabled(False)

    def show_written(self, path: Path, missing: tuple[str, ...]) -> None:
        """The PDF is at `path`; `missing` are letters no font had."""
        self._tell(say("Kept as {name}.", name=path.name) if not missing else say(
            "Kept as {name}. No font here has these, so they stand in brackets: {letters}", name=path.name,
            letters=" ".join(missing[:MOST_LETTERS])))

    def show_trouble(self, text: Text) -> None:
        """Why it could not be printed."""
        self._tell(text)

    def text(self) -> str:
        """What stands under the row."""
        return self._line.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the row away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, text: Text) -> None:
        for button in self._kinds.values():
            button.setEnabled(True)
        self._line.show_text(self._words(text))

    def _kind(self, what: Handout, theme: Theme) -> OutlineButton:
        button = OutlineButton(self._words(_KINDS[what]), theme=theme, shape=SMALL)
        button.clicked.connect(lambda: self.wanted.emit(what.value))
        return button
