from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.harvest.lived import lived
from app.library.protocol import Cue, Family, Kind, Regroup, Voice, round_minutes
from app.live.audience import clock_time
from app.live.engine import Engine
from app.live.events import from_json, to_json
from app.live.forecast import forecast
from app.live.replan import Proposal, Way, as_of, proposals
from app.live.replanned import Replanned, StepMinutes
from app.live.session import fold, next_place
from tests.app.live.room import Hand, session_of, walk_to
from tests.plans import NINE

THREES = Form.THREES


def asks(name: str, family: Family, minutes: int, *, regroup: Regroup = Regroup.NEW,
         cues: tuple[Cue, ...] = ()) -> PlannedStep:
    return PlannedStep(id=name, title=name.capitalize(), family=family, form=THREES, minutes=minutes,
                       question=f"What about {name}?", regroup=regroup, cues=cues)


def town_hall(*, minutes: int = 120, people: int = 140) -> Gathering:
    """Two hours: welcome, a talk, three questions with a sampling and a break, gifts, closing."""
    return Gathering(id="hall", title="Town hall", starts=NINE, people=people, about=True, minutes=minutes, steps=(
        PlannedStep(id="welcome", title="Welcome", kind=Kind.WELCOME, minutes=5, voice=Voice.HOST),
        asks("open", Family.POSSIBILITY, 18),
        asks("doubt", Family.DISSENT, 15),
        PlannedStep(id="heard", title="Heard", kind=Kind.SAMPLING, minutes=8, voice=Voice.ROOM),
        PlannedStep(id="rest", title="A break", kind=Kind.BREAK, minutes=15),
        PlannedStep(id="news", title="News", kind=Kind.TALK, minutes=10, voice=Voice.HOST),
        asks("own", Family.OWNERSHIP, 15),
        asks("vow", Family.COMMITMENT, 14),
        asks("gift", Family.GIFTS, 9),
        PlannedStep(id="close", title="Closing", kind=Kind.CLOSING, minutes=4)))


def late(gathering: Gathering, step: str, beat: str, by: float) -> tuple[Engine, Hand]:
    """A session at that beat, so many minutes past what was promised."""
    engine, hand, _ = session_of(gathering)
    walk_to(engine, step, beat)
    seen = forecast(engine.session, hand())
    hand.forward(minutes=by - (seen.ends - seen.promised) / 60_000)
    while forecast(engine.session, hand()).late_minutes < by:
        hand.forward(minutes=1)
    return engine, hand


def ways(found: tuple[Proposal, ...]) -> list[str]:
    return [one.way.value for one in found]


def test_while_the_promised_end_holds_there_is_nothing_to_suggest() -> None:
    engine, hand, _ = session_of(town_hall(minutes=150))
    assert proposals(engine.session, hand()) == ()


def test_a_question_is_left_out_before_anything_is_shortened_and_ending_later_comes_last() -> None:
    engine, hand = late(town_hall(), "open", "round", 6)
    found = proposals(engine.session, hand())
    assert ways(found) == ["leave out", "talk", "later"]
    assert all(one.holds for one in found)


def test_the_question_that_goes_is_the_smallest_that_is_enough() -> None:
    engine, hand = late(town_hall(), "open", "round", 6)
    assert proposals(engine.session, hand())[0].fact.left_out == ("vow",)


def test_a_doubt_stays_while_a_promise_is_asked_for() -> None:
    engine, hand = late(town_hall(), "open", "round", 20)
    assert "doubt" not in proposals(engine.session, hand())[0].fact.left_out
    plan = town_hall()
    plan = msgspec.structs.replace(plan, steps=tuple(s for s in plan.steps if s.id not in ("vow", "own")))
    engine, hand = late(plan, "open", "round", 20)
    assert proposals(engine.session, hand())[0].fact.left_out == ("doubt", "heard")


def test_gifts_go_only_when_nothing_else_would_hold_the_end() -> None:
    plan = town_hall()
    steps = tuple(step for step in plan.steps if step.id in ("open", "heard", "gift", "close"))
    few = msgspec.structs.replace(plan, steps=steps)
    engine, hand = late(few, "open", "round", 3)
    assert ways(proposals(engine.session, hand())) == ["talk", "later"]
    engine, hand = late(few, "open", "round", 9)
    found = proposals(engine.session, hand())
    assert ways(found) == ["talk", "gifts", "later"]
    assert not found[0].holds


def test_a_group_that_others_stay_with_is_not_left_out() -> None:
    plan = town_hall()
    steps = tuple(msgspec.structs.replace(s, regroup=Regroup.SAME) if s.id == "vow" else s for s in plan.steps
                  if s.id in ("open", "own", "vow", "close"))
    engine, hand = late(msgspec.structs.replace(plan, steps=steps), "open", "round", 3)
    assert proposals(engine.session, hand())[0].fact.left_out == ("vow",)


def test_the_only_question_is_never_left_out() -> None:
    plan = town_hall(minutes=10, people=15)
    steps = tuple(s for s in plan.steps if s.id in ("welcome", "own", "close"))
    engine, hand = late(msgspec.structs.replace(plan, steps=steps), "welcome", "round", 3)
    assert ways(proposals(engine.session, hand())) == ["rounds", "later"]


def test_a_voice_keeps_three_minutes_in_the_largest_group() -> None:
    steps = (asks("open", Family.POSSIBILITY, 18), asks("own", Family.OWNERSHIP, 18, regroup=Regroup.SAME))
    for people, least in ((12, 10), (13, 13)):     # four threes; three threes and a four
        plan = Gathering(id="two", starts=NINE, people=people, minutes=36, steps=steps)
        engine, hand = late(plan, "open", "round", 30)
        shorter = next(one for one in proposals(engine.session, hand()) if one.way is Way.ROUNDS)
        assert shorter.fact.minutes == (StepMinutes(step_id="own", minutes=least + 2),)
        assert shorter.voices is not None
        assert shorter.voices.after >= 180


def test_a_round_cut_into_turns_keeps_its_minutes() -> None:
    own = asks("own", Family.OWNERSHIP, 30, cues=(Cue(minutes=10, say="Change."),))
    plan = Gathering(id="two", starts=NINE, people=12, minutes=40, steps=(
        asks("open", Family.GIFTS, 18), own, PlannedStep(id="close", kind=Kind.CLOSING, title="End", minutes=3)))
    engine, hand = late(plan, "open", "round", 5)
    assert ways(proposals(engine.session, hand())) == ["leave out", "later"]


def test_on_the_last_step_one_can_only_end_later() -> None:
    engine, hand = late(town_hall(), "close", "round", 4)
    found = proposals(engine.session, hand())
    assert ways(found) == ["later"]
    engine.replan(found[0].fact)
    assert forecast(engine.session, hand()).late_minutes == 0
    assert engine.session.gathering.promised_end.strftime("%H:%M") == clock_time(forecast(engine.session, hand()).ends)


def test_a_session_of_one_step_that_runs_over_can_end_later() -> None:
    one = Gathering(id="one", starts=NINE, people=9, minutes=15, steps=(asks("open", Family.OWNERSHIP, 14),))
    engine, hand = late(one, "open", "round", 5)
    assert ways(proposals(engine.session, hand())) == ["later"]


def test_a_live_round_that_has_not_begun_may_still_be_shorter() -> None:
    one = Gathering(id="one", starts=NINE, people=9, minutes=20, steps=(asks("open", Family.OWNERSHIP, 18),))
    engine, hand = late(one, "open", "frame", 3)
    engine.stretch(2)
    found = proposals(engine.session, hand())
    assert ways(found) == ["rounds", "later"]
    engine.replan(found[0].fact)
    assert forecast(engine.session, hand()).late_minutes == 0
    assert engine.session.countdown.total == 13 * 60_000
    assert engine.back()
    assert engine.session.countdown.total == 18 * 60_000


def test_minutes_that_were_given_are_taken_only_as_far_as_the_step_has_any() -> None:
    short = Gathering(id="short", starts=NINE, people=1, minutes=1, steps=(asks("open", Family.DISSENT, 2),))
    engine, hand, _ = session_of(short)
    engine.stretch(5)
    assert ways(proposals(engine.session, hand())) == ["later"]


def test_what_is_left_out_is_passed_by_next_and_forecast_and_comes_back_with_one_key() -> None:
    engine, hand = late(town_hall(), "own", "round", 6)
    before = engine.session
    assert engine.replan(Replanned(left_out=("vow",)))
    assert [step.id for step in engine.session.gathering.steps][-3:] == ["own", "gift", "close"]
    assert "vow" not in [step.step_id for step in forecast(engine.session, hand()).steps]
    walk_to(engine, "own", "call back")
    place = next_place(engine.session)
    assert place is not None
    assert place.step_id == "gift"
    engine.back()
    engine.back()
    assert engine.session == before


def test_a_shorter_step_keeps_its_frame() -> None:
    plan = msgspec.structs.replace(town_hall(), steps=(*town_hall().steps[:7], asks("long", Family.GIFTS, 16)))
    engine, _ = late(plan, "own", "round", 6)
    engine.replan(Replanned(minutes=(StepMinutes(step_id="long", minutes=13),)))
    step = engine.session.gathering.step("long")
    assert step is not None
    assert (step.minutes, round_minutes(step)) == (13, 11)


def test_what_was_left_out_stands_in_the_harvest_as_not_reached() -> None:
    engine, _ = late(town_hall(), "own", "round", 6)
    engine.replan(Replanned(left_out=("vow",), minutes=(StepMinutes(step_id="gift", minutes=7),)))
    rows = {row.step_id: row for row in lived(engine.session.planned, engine.session.spans)}
    assert (rows["vow"].planned, rows["vow"].seconds) == (14, None)
    assert rows["gift"].planned == 9


def test_what_has_begun_is_never_touched_by_a_plan() -> None:
    engine, _ = late(town_hall(), "own", "round", 6)
    before = engine.session
    everything = tuple(step.id for step in before.gathering.steps if step.id not in ("vow", "gift", "close"))
    minutes = tuple(StepMinutes(step_id=name, minutes=1) for name in everything)
    assert not engine.replan(Replanned(left_out=(*everything, "nowhere"), minutes=minutes))
    assert engine.session == before


def test_a_proposal_seen_later_is_the_same_choice_with_a_later_end() -> None:
    engine, hand = late(town_hall(), "open", "round", 6)
    engine.hold()
    first, *_, last = proposals(engine.session, hand())
    hand.forward(minutes=3)
    again, later = as_of(first, engine.session, hand()), as_of(last, engine.session, hand())
    assert again.fact == first.fact
    assert again.expected.ends == first.expected.ends + 3 * 60_000
    assert later.holds


def test_a_log_from_before_there_were_plans_folds() -> None:
    engine, _, log = session_of()
    engine.next()
    engine.back()
    old = [to_json(event).replace(b',"also":[]', b"") for event in log]
    assert b"also" not in b"".join(old)
    assert fold(from_json(line) for line in old) == engine.session


STEPS = st.builds(
    lambda kind, family, form, voice, minutes, regroup: PlannedStep(
        id="", title="Step", kind=kind, family=family, form=form, voice=voice, minutes=minutes, regroup=regroup,
        question="What now?"),
    st.sampled_from(Kind), st.sampled_from((Family.DISSENT, Family.COMMITMENT, Family.GIFTS, Family.OWNERSHIP)),
    st.sampled_from((Form.ROOM, Form.PAIRS, THREES, Form.TABLE)), st.sampled_from((Voice.HOST, Voice.PEERS)),
    st.integers(1, 30), st.sampled_from(Regroup))


@settings(max_examples=120, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=8), st.integers(1, 300), st.integers(1, 90), st.integers(0, 12),
       st.integers(-3, 5), st.integers(0, 900))
def test_every_proposal_keeps_its_word_and_comes_back_with_one_key(
        steps: list[PlannedStep], people: int, minutes: int, presses: int, stretched: int, seconds: int) -> None:
    named = tuple(msgspec.structs.replace(step, id=f"s{place}") for place, step in enumerate(steps))
    engine, hand, log = session_of(
        Gathering(id="any", starts=NINE, people=people, minutes=minutes, steps=named))
    for _ in range(presses):
        hand.forward(seconds=seconds / 6)
        engine.next()
    engine.stretch(stretched)
    hand.forward(seconds=seconds)
    found, before = proposals(engine.session, hand()), engine.session
    assert len(found) <= 3
    assert bool(found) == (forecast(before, hand()).late_minutes > 0)
    kept = {s.id: s for s in named if s.kind in (Kind.BREAK, Kind.CLOSING)}
    for one in found:
        assert engine.replan(one.fact)
        assert forecast(engine.session, hand()) == one.expected
        assert {s.id: s for s in engine.session.gathering.steps if s.id in kept} == kept
        assert fold(log) == engine.session
        assert engine.back()
        assert engine.session == before
    assert not found or found[-1].holds


def test_a_plan_that_breaks_its_word_would_be_seen() -> None:
    """The control: a question left out that was not needed leaves an end that is not the one told."""
    engine, hand = late(town_hall(), "open", "round", 6)
    first = proposals(engine.session, hand())[0]
    engine.replan(Replanned(left_out=("own",)))
    assert forecast(engine.session, hand()) != first.expected


@pytest.mark.parametrize("people", [4, 140])
def test_voices_are_told_for_the_usual_group_and_for_the_other(people: int) -> None:
    engine, hand = late(town_hall(people=people), "open", "round", 6)
    voices = proposals(engine.session, hand())[0].voices
    assert voices is not None
    told = (voices.title, voices.size, voices.before, voices.after, voices.other)
    assert told == (("Doubt", 4, 180, 180, None) if people == 4 else ("Doubt", 3, 250, 250, (4, 180, 180)))


def test_beside_every_proposal_the_same_voices_are_told() -> None:
    engine, hand = late(town_hall(), "own", "round", 6)
    found = proposals(engine.session, hand())
    assert ways(found) == ["leave out", "later"]
    assert [one.voices.title if one.voices else "" for one in found] == ["Gift", "Gift"]
