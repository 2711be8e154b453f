"""What should not have happened is found in a file that can be read, and sent: without a word that anybody typed."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import project_root, version
from app.store.crash import FOLDER, KEPT, LONGEST, OF_ONE_RUN, Recorder, crash_files

TYPED = "Jana is leaving"


def raised(fault: BaseException) -> BaseException:
    """The fault as it is caught: with its traceback, and with what it came from."""
    try:
        try:
            raise KeyError(TYPED)
        except KeyError:
            raise fault  # noqa: B904 - what came before is to be found in the file
    except type(fault) as caught:
        return caught


def written(folder: Path, fault: BaseException) -> str:
    """The crash file of this fault."""
    recorder = Recorder(folder, ", Qt 6")
    recorder.did("page host")
    path = recorder.write(raised(fault), "ui.faults, not expected")
    assert path is not None
    return path.read_text(encoding="utf-8")


def test_it_tells_what_where_and_what_was_done_before(data_folder: Path) -> None:
    said = written(data_folder, ValueError(TYPED))
    assert all(words in said for words in (
        f"Convener {version()}", "Python 3.", "Qt 6", "page host", "ui.faults, not expected", "KeyError", "ValueError",
        "tests/app/store/test_crash.py", "in raised"))


@pytest.mark.parametrize("fault", [ValueError(TYPED), KeyError(TYPED), OSError(errno.ENOSPC, "full", f"/{TYPED}.pdf"),
                                   RuntimeError({"note": TYPED}), UnicodeEncodeError("ascii", TYPED, 0, 1, TYPED)])
def test_no_typed_word_is_in_it(data_folder: Path, fault: BaseException) -> None:
    said = written(data_folder, fault)
    assert TYPED not in said and str(Path.home()) not in said.replace(str(project_root()), "")


def test_what_the_language_itself_says_is_in_it(data_folder: Path) -> None:
    assert "'Beat' object has no attribute 'wall'" in written(
        data_folder, AttributeError("'Beat' object has no attribute 'wall'"))
    assert "OSError: ENOSPC" in written(data_folder, OSError(errno.ENOSPC, "full"))


def test_the_same_fault_is_written_once_in_a_run_and_files_are_few_and_small(data_folder: Path) -> None:
    recorder = Recorder(data_folder)
    again = raised(ValueError())
    assert recorder.is_new(again) and recorder.write(again, "a") and not recorder.is_new(raised(ValueError()))
    for number in range(2 * OF_ONE_RUN):
        kind = type(f"Fault{number}", (Exception,), {})
        if recorder.is_new(fault := raised(kind())):
            recorder.write(fault, "x" * 2 * LONGEST)
    assert len(crash_files(data_folder)) == OF_ONE_RUN
    for _ in range(KEPT):
        Recorder(data_folder).write(again, "a")
    assert len(crash_files(data_folder)) == KEPT
    assert all(path.stat().st_size <= LONGEST for path in crash_files(data_folder))


def test_a_folder_that_takes_no_file_is_no_second_fault(data_folder: Path) -> None:
    (data_folder / FOLDER).write_text("in the way")
    recorder = Recorder(data_folder)
    assert recorder.watch() is None
    recorder.did("page host")
    assert recorder.write(raised(ValueError()), "a") is None
    recorder.close()


RUN = """
import faulthandler, os, sys
from pathlib import Path
from app.store.crash import Recorder
recorder = Recorder(Path(sys.argv[1]))
found = recorder.watch()
print(found or "")
for number in range(5000):
    recorder.did("page host")
recorder.did("fact kept")
end = sys.argv[2]
if end == "close":
    recorder.close()
elif end == "abort":
    os.abort()
elif end == "fault":
    faulthandler._sigsegv()
else:
    os.kill(os.getpid(), 9)
"""


def run(folder: Path, end: str) -> tuple[int, str]:
    """One run that ends so; its exit code, and the crash it found at its start."""
    ended = subprocess.run([sys.executable, "-c", RUN, str(folder), end], cwd=project_root(), capture_output=True,
                           text=True, check=False)
    return ended.returncode, ended.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to end by")
@pytest.mark.parametrize(("end", "code"), [("abort", signal.SIGABRT), ("fault", signal.SIGSEGV)])
def test_a_crash_too_hard_for_python_is_found_by_the_next_start(data_folder: Path, end: str, code: int) -> None:
    assert run(data_folder, end) == (-code, "")
    ended, found = run(data_folder, "close")
    assert (ended, [Path(found)]) == (0, list(crash_files(data_folder)))
    said = Path(found).read_text(encoding="utf-8")
    assert "Fatal Python error" in said and "fact kept" in said and f"Convener {version()}" in said
    assert len(said) <= LONGEST
    assert run(data_folder, "close") == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to end by")
def test_a_kill_or_a_clean_end_is_no_crash(data_folder: Path) -> None:
    assert run(data_folder, "close") == (0, "") and not (data_folder / FOLDER).exists()
    assert run(data_folder, "kill")[0] == -signal.SIGKILL
    assert run(data_folder, "close") == (0, "") and crash_files(data_folder) == ()
