"""The disk fails while a host is hosting: nothing is called kept that is not, no word leaves the editor, a sentence
says why, and the same Enter keeps the note when the disk is well again.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.live.engine import opening
from app.live.session import Session, fold
from app.paths import project_root
from app.store.backup import newest_good
from app.store.database import NAME
from app.store.second_copy import FOLDER as COPIES
from app.store.second_copy import copies, read_copy
from app.store.store import Store
from tests.patience import PATIENCE
from tests.plans import at, staff_meeting

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there is no such disk to be had")]

WHEN = ("1", "4", "2+3", "6+")
"""Which syncs fail, as strace counts them in each thread: the fourth; every third from the second; all from the sixth.
`[str(n) for n in range(1, 61)]` tries each by itself.
"""


def begun(folder: Path) -> None:
    """A session to go on with."""
    folder.mkdir(exist_ok=True)
    store = Store.open(folder)
    store.begin(opening(staff_meeting(), at(9)), staff_meeting())
    store.close()


def hosted(scene: str, folder: Path, *before: str) -> tuple[list[dict[str, str]], int]:
    """Play the scene in the real program: what it said, and its exit. A crash fails at once."""
    run = subprocess.run([*before, sys.executable, "-m", "tests.ui.bad_disk", scene, str(folder)], cwd=project_root(),
                         capture_output=True, text=True, timeout=PATIENCE, check=False)
    # a log on a full disk cannot be written either, and says so there
    assert "Traceback" not in run.stderr or "--- Logging error ---" in run.stderr, run.stderr
    assert not (folder / "convener.log").exists() or "Traceback" not in (folder / "convener.log").read_text()
    return [json.loads(line) for line in run.stdout.splitlines()], run.returncode


def session_in(folder: Path) -> Session:
    """The one session that was hosted there."""
    store = Store.open(folder)
    session = fold(store.log(store.sessions()[0].id))
    store.close()
    assert session is not None
    return session


def called_kept(said: list[dict[str, str]]) -> list[str]:
    """The beginnings of the notes that the program let go of."""
    return [line["kept"].strip() for line in said if "kept" in line]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder],
                                           capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk is mounted by root only")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fills(folder: Path) -> list[dict[str, str]]:
    """What was said while the disk filled and became well again; all else is asserted."""
    begun(folder)
    said, left = hosted("full", folder)
    session, kept = session_in(folder), called_kept(said)
    refused = [line for line in said if "refused" in line]
    assert left == 0 and said[-1]["over"]
    assert refused and all("could not be kept" in line["told"] for line in refused)
    assert refused[0]["refused"].strip() == kept[-1]                         # the same words, the same Enter
    assert [note.text[:20].strip() for note in session.notes] == kept
    assert session.finished is not None and session.step_id == "arrive"      # *next* was refused, *end* was not
    (copy,) = copies(folder).values()
    backup, draft = newest_good(folder), folder / "draft.json"
    assert read_copy(copy)[0][-1].what == session_log(folder)[-1] and backup is not None and not draft.exists()
    return said


def session_log(folder: Path) -> list[object]:
    """The facts of the one session."""
    store = Store.open(folder)
    log = store.log(store.sessions()[0].id)
    store.close()
    return [event.what for event in log]


def test_a_disk_that_fills_while_hosting_costs_no_word_and_heals(small_disk: Path) -> None:
    assert any("full" in line.get("told", "") for line in fills(small_disk))


def test_files_that_may_not_grow_cost_no_word_and_heal(tmp_path: Path) -> None:
    fills(tmp_path / "limited")


@pytest.mark.parametrize("careful", [False, True])
def test_on_a_full_disk_the_console_opens_and_refuses_the_note(small_disk: Path, careful: bool) -> None:
    begun(small_disk)
    if careful:   # a recovery was killed: there is no room for the copy that is made before the file is opened
        (small_disk / "recovering.lock").touch()
    with (small_disk / "filler").open("wb", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(bytes(4096))
    said, left = hosted("insistent", small_disk)
    assert (left, called_kept(said)) == (0, []) and "over" in said[-1]
    assert session_in(small_disk).notes == ()


def test_data_that_cannot_be_written_are_refused_with_a_sentence(small_disk: Path) -> None:
    begun(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    said, left = hosted("insistent", small_disk)
    assert left == 1 and "choose one that can be written" in said[0]["trouble"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="syncs are made to fail by strace, which is not here")
@pytest.mark.parametrize("when", WHEN)
def test_a_sync_that_fails_is_no_note_kept_and_no_note_lost(tmp_path: Path, when: str) -> None:
    begun(tmp_path / "data")
    said, left = hosted("insistent", tmp_path / "data", "strace", "-f", "-qq", "-o", "/dev/null", "-e",
                        f"inject=fsync,fdatasync:error=EIO:when={when}")
    assert left == 0 and "over" in said[-1]
    assert all("could not be kept" in line["told"] for line in said if "refused" in line)
    assert "+" not in when or any("refused" in line for line in said)
    notes = [note.text.strip() for note in session_in(tmp_path / "data").notes]
    assert set(called_kept(said)) <= set(notes) and len(notes) == len(set(notes))
    assert len(called_kept(said)) == 10 or when.endswith("+")


def test_each_place_that_cannot_be_written_has_its_own_sentence_and_refuses_no_note(tmp_path: Path) -> None:
    begun(tmp_path / "data")
    said, left = hosted("in_the_way", tmp_path / "data")
    told = {line["place"]: line["told"] for line in said if "place" in line}
    assert left == 0 and called_kept(said) == ["first", COPIES]
    for place, words in (("draft.json", "not safe until you press Enter"), ("settings.json", "could not be written"),
                         (COPIES, "The notes themselves are kept"), ("backups", "No backup could be made")):
        assert words in told[place] and place in told[place]
    backup = newest_good(tmp_path / "data")   # made on closing, when the place was free again
    assert backup is not None
    (tmp_path / "again").mkdir()
    shutil.copyfile(backup, tmp_path / "again" / NAME)
    assert session_in(tmp_path / "again").finished is not None
