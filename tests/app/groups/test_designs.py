"""The constructions, each counted again by hand, and the bounds held against every plan there is in a tiny room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.groups.bound import least_repeats
from app.groups.designs import Rounds, design
from app.groups.fields import field, prime_power
from app.groups.mixing import mix
from app.groups.plan import Groups
from app.groups.shifts import shifted
from app.groups.split import split_by_size
from app.groups.task import Task
from app.groups.turns import BASE, circled_pairs, turned
from app.groups.twisted import twisted
from tests.app.groups.rooms import recount, room


def counted(rounds: Rounds) -> int:
    """Repeats in a construction, after seeing that everybody sits once in every round."""
    people = {number for table in rounds[0] for number in table}
    assert people == set(range(len(people)))
    for tables in rounds:
        assert sorted(number for table in tables for number in table) == sorted(people)
    return recount(tuple(tuple(table) for table in tables) for tables in rounds)[0]


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_in_a_field_every_number_but_nought_has_an_inverse(order: int) -> None:
    made = field(order)
    assert made is not None
    everybody = set(range(order))
    for a in range(order):
        assert set(made.plus[a]) == everybody
        assert set(made.times[a]) == (everybody if a else {0})
    for a, b, c in product(range(min(order, 9)), repeat=3):
        assert made.times[a][made.plus[b][c]] == made.plus[made.times[a][b]][made.times[a][c]]


def test_there_is_no_field_of_six_or_twelve() -> None:
    assert field(6) is None and field(12) is None and prime_power(1) is None


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 40), st.integers(2, 5), st.integers(1, 8), st.data())
def test_seat_shifts_never_repeat_and_seat_nought_stays(
        tables: int, seats: int, rounds: int, data: st.DataObject) -> None:
    people = tables * seats - data.draw(st.integers(0, tables - 1))
    plan = shifted(tables, people, rounds)
    assert plan and counted(plan) == 0
    for there in plan:
        assert all(table in there[table] for table in range(tables))
        assert sorted(map(len, there)) == sorted(map(len, plan[0]))


@pytest.mark.parametrize(("people", "size"), BASE)
def test_a_base_round_turns_without_a_repeat(people: int, size: int) -> None:
    plan = turned(people, size, 100)
    assert counted(plan) == 0 and len(plan) >= 4


def test_ten_rounds_of_thirty_two_leave_sixteen_pairs_who_never_meet() -> None:
    plan = twisted(32, 4, 10)
    assert len(plan) == 10 and counted(plan) == 0
    assert recount(tuple(tuple(table) for table in tables) for tables in plan)[1] == 32 * 31 // 2 - 16


@pytest.mark.parametrize("people", [2, 4, 10, 30])
def test_pairs_in_a_circle_meet_everybody(people: int) -> None:
    plan = circled_pairs(people, 100)
    assert len(plan) == people - 1 and counted(plan) == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 80), st.integers(2, 6), st.integers(1, 12), st.booleans())
def test_a_design_never_repeats_and_has_the_sizes_that_were_promised(
        people: int, size: int, rounds: int, hosted: bool) -> None:
    sizes = split_by_size(people, size)
    plan = design(sizes, rounds, hosted=hosted)
    assert 1 <= len(plan) <= rounds and counted(plan) == 0
    assert all(sorted(map(len, tables)) == list(sizes) for tables in plan)


def partitions(people: tuple[int, ...], sizes: tuple[int, ...]) -> Iterator[Groups]:
    """Every way to seat people at tables of these sizes, tables of one size not told apart."""
    if not people:
        yield ()
        return
    for size in sorted(set(sizes)):
        rest = list(sizes)
        rest.remove(size)
        for others in combinations(people[1:], size - 1):
            left = tuple(person for person in people[1:] if person not in others)
            for more in partitions(left, tuple(rest)):
                yield ((people[0], *others), *more)


@pytest.mark.parametrize(("people", "size", "rounds"), [
    (4, 2, 4), (5, 2, 3), (5, 3, 3), (6, 2, 3), (6, 3, 3), (6, 4, 2), (7, 3, 3), (7, 2, 2), (8, 4, 3)])
def test_in_a_tiny_room_the_bound_is_no_more_than_the_least_and_the_search_finds_the_least(
        people: int, size: int, rounds: int) -> None:
    sizes = split_by_size(people, size)
    every = list(partitions(tuple(range(people)), sizes))
    least = min(recount((every[0], *more))[0] for more in product(every, repeat=rounds - 1))
    empty = (0,) * people
    assert least_repeats(Task(people, (sizes,) * rounds, ({},) * rounds, empty, empty), ()) <= least
    assert mix(room(people, *[size] * rounds), steps=20_000).repeats == least
