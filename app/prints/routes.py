"""Who goes where, as everything that is handed out about seats needs it: steps whose tables are numbered, and the
way of each person through them. Tables are numbered from 1 in each step, in the order they were worked out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from app.design.gathering import Gathering
from app.design.seats import assigned
from app.errors import Trouble
from app.groups.forms import is_table
from app.groups.roster import Person, clean_name
from app.words import Text, Words, say

_STROKE = re.compile(r"^LATIN SMALL LETTER ([A-Z]) WITH .*$")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One step in which people are told where to sit: who sits at each table, by badge, and who hosts one and stays.

    Without `at_tables` they are small groups of chairs.
    """

    title: str
    tables: tuple[tuple[int, ...], ...]
    hosts: frozenset[int]
    at_tables: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Where somebody sits in one step: the number of the table, and whether they host it and stay.

    `step` counts the steps with seats from 0.
    """

    step: int
    sitting: Sitting
    table: int
    hosts: bool


def plan_title(gathering: Gathering, words: Words) -> str:
    """What the gathering is called on paper."""
    return gathering.title.strip() or words(say("A gathering"))


def sittings(gathering: Gathering, words: Words) -> tuple[Sitting, ...]:
    """Every step whose seats are assigned, in order; steps in which people choose are left out.

    Raises Trouble saying what to do where nobody has a badge, nothing is assigned, or seats are not worked out yet.
    """
    title = plan_title(gathering, words)
    if not gathering.roster.people:
        raise Trouble(say("“{title}” does not know yet who comes. Give it badges or names, then print.", title=title))
    hosts = frozenset(person.number for person in gathering.roster.people if person.hosts)
    found = []
    for step in assigned(gathering):
        name = step.title.strip() or words(say("A step"))
        seats = gathering.seats_at(step.id)
        if seats is None or not any(seats.tables):
            raise Trouble(say("In “{title}” it is not worked out yet who sits where in “{step}”. "
                              "Mix the groups, then print.", title=title, step=name))
        at_tables = is_table(step.form)
        found.append(Sitting(name, seats.tables, hosts if at_tables else frozenset(), at_tables))
    if not found:
        raise Trouble(say("In “{title}” people choose whom they sit with, so there is nothing to hand out. "
                          "Assign the groups of a step, then print.", title=title))
    return tuple(found)


def place_words(number: int, *, at_tables: bool) -> Text:
    """What a table, or a small group of chairs, is called."""
    return say("Table {n}", n=number) if at_tables else say("Group {n}", n=number)


def routes(gathering: Gathering, found: tuple[Sitting, ...]) -> tuple[tuple[Person, tuple[Stop, ...]], ...]:
    """Everybody with a badge, by number, and where they sit, step by step.

    Whoever has no seat in a step (they choose, or came later) has no stop there.
    """
    ways: dict[int, list[Stop]] = {person.number: [] for person in gathering.roster.people}
    for step, sitting in enumerate(found):
        for number, table in enumerate(sitting.tables, start=1):
            for badge in table:
                if badge in ways:
                    ways[badge].append(Stop(step, sitting, number, badge in sitting.hosts))
    people = sorted(gathering.roster.people, key=lambda person: person.number)
    return tuple((person, tuple(ways[person.number])) for person in people)


def by_name(gathering: Gathering, legible: Callable[[str], bool]) -> tuple[int, ...]:
    """Badges as somebody looks a name up: accents and capitals do not count.

    Where there is no name, or none that can be read on paper, the number is looked up; these come first.
    """
    names = {person.number: clean_name(person.name) for person in gathering.roster.people}
    sought = {number: _sought(name) if legible(name) else "" for number, name in names.items()}
    return tuple(sorted(sought, key=lambda number: (sought[number], number)))


def _sought(name: str) -> str:
    """The letters by which a name is looked up: ö with o, ł with l."""
    return "".join(_bare(letter) for letter in unicodedata.normalize("NFKD", name.casefold())
                   if not unicodedata.combining(letter))


def _bare(letter: str) -> str:
    stroked = _STROKE.match(unicodedata.name(letter, ""))
    return stroked[1].lower() if stroked else letter
