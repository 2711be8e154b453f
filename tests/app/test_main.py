"""The front door answers on the command line before any window is thought of."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.__main__ import main
from app.paths import project_root, version


def front_door(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m app` with only `environment` of what says where a screen is."""
    bare = {name: value for name, value in os.environ.items()
            if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run([sys.executable, "-c", "import sys, app.__main__; sys.exit(app.__main__.main())", *arguments],
                          cwd=project_root(), env=bare | environment, capture_output=True, text=True, check=False)


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["--version"])
    assert ending.value.code == 0
    assert capsys.readouterr().out == f"Convener {version()}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(command in said for command in ("check", "export", "gallery", "--data"))


@pytest.mark.parametrize("line", [["export", "Staff meeting"], ["check"], ["gallery"], ["dance"]])
def test_a_wrong_command_line_exits_2(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(line)
    assert ending.value.code == 2
    assert "usage: convener" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a desktop")
def test_without_a_screen_the_console_says_so_in_one_sentence() -> None:
    run = front_door()
    assert run.returncode == 1
    assert run.stderr.startswith("There is no screen to open the console on")
    assert len(run.stderr.splitlines()) == 1
