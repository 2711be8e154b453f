from __future__ import annotations

from datetime import datetime

from app.design.today import today
from app.live.audience import clock_time
from app.live.forecast import forecast
from tests.app.live.room import session_of, walk_to
from tests.plans import at, staff_meeting


def test_on_time_it_ends_as_the_plan_says() -> None:
    engine, hand, _ = session_of()
    seen = forecast(engine.session, hand())
    assert [clock_time(s.starts) for s in seen.steps] == ["09:00", "09:04", "09:15", "09:29", "09:35", "09:42"]
    assert clock_time(seen.ends) == "09:46"
    assert seen.late_minutes == 1


def test_overtime_moves_the_end() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    hand.now = at(9, 30)
    seen = forecast(engine.session, hand())
    assert clock_time(seen.ends) == "09:48"
    assert seen.late_minutes == 3


def test_overtime_grows_the_end_minute_by_minute() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "notices", "round")
    hand.forward(minutes=10)
    before = forecast(engine.session, hand()).ends
    hand.forward(minutes=5)
    assert forecast(engine.session, hand()).ends - before == 5 * 60_000


def test_a_held_clock_moves_the_end() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "round")
    engine.hold()
    before = forecast(engine.session, hand()).ends
    hand.forward(minutes=5)
    assert forecast(engine.session, hand()).ends - before == 5 * 60_000


def test_minutes_of_moving_are_counted_once() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "call back")
    before = forecast(engine.session, hand()).ends
    hand.forward(seconds=40)
    assert forecast(engine.session, hand()).ends == before
    hand.forward(seconds=80)
    assert forecast(engine.session, hand()).ends == before + 60_000


def test_a_finished_session_ended_when_it_was_finished() -> None:
    engine, hand, _ = session_of()
    hand.forward(minutes=20)
    engine.finish()
    hand.forward(minutes=20)
    assert clock_time(forecast(engine.session, hand()).ends) == "09:20"


def test_today_s_question_begun_in_mid_minute_is_not_late_at_its_first_breath() -> None:
    gathering = today(staff_meeting().steps[2], people=11, minutes=10,
                      starts=datetime.fromtimestamp(at(14, 20, 41) / 1000))
    engine, hand, _ = session_of(gathering, now=at(14, 20, 41))
    assert forecast(engine.session, hand()).late_minutes == 0
    hand.forward(minutes=3)
    assert forecast(engine.session, hand()).late_minutes > 0
