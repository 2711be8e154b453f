"""When the harvest box sleeps, which kinds it offers, and where a name is never asked for."""

from __future__ import annotations

import msgspec
import pytest

from app.groups.forms import Form
from app.library.protocol import Keeps, Kind
from app.live.engine import Engine
from app.words import Words
from tests.ui.pages.meeting import hosted, meeting
from ui.panels.harvest_box import kinds, names_allowed, why_asleep


def at(step_id: str, beat: str) -> Engine:
    """A meeting at that beat."""
    engine, _, _ = hosted()
    while (engine.session.step_id, engine.session.beat.value) != (step_id, beat):
        assert engine.next()
    return engine


@pytest.mark.parametrize("beat", ["gather", "frame", "round", "call back"])
def test_it_sleeps_through_every_beat_of_a_small_group(beat: str) -> None:
    assert why_asleep(at("waiting", beat).session) is not None


@pytest.mark.parametrize(("step_id", "beat"), [("notices", "round"), ("heard", "frame"), ("close", "round")])
def test_it_is_awake_when_the_room_speaks(step_id: str, beat: str) -> None:
    assert why_asleep(at(step_id, beat).session) is None


def test_its_words_follow_the_form() -> None:
    engine = at("waiting", "round")
    asleep = why_asleep(engine.session)
    assert asleep is not None
    assert Words()(asleep.words) == "Asleep while threes talk. Press H to wake it."


def test_it_offers_what_the_step_keeps_and_a_few_kinds_where_it_keeps_nothing() -> None:
    assert kinds(at("waiting", "round").session) == (Keeps.INSIGHT, Keeps.POSSIBILITY)
    assert kinds(at("notices", "round").session)[0] is Keeps.INSIGHT
    assert Keeps.NOTHING not in kinds(at("close", "round").session)


def test_ownership_is_nameless_and_gifts_are_not() -> None:
    assert not names_allowed(at("waiting", "round").session)
    assert names_allowed(at("gift", "round").session)


def test_it_sleeps_during_a_break() -> None:
    plan = meeting()
    pause = msgspec.structs.replace(plan.steps[1], kind=Kind.BREAK)
    engine, _, _ = hosted(msgspec.structs.replace(plan, steps=(pause,)))
    assert why_asleep(engine.session) is not None


def test_it_sleeps_while_a_stone_goes_round_and_wakes_for_what_the_circle_keeps() -> None:
    plan = meeting()
    asked = msgspec.structs.replace(plan.steps[2], form=Form.CIRCLE, kind=Kind.QUESTION, keeps=(Keeps.AGREEMENT,))
    engine, _, _ = hosted(msgspec.structs.replace(plan, people=3, steps=(asked,)))
    assert why_asleep(engine.session) is None
    said = []
    for _ in range(4):
        engine.pass_stone()
        said.append(why_asleep(engine.session) is not None)
    assert said == [True, True, True, False], "with the stone in the middle the room speaks"


def test_it_sleeps_while_a_circle_speaks_of_which_nothing_is_kept() -> None:
    plan = meeting()
    asked = msgspec.structs.replace(plan.steps[2], form=Form.CIRCLE, kind=Kind.QUESTION, keeps=(Keeps.NOTHING,))
    engine, _, _ = hosted(msgspec.structs.replace(plan, steps=(asked,)))
    asleep = why_asleep(engine.session)
    assert asleep is not None
    assert Words()(asleep.words) == "Asleep for the circle. Press H to wake it."
