"""How long a test waits for what is sure to come: one number for all of them, and a generous one.

It costs nothing where all is well. A machine that is ten times slower than ours, or that stops for some seconds,
needs it; a shorter one of its own is what makes a test fail there that is right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 120.0
"""Seconds; several of them for a program that does a long piece of work."""
_OF_QT = round(1000 * PATIENCE)


class PatientBot(QtBot):
    """Waits that long whatever it is asked; pytest-qt by itself gives up after five seconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _OF_QT) -> None:
        """Until it is so."""
        super().waitUntil(callback, timeout=max(timeout, _OF_QT))

    def waitSignal(self, signal: Any, *, timeout: int = _OF_QT, **how: Any) -> Any:
        """While the block runs, or after it."""
        return super().waitSignal(signal, timeout=max(timeout, _OF_QT), **how)

    def waitActive(self, widget: QWidget, *, timeout: int = _OF_QT) -> Any:
        """Until it has the keyboard."""
        return super().waitActive(widget, timeout=max(timeout, _OF_QT))

    def waitExposed(self, widget: QWidget, *, timeout: int = _OF_QT) -> Any:
        """Until it is on the screen."""
        return super().waitExposed(widget, timeout=max(timeout, _OF_QT))
