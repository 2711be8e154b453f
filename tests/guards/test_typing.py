"""Every signature is typed: `mypy --strict` over app, ui and tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import project_root

pytestmark = pytest.mark.slow


def mypy(*arguments: str) -> tuple[int, str]:
    """mypy's exit code and what it says."""
    run = subprocess.run([sys.executable, "-m", "mypy", "--no-error-summary", *arguments],
                         cwd=project_root(), capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def test_every_type_fits() -> None:
    assert mypy() == (0, "")


def test_a_planted_untyped_function_is_caught(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("def shout(word):\n    return word.upper()\n", encoding="utf-8")
    code, said = mypy(str(planted))
    assert code == 1
    assert "no-untyped-def" in said
