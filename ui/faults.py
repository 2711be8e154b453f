"""Errors of our own: every way by which one can come is led into the log, from there into a crash file, and to the
host as one calm sentence. Nothing reaches the wall. What the world did (`Trouble`) is told in its own words.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from app.errors import Trouble
from app.store.crash import Recorder
from app.words import Text, say

if TYPE_CHECKING:       # who watches the start needs none of these
    from ui.bridge import Bridge
    from ui.console import Console
    from ui.projector.window import Wall

log = logging.getLogger(__name__)
qt = logging.getLogger("qt")
LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
          QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
          QtMsgType.QtFatalMsg: logging.CRITICAL}
AGAIN = 5
"""How often the same is written to the log: what comes with every paint would push out all else within seconds."""


class Faults(QObject):
    """Hears of every exception that was not expected, from any thread, while it is installed.

    `told` carries (sentence, whether it is ours): once for each kind of fault.
    """

    told = Signal(object, bool)

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._ear = _Ear(self)

    def install(self) -> None:
        """Take every hook there is."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        logging.getLogger().addHandler(self._ear)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._raised, self._in_thread, self._unraisable
        self._qt_before = qInstallMessageHandler(self._from_qt)

    def uninstall(self) -> None:
        """Give every hook back."""
        qInstallMessageHandler(self._qt_before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        logging.getLogger().removeHandler(self._ear)

    def follow(self, bridge: Bridge, console: Console, wall: Wall) -> None:
        """From now on the recorder knows what the host does, by the program's own names for it."""
        did = self._recorder.did

        def happened(_new: object, _old: object) -> None:
            if bridge.engine is not None:
                did(f"fact {bridge.engine.log[-1].what.__struct_config__.tag}")

        bridge.changed.connect(happened)
        console.turned.connect(lambda page: did(f"page {page}"))
        wall.state_changed.connect(lambda state: did(f"wall {state.place}"))

    def in_the_loop(self, context: Mapping[str, Any]) -> None:
        """What the loop says of a callback or a task that nobody awaited."""
        log.critical("in the loop: %s", context.get("message", ""), exc_info=context.get("exception"))

    def unexpected(self, fault: BaseException, where: str) -> None:
        """Write it down and tell it, unless the same was told already."""
        if isinstance(fault, Trouble):
            self.told.emit(fault.text, False)
            return
        if self._recorder.is_new(fault):
            self.told.emit(gone_wrong(self._recorder.write(fault, where)), True)

    def _raised(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        log.critical("not expected in a slot or a paint", exc_info=(kind, fault, trace))

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            log.critical("not expected in the thread %s", args.thread.name if args.thread else "?",
                         exc_info=(args.exc_type, args.exc_value, args.exc_traceback))

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            log.critical("not expected where nothing can be raised: %s", args.err_msg or "",
                         exc_info=(args.exc_type, args.exc_value, args.exc_traceback))

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Where errors are written, as Qt does itself, and into the log."""
        if sys.stderr is not None:
            sys.stderr.write(message + "\n")
        qt.log(LEVELS.get(kind, logging.WARNING), "%s", message)
        if kind is QtMsgType.QtFatalMsg:   # Qt aborts when this returns
            self._recorder.did(f"Qt: {message}")


class NotForEver(logging.Filter):
    """Lets the same line, or the same exception from the same place, pass so often; then says that it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._said: Counter[tuple[object, ...]] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is still written."""
        trace = record.exc_info[2] if record.exc_info else None
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        key = (record.getMessage(), record.exc_info and record.exc_info[0],
               trace and (trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        if len(self._said) > 1000:
            self._said.clear()
        self._said[key] += 1
        if self._said[key] == AGAIN + 1:
            log.warning("This goes on and is not written any more: %s", key[0])
        return self._said[key] <= AGAIN


def gone_wrong(file: Path | None) -> Text:
    """The calm sentence for a fault of ours."""
    if file is None:
        return say("Something in Convener went wrong. Your notes are kept; go on.")
    return say("Something in Convener went wrong. Your notes are kept; go on. It was written down in {file}.",
               file=str(file))


def ended_hard(file: Path) -> Text:
    """The calm sentence after a start that ended in a crash."""
    return say("Convener ended unexpectedly last time. What was kept is here; go on. It was written down in {file}.",
               file=str(file))


class _Ear(logging.Handler):
    """Whatever is logged as an error with its traceback was not expected."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(logging.ERROR)
        self._faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        """Hand it on, with the words of the program alone."""
        fault = record.exc_info[1] if record.exc_info else None
        if fault is not None:
            self._faults.unexpected(fault, f"{record.name}, {record.msg}")
