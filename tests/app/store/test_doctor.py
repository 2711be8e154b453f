"""The doctor tells what is there, and its exit says whether all is well."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.__main__ import main
from app.store.backup import backups
from app.store.database import NAME
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


def test_no_data_are_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(tmp_path) == 1
    assert "There are no data" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_data_in_use_exit_3(lived: Path) -> None:
    import subprocess
    import sys

    store = Store.open(lived)
    run = subprocess.run([sys.executable, "-c", "import sys, app.__main__; sys.exit(app.__main__.main())", "doctor",
                          "--data", str(lived)], capture_output=True, text=True, check=False)
    store.close()
    assert (run.returncode, "already open" in run.stderr) == (3, True)
