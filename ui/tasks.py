"""The only place that starts a thread: does what must not make the console wait, and reports what went wrong.

No asyncio: its loop, beside Qt's, costs 150 ms of every start and 6 MB, and nothing here ever needed more than this.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

T = TypeVar("T")
log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs threads for one window. An exception that was not expected is logged with its traceback."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(thread_name_prefix="task")
        self._running: dict[Future[Any], Callable[[], None]] = {}
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def in_thread(self, work: Callable[[], T], then: Callable[[T], None],
                  failed: Callable[[Exception], bool] | None = None) -> None:
        """Do `work` in a thread, then call `then` with its result here.

        `failed` may answer for an exception of `work` by returning True; otherwise it is reported.
        """
        def answer() -> None:
            fault = task.exception()
            if fault is None:
                then(task.result())
            elif failed is None or not isinstance(fault, Exception) or not failed(fault):
                log.error("a task failed", exc_info=fault)

        task = self._threads.submit(work)
        self._running[task] = answer
        task.add_done_callback(lambda done: self._done.emit(done))

    def finish(self) -> None:
        """Wait until everything that was started is done and answered."""
        while self._running:
            self._threads.shutdown()
            self._threads = ThreadPoolExecutor(thread_name_prefix="task")
            QCoreApplication.sendPostedEvents(self)

    def _answer(self, task: Future[Any]) -> None:
        self._running.pop(task)()
