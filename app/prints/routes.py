"""Who goes where, as everything that is handed out about seats needs it: steps whose tables are numbered, and the
way of each person through them. Tables are numbered from 1 in each step, in the order they were worked out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.design.gathering import Gathering, Seating
from app.errors import Trouble
from app.groups.roster import Person, clean_name, labels
from app.words import Words, say

_STROKE = re.compile(r"^LATIN SMALL LETTER ([A-Z]) WITH .*$")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One step in which people are told where to sit. `tables` are badges; with `hosts_stay` the first one hosts."""

    title: str
    tables: tuple[tuple[int, ...], ...]
    hosts_stay: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Where somebody sits in one step: the number of the table, and whether they host it and stay.

    `step` counts the steps with seats from 0.
    """

    step: int
    title: str
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
    found = []
    for step in gathering.steps:
        if step.seating is Seating.CHOSEN:
            continue
        name = step.title.strip() or words(say("A step"))
        seats = gathering.seats_at(step.id)
        tables = tuple(table for table in seats.tables if table) if seats is not None else ()
        if not tables:
            raise Trouble(say("In “{title}” it is not worked out yet who sits where in “{step}”. "
                              "Mix the groups, then print.", title=title, step=name))
        found.append(Sitting(name, tables, step.seating is Seating.HOSTS))
    if not found:
        raise Trouble(say("In “{title}” people choose whom they sit with, so there is nothing to hand out. "
                          "Assign the groups of a step, then print.", title=title))
    return tuple(found)


def routes(gathering: Gathering, found: tuple[Sitting, ...]) -> tuple[tuple[Person, tuple[Stop, ...]], ...]:
    """Everybody with a badge, by number, and where they sit, step by step.

    Whoever has no seat in a step (they choose, or came later) has no stop there.
    """
    ways: dict[int, list[Stop]] = {person.number: [] for person in gathering.roster.people}
    for step, sitting in enumerate(found):
        for number, table in enumerate(sitting.tables, start=1):
            for place, badge in enumerate(table):
                if badge in ways:
                    ways[badge].append(Stop(step, sitting.title, number, sitting.hosts_stay and place == 0))
    people = sorted(gathering.roster.people, key=lambda person: person.number)
    return tuple((person, tuple(ways[person.number])) for person in people)


def by_name(gathering: Gathering) -> tuple[tuple[int, str], ...]:
    """(badge, what people read for it), as somebody looks a name up: accents and capitals do not count.

    Badges without a name come first, by number.
    """
    called = labels(gathering.roster)
    named = {person.number for person in gathering.roster.people if clean_name(person.name)}
    return tuple(sorted(called.items(), key=lambda row: (row[0] in named, _sought(row[1]) if row[0] in named else "",
                                                         row[0])))


def _sought(name: str) -> str:
    """The letters by which a name is looked up: ö with o, ł with l."""
    return "".join(_bare(letter) for letter in unicodedata.normalize("NFKD", name.casefold())
                   if not unicodedata.combining(letter))


def _bare(letter: str) -> str:
    stroked = _STROKE.match(unicodedata.name(letter, ""))
    return stroked[1].lower() if stroked else letter
