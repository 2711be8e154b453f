"""A convener's own preparation: kept with the plan, in nothing else; and which steps carry the way on from it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.design.edits import copy_of, planned
from app.design.gathering import Gathering
from app.design.preparation import INNER, prepare, way, wishes_preparation
from app.library.bundled import load_folder
from app.live.engine import opening
from app.words import Words
from tests.plans import staff_meeting

PROTOCOLS = load_folder(Path(__file__).parents[3] / "protocols").protocols
SECRET = "I would rather not meet Ilse."


def circle(name: str = "art-of-convening") -> Gathering:
    """A gathering that is one bundled circle and nothing else."""
    found = next(known for known in PROTOCOLS if known.id == name)
    return msgspec.structs.replace(staff_meeting(), people=13, minutes=found.minutes, steps=planned(found))


def test_only_a_plan_with_a_circle_of_this_art_wishes_for_preparation() -> None:
    assert wishes_preparation(circle())
    assert not wishes_preparation(staff_meeting())


@pytest.mark.parametrize("protocol", ["art-of-convening", "art-of-convening-short"])
def test_each_step_of_the_bundled_circles_carries_one_aspect_in_order_until_the_circle_opens(protocol: str) -> None:
    plan = circle(protocol)
    carried = [title for aspect in way(plan) for title in aspect.steps]
    assert all(aspect.steps for aspect in way(plan))
    assert carried == [step.title for step in plan.steps[:-1]]


def test_an_aspect_without_a_step_is_carried_by_none() -> None:
    plan = circle()
    bare = msgspec.structs.replace(plan, steps=tuple(step for step in plan.steps if step.title != "All the voices"))
    assert {Words()(aspect.name): aspect.steps for aspect in way(bare)}["Every voice is heard"] == ()


def test_every_prompt_has_a_field_that_is_kept_and_read_again() -> None:
    fields = [prompt.field for inner in INNER for prompt in inner.prompts]
    plan = prepare(circle(), **dict.fromkeys(fields, SECRET))
    again = msgspec.json.decode(msgspec.json.encode(plan), type=Gathering)
    assert msgspec.structs.asdict(again.preparation) == dict.fromkeys(fields, SECRET)


def test_no_fact_of_a_session_and_no_copy_of_a_plan_holds_what_was_written_for_oneself() -> None:
    plan = prepare(circle(), others=SECRET)
    assert SECRET.encode() in msgspec.json.encode(plan)
    assert SECRET.encode() not in msgspec.json.encode(opening(plan, 0))
    assert SECRET.encode() not in msgspec.json.encode(copy_of(plan, "Once more"))


def test_a_plan_from_before_there_was_any_opens_and_holds_none() -> None:
    old = msgspec.json.encode(circle())
    assert b"preparation" not in old
    assert msgspec.json.decode(old, type=Gathering).preparation.me == ""
