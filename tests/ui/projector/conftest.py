"""What the wall's tests share: the fonts, a way to photograph a wall, and two audiences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.live.scene import Audience
from ui.projector.frame import paint_wall
from ui.theme import load_wall_theme
from ui.type import load_fonts

Photograph = Callable[..., QImage]


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def photograph() -> Photograph:
    """A wall as a picture: `photograph(audience, now=0, width=1920, height=1080, theme="paper")`."""
    def take(audience: Audience, *, now: int = 0, width: int = 1920, height: int = 1080,
             theme: str = "paper") -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_wall(painter, QRectF(0, 0, width, height), audience, load_wall_theme(theme), now)
        painter.end()
        return image
    return take
