"""Pictures of widgets, for the eye: grab one at a size and keep it as a PNG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import Theme, palette, style_sheet


def photograph(widget: QWidget, size: tuple[int, int], path: Path, theme: Theme) -> None:
    """Show `widget` offscreen at `size`, on the window's ground, and save what it looks like."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
    widget.resize(*size)
    widget.show()
    QCoreApplication.sendPostedEvents()  # layouts that were asked for while nothing was shown
    widget.grab()
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
