"""A backup is whole, or it is none; notes go on being kept while it is made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from app.errors import Damaged, NotKept
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.session import fold
from app.store.backup import FOLDER, backups, newest_good, take_backup, thinned, what_is_wrong
from app.store.database import NAME
from app.store.store import Store
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def hosted(store: Store) -> Engine:
    """A session being hosted in this store."""
    hand = Hand(at(9))
    first = opening(staff_meeting(), hand())
    return Engine(first, store.append_to(store.begin(first, staff_meeting())), hand)


def notes_in(path: Path, into: Path) -> list[str]:
    """The words in a backup, read as the program would read its own file."""
    into.mkdir()
    (into / NAME).write_bytes(path.read_bytes())
    store = Store.open(into)
    session = fold(store.log(store.sessions()[0].id))
    store.close()
    assert session is not None
    return [note.text for note in session.notes]


def test_a_backup_holds_every_note_and_is_one_file(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    hosted(store).keep("Żółw auf dem Tisch", Keeps.INSIGHT)
    path = store.back_up(NOW)
    assert [p.name for p in (tmp_path / FOLDER).iterdir()] == [path.name]
    assert notes_in(path, tmp_path / "again") == ["Żółw auf dem Tisch"]
    store.close()


def test_notes_are_kept_while_a_thread_makes_the_backup(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    engine = hosted(store)
    for number in range(300):
        engine.keep(f"{number} " + "word " * 300, Keeps.INSIGHT)
    made: list[Path] = []
    meanwhile, before = 0, len(engine.session.notes)
    while meanwhile == 0:      # a machine that is held up here may have finished the backup first
        when = NOW + timedelta(hours=len(made))
        thread = Thread(target=lambda when=when: made.append(store.back_up(when)))
        thread.start()
        while thread.is_alive() and meanwhile < 200:
            engine.keep(f"meanwhile {meanwhile}", Keeps.INSIGHT)
            meanwhile += 1
        thread.join()
    found = notes_in(made[-1], tmp_path / "again")
    assert len(found) >= before
    assert found == [note.text for note in engine.session.notes][:len(found)]
    store.close()


def test_a_copy_that_is_not_whole_never_gets_a_backups_name(tmp_path: Path) -> None:
    def half(target: sqlite3.Connection) -> None:
        target.execute("create table events (x)")

    with pytest.raises(NotKept, match="No backup could be made"):
        take_backup(tmp_path, NOW, half)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_backup_that_went_bad_later_is_passed_over(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    good, bad = store.back_up(NOW), store.back_up(NOW + timedelta(hours=1))
    store.close()
    assert newest_good(tmp_path) == bad
    bad.write_bytes(spoilt(bad.read_bytes()))
    assert what_is_wrong(bad)
    assert (backups(tmp_path), newest_good(tmp_path)) == ((bad, good), good)


def spoilt(content: bytes) -> bytes:
    """The same file with its second page gone."""
    return content[:4096] + b"\xa5" * 4096 + content[8192:]


def test_a_damaged_page_is_found_when_the_file_is_opened(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    hosted(store)
    store.close()
    whole = (tmp_path / NAME).read_bytes()
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        root = db.execute("select rootpage from sqlite_schema where name = 'events'").fetchone()[0]
    (tmp_path / NAME).write_bytes(whole[:4096 * (root - 1)] + b"\xa5" * 4096 + whole[4096 * root:])
    with pytest.raises(Damaged, match="is damaged"):
        Store.open(tmp_path)
    (tmp_path / NAME).write_bytes(whole)
    Store.open(tmp_path).close()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    (tmp_path / FOLDER).write_text("in the way")
    with pytest.raises(NotKept, match="Your notes are kept"):
        store.back_up(NOW)
    store.close()


def test_ten_stay_then_one_a_day_then_one_a_week() -> None:
    every_hour = [NOW - timedelta(hours=n) for n in range(24 * 60)]
    stay = sorted(set(every_hour) - set(thinned(every_hour)), reverse=True)
    assert stay[:10] == every_hour[:10]
    days = {when.date() for when in every_hour[10:] if when > NOW - timedelta(days=14)}
    assert days <= {when.date() for when in stay}
    older = [when for when in stay if when < NOW - timedelta(days=15)]
    assert len(older) == len({when.isocalendar()[:2] for when in older})
    assert thinned(stay) == () and thinned([]) == ()
