"""The power may fail at any moment: what was acknowledged is there afterwards, and the file opens."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.app.store.power import Disk, Op, cuts, play, record, what_is_lost

MORNINGS, CUTS = 10, 200
"""So many recordings are made, and the power fails so often in each."""


def losses(folder: Path, seed: int, count: int, *, synchronous: str = "FULL", fails: float = 0) -> list[str]:
    """What is missing after each of `count` power cuts in one recording; "" where nothing is."""
    dice = random.Random(seed)
    lived, played, left = (folder / name for name in ("lived", "played", "left"))
    for each in (lived, played, left):
        each.mkdir(parents=True)
    lines = record(lived, dice, presses=300)
    disk = Disk(f"{folder.name}-{synchronous}-{fails}", fails=fails, dice=dice)
    diary = play(lines, played, disk, synchronous=synchronous)
    if fails:
        assert sum(isinstance(line, Op) and line.what == "lost" for line in diary) > 50
    return [what_is_lost(left, kept) for kept in cuts(diary, left, dice, count)]


@pytest.mark.slow
def test_no_power_cut_loses_what_was_acknowledged_or_leaves_a_file_that_does_not_open(tmp_path: Path) -> None:
    found = [lost for seed in range(MORNINGS) for lost in losses(tmp_path / str(seed), seed, CUTS)]
    assert (len(found), set(found)) == (MORNINGS * CUTS, {""})


@pytest.mark.slow
def test_with_less_than_full_sync_power_cuts_lose_notes(tmp_path: Path) -> None:
    assert sum(lost != "" for lost in losses(tmp_path / "control", 1, 100, synchronous="NORMAL")) > 20


@pytest.mark.slow
def test_a_sync_that_failed_and_was_tried_again_has_lost_nothing_either(tmp_path: Path) -> None:
    assert set(losses(tmp_path / "failing", 3, 300, fails=0.3)) == {""}
