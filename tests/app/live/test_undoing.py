from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from app.design.gathering import Gathering, Seating, Seats
from app.groups.forms import Form
from app.groups.roster import Roster, numbered
from app.library.protocol import Keeps
from app.live.clock import Held
from app.live.engine import Engine
from app.live.events import Seated
from app.live.replanned import Replanned, StepMinutes
from app.live.session import Session, fold
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

Move = Callable[[Engine], object]

ALL_SORTS: tuple[Move, ...] = (
    Engine.next,
    Engine.hold,
    lambda engine: engine.stretch(2),
    lambda engine: engine.blank(on=True),
    lambda engine: engine.show_message("Soup is ready."),
    lambda engine: engine.count(14),
    lambda engine: engine.reform(Form.FOURS),
    lambda engine: engine.reword("And you?"),
    lambda engine: engine.replan(Replanned(left_out=("gift",), minutes=(StepMinutes(step_id="heard", minutes=3),))),
    Engine.release,
    Engine.show_silence,
    lambda engine: engine.replan(Replanned(promised=60)),
    lambda engine: engine.give_back(90_000),
    lambda engine: engine.stretch(-1),
    Engine.next,
)


def badges() -> Gathering:
    """The staff meeting with eleven badges; who sits together in its threes is worked out."""
    plan = staff_meeting()
    steps = tuple(msgspec.structs.replace(s, seating=Seating.ASSIGNED) if s.form is Form.THREES else s
                  for s in plan.steps)
    seats = tuple(Seats(step_id=name, tables=((1, 2, 3), (4, 5, 6, 7), (8, 9, 10, 11))) for name in ("busy", "gift"))
    return msgspec.structs.replace(plan, steps=steps, seats=seats, roster=numbered(Roster(), 11))


def test_ten_moves_of_every_sort_come_back_with_one_key_in_their_order_exactly() -> None:
    engine, hand, log = session_of()
    walk_to(engine, "busy", "frame")
    seen: list[Session] = []
    for move in ALL_SORTS:
        hand.forward(seconds=7)
        seen.append(engine.session)
        assert move(engine)
        assert engine.session != seen[-1]
    for before in reversed(seen):
        hand.forward(seconds=3)
        assert engine.undo()
        assert engine.session == before == fold(log)


def test_what_one_key_took_back_the_other_brings_again() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    seen: list[Session] = []
    for move in (Engine.hold, lambda e: e.count(14), lambda e: e.blank(on=True), Engine.next):
        hand.forward(seconds=7)
        move(engine)
        seen.append(engine.session)
    for _ in seen:
        assert engine.undo()
    for after in seen:
        assert engine.redo()
        assert engine.session == after
    assert not engine.can_redo()


@pytest.mark.parametrize("somebody", [lambda e: e.arrive("Zoë"), lambda e: e.leave(5), lambda e: e.reform(Form.PAIRS)])
def test_whoever_came_or_went_is_taken_back_with_the_seats_that_followed(somebody: Move) -> None:
    engine, _, log = session_of(badges())
    walk_to(engine, "busy", "round")
    before = engine.session
    somebody(engine)
    tables = ((1, 2, 3), (4, 6, 7), (8, 9, 10, 11))
    assert engine.seat((Seats(step_id="gift", tables=tables),))
    engine.blank(on=True)
    engine.undo()
    engine.undo()
    assert engine.session == before == fold(log)


def test_seats_that_were_told_before_a_beat_stay_when_the_beat_comes_back() -> None:
    engine, _, _ = session_of(badges())
    walk_to(engine, "arrive", "round")
    engine.next()
    engine.seat((Seats(step_id="gift", tables=((1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11))),))
    engine.undo()
    assert isinstance(engine.log[-2].what, Seated)
    seats = engine.session.gathering.seats_at("gift")
    assert seats is not None
    assert len(seats.tables) == 2


def test_an_undo_that_nobody_could_see_is_passed_over() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "busy", "frame")
    engine.count(12)
    engine.next()
    engine.hold()
    engine.back()     # the hold belongs to a round that has not begun
    engine.undo()
    assert engine.session.people == 11


def test_an_undo_never_takes_a_note_and_never_the_first_beat() -> None:
    engine, _, _ = session_of()
    engine.keep("We begin on time.", Keeps.AGREEMENT)
    assert not engine.can_undo()
    assert not engine.undo()
    engine.next()
    assert engine.undo()
    assert [note.text for note in engine.session.notes] == ["We begin on time."]
    engine.finish()
    assert not engine.can_undo()


def test_back_goes_back_on_the_way_and_leaves_the_room_as_it_is() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "busy", "round")
    engine.hold()
    engine.count(13)
    engine.back()
    assert (engine.session.beat.value, engine.session.people) == ("frame", 13)
    engine.redo()
    assert isinstance(engine.session.countdown, Held)
    assert engine.session.people == 13


def test_a_plan_is_taken_back_before_the_beat_it_was_made_in() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "busy", "round")
    before = engine.session
    engine.replan(Replanned(left_out=("gift",)))
    engine.back()
    assert engine.session == before
    engine.back()
    assert engine.session.beat.value == "frame"
