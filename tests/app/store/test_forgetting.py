"""What is forgotten is gone: every byte of every file in the data folder is searched, and what stays is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.design.invitation import Preparation
from app.errors import NotKept
from app.groups.roster import Roster, named
from app.harvest.note import Reach
from app.harvest.shaping import merged, parted
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.forgetting import for_nobody
from app.live.recast import Recast
from app.live.session import fold
from app.store import forgetting
from app.store.draft import Draft, write_draft
from app.store.forgetting import Wish, out_of_copies, out_of_database, write_wish
from app.store.recovery import open_or_recover
from app.store.second_copy import SecondCopy
from app.store.store import Store
from app.words import say
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting

OURS, THEIRS = "Vierwaldstätter", "Quittenbaum"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Data:
    """A data folder with two hosted gatherings, backups between, second copies, a draft and a log."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.hand = folder, Hand(at(9))
        self.engines: dict[str, Engine] = {}
        self.sessions: dict[str, str] = {}
        self.store = Store.open(folder)
        self.store.copy_to(SecondCopy(folder, lambda _: None))
        for plan_id, word in (("ours", OURS), ("theirs", THEIRS)):
            self._host(plan_id, word)
            self.store.back_up(NOW.replace(minute=len(self.sessions)))
        write_draft(folder, Draft(session_id=self.sessions["ours"], text=f"half a {OURS}"))
        (folder / "convener.log").write_text(f"a fault near {OURS}\n")

    def _host(self, plan_id: str, word: str) -> None:
        plan = msgspec.structs.replace(staff_meeting(), id=plan_id, title=f"{word} title", purpose=f"{word} purpose",
                                       roster=named(Roster(), f"{word} person"),
                                       preparation=Preparation(others=f"{word} for myself"))
        self.store.keep_gathering(plan, at(8))
        first = opening(plan, self.hand())
        session_id = self.sessions[plan_id] = self.store.begin(first, plan)
        engine = self.engines[plan_id] = Engine(first, self.store.append_to(session_id), self.hand)
        engine.keep(f"{word} said", Keeps.REPORT, said={"topic": f"{word} topic", "present": f"{word} guest"})
        private = engine.keep(f"{word} whispered first", Keeps.INSIGHT, reach=Reach.NOBODY)
        engine.edit(msgspec.structs.replace(private, text=f"{word} whispered"))
        gone = engine.keep(f"{word} whispered and taken away", Keeps.INSIGHT, reach=Reach.NOBODY)
        engine.drop(gone.id)
        engine.show_message(f"{word} on the wall")
        engine.finish()

    def close(self) -> None:
        self.store.close()

    def found(self, word: str) -> list[str]:
        """Every file of the folder in which `word` is found, and every place of a file's name."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*")
                      if path.is_file() and word.encode() in path.read_bytes())


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Data]:
    made = Data(tmp_path)
    yield made
    made.close()


def test_before_it_is_forgotten_the_search_finds_it_everywhere(data: Data) -> None:
    data.close()
    kinds = {name.split("/")[0] for name in data.found(OURS)}
    assert kinds == {"convener.db", "backups", "copies", "draft.json", "convener.log"}


def test_what_a_convener_wrote_for_herself_is_in_the_plan_and_in_no_session(data: Data) -> None:
    data.close()
    assert {name.split("/")[0] for name in data.found(f"{OURS} for myself")} == {"convener.db", "backups"}


def test_a_gathering_that_is_forgotten_is_in_no_byte_of_any_file(data: Data) -> None:
    data.store.forget_gathering("ours")
    data.store.forget_elsewhere()
    data.close()
    assert data.found(OURS) == data.found(data.sessions["ours"]) == []


def test_all_other_gatherings_stay_whole_in_the_file_the_copies_and_every_backup(data: Data) -> None:
    before = data.store.log(data.sessions["theirs"])
    data.store.forget_gathering("ours")
    data.store.forget_elsewhere()
    data.close()
    store, told = open_or_recover(data.folder, NOW)
    with closing(store):
        assert (told, store.log(data.sessions["theirs"])) == (None, before)
        assert [plan.id for plan in store.gatherings()] == ["theirs"]
    backups = sorted((data.folder / "backups").glob("*.db"))
    assert len(backups) == 2
    with closing(sqlite3.connect(backups[-1])) as backup:
        assert backup.execute("select count(*) from events").fetchone() == (len(before),)


def test_notes_for_nobody_are_in_no_byte_of_any_file_and_the_rest_of_the_session_is(data: Data) -> None:
    engine, session_id = data.engines["ours"], data.sessions["ours"]
    private = for_nobody(engine.log)
    assert len(private) == 2
    assert engine.forget(private, lambda: data.store.forget_notes(session_id, private))
    data.store.forget_elsewhere()
    assert [note.text for note in engine.session.notes] == [f"{OURS} said"]
    assert fold(data.store.log(session_id)) == engine.session and data.store.log(session_id) == engine.log
    data.close()
    assert data.found(f"{OURS} whispered") == []
    assert {name.split("/")[0] for name in data.found(f"{OURS} said")} == {"convener.db", "backups", "copies"}
    store, told = open_or_recover(data.folder, NOW)
    store.close()
    assert told is None


def test_what_was_merged_with_a_whisper_or_parted_from_one_is_in_no_byte_either(data: Data) -> None:
    engine, session_id = data.engines["theirs"], data.sessions["theirs"]
    ids = [engine.keep(f"{THEIRS} {words}", Keeps.INSIGHT, step_id="heard").id for words in ("joined", "open hush")]
    said, both = (next(note for note in engine.session.notes if note.id == one) for one in ids)
    whisper = next(note for note in engine.session.notes if "whispered" in note.text)
    assert engine.recast(Recast(gone=(said.id, whisper.id), notes=(merged((said, whisper)),)))
    assert engine.recast(Recast(gone=(both.id,), notes=parted(both, (f"{THEIRS} open", f"{THEIRS} hush"))))
    engine.edit(msgspec.structs.replace(engine.session.notes[-1], reach=Reach.NOBODY))
    data.store.back_up(NOW.replace(minute=30))
    private = for_nobody(engine.log)
    assert engine.forget(private, lambda: data.store.forget_notes(session_id, private))
    data.store.forget_elsewhere()
    assert fold(data.store.log(session_id)) == engine.session
    assert [note.text for note in engine.session.notes] == [f"{THEIRS} said", f"{THEIRS} open"]
    data.close()
    assert not [data.found(f"{THEIRS} {word}") for word in ("joined", "whispered", "open hush", "hush")
                if data.found(f"{THEIRS} {word}")]
    assert len(data.found(f"{THEIRS} open")) >= 3, "the control: what is open is found in the file, a backup, a copy"


def test_a_session_without_private_notes_is_not_touched(data: Data) -> None:
    assert not data.engines["ours"].forget(frozenset(), lambda: pytest.fail("nothing was to be forgotten"))


def test_a_note_that_could_not_be_forgotten_is_still_there(data: Data) -> None:
    def full() -> None:
        raise NotKept(say("There is no room."))

    engine = data.engines["ours"]
    before = engine.session
    with pytest.raises(NotKept):
        engine.forget(for_nobody(engine.log), full)
    assert engine.session == before


def nothing(data: Data, todo: tuple[Wish, ...]) -> None:
    """Killed when only the wish was written."""


def only_the_file(data: Data, todo: tuple[Wish, ...]) -> None:
    with closing(sqlite3.connect(data.folder / "convener.db", isolation_level=None)) as db:
        out_of_database(db, todo)


def file_and_copies(data: Data, todo: tuple[Wish, ...]) -> None:
    only_the_file(data, todo)
    out_of_copies(data.folder, todo)


@pytest.mark.parametrize("done", [nothing, only_the_file, file_and_copies])
@pytest.mark.parametrize("whole", [True, False], ids=["a gathering", "notes"])
def test_a_kill_in_between_leaves_the_rest_to_the_next_start(
        data: Data, done: Callable[[Data, tuple[Wish, ...]], None], *, whole: bool) -> None:
    private = tuple(for_nobody(data.engines["ours"].log))
    data.close()
    wish = Wish(gathering_id="ours", sessions=(data.sessions["ours"],)) if whole else \
        Wish(sessions=(data.sessions["ours"],), notes=private)
    write_wish(data.folder, wish)
    done(data, (wish,))
    store, told = open_or_recover(data.folder, NOW)
    store.close()
    assert told is None
    assert data.found(OURS if whole else f"{OURS} whispered") == []
    assert data.found(f"{THEIRS} said") != [] and not (data.folder / forgetting.NAME).exists()


def test_forgotten_words_do_not_come_back_from_a_damaged_file(data: Data) -> None:
    data.close()
    write_wish(data.folder, Wish(gathering_id="ours", sessions=(data.sessions["ours"],)))
    with (data.folder / "convener.db").open("r+b") as file:
        file.seek(0)
        file.write(b"\xff" * 3000)
    store, told = open_or_recover(data.folder, NOW)
    store.close()
    assert told is not None
    assert data.found(OURS) == [] and data.found(f"{THEIRS} said") != []


def test_a_backup_that_cannot_be_read_goes_with_what_may_be_in_it(data: Data) -> None:
    broken = sorted((data.folder / "backups").glob("*.db"))[0]
    broken.write_bytes(f"torn {OURS}".encode())
    data.store.forget_gathering("ours")
    data.store.forget_elsewhere()
    assert not broken.exists() and data.found(OURS) == []


def test_what_was_put_aside_as_damaged_goes_only_when_it_holds_what_is_forgotten(data: Data) -> None:
    for name, word in (("damaged-1", data.sessions["ours"] + OURS), ("damaged-2", "elsewhere")):
        (data.folder / name).mkdir()
        (data.folder / name / "convener.db").write_text(word)
    data.store.forget_gathering("ours")
    data.store.forget_elsewhere()
    assert sorted(path.name for path in data.folder.glob("damaged-*")) == ["damaged-2"]


def test_words_that_lie_in_free_pages_since_an_older_sqlite_took_them_out_go_too(data: Data) -> None:
    """Not every SQLite wipes what it deletes: the words stay in free pages, where the search must find them."""
    data.close()
    with closing(sqlite3.connect(data.folder / "convener.db")) as db:
        db.execute("PRAGMA secure_delete=OFF")
        db.executemany("insert into gatherings values (?, '', '', 0, 0, ?)",
                       [(str(n), f"{OURS} long ago" * 40) for n in range(40)])
        db.commit()
        db.execute("delete from gatherings where plan like '%long ago%'")
        db.commit()
    assert "convener.db" in data.found(f"{OURS} long ago")
    with closing(Store.open(data.folder)) as store:
        store.forget_gathering("ours")
        store.forget_elsewhere()
    assert data.found(OURS) == []
