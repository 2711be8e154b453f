"""One quiet bar under the list while notes are chosen: how many, and what can be done with them, each with its key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, PaintedButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.labels import label
from ui.widgets.surfaces import Sheet

CLOSE = replace(SMALL, pad=8)


class PickedBar(Sheet):
    """`asked` brings "merge", "step", "kind", "theme", "away" or "none" for what is pressed."""

    asked = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(fill=theme.surface, line=theme.line2, radius=10, parent=parent)
        self._words = words
        self._count = label("", Role.BODY_BOLD, theme.ink)
        acts = FlowLayout(gap=0, row_gap=2)
        self._buttons: dict[str, PaintedButton] = {}
        for what, text, key in (("merge", say("Merge"), "M"), ("step", say("To step"), "S"),
                                ("kind", say("To kind"), "K"), ("theme", say("To theme"), "T")):
            self._buttons[what] = QuietButton(words(text), theme=theme, key=key, shape=CLOSE)
        self._buttons["away"] = QuietButton("", theme=theme, glyph="trash", key="Del", shape=CLOSE,
                                            name=words(say("Take them away")))
        for button in self._buttons.values():
            acts.addWidget(button)
        self._buttons["none"] = QuietButton("", theme=theme, glyph="close", name=words(say("Let them go, Esc")),
                                            shape=SMALL)
        for what, pressed in self._buttons.items():
            pressed.clicked.connect(lambda checked=False, w=what: self.asked.emit(w))
        level = (self._buttons["merge"].sizeHint().height() - self._count.sizeHint().height()) // 2
        count = QVBoxLayout()
        count.setContentsMargins(0, max(0, level), 0, 0)
        count.addWidget(self._count)
        count.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 5, 5)
        row.setSpacing(4)
        row.addLayout(count)
        row.addLayout(acts, 1)
        row.addWidget(self._buttons["none"], 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many are chosen; without any nothing is seen."""
        self._count.setText(self._words(say_n("{n} note chosen", "{n} notes chosen", count)))
        self._buttons["merge"].setEnabled(count > 1)
        self.setVisible(count > 0)
