"""Rooms for the tests of paper: people with badges or names, and seats that were worked out for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from random import Random

from app.design.gathering import Gathering, PlannedStep, Seating, Seats
from app.groups.forms import Form
from app.groups.roster import Person, Roster
from app.prints.handouts import Handout

TITLES = ("What do we leave undone", "Made lighter", "The crossroads we are at", "A doubt worth hearing", "One promise")
GIVEN = ("Ruth", "Mei", "Tomás", "Ingeborg", "Oluwaseun", "Zoë", "Łukasz", "Ana María", "Waldemar", "Kirsi")
FAMILY = ("Okafor", "Lindqvist", "de la Cruz", "Żak", "Baumgartner", "O’Neill", "Van der Meer", "Nguyễn", "Ng")
ASSIGNED = (Handout.SLIPS, Handout.TABLES, Handout.SEATING)
"""The handouts of a room in which groups are assigned."""


def names(people: int) -> list[str]:
    """As many names, some of them long."""
    return [f"{GIVEN[n % 10]} {FAMILY[n % 9]}" + (f"-{FAMILY[n // 90 % 9]}" if n >= 90 else "") for n in range(people)]


def mixed(people: int, size: int, rounds: int) -> list[list[tuple[int, ...]]]:
    """Any tables of about `size` for badges 1 to `people`, a new mixture each round, the same every time."""
    random, out = Random(people * 100 + size), []
    for _ in range(rounds):
        badges = list(range(1, people + 1))
        random.shuffle(badges)
        tables = max(1, -(-people // size))
        out.append([tuple(badges[table::tables]) for table in range(tables)])
    return out


def cafe(tables: int, size: int, rounds: int) -> list[list[tuple[int, ...]]]:
    """Hosts stay and seat j goes j tables on each round; seat 0 of table t is badge t * size + 1."""
    return [[tuple((table - round_ * seat) % tables * size + seat + 1 for seat in range(size))
             for table in range(tables)] for round_ in range(rounds)]


def gathering(seats: Sequence[Sequence[tuple[int, ...]]], called: Sequence[str] = (), *,
              hosts: Collection[int] = (), form: Form = Form.TABLE, titles: Sequence[str] = TITLES,
              title: str = "Neighbours at the table") -> Gathering:
    """A gathering with a step for each of `seats`, a welcome before them and a step in which people choose between."""
    people = max((badge for tables in seats for table in tables for badge in table), default=len(called))
    roster = Roster(people=tuple(Person(number=n, name=called[n - 1] if n <= len(called) else "", hosts=n in hosts)
                                 for n in range(1, people + 1)))
    steps = tuple(PlannedStep(id=f"s{n}", title=titles[n % len(titles)], form=form, minutes=12,
                              seating=Seating.ASSIGNED)
                  for n in range(len(seats)))
    free = PlannedStep(id="free", title="Whom you like", form=Form.THREES, minutes=8)
    return Gathering(
        id="seated", title=title, starts=datetime(2026, 11, 24, 18, 30), people=people, roster=roster,
        steps=(PlannedStep(id="w", title="Arriving", minutes=5), *steps[:1], free, *steps[1:]),
        seats=tuple(Seats(step_id=f"s{n}", tables=tuple(tables)) for n, tables in enumerate(seats)))


def by_cards(people: int, rounds: int, *, form: Form = Form.TABLE, about: bool = False) -> Gathering:
    """A café in which seat cards send people on; nobody has a badge."""
    steps = tuple(PlannedStep(id=f"c{n}", title="At tables", form=form, minutes=20, seating=Seating.CARDS)
                  for n in range(rounds))
    return Gathering(id="cards", title="Café by cards", starts=datetime(2026, 11, 24, 18, 30), people=people,
                     about=about, steps=(PlannedStep(id="w", title="Arriving", minutes=5), *steps))
