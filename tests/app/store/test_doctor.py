"""The doctor tells what is there, and its exit says whether all is well."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.__main__ import main
from app.paths import project_root
from app.store.backup import backups
from app.store.crash import Recorder
from app.store.database import NAME, SCHEMA_VERSION
from app.store.recovery import ASIDE, BUILDING, REBUILT
from app.store.second_copy import SecondCopy, copies
from app.store.store import Store
from app.words import Text
from tests.app.store.test_backup import hosted

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def lived(tmp_path: Path) -> Path:
    """A folder with one session, its copy and a backup."""
    store, told = Store.open(tmp_path), list[Text]()
    store.copy_to(SecondCopy(tmp_path, told.append))
    hosted(store)
    store.back_up(NOW)
    store.close()
    return tmp_path


def doctor(folder: Path) -> int:
    """The command as it is typed."""
    return main(["doctor", "--data", str(folder)])


def test_healthy_data_are_called_whole(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(lived) == 0
    said = capsys.readouterr().out
    assert all(words in said for words in (
        str(lived / NAME), "is whole", "synchronous 2", "Sessions in it: 1.", "Backups: 1.", "Facts they lack: 0."))


def test_a_spoilt_database_exits_1_and_is_left_as_it_is(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lived / NAME).write_bytes(b"\xa5" * 9000)
    assert doctor(lived) == 1
    assert "damaged" in capsys.readouterr().out
    assert (lived / NAME).read_bytes() == b"\xa5" * 9000


def test_a_spoilt_backup_and_a_short_copy_are_named(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = copies(lived).values()
    path.write_bytes(path.read_bytes()[:-9])
    assert doctor(lived) == 1
    assert "Lines that cannot be read: 1. Facts they lack: 1." in capsys.readouterr().out
    backups(lived)[0].write_bytes(b"nothing")
    assert doctor(lived) == 1
    assert "is not whole" in capsys.readouterr().out


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the moment it was changed."""
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What the command says and its exit; the folder is as it was."""
    before = everything(folder)
    code = doctor(folder)
    assert everything(folder) == before, "the doctor wrote"
    return code, capsys.readouterr().out


def test_looking_writes_nothing_even_after_a_hard_stop(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = ("import os, sys; from pathlib import Path; from app.store.store import Store; "
            "from tests.app.store.test_backup import hosted; hosted(Store.open(Path(sys.argv[1]))); os._exit(1)")
    subprocess.run([sys.executable, "-c", code, str(lived)], check=False, cwd=project_root())
    assert (lived / f"{NAME}-wal").stat().st_size > 0
    _, said = told(lived, capsys)
    assert "Sessions in it: 2." in said, "what the log of pages holds was not seen"


def test_an_older_file_is_left_for_the_console_to_bring_up_to_date(
        lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(lived / NAME)) as db:
        db.execute(f"PRAGMA user_version={SCHEMA_VERSION - 1}")
    code, said = told(lived, capsys)
    assert code == 0 and "older Convener" in said


def test_a_newer_file_is_named(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(lived / NAME)) as db:
        db.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    code, said = told(lived, capsys)
    assert code == 1 and f"{lived / NAME} was written by a newer Convener" in said and "Backups: 1." in said


def test_a_recovery_that_was_stopped_and_a_file_that_is_gone_are_told(
        lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lived / BUILDING).mkdir()
    code, said = told(lived, capsys)
    assert code == 1 and "begun and stopped" in said
    (lived / BUILDING).rename(lived / f"{ASIDE}-1")
    (lived / f"{ASIDE}-1" / REBUILT).write_bytes(b"whole")
    (lived / NAME).unlink()
    code, said = told(lived, capsys)
    assert code == 1 and "waits" in said and "is gone" in said and "put aside: 1" in said


def test_crashes_are_named(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Recorder(lived).write(ValueError("typed"), "a test")
    code, said = told(lived, capsys)
    assert code == 0 and f"written down: 1, the last in {path}." in said and "Nothing that went wrong" not in said


def test_no_data_are_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(tmp_path) == 1
    assert "There are no data" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_data_in_use_exit_3(lived: Path) -> None:
    store = Store.open(lived)
    run = subprocess.run([sys.executable, "-c", "import sys, app.__main__; sys.exit(app.__main__.main())", "doctor",
                          "--data", str(lived)], capture_output=True, text=True, check=False)
    store.close()
    assert (run.returncode, "already open" in run.stderr) == (3, True)
