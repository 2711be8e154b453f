"""Whoever asks the program to end is heard at any moment, and nothing is written where a socket was."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.ending import Ending

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot signal itself there and go on")


@pytest.fixture
def ending(qapp: QApplication) -> Iterator[Ending]:
    """What listens; afterwards signals mean what they meant before."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    made = Ending(qapp)
    yield made
    made.close()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_a_wish_to_end(ending: Ending, qtbot: QtBot, number: signal.Signals) -> None:
    with qtbot.waitSignal(ending.wished):
        os.kill(os.getpid(), number)
    assert ending.was_wished


def test_a_signal_that_comes_while_nobody_listens_is_heard_by_the_next(ending: Ending, qtbot: QtBot) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    heard: list[bool] = []
    ending.wished.connect(lambda: heard.append(True))
    qtbot.waitUntil(lambda: heard == [True])


def test_the_desktop_s_quit_is_the_same_wish_and_ends_nothing_by_itself(ending: Ending, qapp: QApplication) -> None:
    assert QApplication.sendEvent(qapp, QEvent(QEvent.Type.Quit)) and ending.was_wished


def test_afterwards_no_signal_is_written_anywhere(qapp: QApplication) -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    Ending(qapp).close()
    for number, handler in before.items():
        signal.signal(number, handler)
    assert signal.set_wakeup_fd(-1) == -1
