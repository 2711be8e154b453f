"""Who may know whom: the import contracts of pyproject.toml, and a planted house that breaks every one of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from app.paths import project_root
from tests.guards.sources import planted

BREACHES = {
    "The core's rooms are stacked": ("app/groups/breach.py", "import app.store.database"),
    "The core knows no Qt, no asyncio and no screens": ("app/design/breach.py", "import PySide6.QtCore"),
    "The wall knows of the core only what a room may see": ("ui/projector/breach.py", "import app.harvest.note"),
    "The wall never reaches what is private": ("ui/type.py", "import ui.pages.host"),
    "Only tasks and main know asyncio": ("ui/bridge.py", "import asyncio"),
    "Only prints knows reportlab": ("ui/pages/breach.py", "import reportlab"),
    "Only prints knows Word": ("ui/panels/breach.py", "import docx"),
    "Only store knows SQLite": ("app/live/breach.py", "import sqlite3"),
}
SOUND = {
    **{f"{package}/__init__.py": "" for package in (
        "app", "app/design", "app/groups", "app/harvest", "app/library", "app/live", "app/prints", "app/store",
        "ui", "ui/pages", "ui/panels", "ui/projector", "ui/widgets")},
    "app/words.py": "", "app/errors.py": "import app.words", "app/paths.py": "",
    "app/__main__.py": "def run():\n    from ui import start, gallery\n    import app.prints.harvest",
    "app/harvest/note.py": "", "app/live/scene.py": "", "app/live/audience.py": "import app.live.scene",
    "app/store/database.py": "import sqlite3, sqlite_utils\nimport app.live.audience",
    "app/prints/harvest.py": "import reportlab.pdfgen, docx\nimport app.harvest.note",
    "ui/main.py": "import asyncio, qasync, PySide6.QtCore, app.store.database, ui.pages.host",
    "ui/start.py": "import ui.main",
    "ui/gallery.py": "import ui.pages.host", "ui/type.py": "", "ui/bridge.py": "import PySide6.QtCore",
    "ui/pages/host.py": "import ui.type, ui.bridge, app.words",
    "ui/projector/wall.py": "import ui.type, app.live.scene\nfrom app.live import audience",
}


def contracts(folder: Path) -> tuple[dict[str, bool], str]:
    """Whether each contract of `folder`'s pyproject.toml is kept, and all that was said."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=folder, capture_output=True, text=True,
                         check=False, env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"})
    said = run.stdout + run.stderr
    return {name: verdict == "KEPT" for name, verdict in re.findall(r"^(.+) (KEPT|BROKEN)\b", said, re.M)}, said


def names(pyproject: str) -> set[str]:
    """The contracts that are written down."""
    return {contract["name"] for contract in tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]}


def test_everyone_knows_only_whom_they_may_know() -> None:
    written = names((project_root() / "pyproject.toml").read_text(encoding="utf-8"))
    kept, said = contracts(project_root())
    assert kept == dict.fromkeys(written, True), said


def test_a_sound_house_keeps_every_contract(tmp_path: Path) -> None:
    pyproject = (project_root() / "pyproject.toml").read_text(encoding="utf-8")
    kept, said = contracts(planted(tmp_path, {"pyproject.toml": pyproject, **SOUND}))
    assert kept == dict.fromkeys(names(pyproject), True), said


def test_a_planted_breach_of_every_contract_is_caught(tmp_path: Path) -> None:
    pyproject = (project_root() / "pyproject.toml").read_text(encoding="utf-8")
    files = {"pyproject.toml": pyproject, **SOUND, **dict(BREACHES.values())}
    kept, said = contracts(planted(tmp_path, files))
    assert kept == dict.fromkeys(names(pyproject), False), said
    assert set(BREACHES) == names(pyproject)
