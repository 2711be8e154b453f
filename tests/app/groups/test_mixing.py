"""Who meets whom: what every plan promises, counted again by hand, and the rooms whose answer is known."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Trouble
from app.groups.mixing import Progress, improving, mix
from app.groups.plan import Plan, Request, after
from app.groups.split import split_by_size
from app.words import Words
from tests.app.groups.rooms import check, recount, room

FEW = 3_000
"""Swaps weighed where a test wants any plan, not the best."""
calm = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """A day: some rounds lived, somebody left, somebody came, and rounds of changing sizes to come."""
    first = draw(st.integers(6, 30))
    lived = mix(room(first, *draw(st.lists(st.integers(2, 5), max_size=3))), steps=200).rounds
    last, left = first + draw(st.integers(0, 3)), draw(st.sets(st.integers(1, first), max_size=2))
    people = [badge for badge in range(1, last + 1) if badge not in left]
    sizes = draw(st.lists(st.integers(2, 5), min_size=1, max_size=4))
    hosts = draw(st.integers(0, min(len(split_by_size(len(people), size)) for size in sizes)))
    asked = room(0, *sizes, hosts=hosts, past=lived, seed=draw(st.integers(0, 9)))
    staying = tuple(people[hosts:hosts + draw(st.integers(0, 2))])
    return Request(people=tuple(people), rounds=asked.rounds, past=lived, hosts=tuple(people[:hosts]),
                   staying=staying, seed=asked.seed)


@calm
@given(requests())
def test_every_day_keeps_its_promises(request: Request) -> None:
    check(mix(request, steps=FEW), request)


@calm
@given(st.integers(8, 40), st.integers(2, 4), st.integers(1, 4), st.integers(0, 99))
def test_the_same_seed_gives_the_same_plan(people: int, size: int, rounds: int, seed: int) -> None:
    request = room(people, *[size] * rounds, seed=seed)
    assert mix(request, steps=FEW) == mix(request, steps=FEW)


def test_another_seed_gives_another_plan() -> None:
    assert mix(room(24, 4, 4, 4)).rounds != mix(room(24, 4, 4, 4, seed=1)).rounds


@pytest.mark.parametrize(("people", "size", "rounds"), [
    (300, 6, 5), (16, 4, 5), (24, 4, 5), (23, 4, 5), (48, 4, 5), (15, 3, 7), (20, 4, 5),
    (9, 3, 4), (12, 3, 4), (18, 3, 8), (21, 3, 10), (24, 3, 11), (27, 3, 13), (24, 4, 7), (28, 4, 9), (36, 4, 11),
    (32, 4, 10), (31, 4, 10), (25, 5, 6), (30, 5, 6), (64, 4, 21), (30, 2, 29), (140, 3, 8), (47, 4, 8),
])
@pytest.mark.parametrize("seed", range(2))
def test_nobody_meets_twice_where_the_mathematics_allows(people: int, size: int, rounds: int, seed: int) -> None:
    request = room(people, *[size] * rounds, seed=seed)
    plan = mix(request)
    check(plan, request)
    assert recount(plan.rounds)[0] == 0 and plan.best
    assert Words()(plan.text) == "Nobody meets anybody twice."


@pytest.mark.parametrize(("people", "size", "rounds", "least"), [
    (12, 4, 2, 3), (12, 4, 3, 6), (8, 4, 3, 8), (3, 4, 5, 12), (5, 3, 4, 6), (9, 2, 8, 12)])
def test_where_repeats_cannot_be_avoided_the_least_is_reached_and_told(
        people: int, size: int, rounds: int, least: int) -> None:
    plan = mix(room(people, *[size] * rounds))
    assert (plan.repeats, plan.bound) == (least, least)
    assert Words()(plan.text) == f"{least} meetings are repeats; fewer are not possible."


@pytest.mark.parametrize(("people", "size", "rounds", "hosts"), [
    (24, 4, 5, 6), (23, 4, 5, 6), (48, 4, 5, 12), (300, 6, 5, 50)])
def test_table_hosts_stay_and_nobody_meets_twice(people: int, size: int, rounds: int, hosts: int) -> None:
    request = room(people, *[size] * rounds, hosts=hosts)
    plan = mix(request)
    check(plan, request)
    assert plan.repeats == 0


def test_a_search_hands_out_ever_better_plans_and_can_be_stopped() -> None:
    seen: list[Progress] = []

    def keep_going(progress: Progress) -> bool:
        seen.append(progress)
        return len(seen) < 3

    plan = mix(room(20, *[4] * 6), keep_going)
    assert len(seen) == 3 and plan == seen[-1].plan
    repeats = [progress.plan.repeats for progress in seen]
    assert repeats == sorted(repeats, reverse=True)
    assert [progress.share for progress in seen] == sorted(progress.share for progress in seen)


def test_a_search_without_end_rests_when_its_steps_are_used() -> None:
    *_, last = improving(room(20, *[4] * 6), steps=FEW)
    assert last.share == 1 and last.plan.repeats >= 1


def test_the_room_and_the_remote_are_split_apart() -> None:
    request = room(13, 4, 3, remote=(9, 10, 11, 12, 13))
    plan = mix(request)
    check(plan, request)
    assert sorted(map(len, plan.rounds[0])) == [4, 4, 5]


def day(people: int) -> list[Plan]:
    """Eight steps, each asked for when it comes; two arrive after the second, three leave after the fifth."""
    request = room(people, 2, 3, 4, 4, 4, 3, 3, 2)
    plans = []
    for step in range(8):
        plan = mix(request, steps=FEW)
        check(plan, request)
        plans.append(plan)
        request = after(request, plan.coming[0], arrived=(people + 1, people + 2) if step == 1 else (),
                        left=(1, 2, 3) if step == 4 else ())
    return plans


@pytest.mark.parametrize("people", [9, 23, 46, 140])
def test_a_day_of_eight_steps_with_arrivals_and_leavers(people: int) -> None:
    plans = day(people)
    assert len(plans[-1].rounds) == 8
    for earlier, later in pairwise(plans):
        assert later.rounds[:later.past] == earlier.rounds[:later.past]
    assert plans[-1].best or people == 9


@pytest.mark.parametrize(("people", "hosts"), [(23, 0), (46, 0), (46, 5), (140, 8)])
def test_a_day_planned_at_once_is_searched_until_nobody_meets_twice(people: int, hosts: int) -> None:
    request = room(people, 2, 3, 4, 4, 4, 3, 3, 2, hosts=hosts)
    plan = mix(request)
    check(plan, request)
    assert plan.repeats == 0


def test_a_long_search_keeps_apart_whom_it_must() -> None:
    request = room(16, *[4] * 6, apart=((1, 2), (1, 3), (4, 5), (6, 7)), staying=(8, 9))
    check(mix(request, steps=40_000), request)


def only(friends: dict[int, tuple[int, ...]], people: int) -> tuple[tuple[int, int], ...]:
    """Pairs kept apart so that each of `friends` may sit with those named alone."""
    return tuple((one, other) for one, may in friends.items() for other in range(1, people + 1)
                 if other != one and other not in may)


@pytest.mark.parametrize(("request_", "sentence"), [
    (room(8, 2, 2, apart=only({1: (4,), 2: (4,), 3: (4,)}, 8)),
     "Not everybody can be kept apart as asked, not even in pairs. Keep fewer people apart."),
    (room(12, 3, 3, apart=only({1: (2, 3), 2: (1, 4), 3: (1, 5), 4: (2, 6)}, 12)),
     "Not everybody can be kept apart as asked in groups of 3. Groups of 2 would do, or keep fewer people apart."),
])
def test_what_only_the_search_can_tell_is_told_with_the_largest_groups_that_would_do(
        request_: Request, sentence: str) -> None:
    with pytest.raises(Trouble) as told:
        mix(request_)
    assert Words()(told.value.text) == sentence


@calm
@given(st.integers(12, 40), st.integers(3, 5), st.data())
def test_people_kept_apart_never_sit_together(people: int, size: int, data: st.DataObject) -> None:
    pairs = data.draw(st.lists(st.tuples(st.integers(1, people), st.integers(1, people)).filter(lambda p: p[0] != p[1]),
                               max_size=6))
    request = room(people, size, size, size, apart=tuple(pairs))
    try:
        check(mix(request, steps=FEW), request)
    except Trouble as told:
        assert "apart" in Words()(told.text)


@pytest.mark.parametrize(("request_", "sentence"), [
    (room(1, 3), "A group needs two people or more, and 1 is here. Wait for one more."),
    (room(12, 4, hosts=5),
     "12 people in groups of 4 sit at 3 tables, too few for 5 hosts. Take 3 hosts, or groups of 2."),
    (room(8, 2, hosts=5), "8 people in groups of 2 sit at 4 tables, too few for 5 hosts. Take 4 hosts."),
    (room(12, 4, apart=((1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (3, 4))),
     "Badges 1, 2, 3, 4 are all to be kept apart, and there are only 3 groups. "
     "Keep at most 3 of them apart, or take groups of 3."),
    (room(6, 3, apart=tuple((1, other) for other in range(2, 7))),
     "Badge 1 is kept apart from 5 of 5 others, and a group of 3 needs 2 who may sit there. "
     "Keep them apart from 3 at most."),
    (room(12, 4, apart=((3, 3),)), "Badge 3 cannot be kept apart from itself. Name two people."),
    (room(8, 4, 2, staying=(1, 2, 3, 4, 5, 6)), "6 people keep a place at 2 tables; in groups of 2 that is more than "
                                                "fit. Let 2 keep theirs."),
    (room(9, 3, remote=(9,)), "Badge 9 would be alone: the only one remote, or the only one in the room. "
                              "Bring them into a group of the others."),
    (Request(people=(1, 1, 2), rounds=()), "Badge 1 was given to two people. Give each a badge of their own."),
])
def test_what_cannot_be_is_told_with_the_nearest_plan(request_: Request, sentence: str) -> None:
    with pytest.raises(Trouble) as told:
        mix(request_)
    assert Words()(told.value.text) == sentence
