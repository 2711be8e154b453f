"""Someone who opens the tree sees the facilitator's day and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterable

from app.paths import project_root

ORDERED = {"pyside6": "PySide6", "qasync": "qasync", "sqlite-utils": "sqlite_utils", "reportlab": "reportlab"}
"""What the program was ordered with: the package, and the name it is imported by."""
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


def unused(packages: dict[str, str], sources: Iterable[str]) -> set[str]:
    """Packages that no line of these sources imports."""
    code = "\n".join(sources)
    return {package for package, name in packages.items()
            if not re.search(rf"^\s*(from|import) {name}\b", code, re.MULTILINE)}


def test_the_program_is_built_with_what_it_was_ordered_with() -> None:
    asked = " ".join(tomllib.loads((project_root() / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])
    assert {package for package in ORDERED if package not in asked} == set()
    files = [file for room in ("app", "ui") for file in (project_root() / room).rglob("*.py")]
    assert unused(ORDERED, (file.read_text("utf-8") for file in files)) == set()


def test_a_package_that_nothing_uses_is_seen() -> None:
    assert unused(ORDERED, ["import qasync\nfrom PySide6.QtCore import Qt\nimport sqlite_utils\n"]) == {"reportlab"}
