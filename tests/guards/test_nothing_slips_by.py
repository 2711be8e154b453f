"""The test harness itself: a Qt warning, and what a test leaves running behind it, fail the test. Each is tried
on planted tests that pass but for that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import project_root
from tests.patience import PATIENCE

PLANTED = '''
import threading
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_quiet(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    widget.raise_()
    widget.setFixedSize(200, 100)
    rubbish = QTimer(widget)
    rubbish.start(1000)
    rubbish.stop()

def test_warning(qtbot):
    qWarning("QLayout: something is wrong")

def test_window(qtbot):
    kept.append(QWidget())
    kept[-1].show()

def test_timer(qtbot):
    kept[0].hide()
    kept.append(QTimer())
    kept[-1].start(1000)

def test_thread(qtbot):
    kept[-1].stop()
    kept.append(QThread())
    kept[-1].start()

def test_python_thread(qtbot):
    kept[-1].quit()
    kept[-1].wait()
    kept.append(threading.Event())
    threading.Thread(target=kept[-1].wait, name="forgotten").start()

def test_last():
    kept[-1].set()
'''


@pytest.mark.slow
def test_what_slips_by_a_test_fails_it(tmp_path: Path) -> None:
    file = tmp_path / "test_planted.py"
    file.write_text(PLANTED, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", project_root() / "pyproject.toml", "--rootdir", tmp_path,
         "-p", "tests.conftest", "-rA", file],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(project_root())}, capture_output=True, text=True,
        timeout=4 * PATIENCE, check=False)
    said = run.stdout + run.stderr
    endings = {line.split("::")[1].split(" ")[0]: line.split(" ")[0]
               for line in said.splitlines() if line.startswith(("PASSED", "FAILED", "ERROR"))}
    assert {name for name, ending in endings.items() if ending == "PASSED"} >= {"test_quiet", "test_last"}, said
    assert {name for name, ending in endings.items() if ending != "PASSED"} == {
        "test_warning", "test_window", "test_timer", "test_thread", "test_python_thread"}, said
    for told in ("open window QWidget", "ticking QTimer", "running QThread", "thread forgotten"):
        assert told in said
