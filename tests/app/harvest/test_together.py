"""Time with each other, and each voice in it, against sums made by hand."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.design.gathering import Gathering, PlannedStep, Setting
from app.groups.forms import Form
from app.harvest.lived import Span
from app.harvest.together import Time, Together, in_a_line, together
from app.library.protocol import Beat, Family, Kind, Voice
from app.words import Words
from tests.plans import staff_meeting


def step(name: str, minutes: int, form: Form = Form.ROOM, kind: Kind = Kind.QUESTION,
         voice: Voice = Voice.PEERS, frame_minutes: int | None = None) -> PlannedStep:
    return PlannedStep(id=name, title=name, minutes=minutes, form=form, kind=kind, voice=voice,
                       family=Family.POSSIBILITY, frame_minutes=frame_minutes)


def plan(*steps: PlannedStep, people: int = 12) -> Gathering:
    return Gathering(id="g", starts=datetime(2026, 11, 24, 9), people=people, setting=Setting.TOWN_HALL, steps=steps)


def lived(*told: tuple[str, Beat, float | None]) -> tuple[Span, ...]:
    """Beats one after another, each with its minutes; None for the one that lasts."""
    spans, now = [], 0
    for name, beat, minutes in told:
        ended = None if minutes is None else now + round(minutes * 60_000)
        spans.append(Span(name, beat.value, now, ended))
        now = ended or now
    return tuple(spans)


def of(gathering: Gathering, spans: tuple[Span, ...], *, people: int = 12, over: bool = True,
       changed: Gathering | None = None) -> Together:
    return together(gathering, changed or gathering, spans, people, over=over)


GATHER, FRAME, ROUND, BACK = Beat
WHOLE = (("arrive", ROUND, 5.0), ("notices", ROUND, 14.0), ("busy", GATHER, 2.0), ("busy", FRAME, 1.0),
         ("busy", ROUND, 15.5), ("busy", BACK, 1.0), ("heard", FRAME, 0.5), ("heard", ROUND, 6.0),
         ("gift", FRAME, 1.0), ("gift", ROUND, 8.0), ("gift", BACK, 0.5), ("close", ROUND, 3.0))


def test_a_staff_meeting_without_its_notices_moving_and_coming_back() -> None:
    # planned: 12 + 5 of 4 + 13 + 5 + 6 + 4; each (12 min - 30 s) / 3 + (5 min - 30 s) / 3
    # lived: 15.5 + 8 of 5 + 16.5 + 6.5 + 9 + 3; each (15.5 min - 30 s) / 3 + (8 min - 30 s) / 3
    found = of(staff_meeting(), lived(*WHOLE), people=11)
    assert found == Together(Time(17 * 60, 32 * 60, 320), Time(1410, 2400, 450), over=True)
    line = in_a_line(found)
    assert line is not None and Words()(line) == (
        "People spoke with each other for 24 of 40 minutes, about 8 for each voice; planned were 17 and 5.")


def test_while_it_runs_only_steps_that_are_over_count() -> None:
    running = (*WHOLE[:8], ("gift", FRAME, 1.0), ("gift", ROUND, None))
    found = of(staff_meeting(), lived(*running), over=False)
    assert found.lived == Time(930, 28 * 60, 300)
    line = in_a_line(found)
    assert line is not None and Words()(line) == (
        "So far people spoke with each other for 16 of 28 minutes, about 5 for each voice; planned are 17 and 5.")


def test_a_gathering_that_ended_early_is_told_by_what_it_reached() -> None:
    assert of(staff_meeting(), lived(*WHOLE[:6])).lived == Time(930, 5 * 60 + 990, 300)


def test_a_step_whose_round_never_began_was_a_host_who_spoke() -> None:
    found = of(staff_meeting(), lived(("busy", GATHER, 2), ("busy", FRAME, 3), ("close", ROUND, 4)))
    assert found.lived == Time(0, 7 * 60, 0) and in_a_line(found) is None


def test_before_anybody_spoke_nothing_is_told() -> None:
    assert in_a_line(of(staff_meeting(), lived(("arrive", ROUND, None)), over=False)) is None
    assert in_a_line(of(plan(), ())) is None


def test_breaks_count_nowhere() -> None:
    rest = step("rest", 30, kind=Kind.BREAK, voice=Voice.SILENCE)
    day = plan(step("a", 10, Form.PAIRS), rest, step("b", 10, Form.FOURS))
    found = of(day, lived(("a", FRAME, 1), ("a", ROUND, 8.5), ("rest", ROUND, 41), ("b", FRAME, 1), ("b", ROUND, 10.5)))
    assert found == Together(Time(18 * 60, 20 * 60, 382), Time(19 * 60, 21 * 60, 240 + 150), over=True)   # 255 + 127.5


def test_a_plan_that_was_changed_on_the_way_is_held_against_what_it_was() -> None:
    before = plan(step("a", 10, Form.THREES), step("b", 20, Form.THREES), step("c", 10, Form.THREES))
    after = replace(before, steps=(replace(before.steps[0], form=Form.PAIRS), replace(before.steps[1], minutes=12)))
    found = of(before, lived(("a", FRAME, 1), ("a", ROUND, 6.5), ("b", FRAME, 1), ("b", ROUND, 9.5)), changed=after)
    assert found.planned == Time(36 * 60, 40 * 60, 170 + 350 + 170)   # frames of one, two and one minute
    assert found.lived == Time(16 * 60, 18 * 60, 180 + 180)           # pairs then, and threes


def test_a_question_gone_back_to_is_one_step_with_one_settling() -> None:
    found = of(plan(step("a", 10, Form.THREES)), lived(("a", ROUND, 4), ("a", GATHER, 1), ("a", ROUND, 2.5)))
    assert found.lived == Time(390, 390, 120)


@pytest.mark.parametrize("form", [Form.TABLE, Form.TABLE_OF_FIVE])
def test_rounds_of_a_cafe_count_and_are_shared_by_a_table(form: Form) -> None:
    size = 4 if form is Form.TABLE else 5
    rounds = plan(*(step(name, 22, form, frame_minutes=2) for name in "abc"), people=40)
    found = of(rounds, lived(*((name, beat, minutes) for name in "abc" for beat, minutes in (
        (GATHER, 3.0), (FRAME, 2.0), (ROUND, 20.5), (BACK, 1.0)))), people=41)
    assert found.planned == Time(60 * 60, 66 * 60, round(3 * 1170 / size))
    assert found.lived == Time(round(61.5 * 60), round(67.5 * 60), round(3 * 1200 / size))


def test_an_open_space_is_time_with_each_other_and_nobody_can_say_how_much_each_voice_had() -> None:
    day = plan(step("call", 20, Form.CIRCLE, Kind.MARKETPLACE), step("talks", 60, kind=Kind.SESSIONS),
               step("pairs", 10, Form.PAIRS))
    found = of(day, lived(("call", ROUND, 25), ("talks", FRAME, 5), ("talks", ROUND, 70), ("talks", BACK, 9),
                          ("pairs", ROUND, 8)))
    assert found == Together(Time(89 * 60, 90 * 60, None), Time(103 * 60, 108 * 60, None), over=True)
    line = in_a_line(found)
    assert line is not None and Words()(line) == (
        "People spoke with each other for 103 of 108 minutes; planned were 89.")


def test_a_circle_gives_everybody_who_is_there_a_turn() -> None:
    found = of(plan(step("round", 12, Form.CIRCLE), people=12), lived(("round", ROUND, 20)), people=10)
    assert (found.planned.each, found.lived.each) == (60, 120)


def test_it_is_minutes_and_never_a_share() -> None:
    line = in_a_line(of(staff_meeting(), lived(*WHOLE)))
    assert line is not None and not set("%") & set(Words()(line)) and "per cent" not in Words()(line)
