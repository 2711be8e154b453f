"""What the bench says of its numbers; the note's bench for true, because it needs no display."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.result import Result, middle, verdict, worst
from tests.bench.run import main

FAST = Result("fast", "a thing", ours=3, floor=2, unit="ms", times=2)
SLOW = Result("slow", "a thing", ours=5, floor=2, unit="ms", times=2)
LONG = Result("long", "a thing", ours=17, floor=16, unit="ms", most=16)


def test_the_last_line_names_what_was_missed() -> None:
    assert verdict([FAST]) == "all met"
    assert verdict([FAST, SLOW, LONG]) == "missed: slow, long"


def test_a_line_gives_the_ratio_and_marks_a_miss() -> None:
    assert "1.50 times the floor" in FAST.line() and "MISSED" not in FAST.line()
    assert SLOW.line().endswith("MISSED")


def test_people_who_meet_twice_are_a_miss_however_fast() -> None:
    assert verdict([replace(FAST, wrong=1)]) == "missed: fast"


def test_the_middle_and_the_worst_of_many() -> None:
    assert middle([3, 1, 2]) == 2
    assert worst(list(range(200))) == 198
    assert worst([1, 5, 2]) == 5


def test_a_bench_that_does_not_exist_is_refused_with_the_names_of_those_that_do(
        capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["haste"])
    assert refused.value.code == 2
    assert "wall-4k" in capsys.readouterr().err


@pytest.mark.slow
def test_a_note_is_measured_and_written_down(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["note", "--json", str(tmp_path / "numbers.json")])
    numbers = json.loads((tmp_path / "numbers.json").read_text(encoding="utf-8"))
    assert [number["name"] for number in numbers] == ["note"] and numbers[0]["floor"] > 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert (last, code) == (("all met", 0) if numbers[0]["met"] else ("missed: note", 1))
