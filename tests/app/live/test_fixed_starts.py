"""While it runs: a fixed start is waited for, what is optional goes first, and a day has its own end."""

from __future__ import annotations

from datetime import time, timedelta

from msgspec.structs import replace

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.library.protocol import Family, Kind, Voice
from app.live.audience import clock_time
from app.live.engine import opening
from app.live.events import Began
from app.live.forecast import forecast
from app.live.replan import proposals
from app.live.replanned import Replanned
from tests.app.live.room import session_of, walk_to
from tests.plans import NINE, at


def day(*, minutes: int = 65, lunch: time | None = time(9, 30), second: bool = False) -> Gathering:
    """A talk, a question and lunch at half past nine, then news and two questions."""
    return Gathering(id="day", title="A day", starts=NINE, people=12, minutes=minutes, steps=(
        PlannedStep(id="talk", title="Talk", kind=Kind.TALK, minutes=10, voice=Voice.HOST),
        PlannedStep(id="open", title="Open", family=Family.POSSIBILITY, form=Form.ROOM, minutes=12, question="Open?"),
        PlannedStep(id="lunch", title="Lunch", kind=Kind.BREAK, minutes=15, starts_at=lunch),
        PlannedStep(id="news", title="News", kind=Kind.TALK, minutes=8, voice=Voice.HOST, new_day=second),
        PlannedStep(id="own", title="Own", family=Family.OWNERSHIP, form=Form.ROOM, minutes=6, question="Own?",
                    optional=True),
        PlannedStep(id="gift", title="Gift", family=Family.GIFTS, form=Form.ROOM, minutes=5, question="Gift?")))


def test_lateness_is_taken_up_by_the_minutes_before_a_fixed_start() -> None:
    engine, hand, _ = session_of(day())
    before = forecast(engine.session, hand())
    assert [clock_time(step.starts) for step in before.steps][2] == "09:30"
    hand.forward(minutes=15)
    after = forecast(engine.session, hand())
    assert (clock_time(after.ends), after.late_minutes) == (clock_time(before.ends), 0)
    assert after.held == ("lunch",)


def test_past_its_fixed_start_a_break_comes_later_and_keeps_its_minutes() -> None:
    engine, hand, _ = session_of(day())
    hand.forward(minutes=25)
    seen = forecast(engine.session, hand())
    assert [clock_time(step.starts) for step in seen.steps][2:4] == ["09:37", "09:52"]
    assert seen.held == ()
    cut = [change.step.kind for one in proposals(engine.session, hand()) for change in one.changes]
    assert cut and Kind.BREAK not in cut


def test_what_stands_before_a_fixed_start_is_not_cut_when_that_would_end_nothing_sooner() -> None:
    plan = day(minutes=60)
    talks = tuple(replace(step, kind=Kind.TALK, voice=Voice.HOST) if step.id == "open" else step for step in plan.steps)
    engine, hand, _ = session_of(replace(plan, steps=talks))
    assert forecast(engine.session, hand()).late_minutes == 4
    cut = {change.step.id for one in proposals(engine.session, hand()) for change in one.changes}
    assert cut == {"own", "news"}, "and not the longer talk before lunch"
    for one in proposals(engine.session, hand()):
        assert one.expected.ends < forecast(engine.session, hand()).ends or one.way.value == "later"


def test_without_the_fixed_start_the_same_plan_may_cut_what_stands_before() -> None:
    engine, hand, _ = session_of(day(minutes=50, lunch=None))
    assert "open" in {change.step.id for one in proposals(engine.session, hand()) for change in one.changes}


def test_what_was_for_when_there_is_time_goes_first() -> None:
    engine, hand, _ = session_of(day(minutes=60))
    first = proposals(engine.session, hand())[0]
    assert (first.way.value, [change.step.id for change in first.changes], first.holds) == ("optional", ["own"], True)


def test_next_comes_to_an_optional_step_like_to_any_other() -> None:
    engine, _, _ = session_of(day())
    walk_to(engine, "own", "round")
    assert engine.session.step_id == "own"


def test_each_day_ends_for_itself_and_the_next_is_not_touched() -> None:
    engine, hand, _ = session_of(day(second=True, minutes=40))
    seen = forecast(engine.session, hand())
    assert (clock_time(seen.ends), clock_time(seen.promised), seen.late_minutes) == ("09:45", "09:40", 5)
    cut = {change.step.id for one in proposals(engine.session, hand()) for change in one.changes}
    assert not cut & {"news", "own", "gift"}
    assert seen.steps[3].starts == at(9, 0) + 24 * 60 * 60_000
    walk_to(engine, "news", "round")
    hand.now = at(9, 0) + 24 * 60 * 60_000
    assert clock_time(forecast(engine.session, hand()).promised) == "09:40"
    assert forecast(engine.session, hand()).promised - seen.promised == 24 * 60 * 60_000


def test_a_later_end_on_the_second_day_is_promised_for_that_day_alone() -> None:
    plan = day(second=True)
    steps = tuple(replace(step, day_ends=time(9, 5)) if step.new_day else step for step in plan.steps)
    engine, hand, _ = session_of(replace(plan, steps=steps))
    walk_to(engine, "news", "round")
    hand.now = at(9, 0) + 24 * 60 * 60_000
    seen = forecast(engine.session, hand())
    assert clock_time(seen.promised) == "09:05" and seen.late_minutes > 0
    later = next(one for one in proposals(engine.session, hand()) if one.way.value == "later")
    assert later.expected.holds_exactly
    engine.replan(later.fact)
    assert clock_time(forecast(engine.session, hand()).promised) == clock_time(seen.ends)
    assert engine.session.gathering.minutes == plan.minutes


def test_a_day_whose_first_step_is_left_out_still_begins_the_next_morning() -> None:
    plan = day(second=True)
    steps = tuple(replace(step, optional=step.id == "news") for step in plan.steps)
    engine, hand, _ = session_of(replace(plan, steps=steps))
    walk_to(engine, "lunch", "round")
    engine.replan(Replanned(left_out=("news",)))
    assert [step.new_day for step in engine.session.gathering.steps] == [False, False, False, True, False]
    assert forecast(engine.session, hand()).steps[3].starts == at(9, 0) + 24 * 60 * 60_000


def test_begun_far_from_its_plan_fixed_starts_move_with_the_rest() -> None:
    began = opening(day(), at(9, 0) - round(timedelta(hours=3).total_seconds() * 1000))[0].what
    assert isinstance(began, Began)
    assert [step.starts_at for step in began.gathering.steps if step.starts_at] == [time(6, 30)]
