"""How long a test waits for what is sure to come: one number for all of them, and a generous one.

It costs nothing where all is well. A machine that is ten times slower than ours, or that stops for some seconds,
needs it; a shorter one of its own is what makes a test fail there that is right.
"""

from __future__ import annotations

from functools import partialmethod

from pytestqt.qtbot import QtBot

PATIENCE = 120.0
"""Seconds; several of them for a program that does a long piece of work."""
_OF_QT = round(1000 * PATIENCE)


class PatientBot(QtBot):
    """Asks pytest-qt to wait that long, whose own patience ends after five seconds."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=_OF_QT)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=_OF_QT)
    waitActive = partialmethod(QtBot.waitActive, timeout=_OF_QT)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=_OF_QT)
