"""Where a convener of a circle is reminded that it begins with her: one sentence and one button beside the plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.design.preparation import wishes_preparation
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.labels import Paragraph


class PreparationOffer(QWidget):
    """Hidden where the plan asks for none and none is written. `prepares` asks to write it."""

    prepares = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = OutlineButton(words(say("Prepare yourself")), theme=theme, shape=SMALL)
        button.clicked.connect(lambda: self.prepares.emit())
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(5)
        column.addWidget(Paragraph(words(say("Before you gather them")), Role.LABEL, theme.ink2))
        column.addWidget(Paragraph(words(say("A circle begins with whoever calls it. Five questions for you alone.")),
                                   Role.BODY, theme.ink))
        column.addLayout(row)
        self.hide()

    def show_gathering(self, gathering: Gathering) -> None:
        """Offer it for this plan, or not."""
        self.setVisible(wishes_preparation(gathering))
