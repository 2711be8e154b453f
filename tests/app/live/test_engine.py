from __future__ import annotations

import msgspec
import pytest

from app.design.gathering import Seats
from app.errors import NotKept, Trouble
from app.groups.forms import Form
from app.groups.roster import Roster, labels, numbered
from app.harvest.note import LONGEST
from app.library.protocol import Beat, Keeps
from app.live.clock import Done, Held, Resting, left
from app.live.engine import Engine, opening
from app.live.events import Event
from app.live.session import fold
from app.words import say
from tests.app.live.room import Hand, session_of, walk_to
from tests.plans import at, staff_meeting


def test_next_walks_the_beats_of_a_small_group() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "busy", "gather")
    beats = []
    while engine.session.step_id == "busy":
        beats.append(engine.session.beat)
        engine.next()
    assert beats == [Beat.GATHER, Beat.FRAME, Beat.ROUND, Beat.CALL_BACK]


def test_the_clock_rests_until_the_round_begins() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "frame")
    hand.forward(minutes=3)
    assert engine.session.countdown == Resting(12 * 60_000)
    engine.next()
    assert left(engine.session.countdown, hand()) == 12 * 60_000


def test_minutes_given_before_the_round_travel_into_it() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "frame")
    engine.stretch(2)
    engine.next()
    assert left(engine.session.countdown, hand()) == 14 * 60_000


def test_back_restores_the_clock_as_if_next_had_never_been_pressed() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    hand.forward(minutes=5)
    before = engine.session
    engine.next()
    engine.stretch(3)
    hand.forward(seconds=30)
    engine.back()
    assert engine.session == before
    assert left(engine.session.countdown, hand()) == (6 * 60 + 30) * 1000


def test_what_was_done_after_next_does_not_leak_into_the_beat_before() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "heard", "frame")
    engine.next()
    hand.forward(seconds=10)
    engine.hold()
    engine.back()
    assert engine.session.countdown == Resting(5 * 60_000)


def test_back_stops_at_the_first_beat() -> None:
    engine, _, _ = session_of()
    assert not engine.can_go_back()
    assert not engine.back()
    engine.next()
    assert engine.back()
    assert not engine.back()


def test_back_keeps_every_note() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "heard", "round")
    engine.keep("I saw the rota", Keeps.INSIGHT)
    engine.back()
    assert [n.text for n in engine.session.notes] == ["I saw the rota"]


def test_a_held_clock_stands_and_goes_on_from_there() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    hand.forward(minutes=4)
    engine.hold_or_release()
    hand.forward(minutes=10)
    assert engine.session.countdown == Held(8 * 60_000, 12 * 60_000)
    engine.hold_or_release()
    hand.forward(minutes=1)
    assert left(engine.session.countdown, hand()) == 7 * 60_000


def test_past_its_time_the_clock_counts_up_and_nothing_advances() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    hand.forward(minutes=14)
    assert engine.session.beat is Beat.ROUND
    assert left(engine.session.countdown, hand()) == -2 * 60_000


def test_calling_back_says_what_the_round_took() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    hand.forward(minutes=12, seconds=20)
    engine.next()
    assert engine.session.countdown == Done(740_000, 720_000)


def test_a_round_never_gets_shorter_than_a_minute() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "gift", "frame")
    assert [engine.stretch(-1) for _ in range(6)] == [True] * 4 + [False] * 2
    assert engine.session.countdown == Resting(60_000)


def test_finish_closes_the_session_but_notes_may_follow() -> None:
    engine, hand, _ = session_of()
    while engine.next():
        hand.forward(minutes=1)
    engine.finish()
    assert not engine.back()
    assert engine.session.spans[-1].ended == hand()
    engine.keep("From a card", Keeps.GIFT, step_id="gift")
    assert engine.session.notes[-1].step_id == "gift"


def test_a_failed_write_changes_nothing_and_says_so() -> None:
    def full(_: Event) -> None:
        raise NotKept(say("The disk is full."))

    hand = Hand(at(9))
    engine = Engine(opening(staff_meeting(), hand()), full, hand)
    told: list[object] = []
    engine.listen(lambda new, old: told.append(new))
    before, log = engine.session, engine.log
    with pytest.raises(NotKept):
        engine.next()
    with pytest.raises(NotKept):
        engine.keep("words", Keeps.INSIGHT)
    assert (engine.session, engine.log, told) == (before, log, [])


def test_empty_and_overlong_notes_are_refused_in_a_sentence() -> None:
    engine, _, log = session_of()
    with pytest.raises(Trouble, match="nothing in this note"):
        engine.keep("  \n ", Keeps.INSIGHT)
    with pytest.raises(Trouble, match="keep it as two"):
        engine.keep("x" * (LONGEST + 1), Keeps.INSIGHT)
    assert len(log) == 2


def test_a_dropped_note_comes_back_where_it_was() -> None:
    engine, hand, _ = session_of()
    notes = []
    for text in ("one", "two", "three"):
        hand.forward(seconds=1)
        notes.append(engine.keep(text, Keeps.INSIGHT))
    engine.drop(notes[1].id)
    assert [n.text for n in engine.session.notes] == ["one", "three"]
    engine.restore(notes[1].id)
    assert [n.text for n in engine.session.notes] == ["one", "two", "three"]


def test_other_words_and_another_form_change_the_live_step_only_in_this_session() -> None:
    plan = staff_meeting()
    engine, _, _ = session_of(plan)
    walk_to(engine, "busy", "frame")
    engine.reword("Which small thing waits here until you have time?")
    engine.reform(Form.PAIRS)
    step = engine.session.step
    assert step is not None
    assert (step.question, step.form) == ("Which small thing waits here until you have time?", Form.PAIRS)
    assert plan.steps[2].form is Form.THREES


def test_a_session_far_from_its_planned_hour_keeps_its_length() -> None:
    engine, _, _ = session_of(now=at(15, 30))
    assert engine.session.gathering.promised_end.strftime("%H:%M") == "16:15"


def test_a_session_near_its_planned_hour_keeps_its_promise() -> None:
    engine, _, _ = session_of(now=at(9, 7))
    assert engine.session.gathering.promised_end.strftime("%H:%M") == "09:45"


def test_a_clock_that_jumps_back_never_reorders_history() -> None:
    engine, hand, log = session_of()
    engine.next()
    hand.forward(minutes=-30)
    engine.next()
    assert [e.at for e in log] == sorted(e.at for e in log)
    assert fold(log) == engine.session


def test_a_back_too_far_is_taken_back_with_its_clock() -> None:
    engine, hand, log = session_of()
    walk_to(engine, "busy", "round")
    hand.forward(minutes=4)
    before = engine.session
    engine.back()
    hand.forward(seconds=20)
    assert engine.redo()
    assert engine.session == before == fold(log)
    assert left(engine.session.countdown, hand()) == (7 * 60 + 40) * 1000
    assert not engine.redo()


def test_once_the_flow_went_another_way_there_is_nothing_to_redo() -> None:
    for other_way in (Engine.next, lambda engine: engine.stretch(1), Engine.hold):
        engine, _, _ = session_of()
        walk_to(engine, "busy", "call back")
        engine.back()
        assert engine.can_redo()
        other_way(engine)
        assert not engine.can_redo()


def test_what_was_taken_back_last_comes_back_first_be_it_a_move_or_a_note() -> None:
    engine, _, _ = session_of()
    engine.next()
    engine.back()
    note = engine.keep("We begin on time.", Keeps.AGREEMENT)
    engine.drop(note.id)
    engine.put_back()
    assert (engine.session.notes, engine.can_redo()) == ((note,), True)
    engine.put_back()
    assert engine.can_go_back()
    assert not engine.can_put_back()


BADGES = msgspec.structs.replace(staff_meeting(), roster=numbered(Roster(), 5), people=5)


def test_a_late_arrival_gets_the_next_badge_and_is_counted() -> None:
    engine, _, log = session_of(BADGES)
    assert engine.arrive("Zoë\n").number == 6
    assert engine.session.people == 6
    assert labels(engine.session.gathering.roster)[6] == "Zoë"
    assert fold(log) == engine.session


def test_who_goes_home_is_no_longer_counted_and_may_come_back() -> None:
    engine, _, _ = session_of(BADGES)
    assert engine.leave(2) and not engine.leave(2) and not engine.leave(77)
    assert (engine.session.people, engine.session.gone) == (4, frozenset({2}))
    assert engine.come_back(2) and not engine.come_back(2)
    assert (engine.session.people, engine.session.gone) == (5, frozenset())


def test_seats_change_only_where_nobody_has_sat_yet() -> None:
    engine, _, _ = session_of(BADGES)
    walk_to(engine, "busy", "gather")
    first = Seats(step_id="busy", tables=((1, 2), (3, 4, 5)))
    assert engine.seat((first,)) and not engine.seat((first,))
    walk_to(engine, "heard", "frame")
    engine.seat((Seats(step_id="busy", tables=((5, 1, 2, 3, 4),)), Seats(step_id="gift", tables=((1, 3), (2, 4, 5)))))
    assert engine.session.gathering.seats_at("busy") == first
    assert engine.session.gathering.seats_at("gift") == Seats(step_id="gift", tables=((1, 3), (2, 4, 5)))


def test_another_form_lets_go_of_the_seats_that_were_worked_out() -> None:
    engine, _, _ = session_of(BADGES)
    walk_to(engine, "busy", "gather")
    engine.seat((Seats(step_id="busy", tables=((1, 2), (3, 4, 5))),))
    assert engine.reform(Form.PAIRS)
    assert engine.session.gathering.seats_at("busy") is None
