"""Turns within a round, made from the form of a step."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from app.design import edits
from app.design.cue_sets import CueSet, cues_for, offered, set_of
from app.groups.forms import Form
from app.library.protocol import Cue, Kind, Timer, round_minutes
from app.live.face import turns
from app.live.moments import as_usual
from app.settings import Settings
from app.words import Words
from tests.plans import staff_meeting

WORDS = Words()
PLAN = staff_meeting()
BUSY = PLAN.steps[2]


def test_each_voice_of_a_three_begins_where_the_hosts_clock_has_its_tick() -> None:
    cues = cues_for(CueSet.VOICES, BUSY, WORDS)
    assert [cue.say for cue in cues] == [
        "Now the second voice.", "Now the third voice. In a four, leave room for one more."]
    ticks = turns(round_minutes(BUSY) * 60, (3, 3, 3, 3))
    assert [cue.minutes / round_minutes(BUSY) for cue in cues] == pytest.approx(ticks, abs=0.001)


@pytest.mark.parametrize(("form", "voices"), [(Form.PAIRS, 1), (Form.THREES, 2), (Form.FOURS, 3), (Form.TABLE, 3),
                                               (Form.TABLE_OF_FIVE, 4)])
def test_there_is_one_turn_fewer_than_voices_and_each_lies_within_the_round(form: Form, voices: int) -> None:
    for minutes in (2, 3, 8, 40):
        step = replace(BUSY, form=form, minutes=minutes, frame_minutes=None)
        cues = cues_for(CueSet.VOICES, step, WORDS)
        assert len(cues) == voices and all(0 < cue.minutes < round_minutes(step) for cue in cues)
        assert [cue.minutes for cue in cues] == sorted({cue.minutes for cue in cues})


def test_what_is_offered_follows_how_people_sit() -> None:
    assert CueSet.HALVES in offered(replace(BUSY, form=Form.PAIRS))
    assert offered(replace(BUSY, form=Form.ROOM)) == (CueSet.NONE, CueSet.NEIGHBOUR)
    assert offered(replace(BUSY, kind=Kind.BREAK)) == ()


def test_a_set_is_known_again_in_a_longer_step_and_what_somebody_wrote_is_theirs() -> None:
    plan = edits.change(PLAN, "busy", cues=cues_for(CueSet.VOICES, BUSY, WORDS))
    longer = edits.change_minutes(plan, "busy", 2 * BUSY.minutes).step("busy")
    assert longer is not None and set_of(longer, WORDS) is CueSet.VOICES
    assert set_of(replace(BUSY, cues=(Cue(minutes=2, say="Breathe."),)), WORDS) is CueSet.OWN
    assert set_of(BUSY, WORDS) is CueSet.NONE


def test_turns_keep_their_share_when_the_minutes_of_the_plan_change() -> None:
    plan = edits.change(PLAN, "busy", cues=(Cue(minutes=round_minutes(BUSY) / 2, say="Change over."),))
    for minutes in (5, 30):
        step = edits.change_minutes(plan, "busy", minutes).step("busy")
        assert step is not None and step.cues[0].minutes == round_minutes(step) / 2


def test_a_session_begins_with_the_hosts_usual_timer_and_warnings_where_a_step_has_none() -> None:
    plan = edits.change(edits.change(PLAN, "busy", timer=Timer.RING, warnings=()), "gift", minutes=30)
    begun = as_usual(plan, Timer.NOTHING, (5, 2, 1))
    told = {step.id: (step.timer, step.warnings) for step in begun.steps}
    assert told["busy"] == (Timer.RING, ()), "its own"
    assert told["gift"] == (Timer.NOTHING, (5, 2, 1))
    assert told["notices"][1] == (1,), "too short for more"
    usual = Settings()
    assert as_usual(plan, Timer(usual.wall_timer), usual.wall_warnings) is plan


@pytest.mark.parametrize("timer", Timer)
def test_every_timer_can_be_the_usual_one(timer: Timer) -> None:
    assert msgspec.json.decode(msgspec.json.encode({"wall_timer": timer.value}), type=Settings).wall_timer == timer
