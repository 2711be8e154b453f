from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from app.errors import NotKept, Trouble
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.session import fold
from app.paths import project_root
from app.store.database import NAME
from app.store.store import Store
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting


def test_a_plan_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.keep_gathering(staff_meeting(), at(8))
    store.close()
    again = Store.open(tmp_path)
    assert again.gatherings() == (staff_meeting(),)
    again.close()


def test_the_plan_changed_last_is_the_first(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    other = msgspec.structs.replace(staff_meeting(), id="other", title="Other")
    store.keep_gathering(staff_meeting(), at(8))
    store.keep_gathering(other, at(8, 1))
    store.keep_gathering(staff_meeting(), at(8, 2))
    assert [g.id for g in store.gatherings()] == ["staff", "other"]
    store.close()


def test_a_removed_plan_can_be_brought_back(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.keep_gathering(staff_meeting(), at(8))
    store.remove_gathering("staff")
    assert store.gatherings() == ()
    assert store.gathering("staff") == staff_meeting()
    store.remove_gathering("staff", removed=False)
    assert len(store.gatherings()) == 1
    store.close()


def test_a_session_goes_on_after_a_restart(tmp_path: Path) -> None:
    store, hand = Store.open(tmp_path), Hand(at(9))
    first = opening(staff_meeting(), hand())
    session_id = store.begin(first, staff_meeting())
    engine = Engine(first, store.append_to(session_id), hand)
    engine.next()
    engine.keep("Tür auf, Żółw, ἀγορά", Keeps.INSIGHT)
    store.close()
    again = Store.open(tmp_path)
    row = again.live_session()
    assert row is not None and row.id == session_id
    assert fold(again.log(session_id)) == engine.session
    again.close()


def test_a_finished_session_is_not_taken_up_again(tmp_path: Path) -> None:
    store, hand = Store.open(tmp_path), Hand(at(9))
    first = opening(staff_meeting(), hand())
    session_id = store.begin(first, staff_meeting())
    engine = Engine(first, store.append_to(session_id), hand)
    engine.finish()
    assert store.live_session() is None
    assert store.sessions()[0].finished == at(9)
    store.close()


def test_the_durable_pragmas_hold(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    read = {p: store._db.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "synchronous", "locking_mode")}
    assert read == {"journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive"}
    store.close()


def test_a_second_process_is_told_that_the_data_is_in_use(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    code = ("import sys; from pathlib import Path; from app.store.store import Store; from app.errors import InUse\n"
            "try: Store.open(Path(sys.argv[1]))\nexcept InUse as told: print(told); sys.exit(3)")
    second = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (second.returncode, "already open" in second.stdout) == (3, True)
    store.close()
    third = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert third.returncode == 0


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("create table theirs (x)")
    with pytest.raises(Trouble, match="not written by Convener"):
        Store.open(tmp_path)


def test_a_newer_file_is_refused_with_its_version(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute("PRAGMA user_version=99")
    with pytest.raises(Trouble, match="newer Convener"):
        Store.open(tmp_path)


def test_a_file_that_is_no_database_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"not a database at all" * 200)
    with pytest.raises(Trouble, match="damaged or is not a database"):
        Store.open(tmp_path)
    assert (tmp_path / NAME).read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Trouble, match="cannot be used"):
        Store.open(tmp_path / "file" / "data")


def test_a_write_that_fails_is_never_called_kept(tmp_path: Path) -> None:
    store, hand = Store.open(tmp_path), Hand(at(9))
    first = opening(staff_meeting(), hand())
    session_id = store.begin(first, staff_meeting())
    engine = Engine(first, store.append_to(session_id), hand)
    store._db.execute("PRAGMA query_only=ON")
    with pytest.raises(NotKept, match="could not be kept"):
        engine.keep("words", Keeps.INSIGHT)
    assert engine.session.notes == ()
    store._db.execute("PRAGMA query_only=OFF")
    engine.keep("words", Keeps.INSIGHT)
    assert fold(store.log(session_id)) == engine.session
    store.close()


def test_an_interrupted_process_loses_no_acknowledged_note(tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from app.library.protocol import Keeps
from app.live.clock import system_clock
from app.live.engine import Engine, opening
from app.store.store import Store
from tests.plans import staff_meeting
store, clock = Store.open(Path(sys.argv[1])), system_clock()
first = opening(staff_meeting(), clock())
engine = Engine(first, store.append_to(store.begin(first, staff_meeting())), clock)
for i in range(10_000):
    engine.keep(f"note {i}", Keeps.INSIGHT)
    os.write(1, f"{i}\\n".encode())
"""
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(40)]
        process.kill()
        acknowledged += process.stdout.readlines()
    store = Store.open(tmp_path)
    row = store.live_session()
    assert row is not None
    session = fold(store.log(row.id))
    assert session is not None
    kept = {n.text for n in session.notes}
    assert {f"note {int(line)}" for line in acknowledged if line.endswith("\n")} <= kept
    store.close()


def test_data_that_hold_only_a_session_are_not_new(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    assert store.is_new
    store.begin(opening(staff_meeting(), at(9)), staff_meeting())
    assert not store.is_new
    store.close()


def test_the_plan_that_begins_last_is_the_first_to_be_shown_and_none_is_read_before_it_is_asked_for(
        tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    later = msgspec.structs.replace(staff_meeting(), id="later", starts=staff_meeting().starts + timedelta(days=1))
    for plan in (later, staff_meeting()):
        store.keep_gathering(plan, at(8))
    assert store.plans().ids == ("later", "staff")
    assert store.plans().read("later") == later
    assert store.plans().read("nobody") is None
    store._db.execute("update gatherings set plan = 'no longer a plan' where id = 'later'")
    assert store.plans().ids == ("later", "staff")
    store.remove_gathering("later")
    assert store.plans().ids == ("staff",)
    store.close()


def test_the_sample_is_found_unless_it_was_removed(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.keep_gathering(staff_meeting(), at(8))
    assert store.sample() == ""
    store.keep_gathering(msgspec.structs.replace(staff_meeting(), id="shown", sample=True), at(8))
    assert store.sample() == "shown"
    store.remove_gathering("shown")
    assert store.sample() == ""
    store.close()


def test_data_of_this_version_are_opened_without_what_only_changes_of_shape_need(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    program = "import sys; from pathlib import Path; from app.store.store import Store\n" \
        "Store.open(Path(sys.argv[1])).close(); print('sqlite_utils' in sys.modules)"
    told = [subprocess.run([sys.executable, "-c", program, str(folder)], check=True, capture_output=True, text=True,
                           cwd=project_root()).stdout.strip() for folder in (tmp_path, tmp_path / "new")]
    assert told == ["False", "True"]


def test_a_plan_that_the_disk_has_spoilt_costs_itself_and_not_the_list_of_all(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        for name in ("whole", "spoilt"):
            store.keep_gathering(msgspec.structs.replace(staff_meeting(), id=name), at(9))
        store._db.execute("update gatherings set plan = replace(plan, '\"form\"', '\"Form\"') where id = 'spoilt'")
        store._db.commit()
        assert [plan.id for plan in store.gatherings()] == ["whole"]
        assert store.gathering("spoilt") is None and store.gathering("whole") is not None
