"""The command that mixes, as its output and its answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.__main__ import main
from tests.app.groups.rooms import recount


def asked(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """(answer, what it printed, what it complained of)."""
    code = main(["mix", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_json_holds_the_rounds_and_what_was_counted(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = asked(capsys, "--people", "24", "--size", "4", "--rounds", "5", "--json")
    plan = json.loads(out)
    assert (code, err) == (0, "")
    assert list(plan) == ["people", "rounds", "repeats", "bound", "met", "possible"]
    assert (plan["people"], plan["repeats"], plan["bound"], plan["met"], plan["possible"]) == (24, 0, 0, 180, 276)
    assert recount(plan["rounds"]) == (0, 180)
    assert all(sorted(badge for group in groups for badge in group) == list(range(1, 25)) for groups in plan["rounds"])


def test_the_same_seed_prints_the_same_and_another_another(capsys: pytest.CaptureFixture[str]) -> None:
    plans = [asked(capsys, "--people", "23", "--size", "4", "--rounds", "3", "--seed", seed, "--json")[1]
             for seed in ("7", "7", "8")]
    assert plans[0] == plans[1] != plans[2]


def test_without_json_it_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capsys, "--people", "5", "--size", "3", "--rounds", "2")
    lines = out.splitlines()
    assert lines[0] == "Round 1" and lines[1].count("|") == 1
    assert lines[-1] == "7 of 10 pairs meet. One meeting is a repeat; it cannot be avoided."


def test_hosts_keep_the_table_of_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    plan = json.loads(asked(capsys, "--people", "18", "--size", "4", "--rounds", "4", "--hosts", "--json")[1])
    assert all(host in groups[host - 1] for groups in plan["rounds"] for host in range(1, 6))


def test_a_file_keeps_people_apart(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "apart.txt"
    file.write_text("# two departments\n1 2, 3\n\n4 5 # and these\n", encoding="utf-8")
    plan = json.loads(asked(capsys, "--people", "16", "--size", "4", "--rounds", "3", "--apart", file, "--json")[1])
    for one, other in ((1, 2), (1, 3), (2, 3), (4, 5)):
        assert not any(one in group and other in group for groups in plan["rounds"] for group in groups)


@pytest.mark.parametrize(("arguments", "sentence"), [
    ("--people 3 --size 4 --rounds 5", "3 people in groups of 4 are one group, the same in all 5 rounds. "
                                       "Ask for --rounds 1."),
    ("--people 5 --size 4 --rounds 5", "5 people in groups of 4 are one group, the same in all 5 rounds. "
                                       "Ask for --rounds 1, or for --size 3."),
    ("--people 1 --size 4 --rounds 5", "--people 1: ask for 2 to 2000 people."),
    ("--people 9 --size 1 --rounds 5", "--size 1: a group has two people or more; ask for --size 2."),
    ("--people 9 --size 3 --rounds 0", "--rounds 0: ask for 1 to 100 rounds."),
])
def test_what_cannot_be_is_one_sentence(arguments: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, *arguments.split()) == (1, "", sentence + "\n")


@pytest.mark.parametrize(("text", "sentence"), [
    ("1 2\n3 x\n", "{file}, line 2: “x” is no badge here; write numbers from 1 to 12."),
    ("1 13\n", "{file}, line 1: “13” is no badge here; write numbers from 1 to 12."),
    ("4\n", "{file}, line 1: 4 stands alone; write whom to keep it apart from, as in “3 7”."),
    ("1 2 3 4\n", "Badges 1, 2, 3, 4 are all to be kept apart, and there are only 3 groups. "
                  "Keep at most 3 of them apart, or take groups of 3."),
    (None, "{file} cannot be read. Name a text file with a line such as “3 7” for each pair kept apart."),
])
def test_a_wrong_file_is_told_by_its_line(text: str | None, sentence: str, tmp_path: Path,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "apart.txt"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    code, out, err = asked(capsys, "--people", "12", "--size", "4", "--rounds", "2", "--apart", file)
    assert (code, out, err) == (1, "", sentence.format(file=file) + "\n")


def test_a_number_that_is_none_is_a_wrong_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["mix", "--people", "many", "--size", "3", "--rounds", "2"])
    assert refused.value.code == 2
