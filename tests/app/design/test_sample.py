"""The first minute is not an empty page: a staff meeting that fits, and what its room said."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.design.agenda import Move, agenda
from app.design.balance import balance
from app.design.sample import next_morning, sample, sample_notes
from app.library.bundled import load_folder
from app.library.protocol import NAMELESS, Keeps, Protocol
from app.paths import protocols_folder
from app.words import Words
from tests.plans import protocols

THURSDAY = datetime(2026, 11, 26, 8, 30)


def bundled() -> dict[str, Protocol]:
    """What the program ships."""
    return {protocol.id: protocol for protocol in load_folder(protocols_folder()).protocols}


@pytest.mark.parametrize("shelf", [protocols(), bundled()], ids=["small", "bundled"])
def test_the_sample_fits_its_45_minutes_with_moving_counted(shelf: dict[str, Protocol]) -> None:
    plan = sample(THURSDAY, shelf, Words())
    laid = agenda(plan)
    assert (plan.title, plan.people, plan.minutes, plan.sample) == ("Staff meeting", 11, 45, True)
    assert laid.moving > 0
    assert 0 <= laid.slack <= 5


def test_nobody_in_the_sample_is_hurried_and_nothing_is_asked_about_it() -> None:
    shelf = bundled()
    assert balance(sample(THURSDAY, shelf, Words()), shelf.values()).remarks == ()


def test_the_same_three_stay_for_gifts_and_the_notices_are_nobodys_conversation() -> None:
    rows = agenda(sample(THURSDAY, bundled(), Words())).rows
    assert [row.move for row in rows] == [Move.NONE, Move.NONE, Move.NEW_FACES, Move.BACK_TO_ROOM, Move.SAME_GROUP,
                                          Move.BACK_TO_ROOM]
    assert rows[1].step.family is None and rows[1].step.title == "Notices and the rota"


@pytest.mark.parametrize(("now", "morning"), [
    (datetime(2026, 11, 26, 8, 30), datetime(2026, 11, 26, 9, 0)),
    (datetime(2026, 11, 26, 9, 0), datetime(2026, 11, 27, 9, 0)),
    (datetime(2026, 11, 27, 12, 0), datetime(2026, 11, 30, 9, 0)),
    (datetime(2026, 11, 29, 7, 0), datetime(2026, 11, 30, 9, 0)),
])
def test_it_is_planned_for_the_next_working_morning(now: datetime, morning: datetime) -> None:
    assert next_morning(now) == morning


def test_its_notes_belong_to_steps_it_has_and_name_nobody_who_should_stay_nameless() -> None:
    plan, notes = sample(THURSDAY, bundled(), Words()), sample_notes(Words())
    assert 4 <= len(notes) <= 6
    assert len({note.kind for note in notes}) >= 4
    for note in notes:
        step = plan.steps[note.step]
        assert note.text and note.kind is not Keeps.NOTHING
        assert not (note.name and step.family in NAMELESS)


def test_a_promise_says_who_heard_it() -> None:
    assert all(note.to for note in sample_notes(Words()) if note.kind is Keeps.PROMISE)


def test_a_shelf_without_gifts_is_told_by_name() -> None:
    with pytest.raises(KeyError, match="gifts"):
        sample(THURSDAY, {k: p for k, p in protocols().items() if k != "gifts"}, Words())
