"""What stands on the program's own fonts and colours is tested in them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.widgets.showcase import dress
from ui.theme import load_theme
from ui.type import load_fonts


@pytest.fixture(scope="session")
def faces(qapp: QApplication) -> None:
    """Literata and Source Sans are known to Qt, and the application is dressed in the light theme."""
    load_fonts()
    dress(qapp, load_theme("light"))
