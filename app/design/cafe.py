"""How large a World Café will be: tables, chairs, paper, and when a room is too small for one. Advice, never a limit.

Four to a table, five at most: with six a table falls into two conversations. Under twelve people there are not enough
tables to scatter to; then pairs that go round three cloths mix as well.
"""

from __future__ import annotations

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.groups.split import split_by_size
from app.library.protocol import Family, Kind, Seating
from app.words import Text, say

FEWEST = 12
"""People below which tables cannot mix."""
SPARE_CARDS = 2
"""Question cards beyond one for each table."""
_CAFE = (Seating.HOSTS, Seating.HOME, Seating.CARDS)


def rounds_of(gathering: Gathering) -> tuple[PlannedStep, ...]:
    """The rounds at tables of a World Café, in order."""
    return tuple(step for step in gathering.steps if step.form is Form.TABLE and step.kind is Kind.QUESTION
                 and (step.family is Family.WORLD_CAFE or step.seating in _CAFE))


def tables_for(people: int, size: int = 4) -> tuple[int, ...]:
    """How many sit at each table of `size` (4, or 5 where tables are few), the smallest first."""
    return split_by_size(people, size)


def most_coming(gathering: Gathering) -> int:
    """For how many the room is laid out: a tenth more may come where people are only about so many."""
    return gathering.people + (gathering.people // 10 if gathering.about else 0)


def advice(gathering: Gathering) -> Text | None:
    """What to lay out, in a sentence or two; None where there is no café in the plan."""
    rounds = len(rounds_of(gathering))
    if not rounds:
        return None
    people = most_coming(gathering)
    if people < FEWEST:
        return say("For a café you are few: three cloths, and pairs that go from one to the next?")
    tables, fives = len(tables_for(people)), len(tables_for(people, 5))
    room = say("Lay out {tables} tables of four with {chairs} chairs, one table spare, a cloth for each table and pens "
               "for everybody; {cards} question cards for each round.",
               tables=tables, chairs=4 * tables, cards=tables + SPARE_CARDS)
    if fives == tables:
        return room
    return say("{room} Short of tables? {fives} of five will do.", room=room, fives=fives)
