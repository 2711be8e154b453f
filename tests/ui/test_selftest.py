"""`--selftest` tries the whole program; that it can fail is shown by a console without its protocols."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import project_root
from tests.patience import PATIENCE


def selftest(root: Path) -> subprocess.CompletedProcess[str]:
    """Run it in the program that lies in `root`."""
    program = "from app.__main__ import main; raise SystemExit(main(['--selftest']))"
    return subprocess.run([sys.executable, "-c", program],
                          cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True,
                          timeout=PATIENCE, check=False)


@pytest.mark.slow
def test_the_program_tries_itself_without_a_screen() -> None:
    run = selftest(project_root())
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Everything works: ")


@pytest.mark.slow
def test_a_program_whose_protocols_were_left_out_fails_its_own_test(tmp_path: Path) -> None:
    for name in ("app", "ui", "resources"):
        shutil.copytree(project_root() / name, tmp_path / name)
    shutil.copy(project_root() / "pyproject.toml", tmp_path)
    (tmp_path / "protocols").mkdir()
    run = selftest(tmp_path)
    assert run.returncode != 0 and "Everything works" not in run.stdout
    assert "selftest" in run.stderr or "stopped" in run.stderr or "sample" in run.stderr, run.stderr
