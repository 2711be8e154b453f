"""A screen reader is told of lists and of the things in them, and what it was told of may go at any time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import project_root
from tests.patience import PATIENCE

ASK = """
import gc, sys
from pathlib import Path
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from app.store.store import Store
from ui.gallery import StillClock
from ui.ground import lay_ground
from ui.main import furnish
from ui.roles import tell_roles
from ui.type import load_fonts
app = QApplication([]); load_fonts()
if sys.argv[2] == "told":
    tell_roles()
def listed(told, found):
    if told.role() == QAccessible.Role.ListItem:
        chosen = " (chosen)" if told.state().selected else ""
        found.append((told.text(QAccessible.Text.Name) + chosen, told.parent().role() == QAccessible.Role.List))
    for place in range(told.childCount()):
        listed(told.child(place), found)
    return found
for life in range(3):     # what was told of goes with its windows, and nothing falls over
    store = Store.open(Path(sys.argv[1]))
    house = furnish(app, lay_ground(store, Path(sys.argv[1]), clock=StillClock()))
    house.console.show()
    found = []
    house.console.turn_to("gatherings")
    listed(QAccessible.queryAccessibleInterface(house.console), found)
    house.planning.open(store.gatherings()[0].id)
    listed(QAccessible.queryAccessibleInterface(house.console), found)
    house.console.turn_to("library")
    listed(QAccessible.queryAccessibleInterface(house.console), found)
    house.close(); store.close(); gc.collect()
for name, in_a_list in sorted(set(found)):
    print(in_a_list, name)
"""


@pytest.mark.slow
@pytest.mark.parametrize("told", ["told", "untold"])
def test_gatherings_and_steps_are_told_as_things_in_a_list(tmp_path: Path, told: str) -> None:
    done = subprocess.run([sys.executable, "-c", ASK, str(tmp_path), told], capture_output=True, text=True,
                          cwd=project_root(), check=False, timeout=4 * PATIENCE)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    gathering = any(line.startswith("True Staff meeting, Tuesday 24 November") for line in lines)
    step = any(line.startswith("True ") and "I saw it coming" in line for line in lines)
    assert (gathering, step) == ((True, True) if told == "told" else (False, False)), lines   # Qt alone knows neither
    if told == "told":
        assert "True Hoping to be asked (chosen)" in lines and "True Left undone" in lines, lines
