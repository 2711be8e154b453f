"""The only asyncio beside `main`: starts what must not make the console wait, and reports what went wrong.

A task that nobody awaits swallows its exception, so every one is kept here until it is done.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


class Tasks:
    """Runs coroutines and threads for one window. An exception that was not expected is logged with its traceback."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Start `work` and keep it until it is done."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    def in_thread(self, work: Callable[[], T], then: Callable[[T], None],
                  failed: Callable[[Exception], bool] | None = None) -> None:
        """Do `work` in a thread, then call `then` with its result here.

        `failed` may answer for an exception of `work` by returning True; otherwise it is reported.
        """
        async def both() -> None:
            try:
                result = await asyncio.get_running_loop().run_in_executor(None, work)
            except Exception as fault:
                if failed is None or not failed(fault):
                    raise
                return
            then(result)

        self.spawn(both())

    async def finish(self) -> None:
        """Wait until everything that was started is done."""
        while self._running:
            await asyncio.wait(tuple(self._running))

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            log.error("a task failed", exc_info=fault)
