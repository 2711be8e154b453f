from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.groups.forms import Form
from app.groups.split import split, tally, voice_seconds


@pytest.mark.parametrize(("people", "sizes"), [
    (2, (2,)), (3, (3,)), (4, (4,)), (5, (2, 3)), (6, (3, 3)), (7, (3, 4)), (8, (4, 4)), (11, (3, 4, 4)),
    (42, (3,) * 14),
])
def test_threes_take_the_rest_as_fours(people: int, sizes: tuple[int, ...]) -> None:
    assert split(people, Form.THREES) == sizes


def test_pairs_take_one_three() -> None:
    assert split(7, Form.PAIRS) == (2, 2, 3)


def test_fours_have_the_rest_one_smaller() -> None:
    assert split(10, Form.FOURS) == (3, 3, 4)


def test_five_at_a_table_stay_together() -> None:
    assert split(5, Form.TABLE) == (5,)


@given(st.integers(2, 2000), st.sampled_from([Form.PAIRS, Form.THREES, Form.FOURS, Form.TABLE]))
def test_nobody_is_lost_or_left_alone(people: int, form: Form) -> None:
    sizes = split(people, form)
    assert sum(sizes) == people
    assert min(sizes) >= 2
    assert max(sizes) - min(sizes) <= 1


def test_forms_that_do_not_split_have_no_groups() -> None:
    assert split(30, Form.CIRCLE) == ()
    assert split(0, Form.THREES) == ()


def test_twelve_minutes_give_three_voices_three_minutes_fifty() -> None:
    assert voice_seconds(12 * 60, 3) == 230
    assert voice_seconds(12 * 60, 4) == 170


def test_a_round_shorter_than_settling_gives_nobody_time() -> None:
    assert voice_seconds(20, 3) == 0


def test_the_tally_names_smaller_groups_first() -> None:
    assert tally((3, 4, 4)) == ((3, 1), (4, 2))
