"""Photographs outlive what notes outlive, and are forgotten with their gathering in every byte of every file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from app.design.gathering import new_id
from app.harvest.photos import Photo
from app.live.engine import Engine, opening
from app.live.pictured import PhotoDropped, Photographed, PhotoRestored
from app.live.session import fold
from app.store.database import NAME
from app.store.forgetting import Wish, out_of_database
from app.store.recovery import open_or_recover
from app.store.second_copy import SecondCopy
from app.store.store import Store
from app.words import Text
from tests.app.live.room import Hand
from tests.app.store.test_migrations import of_shape
from tests.plans import at, staff_meeting

MARK = b"of Rosa's chart"


def jpeg(colour: str = "red") -> bytes:
    """A picture that fills several pages of a database, each of which holds words that are searched for."""
    out = BytesIO()
    Image.new("RGB", (3, 2), colour).save(out, "JPEG")
    head, tables = out.getvalue()[:20], out.getvalue()[20:]
    note = MARK * 1000
    return head + b"\xff\xfe" + (len(note) + 2).to_bytes(2, "big") + note + tables


JPEG = jpeg()
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Kept:
    """A data folder with one hosted gathering and a photograph in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, hand, self.told = folder, Hand(at(9)), list[Text]()
        self.store = Store.open(folder)
        self.store.copy_to(SecondCopy(folder, self.told.append))
        plan = staff_meeting()
        self.store.keep_gathering(plan, at(8))
        first = opening(plan, hand())
        self.session = self.store.begin(first, plan)
        self.engine = Engine(first, self.store.append_to(self.session), hand)
        self.photo = Photo(id=new_id(), step_id=plan.steps[0].id, at=hand(), width=3, height=2)

    def add(self) -> None:
        self.store.keep_photo(self.session, self.photo.id, JPEG)
        assert self.engine.picture(Photographed(photo=self.photo))

    def found(self) -> set[str]:
        """Every file in which the pixels lie."""
        return {path.relative_to(self.folder).parts[0] for path in self.folder.rglob("*")
                if path.is_file() and MARK in path.read_bytes()}


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    made = Kept(tmp_path / "data")
    made.add()
    return made


def test_a_photograph_is_taken_away_and_comes_back_and_the_log_says_the_same(kept: Kept) -> None:
    assert kept.engine.picture(PhotoDropped(photo_id=kept.photo.id)) and not kept.engine.session.photos.here
    assert not kept.engine.picture(PhotoDropped(photo_id=kept.photo.id)), "gone already"
    assert kept.engine.picture(PhotoRestored(photo_id=kept.photo.id))
    assert kept.engine.session.photos.here == (kept.photo,) and not kept.engine.can_undo()
    assert fold(kept.store.log(kept.session)) == kept.engine.session and kept.store.photo(kept.photo.id) == JPEG
    kept.store.close()


def test_it_lies_in_the_file_every_backup_and_the_second_copies(kept: Kept) -> None:
    kept.store.back_up(NOW)
    kept.store.close()
    assert kept.found() == {NAME, "backups", "copies"} and kept.told == []


def test_forgetting_its_gathering_leaves_no_byte_of_it_anywhere(kept: Kept) -> None:
    kept.store.back_up(NOW)
    kept.store.forget_gathering(kept.engine.session.gathering.id)
    kept.store.forget_elsewhere()
    kept.store.close()
    assert kept.found() == set()


def test_with_the_file_gone_it_comes_back_from_the_second_copies(kept: Kept) -> None:
    kept.store.close()
    for path in kept.folder.glob(f"{NAME}*"):
        path.unlink()
    store, told = open_or_recover(kept.folder, NOW)
    with closing(store):
        session = fold(store.log(kept.session))
        assert told is not None and session is not None
        assert [store.photo(photo.id) for photo in session.photos.here] == [JPEG]


def test_a_backup_from_before_there_were_photographs_is_cleaned_too(tmp_path: Path) -> None:
    of_shape(1, tmp_path)
    with closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as db:
        out_of_database(db, (Wish(gathering_id="staff"),))
        assert db.execute("select count(*) from events").fetchone() == (0,)


def test_a_second_copy_that_cannot_be_written_is_told_and_the_photograph_is_kept(tmp_path: Path) -> None:
    made = Kept(tmp_path / "data")
    made.store._second.between(lambda: None)   # type: ignore[union-attr]
    (made.folder / "copies" / "photos").write_text("in the way")
    made.add()
    made.store.close()
    assert len(made.told) == 1
    with closing(Store.open(made.folder)) as again:
        assert again.photo(made.photo.id) == JPEG


def spoil(folder: Path) -> None:
    """A disk that lost the first page of the facts."""
    path = folder / NAME
    with closing(sqlite3.connect(path)) as db:
        (root, page), = db.execute("select rootpage, (select * from pragma_page_size) from sqlite_master "
                                   "where name = 'events'")
    content = bytearray(path.read_bytes())
    content[(root - 1) * page:root * page] = b"\xa5" * page
    path.write_bytes(content)


def recovered(kept: Kept) -> dict[str, bytes | None]:
    """What a start makes of the folder: the photographs of its session, by id."""
    store, told = open_or_recover(kept.folder, NOW)
    with closing(store):
        session = fold(store.log(kept.session))
        assert told is not None and session is not None
        return {photo.id: store.photo(photo.id) for photo in session.photos.here}


def test_what_can_still_be_read_in_a_damaged_file_comes_back_without_a_copy(kept: Kept) -> None:
    kept.store.close()
    shutil.rmtree(kept.folder / "copies" / "photos")
    spoil(kept.folder)
    assert recovered(kept) == {kept.photo.id: JPEG}


def test_a_photograph_with_a_hole_costs_itself_alone(kept: Kept) -> None:
    others = {new_id(): jpeg(colour) for colour in ("green", "blue", "white")}
    for photo_id, data in others.items():
        kept.store.keep_photo(kept.session, photo_id, data)
        kept.engine.picture(Photographed(photo=msgspec.structs.replace(kept.photo, id=photo_id)))
    kept.store.close()
    shutil.rmtree(kept.folder / "copies" / "photos")
    path = kept.folder / NAME
    data = path.read_bytes()
    second = data.index(MARK, data.index(MARK) + len(JPEG))
    path.write_bytes(data[:second // 4096 * 4096] + bytes(4096) + data[second // 4096 * 4096 + 4096:])
    spoil(kept.folder)
    found = recovered(kept)
    assert sum(data is None for data in found.values()) == 1
    assert {data for data in found.values() if data is not None} < {JPEG, *others.values()}


def test_a_torn_copy_never_stands_in_the_way_of_what_the_damaged_file_has(kept: Kept) -> None:
    kept.store.close()
    for copy in (kept.folder / "copies" / "photos").iterdir():
        copy.write_bytes(JPEG[:-40])
    spoil(kept.folder)
    assert recovered(kept) == {kept.photo.id: JPEG}


def test_a_session_that_only_the_damaged_file_knows_has_the_copies_of_its_photographs(kept: Kept) -> None:
    kept.store.close()
    (kept.folder / "copies" / f"{kept.session}.lines").unlink()
    with closing(sqlite3.connect(kept.folder / NAME)) as db:
        db.execute("pragma writable_schema = on")
        db.execute("delete from sqlite_master where name like '%photos%'")
        db.commit()
    store, _ = open_or_recover(kept.folder, NOW)
    with closing(store):
        assert store.photo(kept.photo.id) == JPEG


def test_a_photograph_without_a_second_copy_gets_one_at_the_next_start(kept: Kept) -> None:
    kept.store.close()
    shutil.rmtree(kept.folder / "copies" / "photos")
    with closing(Store.open(kept.folder)) as again:
        again.copy_to(SecondCopy(kept.folder, kept.told.append))
    (copy,) = (kept.folder / "copies" / "photos").iterdir()
    assert copy.read_bytes() == JPEG and kept.told == []
