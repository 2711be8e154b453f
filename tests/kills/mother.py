"""Brings lives into the world and kills each: `python -m tests.kills.mother KIND FOLDER`.

A life is a fork of this process, so that it begins at once; nothing here has a thread, a window or a file of the data
open. Each line read names a life: its seed, after how many acknowledgements it dies, and how much later in seconds;
with none it dies on the way up, `later` being the share of what the last start took. The answer is one JSON line.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

Say = Callable[[object], None]
Live = Callable[[Path, int, Say], None]
START = 0.05


def main(kind: str, folder: Path) -> None:
    """One life after another, until there is nothing more to read."""
    live = _life(kind)
    gc.freeze()
    took = START
    for line in sys.stdin:
        seed, after, later = json.loads(line)
        said, up, status = one_life(live, folder, seed, after, later if after else later * took)
        took = up or took
        died = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write(json.dumps({"said": said, "killed": died}) + "\n")
        sys.stdout.flush()


def _life(kind: str) -> Live:
    if kind == "whole":
        from tests.kills.whole import live as whole

        return whole
    from tests.kills import lean

    return lean.live if kind == "lean" else lean.live_carelessly


def one_life(live: Live, folder: Path, seed: int, after: int, later: float) -> tuple[list[object], float, int]:
    """What it said, how long it took to its first word (0: it said none), and how it ended."""
    ear, mouth = os.pipe()
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(ear)
        code = 1
        try:
            live(folder, seed, lambda word: _say(mouth, word))
        except BaseException:
            sys.excepthook(*sys.exc_info())
            raise
        finally:
            os._exit(code)
    os.close(mouth)
    heard, first = b"", 0.0
    while heard.count(b'"kept"') < after:
        more = os.read(ear, 1 << 16)
        if not more:
            break
        first = first or time.monotonic() - began
        heard += more
    select.select([], [], [], later)
    os.kill(pid, signal.SIGKILL)
    while more := os.read(ear, 1 << 16):
        heard += more
    os.close(ear)
    _, status = os.waitpid(pid, 0)
    return [json.loads(word) for word in heard.splitlines()], first, status


def _say(mouth: int, word: object) -> None:
    os.write(mouth, json.dumps(word).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
