from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.groups.forms import TABLES, Form
from app.groups.split import groups_about, split, split_by_size, tally, voice_seconds, voices


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


@given(st.integers(2, 2000), st.sampled_from([Form.PAIRS, Form.THREES, Form.FOURS, *TABLES]))
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


@given(st.integers(2, 2000), st.integers(2, 12))
def test_any_room_splits_into_any_size_without_leaving_anybody_alone(people: int, size: int) -> None:
    sizes = split_by_size(people, size)
    assert sum(sizes) == people and min(sizes) >= 2 and max(sizes) - min(sizes) <= 1
    assert list(sizes) == sorted(sizes)


@given(st.integers(6, 2000))
def test_threes_are_threes_with_the_rest_as_fours(people: int) -> None:
    assert dict(tally(split(people, Form.THREES))).get(4, 0) == people % 3


@given(st.integers(2, 2000))
def test_pairs_take_one_three_at_most(people: int) -> None:
    assert dict(tally(split(people, Form.PAIRS))).get(3, 0) == people % 2


@given(st.integers(30, 2000), st.integers(4, 6))
def test_fours_and_more_have_the_rest_one_smaller(people: int, size: int) -> None:
    assert dict(tally(split_by_size(people, size))).get(size - 1, 0) == -people % size


@given(st.integers(2, 300), st.sampled_from([Form.PAIRS, Form.THREES, Form.FOURS]))
def test_a_host_who_sits_down_is_one_more(people: int, form: Form) -> None:
    assert split(people, form, host_sits=True) == split(people + 1, form)


def test_about_a_hundred_and_forty_are_forty_two_to_fifty_one_threes() -> None:
    assert groups_about(140, Form.THREES) == (42, 51)
    assert groups_about(140, Form.CIRCLE) == (0, 0)


@given(st.integers(2, 2000), st.sampled_from([Form.PAIRS, Form.THREES, Form.FOURS, *TABLES]))
def test_the_number_of_groups_lies_within_what_about_promises(people: int, form: Form) -> None:
    fewest, most = groups_about(people, form)
    assert fewest <= len(split(people, form)) <= most


def test_every_size_that_occurs_has_its_minutes_per_voice() -> None:
    assert voices(12 * 60, 11, Form.THREES) == ((3, 230), (4, 170))
    assert voices(12 * 60, 11, Form.ROOM) == ()


@given(st.integers(12, 300))
def test_five_at_a_table_are_five_or_four_and_never_six(people: int) -> None:
    assert set(split(people, Form.TABLE_OF_FIVE)) <= {4, 5}
