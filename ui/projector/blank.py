"""An empty sheet: the room looks at each other. Nothing is drawn on the ground."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.sheet import Sheet


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """Nothing at all: the ground is already there."""
