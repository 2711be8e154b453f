"""What the host wants to tell the room: their words alone, as large as they fit."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.fit import READABLE, Hand, fit
from ui.projector.sheet import FOOT, QUESTION, Sheet, ribbon, write

LARGEST = 140


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family="", glyph="message")
    top, bottom = QUESTION[0] + 20, FOOT[1]
    block = fit(audience.heading, sheet.right - sheet.left, bottom - top, largest=LARGEST, smallest=READABLE,
                hand=Hand(pitch=0.79))
    write(painter, block, sheet.left, max(top, min(570 - block.height / 2, bottom - block.height)), sheet.theme.ink)
