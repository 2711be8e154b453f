"""One quiet bar under the list while notes are chosen: how many, and what can be done with them, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words import Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, PaintedButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Sheet


class PickedBar(Sheet):
    """`asked` brings "merge", "step", "kind", "theme", "away" or "none" for what is pressed."""

    asked = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(fill=theme.surface, line=theme.line2, radius=10, parent=parent)
        self._words = words
        self._count = Paragraph("", Role.BODY_BOLD, theme.ink, wrap=False)
        acts = FlowLayout(gap=0, row_gap=2)
        acts.addWidget(self._count)
        self._buttons: dict[str, PaintedButton] = {}
        for what, text, key in (("merge", say("Merge"), "M"), ("step", say("To step"), "S"),
                                ("kind", say("To kind"), "K"), ("theme", say("To theme"), "T"),
                                ("away", say("Take away"), "Del")):
            self._buttons[what] = QuietButton(words(text), theme=theme, key=key, shape=SMALL)
            acts.addWidget(self._buttons[what])
        self._buttons["none"] = QuietButton("", theme=theme, glyph="close", name=words(say("Let them go, Esc")),
                                            shape=SMALL)
        for what, button in self._buttons.items():
            button.clicked.connect(lambda checked=False, w=what: self.asked.emit(w))
        self._count.setMinimumHeight(self._buttons["merge"].sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 5, 5)
        row.setSpacing(0)
        row.addLayout(acts, 1)
        row.addWidget(self._buttons["none"], 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many are chosen; without any nothing is seen."""
        self._count.show_text(self._words(say_n("{n} note chosen", "{n} notes chosen", count)))
        self._buttons["merge"].setEnabled(count > 1)
        self.setVisible(count > 0)
