"""Counting by hand what a plan claims, without a line of the solver."""

from __future__ import annotations

from collections.abc import Iterable

from app.groups.plan import Groups, Plan, Request, Round
from app.groups.split import split_by_size


def recount(rounds: Iterable[Groups]) -> tuple[int, int]:
    """(meetings beyond the first of each pair, pairs who met), one pair after the other."""
    times: dict[tuple[int, int], int] = {}
    for groups in rounds:
        for group in groups:
            for one in group:
                for other in group:
                    if one < other:
                        times[one, other] = times.get((one, other), 0) + 1
    return sum(times.values()) - len(times), len(times)


def room(people: int, *sizes: int, hosts: int = 0, **rest: object) -> Request:
    """A request for badges 1 … people and rounds of these sizes; the first `hosts` badges keep tables."""
    return Request(people=tuple(range(1, people + 1)), rounds=tuple(Round(size, hosts > 0) for size in sizes),
                   hosts=tuple(range(1, hosts + 1)), **rest)  # type: ignore[arg-type]


def check(plan: Plan, request: Request) -> None:
    """Everything a plan promises, whatever was asked."""
    assert plan.rounds[:plan.past] == request.past
    assert len(plan.coming) == len(request.rounds)
    remote = set(request.remote)
    pools = [pool for pool in (set(request.people) - remote, set(request.people) & remote) if pool]
    for groups, round_ in zip(plan.coming, request.rounds, strict=True):
        assert sorted(badge for group in groups for badge in group) == sorted(request.people)
        for pool in pools:
            mine = [group for group in groups if pool & set(group)]
            assert all(set(group) <= pool for group in mine)
            assert sorted(map(len, mine)) == list(split_by_size(len(pool), round_.size))
        if round_.hosted and len(pools) == 1:
            assert all(host in groups[table] for table, host in enumerate(request.hosts))
        for one, other in request.apart:
            assert not any(one in group and other in group for group in groups)
    for person in set(request.staying) & set(request.people):
        assert len({next(t for t, group in enumerate(groups) if person in group) for groups in plan.coming}) <= 1
    assert (plan.repeats, plan.met) == recount(plan.rounds)
    assert plan.bound <= plan.repeats and plan.met <= plan.possible
