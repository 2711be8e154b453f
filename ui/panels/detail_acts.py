"""What can be done with a protocol as a file: copy it to change it, write on one's own, send it out, take it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Text, Words, say
from ui.theme import Theme
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.chips import FlowLayout


class DetailActs(QWidget):
    """A row of quiet buttons; `acted` brings the name of one: "copy", "edit", "export", "remove".

    What came with the program can be copied, not written on.
    """

    acted = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=4, row_gap=2)
        self._buttons: dict[str, QuietButton] = {}
        acts: tuple[tuple[str, Text, str], ...] = (
            ("edit", say("Edit"), "edit"), ("copy", say("Copy to change"), "copy"),
            ("export", say("Save as a file"), "export"), ("remove", say("Remove"), "trash"))
        for name, text, glyph in acts:
            button = QuietButton(words(text), theme=theme, glyph=glyph, shape=SMALL)
            button.clicked.connect(lambda checked=False, n=name: self.acted.emit(n))
            self._buttons[name] = button
            flow.addWidget(button)
        self.show_own(own=False)

    def show_own(self, *, own: bool) -> None:
        """Whether the protocol shown is the host's own."""
        for name in ("edit", "remove"):
            self._buttons[name].setVisible(own)
