"""What is kept in the database is kept once more beside it, and a torn line costs only itself."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue

import pytest

from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.events import Event
from app.live.session import fold
from app.store.second_copy import FOLDER, SecondCopy, copies, line_of, read_copy
from app.store.store import Store
from app.words import Text, Words
from tests.app.live.room import Hand
from tests.patience import PATIENCE
from tests.plans import at, staff_meeting


def hosted(store: Store, words: list[str]) -> Engine:
    """A session with these notes."""
    hand = Hand(at(9))
    first = opening(staff_meeting(), hand())
    engine = Engine(first, store.append_to(store.begin(first, staff_meeting())), hand)
    for text in words:
        engine.keep(text, Keeps.INSIGHT)
    return engine


def copied(folder: Path, told: list[Text]) -> Store:
    """A store that writes second copies."""
    store = Store.open(folder)
    store.copy_to(SecondCopy(folder, told.append))
    return store


def test_the_copy_holds_the_whole_log_of_its_session(tmp_path: Path) -> None:
    told: list[Text] = []
    store = copied(tmp_path, told)
    engine = hosted(store, ["one", "zwei\nLinien", "ἕν"])
    store.close()
    (path,) = copies(tmp_path).values()
    assert read_copy(path) == (engine.log, 0) and told == []


def test_without_a_copy_there_is_none(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    hosted(store, ["one"])
    store.close()
    assert copies(tmp_path) == {}


def test_every_way_to_cut_the_last_line_leaves_the_lines_before(tmp_path: Path) -> None:
    store = copied(tmp_path, [])
    engine = hosted(store, ["one", "two"])
    store.close()
    (path,) = copies(tmp_path).values()
    whole, last = path.read_bytes(), len(line_of(engine.log[-1]))
    for cut in range(2, last):
        path.write_bytes(whole[:-cut])
        assert read_copy(path) == (engine.log[:-1], 1)


def test_a_changed_letter_is_noticed_and_what_follows_a_torn_line_is_read(tmp_path: Path) -> None:
    store = copied(tmp_path, [])
    engine = hosted(store, ["one", "two", "three"])
    store.close()
    (path,) = copies(tmp_path).values()
    path.write_bytes(path.read_bytes().replace(b"two", b"tvo"))
    events, torn = read_copy(path)
    assert torn == 1 and events == (*engine.log[:-2], engine.log[-1])


def test_what_a_crash_left_out_of_the_copy_is_in_it_after_the_next_start(tmp_path: Path) -> None:
    store = copied(tmp_path, [])
    engine = hosted(store, ["one", "two"])
    store.close()
    (path,) = copies(tmp_path).values()
    path.write_bytes(path.read_bytes()[:-40])
    copied(tmp_path, []).close()
    assert read_copy(path) == (engine.log, 1)


def test_an_event_written_twice_is_read_once(tmp_path: Path) -> None:
    store = copied(tmp_path, [])
    engine = hosted(store, ["one"])
    store.close()
    (path,) = copies(tmp_path).values()
    path.write_bytes(path.read_bytes() * 2)
    assert read_copy(path)[0] == engine.log


def test_a_copy_that_cannot_be_written_is_told_once_and_refuses_no_note(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    told: list[Text] = []
    store = copied(tmp_path, told)
    engine = hosted(store, ["one", "two"])
    assert fold(store.log(store.sessions()[0].id)) == engine.session
    store.close()
    assert [Words()(text).split(" in ")[0] for text in told] == ["The second copy of your notes cannot be written"]


def test_what_could_not_be_copied_is_copied_once_the_disk_is_back(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    told: SimpleQueue[Text] = SimpleQueue()
    second, log = SecondCopy(tmp_path, told.put), opening(staff_meeting(), at(9))
    second.add("s", log[:1])
    told.get(timeout=PATIENCE)
    (tmp_path / FOLDER).unlink()
    second.add("s", log[1:])
    second.close()
    assert read_copy(copies(tmp_path)["s"]) == (log, 0)


@pytest.mark.parametrize("name", ["../outside", "", "a/b"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    told: list[Text] = []
    second = SecondCopy(tmp_path, told.append)
    log: tuple[Event, ...] = opening(staff_meeting(), at(9))
    second.add(name, log)
    second.close()
    assert told and not list(tmp_path.rglob("*.lines"))
