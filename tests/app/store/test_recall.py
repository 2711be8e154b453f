"""All sessions in memory: renewed where one changed, without what was forgotten, and never on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.harvest.found import find, understood
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.events import Event
from app.store.recall import Recall
from app.store.store import Store
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting


class Reader(Recall):
    """One that remembers which sessions it read."""

    def __init__(self, store: Store, read: list[str]) -> None:
        super().__init__(_Watched(store, read))


class _Watched(Store):
    def __init__(self, store: Store, read: list[str]) -> None:
        super().__init__(store._db, store.folder)
        self.read = read

    def log(self, session_id: str) -> tuple[Event, ...]:
        self.read.append(session_id)
        return super().log(session_id)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path)) as store:
        yield store


def held(store: Store, plan_id: str, *texts: str, hour: int = 9) -> tuple[str, Engine]:
    """A session in which these were said."""
    plan = replace(staff_meeting(), id=plan_id, title=f"Of {plan_id}", purpose="")
    hand = Hand(at(hour))
    first = opening(plan, hand())
    session_id = store.begin(first, plan)
    engine = Engine(first, store.append_to(session_id), hand)
    for text in texts:
        engine.keep(text, Keeps.INSIGHT)
    return session_id, engine


def found(recall: Recall, typed: str) -> list[str]:
    return [saying.text for saying in find(recall.sayings(), understood(typed)).sayings]


def test_what_was_said_in_any_session_is_found_the_newest_first(store: Store) -> None:
    held(store, "old", "the bakery then", hour=8)
    held(store, "new", "the bakery now", hour=9)
    assert found(Recall(store), "bakery") == ["the bakery now", "the bakery then"]


def test_only_a_session_that_changed_is_read_again(store: Store) -> None:
    first, _ = held(store, "one", "the bakery")
    second, engine = held(store, "two", "a garden")
    read: list[str] = []
    recall = Reader(store, read)
    assert found(recall, "bakery") == ["the bakery"] and sorted(read) == sorted((first, second))
    read.clear()
    assert found(recall, "garden") == ["a garden"] and read == []
    engine.keep("another garden", Keeps.INSIGHT)
    assert not recall.is_quick(1000)
    assert found(recall, "garden") == ["a garden", "another garden"] and read == [second]
    assert recall.is_quick(1000) and not recall.is_quick(2)


def test_a_gathering_that_was_forgotten_is_never_found(store: Store) -> None:
    held(store, "ours", "the Vierwaldstätter bakery")
    held(store, "theirs", "the other bakery")
    recall = Recall(store)
    assert len(found(recall, "bakery")) == 2            # before it is forgotten it is found
    store.forget_gathering("ours")
    assert found(recall, "bakery") == ["the other bakery"]
    assert found(recall, "vierwaldstätter") == found(recall, "of ours") == []
    assert b"Vierwald" not in b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file())


def test_forgotten_notes_are_not_found_though_the_log_is_as_long_as_before(store: Store) -> None:
    session_id, engine = held(store, "ours", "the bakery", "the garden")
    recall = Recall(store)
    assert found(recall, "bakery") == ["the bakery"]
    store.forget_notes(session_id, [engine.session.notes[0].id])
    assert found(recall, "bakery") == [] and found(recall, "garden") == ["the garden"]


def test_what_was_forgotten_does_not_stay_in_memory_until_somebody_searches(store: Store) -> None:
    held(store, "ours", "the Vierwaldstätter bakery")
    held(store, "theirs", "the other bakery")
    read: list[str] = []
    recall = Reader(store, read)
    recall.sayings()
    store.forget_gathering("ours")
    assert "Vierwald" in repr(vars(recall))
    recall.forget()
    assert "Vierwald" not in repr(vars(recall)) and "other bakery" in repr(vars(recall))
    read.clear()
    assert found(recall, "bakery") == ["the other bakery"] and read == []


def test_searching_writes_nothing(store: Store) -> None:
    held(store, "ours", "the bakery")
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    assert found(Recall(store), "bakery") == ["the bakery"]
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_a_log_that_cannot_be_read_costs_itself_alone(store: Store) -> None:
    broken, _ = held(store, "broken", "the bakery that was")
    held(store, "whole", "the bakery that is")
    store._db.execute("update events set event = '{' where session_id = ? and fact = 'kept'", [broken])
    recall = Recall(store)
    assert found(recall, "bakery") == ["the bakery that is"]
    assert [run.title for run in recall.unread()] == ["Of broken"]
    store._db.execute("update events set event = cast(x'ff' as text) where session_id = ?", [broken])
    again = Recall(store)
    assert found(again, "bakery") == ["the bakery that is"] and len(again.unread()) == 1
