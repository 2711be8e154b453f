"""What stands on the harvest page before the first gathering: calm words, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words import Words, say
from ui.panels.harvest_head import PAD
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph


class NothingKept(QWidget):
    """A basket, and what will stand here."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 0, PAD, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(GlyphLabel("harvest", theme.ink2, 44), 0, centre)
        column.addWidget(Paragraph(words(say("Nothing has been kept yet")), Role.PANEL, theme.ink, align=centre))
        column.addWidget(Paragraph(
            words(say("When a gathering has been hosted, what the room said to the room stands here.")), Role.BODY,
            theme.ink2, align=centre))
        column.addStretch(3)
