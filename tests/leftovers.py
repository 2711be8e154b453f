"""Finds what a test left behind: an open window, a ticking timer, a running thread. It says what to close."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What was there before the test, by identity."""

    qt: frozenset[int]
    threads: frozenset[int]


def seen_now() -> Seen:
    """What is there now. Qt's own objects are looked up only after the test: before it they cost a search."""
    return Seen(frozenset(id(window) for window in _open_windows()),
                frozenset(id(thread) for thread in threading.enumerate()))


def left_behind(before: Seen, *, qt: bool) -> list[str]:
    """One line for each thing that was not there before; `qt` says whether the test used Qt."""
    lines = [f"thread {thread.name}: join it" for thread in threading.enumerate()
             if id(thread) not in before.threads and not thread.daemon]
    if not qt:
        return lines
    if any(_at_work(before)):
        gc.collect()   # a widget that only a cycle holds is not left behind, it is rubbish
        lines += _at_work(before)
    return lines


def _open_windows() -> list[object]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return [window for window in QApplication.topLevelWidgets() if window.isVisible()] \
        if QApplication.instance() else []


def _at_work(before: Seen) -> Iterator[str]:
    """Windows, timers and threads that are at work."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    for window in _open_windows():
        if id(window) not in before.qt:
            yield f"open window {type(window).__name__}: close it, or hand it to qtbot.addWidget"
    for thing in gc.get_objects():
        kind = type(thing)
        if issubclass(kind, QTimer) and isValid(thing) and thing.isActive():
            yield f"ticking {kind.__name__} of {type(thing.parent()).__name__}: stop it"
        elif issubclass(kind, QThread) and isValid(thing) and thing.isRunning():
            yield f"running {kind.__name__}: quit it and wait for it"
