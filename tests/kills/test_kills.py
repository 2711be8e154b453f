"""Killed at any moment, in every phase: no word that was acknowledged is lost, and the session goes on as it was.

CONVENER_KILLS says how often; what is promised is shown with 200.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from app.paths import project_root
from tests.kills.ledger import Ledger

LEAN, WHOLE = int(os.environ.get("CONVENER_KILLS", "60")), int(os.environ.get("CONVENER_KILLS", "8"))
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL and no fork")]


class Mother:
    """The process that gives lives and takes them."""

    def __init__(self, kind: str, folder: Path) -> None:
        self._process = subprocess.Popen([sys.executable, "-m", "tests.kills.mother", kind, str(folder)], text=True,
                                         cwd=project_root(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._process.communicate()

    def life(self, seed: int, after: int, later: float) -> list[dict[str, Any]]:
        """One life, killed `later` seconds after so many acknowledgements; what it said."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([seed, after, later]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert answer["killed"], f"it ended by itself: {answer['said'][-3:]}"
        said: list[dict[str, Any]] = answer["said"]
        return said


def kill_often(kind: str, folder: Path, kills: int, *, most: int) -> tuple[Ledger, list[str]]:
    """So many kills: every fourth on the way up, half of the others at an acknowledgement, half a moment later.

    After two of three kills nobody looks: the next life finds what was left, untouched.
    """
    ledger, faults, dice = Ledger(), [], random.Random(os.environ.get("CONVENER_SEED", kills))
    with Mother(kind, folder) as mother:
        for number in range(kills):
            after = 0 if number % 4 == 3 else dice.randint(1, most)
            later = dice.uniform(0, 1.1) if after == 0 else dice.choice((0, dice.uniform(0, 0.008)))
            ledger.hear(mother.life(dice.randrange(1 << 30), after, later))
            if number % 3 == 2:
                faults += ledger.faults(folder)
    return ledger, faults + ledger.faults(folder)


def test_no_kill_costs_an_acknowledged_word(data_folder: Path) -> None:
    ledger, faults = kill_often("lean", data_folder, LEAN, most=40)
    assert (faults, ledger.copies_at_fault(data_folder)) == ([], [])
    assert ledger.facts > LEAN and len(ledger.ups) > LEAN / 2


def test_a_session_taken_up_a_millisecond_off_is_found_out(data_folder: Path) -> None:
    with Mother("lean", data_folder) as mother:
        said = mother.life(1, 12, 0)
        up = next(word for word in mother.life(2, 1, 0) if "up" in word)
    off = re.sub(r"(left|deadline|total|spent)=(\d+)", lambda clock: f"{clock[1]}={int(clock[2]) + 1}",
                 up["countdown"], count=1)
    for found, fine in ((up, True), ({**up, "countdown": off}, False), ({**up, "ring": 1}, False),
                        ({**up, "beat": "nowhere"}, False), ({**up, "events": 3}, False)):
        ledger = Ledger()
        ledger.hear(said)
        ledger.hear([found])
        assert (ledger.faults(data_folder) == []) is fine


def test_a_word_acknowledged_before_it_is_kept_is_found_lost(data_folder: Path) -> None:
    _, faults = kill_often("careless", data_folder, 4, most=10)
    assert any(fault.startswith("lost: ") for fault in faults)


def test_the_whole_program_goes_on_where_it_was_killed(data_folder: Path) -> None:
    ledger, faults = kill_often("whole", data_folder, WHOLE, most=30)
    assert (faults, ledger.copies_at_fault(data_folder)) == ([], [])
    assert ledger.facts > WHOLE and len(ledger.ups) > WHOLE / 2
