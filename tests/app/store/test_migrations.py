"""Every shape of the database that was ever released comes up to today's with all its words. `shapes` holds one small
file of each, as SQL; who adds a step to the shape adds the file that it makes.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.live.session import fold
from app.paths import project_root
from app.store.backup import backups
from app.store.database import NAME, SCHEMA_VERSION
from app.store.store import Store
from tests.app.store.killed import Mother, begin, migrate

SHAPES = project_root() / "tests" / "app" / "store" / "shapes"
WORDS = ["Żółw auf dem Tisch", "ἀγορά; it's late"]


def of_shape(version: int, folder: Path) -> None:
    """A data folder as the release of that shape left it."""
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(folder / NAME)) as db:
        db.executescript((SHAPES / f"{version}.sql").read_text(encoding="utf-8"))


def shape(path: Path) -> set[str]:
    """Every table and index, as it was made."""
    with closing(sqlite3.connect(path)) as db:
        return {sql for sql, in db.execute("select sql from sqlite_master where sql is not null")}


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_release_comes_up_to_date_with_all_its_words(tmp_path: Path, version: int) -> None:
    of_shape(version, tmp_path / "old")
    store = Store.open(tmp_path / "old")
    session = fold(store.log(store.sessions()[0].id))
    assert session is not None and [note.text for note in session.notes] == WORDS
    assert [plan.title for plan in store.gatherings()] == ["Staff meeting"] and session.finished is not None
    store.close()
    Store.open(tmp_path / "new").close()
    assert shape(tmp_path / "old" / NAME) == shape(tmp_path / "new" / NAME)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_migration_killed_at_any_statement_leaves_the_old_shape_or_the_new(tmp_path: Path) -> None:
    of_shape(SCHEMA_VERSION, tmp_path / "old")
    seen, moment, killed = set(), 0, True
    with Mother() as mother:
        while killed:
            folder = tmp_path / str(moment)
            shutil.copytree(tmp_path / "old", folder)
            killed = mother.child_dies(migrate, folder, moment)
            with closing(sqlite3.connect(folder / NAME)) as db:
                assert db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
                version = db.execute("PRAGMA user_version").fetchone()[0]
                title = db.execute("select title from gatherings").fetchone()[0]
                assert db.execute("select count(*) from events").fetchone()[0] == 6
                columns = {row[1] for row in db.execute("PRAGMA table_info(gatherings)")}
            seen.add((version - SCHEMA_VERSION, title, "room" in columns, "place" in columns))
            moment += 1
    assert seen == {(0, "Staff meeting", False, False), (1, "STAFF MEETING", True, False)} and moment > 10
    (backup,) = backups(folder)
    assert shape(backup) == shape(tmp_path / "old" / NAME)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_first_start_killed_at_any_statement_is_begun_again_by_the_next(tmp_path: Path) -> None:
    moment, killed = 0, True
    with Mother() as mother:
        while killed:
            folder = tmp_path / str(moment)
            killed = mother.child_dies(begin, folder, moment)
            store = Store.open(folder)
            assert store.is_new, moment
            store.close()
            moment += 1
    assert moment > 10
