"""A damaged database costs no word that the backup or the second copy has, and is itself left as it was."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from app.errors import Damaged
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.session import Session, fold
from app.store.database import NAME
from app.store.recovery import ASIDE, open_or_recover
from app.store.second_copy import FOLDER, SecondCopy
from app.store.store import Store
from app.words import Text, Words
from tests.app.live.room import Hand
from tests.app.store.killed import NOW, Mother, recover
from tests.plans import at, staff_meeting

LATER = NOW + timedelta(minutes=1)


def lived(folder: Path, *, backup: bool, copied: bool = True) -> Session:
    """A plan and a session of it: one note before the backup, one after it. Its file is then spoilt."""
    store, hand, told = Store.open(folder), Hand(at(9)), list[Text]()
    if copied:
        store.copy_to(SecondCopy(folder, told.append))
    store.keep_gathering(staff_meeting(), at(8))
    first = opening(staff_meeting(), hand())
    engine = Engine(first, store.append_to(store.begin(first, staff_meeting())), hand)
    engine.keep("before the backup", Keeps.INSIGHT)
    if backup:
        store.back_up(NOW)
    engine.keep("after the backup", Keeps.INSIGHT)
    store.close()
    size = (folder / NAME).stat().st_size
    (folder / NAME).write_bytes(b"\xa5" * size)
    with pytest.raises(Damaged):
        Store.open(folder)
    return engine.session


def session_in(store: Store) -> Session | None:
    """What the one session of this store folds to."""
    return fold(store.log(store.sessions()[0].id)) if store.sessions() else None


@pytest.mark.parametrize("backup", [True, False])
def test_every_note_is_back_and_the_damaged_file_lies_aside_untouched(tmp_path: Path, backup: bool) -> None:
    session = lived(tmp_path, backup=backup)
    spoilt = (tmp_path / NAME).read_bytes()
    store, told = open_or_recover(tmp_path, NOW)
    assert session_in(store) == session
    assert store.live_session() is not None
    assert store.gatherings() == (staff_meeting(),)
    (aside,) = tmp_path.glob(f"{ASIDE}-*")
    assert (aside / NAME).read_bytes() == spoilt
    assert told is not None and str(aside) in Words()(told)
    store.close()


def test_without_the_second_copy_the_last_note_is_gone(tmp_path: Path) -> None:
    lived(tmp_path, backup=True, copied=False)
    assert not (tmp_path / FOLDER).exists()
    store, _ = open_or_recover(tmp_path, NOW)
    session = session_in(store)
    assert session is not None and [note.text for note in session.notes] == ["before the backup"]
    store.close()


def test_with_neither_the_program_begins_anew(tmp_path: Path) -> None:
    lived(tmp_path, backup=False, copied=False)
    store, told = open_or_recover(tmp_path, NOW)
    assert told is not None and store.is_new and "no backup" in Words()(told)
    store.close()


def test_a_gone_database_is_made_again_and_that_is_told(tmp_path: Path) -> None:
    session = lived(tmp_path, backup=True)
    for empty in (False, True):
        (tmp_path / NAME).unlink()
        if empty:
            (tmp_path / NAME).touch()
        store, told = open_or_recover(tmp_path, NOW)
        assert (session_in(store), store.gatherings()) == (session, (staff_meeting(),))
        assert told is not None and "To begin anew, choose another folder" in Words()(told)
        store.close()


def test_an_empty_folder_and_a_whole_file_are_opened_without_a_word(tmp_path: Path) -> None:
    for _ in range(2):
        store, told = open_or_recover(tmp_path, NOW)
        assert told is None
        store.close()
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_todays_question_was_no_plan_and_does_not_become_one(tmp_path: Path) -> None:
    store, told = Store.open(tmp_path), list[Text]()
    store.copy_to(SecondCopy(tmp_path, told.append))
    plan = staff_meeting()
    today = msgspec.structs.replace(plan, id="today", steps=plan.steps[:1])
    for each in (plan, today):
        store.begin(opening(each, at(9)), each)
    store.close()
    (tmp_path / NAME).unlink()
    again, _ = open_or_recover(tmp_path, NOW)
    assert (again.gatherings(), len(again.sessions())) == ((plan,), 2)
    again.close()


def test_a_plan_changed_since_the_backup_is_read_out_of_the_damaged_file(tmp_path: Path) -> None:
    session = lived(tmp_path, backup=True)
    (tmp_path / NAME).unlink()
    store, _ = open_or_recover(tmp_path, NOW)
    newer = msgspec.structs.replace(staff_meeting(), title="Edited for an hour")
    store.keep_gathering(newer, at(10))
    store.close()
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        root = db.execute("select rootpage from sqlite_schema where name = 'events'").fetchone()[0]
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[:4096 * (root - 1)] + b"\xa5" * 4096 + whole[4096 * root:])
    again, told = open_or_recover(tmp_path, NOW)
    assert told is not None and (again.gatherings(), session_in(again)) == ((newer,), session)
    again.close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("backup", [True, False])
def test_a_recovery_killed_anywhere_is_finished_by_the_next_start(tmp_path: Path, backup: bool) -> None:
    session = lived(tmp_path / "lived", backup=backup)
    spoilt = (tmp_path / "lived" / NAME).read_bytes()
    killed, moment = True, 0
    with Mother() as mother:
        while killed:
            moment += 1
            folder = tmp_path / str(moment)
            shutil.copytree(tmp_path / "lived", folder)
            killed = mother.child_dies(recover, folder, moment - 1)
            store, _ = open_or_recover(folder, LATER)
            assert (session_in(store), store.gatherings()) == (session, (staff_meeting(),)), moment
            store.close()
            assert [path.read_bytes() for path in folder.glob(f"{ASIDE}-*/{NAME}")] == [spoilt], moment
            left = {path.name for path in folder.iterdir()} - {NAME, FOLDER, "backups"}
            assert all(name.startswith(ASIDE) for name in left), (moment, left)
    assert moment > 20
