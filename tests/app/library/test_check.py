"""The command for authors, as its output and its answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.library.check import main
from tests.app.library.here import GOOD, spoiled


def test_a_good_file_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "looking-up.toml"
    path.write_text(GOOD)
    assert main([path]) == 0
    assert capsys.readouterr().out == f"{path}: “Looking up”, ownership, 1 step, 13 minutes\n"


def test_a_wrong_file_is_told_field_by_field_and_the_others_are_still_read(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, wrong, none = tmp_path / "good.toml", tmp_path / "wrong.toml", tmp_path / "none.toml"
    good.write_text(GOOD)
    wrong.write_text(spoiled(("13", "0"), ("title =", "titel =")))
    assert main([wrong, none, good]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{wrong}: titel: is not a field here; did you mean “title”?",
        f"{wrong}: steps[1].minutes: is 0; write between 1 and 480",
        f"{none}: there is no such file; check its name and folder",
        f"{good}: “Looking up”, ownership, 1 step, 13 minutes",
    ]


def test_a_long_question_gets_a_remark_and_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.toml"
    path.write_text(spoiled(("What do you", "What, " + "and what " * 9 + "do you")))
    assert main([path]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"A remark: {path}: steps[1].question: has 119 characters; up to 90 read well from the back row"]


def test_names_in_a_nameless_conversation_get_a_remark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "named.toml"
    path.write_text(GOOD + 'keeps = ["story"]\nnamed = true\n')
    assert main([path]) == 0
    assert "leave it out unless each person named agrees" in capsys.readouterr().out


def test_no_file_at_all_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert "at least one" in capsys.readouterr().out
