"""The first picture of a start is the home page with what is on it; nothing else is loaded before it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.live.clock import system_clock
from app.live.engine import opening
from app.paths import project_root
from app.store.store import Store
from tests.patience import PATIENCE
from tests.plans import gathering

LATER = ("qasync", "sqlite_utils", "reportlab", "asyncio", "ui.main", "ui.pages.host", "ui.pages.library",
         "ui.pages.designer", "ui.projector.window", "app.library.reader")
WATCHED = """
import json, sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel
import ui.hall
from ui.console import Console
from ui.panels.gathering_card import GatheringRow

opened = []

class Watched(Console):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not hasattr(self, "told"):
            self.told = True
            print(json.dumps({
                "page": self.page, "size": [self.width(), self.height()],
                "rows": [row.accessibleName() for row in self.findChildren(GatheringRow) if row.isVisible()],
                "words": [label.text() for label in self.findChildren(QLabel) if label.isVisible()],
                "loaded": sorted(sys.modules)}), flush=True)
            if "at once" in sys.argv:
                QTimer.singleShot(0, self.close)
            else:   # ui.forward is loaded last of all
                last = "ui.main" if "while the rest is loaded" in sys.argv else "ui.forward"
                self.stands = QTimer(self)
                self.stands.timeout.connect(lambda: last in sys.modules and self.close())
                self.stands.start(5)
        return done

    def showEvent(self, event):
        super().showEvent(event)
        opened.append(event)

vars(ui.hall)["Console"] = Watched
from app.__main__ import main
code = main(["--data", sys.argv[1]])
print(json.dumps({"code": code, "furnished": "ui.main" in sys.modules, "opened": len(opened)}))
"""


def started(folder: Path, *how: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the real program shows and has loaded when it paints for the first time, and how it ended."""
    run = subprocess.run([sys.executable, "-c", WATCHED, str(folder), *how], cwd=project_root(), capture_output=True,
                         text=True, check=True, timeout=PATIENCE)
    first, last = (json.loads(line) for line in run.stdout.splitlines() if line.startswith("{"))
    return first, last


def fill(folder: Path, do: Callable[[Store], object] = lambda store: None) -> Path:
    """A data folder with thirty gatherings."""
    with closing(Store.open(folder)) as store:
        for number in range(30):
            store.keep_gathering(msgspec.structs.replace(gathering(), id=f"g{number}", title=f"Week {number}"), number)
        do(store)
    return folder


@pytest.mark.slow
def test_the_first_picture_shows_the_gatherings_and_nothing_else_was_loaded_for_it(tmp_path: Path) -> None:
    first, last = started(fill(tmp_path))
    assert first["page"] == "gatherings"
    assert len(first["rows"]) > 4 and all(name.startswith("Week ") for name in first["rows"])
    assert "30, newest first" in first["words"]
    assert [name for name in LATER if name in first["loaded"]] == []
    assert last == {"code": 0, "furnished": True, "opened": 1}


@pytest.mark.slow
def test_a_window_closed_at_its_first_picture_stays_closed(tmp_path: Path) -> None:
    assert started(fill(tmp_path), "at once")[1] == {"code": 0, "furnished": False, "opened": 1}


@pytest.mark.slow
def test_a_window_closed_while_the_rest_is_loaded_stays_closed(tmp_path: Path) -> None:
    assert started(fill(tmp_path), "while the rest is loaded")[1] == {"code": 0, "furnished": True, "opened": 1}


@pytest.mark.slow
def test_a_session_that_goes_on_is_the_first_thing_seen(tmp_path: Path) -> None:
    first, _ = started(fill(tmp_path, lambda store: store.begin(opening(gathering(), system_clock()()), gathering())))
    assert first["page"] == "host"


def test_no_source_is_read_to_load_the_screens() -> None:
    program = "import linecache, ui.main; print(len([name for name in linecache.cache if '/PySide6/' not in name]))"
    run = subprocess.run([sys.executable, "-c", program], cwd=project_root(), capture_output=True, text=True,
                         check=True, timeout=PATIENCE)
    assert int(run.stdout) < 5   # a few that Qt itself brings
