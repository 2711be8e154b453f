"""How large a World Café will be: tables, chairs, paper, and when a room is too small for one. Advice, never a limit.

Four to a table, or five where tables are few: with six a table falls into two conversations. Under twelve people there
are not enough tables to scatter to; then pairs that go round three cloths mix as well.
"""

from __future__ import annotations

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import is_table, nominal_size
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
    return tuple(step for step in gathering.steps if is_table(step.form) and step.kind is Kind.QUESTION
                 and (step.family is Family.WORLD_CAFE or step.seating in _CAFE))


def tables_of(gathering: Gathering) -> tuple[int, ...]:
    """How many sit at each table of the café for as many as may come, the smallest first."""
    return split_by_size(most_coming(gathering), at_table(gathering))


def at_table(gathering: Gathering) -> int:
    """How many chairs stand at a table: four, or five where the plan says so."""
    return max((nominal_size(step.form) or 4 for step in rounds_of(gathering)), default=4)


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
    chairs, tables, fives = at_table(gathering), len(tables_of(gathering)), len(split_by_size(people, 5))
    room = say("Lay out {tables} tables of {size} with {chairs} chairs, one table spare, a cloth for each table and "
               "pens for everybody; {cards} question cards for each round.", tables=tables,
               size=say("five") if chairs == 5 else say("four"), chairs=chairs * tables, cards=tables + SPARE_CARDS)
    if fives == tables:
        return room
    return say("{room} Short of tables? {fives} of five will do.", room=room, fives=fives)
