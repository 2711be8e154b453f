"""Starts programs on the bench's displays and reads when they painted and what memory they hold."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from app.paths import project_root
from tests.bench.data import full, hosting
from tests.bench.result import Result, middle
from tests.displays import TwoDisplays

CONSOLE = "tests.bench.console"
BARE, PAIR = ("tests.bench.windows", "bare"), ("tests.bench.windows", "pair")
STARTS = 7
"""Starts of each kind, in turns; the middle one counts."""


def start() -> Result:
    """From the command to the first painted page, with 200 protocols and 1,000 gatherings."""
    with tempfile.TemporaryDirectory() as folder, TwoDisplays() as displays:
        data = str(full(Path(folder) / "data"))
        environment = _compiled(displays.environment(), Path(folder))
        for kind in (BARE, (CONSOLE, data)):
            _once(environment, *kind)       # not the first start of all
        bare, real = [], []
        for _ in range(STARTS):
            bare.append(_once(environment, *BARE)[0])
            real.append(_once(environment, CONSOLE, data)[0])
    return Result("start", "start to the first page with what is on it, 200 protocols and 1,000 gatherings, "
                  "to a bare window", 1000 * middle(real), 1000 * middle(bare), "ms", times=1.7)


def again() -> Result:
    """From the command to the painted host's page, in a folder whose program was killed while it hosted."""
    with tempfile.TemporaryDirectory() as folder, TwoDisplays() as displays:
        data, environment = str(hosting(Path(folder) / "data")), _compiled(displays.environment(), Path(folder))
        _once(environment, *BARE)
        _once(environment, CONSOLE, data, killed=True)
        bare, real = [], []
        for _ in range(STARTS):
            bare.append(_once(environment, *BARE)[0])
            real.append(_once(environment, CONSOLE, data, killed=True)[0])
    return Result("again", "start after a kill to the host's page, its session going on, to a bare window",
                  1000 * middle(real), 1000 * middle(bare), "ms", most=1000)


def memory() -> Result:
    """What the console and the wall hold while a session runs, to two bare windows of the same sizes."""
    with tempfile.TemporaryDirectory() as folder, TwoDisplays() as displays:
        data = str(hosting(Path(folder) / "data"))
        environment = _compiled(displays.environment(), Path(folder))
        _once(environment, CONSOLE, data, settle=True)       # what compiles holds more
        pair = _once(environment, *PAIR, settle=True)[1]
        real = _once(environment, CONSOLE, data, settle=True)[1]
    return Result("memory", "memory of console and wall at 1080p (PSS), to two bare windows", real, pair, "MB",
                  times=2.2)


def _compiled(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The environment in which Python keeps what it has compiled, as it does on a facilitator's machine."""
    wanted = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**wanted, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _once(environment: Mapping[str, str], *arguments: str, settle: bool = False,
          killed: bool = False) -> tuple[float, float]:
    """Seconds to the first painting, and MB held once settled (0 unless `settle`). It is closed, or `killed`."""
    began = time.monotonic()
    with subprocess.Popen([sys.executable, "-m", *arguments], cwd=project_root(),
                          env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin is not None and program.stdout is not None
        painted = float(program.stdout.readline()) - began
        held = 0.0
        if settle:
            assert program.stdout.readline().strip() == "settled"
            held = _pss(program.pid)
        if killed:
            program.kill()
        program.stdin.close()
        program.wait()
    return painted, held


def _pss(pid: int) -> float:
    """A process's proportional share of memory in MB, as Linux tells it."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
