"""A machine that has only Python becomes one that runs Convener, and a set-up that was cut off is begun again.

The slow tests set up a small house of their own: the real front door, a program of two lines, no packages.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import (
    UNFINISHED,
    Refused,
    apt_commands,
    digest,
    one_at_a_time,
    refuse_unsuitable,
    requirements,
    stamped,
)
from app.paths import project_root
from tests.patience import PATIENCE

PROGRAM = """
import sys
from app.bootstrap import prepare
prepare("app", sys.argv[1:])
print(sys.prefix, *sys.argv[1:], sep="|")
"""


@pytest.mark.parametrize("version", [(3, 10, 12), (3, 14, 0), (2, 7, 18)])
def test_a_python_of_the_wrong_age_is_told_which_ones_would_do(version: tuple[int, ...]) -> None:
    with pytest.raises(Refused, match=r"needs Python 3\.11, 3\.12 or 3\.13, and /usr/bin/python3 is Python {}".format(
            re.escape(".".join(map(str, version))))):
        refuse_unsuitable(version, "/usr/bin/python3")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (3, 13, 9)])
def test_a_python_of_the_right_age_is_let_in(version: tuple[int, ...]) -> None:
    refuse_unsuitable(version, "python3")


def test_the_stamp_changes_with_the_packages_the_python_and_the_extra() -> None:
    same = digest(b"a", (3, 11), "")
    assert same == digest(b"a", (3, 11), "")
    assert len({same, digest(b"b", (3, 11), ""), digest(b"a", (3, 12), ""), digest(b"a", (3, 11), "tests")}) == 4


def test_a_folder_is_believed_only_when_its_stamp_fits_and_nothing_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    assert not stamped(tmp_path, "tests", "x")
    (tmp_path / "stamp-tests").write_text("x")
    assert stamped(tmp_path, "tests", "x")
    assert not stamped(tmp_path, "tests", "y")
    assert not stamped(tmp_path, "", "x")
    (tmp_path / UNFINISHED).touch()
    assert not stamped(tmp_path, "tests", "x")


def test_a_stamp_without_an_interpreter_beside_it_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "stamp-app").write_text("x")
    assert not stamped(tmp_path, "", "x")


def test_the_packages_are_those_of_pyproject_and_the_extra_adds_its_own() -> None:
    text = '[project]\ndependencies = ["a>=1"]\n[project.optional-dependencies]\ntests = ["b"]\n'
    assert requirements(text, "") == ["a>=1"]
    assert requirements(text, "tests") == ["a>=1", "b"]


def test_root_installs_with_apt_and_brings_the_lists_up_to_date_first() -> None:
    update, install = apt_commands(["xvfb"], "Xvfb is missing.", apt=True, root=True, sudo=False)
    assert (update[0], update[-1]) == ("apt-get", "update")
    assert install[-1] == "xvfb"
    assert "--yes" in install


def test_a_person_at_a_terminal_installs_with_sudo() -> None:
    for command in apt_commands(["xvfb"], "Xvfb is missing.", apt=True, root=False, sudo=True):
        assert command[:2] == ["sudo", "apt-get"]


def test_a_person_who_may_not_install_gets_the_one_line_to_type() -> None:
    with pytest.raises(Refused, match=r"^Xvfb is missing\. Type this once.*\n\n    sudo apt-get update && .* xvfb\n$"):
        apt_commands(["xvfb"], "Xvfb is missing.", apt=True, root=False, sudo=False)


def test_a_system_without_apt_is_told_what_debian_calls_it() -> None:
    with pytest.raises(Refused, match=r"your system's own tools .* Debian calls it xvfb\."):
        apt_commands(["xvfb"], "Xvfb is missing.", apt=False, root=True, sudo=False)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.touch()
    with pytest.raises(Refused, match="a file, not a folder cannot be written"), one_at_a_time(blocked / ".lock"):
        pass


def house(folder: Path) -> Path:
    """A project with the real front door and a program that says where it runs."""
    (folder / "app").mkdir(parents=True)
    for name in ("__init__.py", "bootstrap.py", "paths.py"):
        shutil.copy(project_root() / "app" / name, folder / "app" / name)
    (folder / "app" / "__main__.py").write_text(PROGRAM)
    (folder / "pyproject.toml").write_text('[project]\nname = "house"\nversion = "1"\ndependencies = []\n')
    return folder


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """`python3 -m app` with the plain interpreter that ours was made from."""
    base = getattr(sys, "_base_executable", sys.executable)
    return subprocess.Popen([base, "-m", "app", *arguments], cwd=folder, text=True, start_new_session=True,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What it printed, once it has ended well."""
    out, err = process.communicate(timeout=4 * PATIENCE)
    assert process.returncode == 0, err
    return out.strip(), err


@pytest.mark.slow
def test_of_two_first_starts_one_sets_up_and_the_other_waits_and_later_ones_say_nothing(tmp_path: Path) -> None:
    place = house(tmp_path / "Zum Äußersten")
    said = [finish(process) for process in (start(place, "check", "a file.toml"), start(place, "two"))]
    assert [out for out, _ in said] == [f"{place / '.venv'}|check|a file.toml", f"{place / '.venv'}|two"]
    assert sorted("Setting Convener up" in err for _, err in said) == [False, True]
    assert sorted("waiting for it" in err for _, err in said) == [False, True]
    assert sorted(file.name for file in (place / ".venv").glob("stamp-*")) == ["stamp-app"]
    assert finish(start(place, "again")) == (f"{place / '.venv'}|again", "")


@pytest.mark.slow
def test_a_venv_made_by_hand_is_built_on_and_tests_that_were_set_up_spare_the_program_its_own(tmp_path: Path) -> None:
    place = house(tmp_path / "house")
    base = getattr(sys, "_base_executable", sys.executable)
    subprocess.run([base, "-m", "venv", place / ".venv"], check=True)
    (place / ".venv" / "by hand").touch()
    program = place / "app" / "__main__.py"
    with (place / "pyproject.toml").open("a") as pyproject:
        pyproject.write("[project.optional-dependencies]\ntests = []\n")
    program.write_text(PROGRAM.replace("argv[1:])", 'argv[1:], extra="tests")', 1))
    out, err = finish(start(place))
    assert out == str(place / ".venv") and "Setting Convener up" in err
    assert (place / ".venv" / "by hand").exists()
    program.write_text(PROGRAM)
    assert finish(start(place)) == (str(place / ".venv"), "")


@pytest.mark.slow
def test_a_set_up_that_was_killed_is_begun_again(tmp_path: Path) -> None:
    place = house(tmp_path / "house")
    killed = start(place)
    while not (place / ".venv" / UNFINISHED).exists():
        with contextlib.suppress(subprocess.TimeoutExpired):
            killed.wait(0.01)
        assert killed.poll() is None
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate()
    (place / ".venv" / "rubbish").touch()
    out, err = finish(start(place))
    assert out == str(place / ".venv")
    assert "Setting Convener up" in err
    assert not (place / ".venv" / "rubbish").exists()
