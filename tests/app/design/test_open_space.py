"""How large an Open Space will be: a bigger room never asks for less."""

from __future__ import annotations

import msgspec
import pytest

from app.design.edits import add_steps, planned
from app.design.gathering import Gathering
from app.design.open_space import SIGNS, advice, size_for, slots_of, slots_that_fit
from app.library.reader import read_protocol
from app.words import Words
from tests.app.library.here import PROTOCOLS
from tests.plans import gathering


@pytest.mark.parametrize(("people", "topics", "spaces"), [
    (20, (10, 10), 5), (50, (25, 25), 13), (60, (18, 25), 9), (100, (30, 30), 15), (140, (35, 35), 18)])
def test_topics_and_spaces_follow_the_number_of_people(people: int, topics: tuple[int, int], spaces: int) -> None:
    size = size_for(people, 2)
    assert (size.topics, size.spaces) == (topics, spaces)


def test_one_person_more_never_means_fewer_topics_at_most() -> None:
    most = [size_for(people, 2).topics[1] for people in range(1, 400)]
    assert most == sorted(most)
    assert all(1 <= size_for(n, k).spaces <= len(SIGNS) for n in (1, 5, 60, 2000) for k in (0, 1, 4))


def test_half_a_day_holds_two_hours_of_talks_and_ninety_minutes_none() -> None:
    assert (slots_that_fit(210), slots_that_fit(90), slots_that_fit(480)) == (2, 0, 6)


def told(plan: Gathering) -> str:
    text = advice(plan)
    return Words()(text) if text is not None else ""


def test_the_advice_is_a_sentence_that_names_numbers() -> None:
    plan = msgspec.structs.replace(gathering(people=60, minutes=210), steps=())
    assert advice(plan) is None
    half_day = add_steps(plan, planned(read_protocol(PROTOCOLS / "open-space.toml")), 0)
    wall = msgspec.structs.replace(half_day, steps=half_day.steps[:3])
    assert "Time for 2 times of an hour." in told(wall)
    assert len(slots_of(half_day)) == 2 and sum(step.minutes for step in half_day.steps) == 210
    assert told(half_day) == (
        "Expect about 18 to 25 topics. 9 spaces at a time, with 10 chairs each, are enough.")
    short = add_steps(plan, planned(read_protocol(PROTOCOLS / "open-space-short.toml")), 0)
    assert "Talks of 25 minutes only begin something" in told(short)
