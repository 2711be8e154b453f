"""What the wall says while people find their places."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from app.design import edits
from app.design.gathering import Gathering, PlannedStep, Seating, Seats
from app.groups.forms import Form
from app.groups.roster import Roster, named, numbered
from app.library.protocol import Beat, Family, Regroup
from app.live.audience import audience, audience_of
from app.live.places import SEATS, map_holds
from app.live.scene import Audience, Scene
from app.words import PSEUDO, Words
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()


def cafe(seating: Seating, people: int, *, form: Form = Form.TABLE, roster: Roster | None = None,
         tables: tuple[tuple[int, ...], ...] = ()) -> Gathering:
    steps = tuple(PlannedStep(id=f"t{n}", title="A table", family=Family.WORLD_CAFE, form=form, minutes=20,
                              question="What grows here?", seating=seating) for n in range(3))
    return msgspec.structs.replace(
        staff_meeting(), people=people, steps=steps, roster=roster or Roster(),
        seats=(Seats(step_id="t1", tables=tables),) if tables else ())


def wall(gathering: Gathering, step: int = 1, words: Words = WORDS) -> Audience:
    return audience_of(gathering.steps[step], words, beat=Beat.GATHER, gathering=gathering)


def test_people_find_a_table_themselves_before_anybody_stays() -> None:
    assert wall(cafe(Seating.HOSTS, 46), 0).heading == "Find a table\nwith new faces."


def test_from_the_second_round_hosts_stay_and_the_others_scatter() -> None:
    seen = wall(cafe(Seating.HOSTS, 46))
    assert seen.scene is Scene.MOVE
    assert seen.heading.startswith("Hosts stay.")
    assert (seen.foot, seen.tables) == ("Round 2 of 3", 0)


def test_seat_cards_bring_a_map_with_a_sign_for_each_seat() -> None:
    seen = wall(cafe(Seating.CARDS, 40))
    assert (seen.tables, len(seen.signs)) == (10, 4)
    assert seen.foot2 == "Look at your card. After 10 comes 1."


@pytest.mark.parametrize("people", [16, 24])
def test_where_the_cards_would_bring_people_together_again_the_sentence_serves(people: int) -> None:
    assert wall(cafe(Seating.CARDS, people)).tables == 0


def test_a_map_holds_exactly_when_nobody_meets_twice_and_nobody_comes_back() -> None:
    """Recounted person by person."""
    for tables in range(2, 31):
        for seats in range(2, SEATS + 1):
            for rounds in range(1, 6):
                assert map_holds(tables, seats, rounds) is walked(tables, seats, rounds), (tables, seats, rounds)


def walked(tables: int, seats: int, rounds: int) -> bool:
    """Whether everybody, seat j going j tables on each time, meets only new people at new tables."""
    met, been = set(), set()
    for turn in range(rounds):
        at: dict[int, list[tuple[int, int]]] = {}
        for home in range(tables):
            for seat in range(seats):
                table = (home + turn * seat) % tables
                if seat and ((home, seat), table) in been:
                    return False
                been.add(((home, seat), table))
                at.setdefault(table, []).append((home, seat))
        for pair in (pair for people in at.values() for pair in combinations(sorted(people), 2)):
            if pair in met:
                return False
            met.add(pair)
    return True


def test_a_small_room_reads_its_names_on_the_wall() -> None:
    seen = wall(cafe(Seating.ASSIGNED, 5, roster=named(Roster(), "Ada\nBo\nCy\nDora\nEli"), tables=((1, 4), (2, 3, 5))))
    assert (seen.scene, seen.groups) == (Scene.SEATS, (("Ada", "Dora"), ("Bo", "Cy", "Eli")))


def test_a_long_name_is_shortened_on_the_wall() -> None:
    people = named(Roster(), "Maximiliana von und zu Hohenlohe-Langenburg\nBo")
    seen = wall(cafe(Seating.ASSIGNED, 2, roster=people, tables=((1, 2),)))
    assert seen.groups == (("Maximiliana von und zu…", "Bo"),)


def test_a_large_room_is_sent_to_its_slips_and_nobody_is_named() -> None:
    people = named(Roster(), "\n".join(f"Guest {n}" for n in range(100)))
    seen = wall(cafe(Seating.ASSIGNED, 100, roster=people, tables=tuple((n, n + 1) for n in range(1, 100, 2))))
    assert seen.heading.startswith("Look at your slip.")
    assert "Guest" not in str(seen)


def test_badges_may_be_more_than_names() -> None:
    pairs = tuple((n, n + 1) for n in range(1, 60, 2))
    assert wall(cafe(Seating.ASSIGNED, 60, roster=numbered(Roster(), 60), tables=pairs)).groups[0] == ("1", "2")


def test_who_went_home_is_not_looked_for() -> None:
    engine, _, _ = session_of(cafe(Seating.ASSIGNED, 5, roster=numbered(Roster(), 5), tables=((1, 4), (2, 3, 5))))
    engine.leave(3)
    walk_to(engine, "t1", "gather")
    assert audience(engine.session, WORDS).groups == (("1", "4"), ("2", "5"))


def test_without_seats_people_choose_each_other() -> None:
    assert wall(cafe(Seating.ASSIGNED, 12, form=Form.THREES)).heading == "Find two people\nyou know least."


@pytest.mark.parametrize("form", list(Form))
def test_every_form_says_how_to_find_it(form: Form) -> None:
    seen = audience_of(msgspec.structs.replace(staff_meeting().steps[2], form=form), WORDS, beat=Beat.GATHER)
    assert seen.heading and seen.second


def test_every_sentence_of_finding_places_is_marked() -> None:
    words = Words(PSEUDO)
    for plan in (cafe(Seating.HOSTS, 46), cafe(Seating.CARDS, 40), cafe(Seating.ASSIGNED, 9),
                 cafe(Seating.ASSIGNED, 100, roster=numbered(Roster(), 100), tables=((1, 2), (3, 4)) * 25)):
        seen = wall(plan, words=words)
        told = (seen.heading, seen.second, seen.foot, seen.foot2, *seen.signs)
        assert all("·" in sentence for sentence in told if sentence)


def test_a_group_that_stays_together_is_asked_to_and_a_list_that_parts_it_is_read() -> None:
    tables = ((1, 4), (2, 3, 5))
    plan = cafe(Seating.ASSIGNED, 5, roster=numbered(Roster(), 5), tables=tables)
    stays = edits.change(plan, "t1", regroup=Regroup.SAME)
    assert wall(stays).heading == "Stay with\nthe same people."
    parts = edits.change(stays, "t0", form=Form.PAIRS)
    assert wall(parts).groups == (("1", "4"), ("2", "3", "5"))
