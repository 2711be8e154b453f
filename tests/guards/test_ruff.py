"""ruff is content with every file, by the rules of pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.paths import project_root


def ruff(*paths: Path) -> str:
    """What ruff says of `paths`; empty when it has nothing to say."""
    config = project_root() / "pyproject.toml"
    run = subprocess.run([sys.executable, "-m", "ruff", "check", "--quiet", "--no-cache", "--output-format=concise",
                          "--config", config, *paths],
                         cwd=project_root(), capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


def test_ruff_has_nothing_to_say() -> None:
    assert ruff(project_root()) == ""


def test_ruff_catches_a_planted_fault(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("try:\n    print(1)\nexcept Exception:\n    pass\n", encoding="utf-8")
    assert "BLE001" in ruff(planted)
