"""Whether those who come have made promises is read from what was kept, and from nothing else."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from app.design.edits import copy_of
from app.design.gathering import Gathering
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.store.last_met import promises_made
from app.store.store import Store
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting


def hosted(store: Store, plan: Gathering, kind: Keeps, *, ends: bool = True) -> None:
    """A session of `plan` in which one note is kept."""
    hand = Hand(at(9))
    log = list(opening(plan, hand()))
    store.keep_gathering(plan, hand())
    engine = Engine(log, store.append_to(store.begin(log, plan)), hand)
    engine.keep("I will ask before I answer.", kind)
    if ends:
        engine.finish()


def test_a_kept_promise_is_known_to_the_next_gathering_of_the_same_people(tmp_path: Path) -> None:
    plan = staff_meeting()
    with closing(Store.open(tmp_path)) as store:
        assert promises_made(store, plan) is None
        hosted(store, plan, Keeps.PROMISE)
        assert promises_made(store, copy_of(plan, "Next week")) == date(2026, 11, 24)
        assert promises_made(store, replace(plan, id="other", title="The quay")) is None


def test_no_promise_a_session_that_runs_and_a_sample_say_nothing(tmp_path: Path) -> None:
    for number, (kind, ends, sample) in enumerate(((Keeps.INSIGHT, True, False), (Keeps.PROMISE, False, False),
                                                   (Keeps.PROMISE, True, True))):
        with closing(Store.open(tmp_path / str(number))) as store:
            plan = replace(staff_meeting(), sample=sample)
            hosted(store, plan, kind, ends=ends)
            assert promises_made(store, copy_of(plan, "Next week")) is None
