"""Someone who opens the tree sees the facilitator's day and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable

from app.paths import project_root

AGREED = {"app", "ui", "protocols", "resources", "tests", "build.spec", "pyproject.toml", "README.md", "LICENSE"}


def strangers(names: Iterable[str]) -> set[str]:
    """Names at the top level that nobody agreed on; dotfiles may lie there."""
    return {name for name in names if not name.startswith(".")} - AGREED


def kept_names() -> set[str]:
    """What git keeps, or would keep, at the top level; without git, what lies there."""
    if shutil.which("git"):
        git = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                             cwd=project_root(), capture_output=True, text=True, check=False)
        if git.returncode == 0:
            return {line.split("/")[0] for line in git.stdout.splitlines()}
    return {path.name for path in project_root().iterdir()}


def test_only_agreed_names_lie_at_the_top() -> None:
    assert strangers(kept_names()) == set()


def test_every_agreed_name_is_there() -> None:
    assert {name for name in AGREED if not (project_root() / name).exists()} == set()


def test_a_stranger_is_seen() -> None:
    assert strangers(["app", ".gitignore", "notes.txt"]) == {"notes.txt"}
