"""What the wall says while people find their places: choose each other, scatter, follow a seat card or a slip.

Self-chosen is the usual way and needs no list of anybody. Names come on a wall only for a room small enough to read
them there; everybody else has a slip.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.design.following import came_from
from app.design.gathering import Gathering, PlannedStep, Seating
from app.design.pools import pools
from app.design.seats import follows, joins
from app.groups.follow import doubles
from app.groups.forms import Form, is_small_group, is_table, nominal_size
from app.groups.roster import labels
from app.groups.split import split
from app.library.protocol import TRAVELS, Regroup, Step
from app.live.elsewhere import is_far, places_far
from app.live.marketplace import EMPTY, Market
from app.live.scene import Audience, Scene
from app.live.stone import Stone
from app.words import Text, Words, say

NAMES_ON_WALL, BADGES_ON_WALL = 28, 60
"""People whose names, or whose numbers, a back row still reads all at once: two dozen, and who comes late."""
LONGEST_ON_WALL = 24
"""Letters of a name that the wall shows; a slip holds all of it."""
SEATS = 5
"""Seats at a table that have a sign: the host and four who travel."""

_FIND: dict[Form, tuple[Text, Text, Text]] = {
    Form.PAIRS: (say("Find one person\nyou know least."), say("Turn to face each other."), say("A three is fine.")),
    Form.THREES: (say("Find two people\nyou know least."), say("Knees close, no table."), say("A four is fine.")),
    Form.FOURS: (say("Find three people\nyou know least."), say("Sit close, no table."), say("A three is fine.")),
    Form.TABLE: (say("Find a table\nwith new faces."), say("Four to a table."), say("Three or five is fine.")),
    Form.TABLE_OF_FIVE: (say("Find a table\nwith new faces."), say("Five to a table."), say("Four is fine.")),
}
_TURN: dict[Form, tuple[Text, Text]] = {
    Form.SOLO: (say("Find a quiet place."), say("Something to write with is enough.")),
    Form.CIRCLE: (say("Bring your chairs\ninto one circle."), say("Everybody sees everybody.")),
    Form.ROOM: (say("Find a seat."), say("Beside somebody you know least.")),
}
_JOIN = (say("Stay with your partner.\nTogether, find\nanother pair."), say("Two pairs make a four."),
         say("A pair left over joins any four."))
_PART = (say("Turn to one person\nof your four."), say("Face to face."), say("Three may stay together."))
_STEPS_ON = (say("The host stays"), say("one table on"), say("two tables on"), say("three tables on"),
             say("fifth seat: four tables on"))


@dataclass(frozen=True, slots=True)
class Here:
    """The room: the plan (None for a step without one), how many are present, the badges that went home, where a
    circle's stone is, and what was called out in an Open Space.
    """

    gathering: Gathering | None
    people: int
    gone: frozenset[int] = frozenset()
    stone: Stone | None = None
    market: Market = EMPTY


def places(here: Here, step: Step, words: Words, family: str) -> Audience:
    """The wall of a step's gather beat."""
    plan = here.gathering
    if plan is not None and isinstance(step, PlannedStep) and plan.step(step.id) is not None:
        told = _seated(plan, step, here.gone, words, family) or _moving(plan, step, here.people, words, family)
        if told is not None:
            return told
    if is_far(plan):
        return places_far(step, words, family)
    if step.regroup is Regroup.SAME and is_small_group(step.form):
        return _changing(here, step, words, family) or Audience(
            Scene.GATHER, family, step.form, words(say("Stay with\nthe same people.")),
            step.wall.gather or words(say("Turn your chairs in again.")))
    if step.form in _TURN:
        heading, second = _TURN[step.form]
        return Audience(Scene.GATHER, family, step.form, words(heading), step.wall.gather or words(second))
    heading, second, also = _FIND[step.form]
    return Audience(Scene.GATHER, family, step.form, words(heading), step.wall.gather or words(second),
                    foot=words(say("Far away: you are taken to a room of your own.") if _pools(here, step) else
                               say("Still looking? Raise a hand.")), foot2=words(also))


def _pools(here: Here, step: Step) -> bool:
    """Whether those far away have groups of their own."""
    plan = here.gathering
    return plan is not None and bool(pools(plan, step.form, people=here.people, gone=here.gone)[1])


def _changing(here: Here, step: Step, words: Words, family: str) -> Audience | None:
    """Pairs that join, or fours that part: people stay with whom they were, and the group becomes another."""
    plan = here.gathering
    if plan is None or not isinstance(step, PlannedStep) or plan.step(step.id) is None:
        return None
    before = came_from(plan, step)
    if before is None or nominal_size(before) == nominal_size(step.form):
        return None
    if doubles(before, step.form):
        heading, second, also = _JOIN
    elif doubles(step.form, before):
        heading, second, also = _PART
    else:
        return None
    return Audience(Scene.GATHER, family, step.form, words(heading), step.wall.gather or words(second),
                    foot=words(say("Still looking? Raise a hand.")), foot2=words(also))


def turns(gathering: Gathering, step: PlannedStep) -> tuple[int, int]:
    """(which round of tables this step is, counted from 1, how many there are), where hosts or seat cards stay; a last
    round at the first table is one of them.
    """
    ways = {step.seating, Seating.HOME} if step.seating in TRAVELS else {*TRAVELS, Seating.HOME}
    rounds = [s.id for s in gathering.steps if s.seating in ways and s.form is step.form]
    return rounds.index(step.id) + 1, len(rounds)


def map_holds(tables: int, seats: int, rounds: int) -> bool:
    """Whether, when seat j goes j tables on each time, nobody meets twice and nobody comes back to a table.

    In round r seat j stands r * j tables from its home; two seats of one table meet again when their distance times
    the number of rounds between is a whole turn of the ring.
    """
    return all(seat * later % tables for seat in range(1, seats) for later in range(1, rounds))


def _seated(gathering: Gathering, step: PlannedStep, gone: frozenset[int], words: Words,
            family: str) -> Audience | None:
    seats = gathering.seats_at(step.id)
    if step.seating is not Seating.ASSIGNED or seats is None or follows(gathering, step):
        return None
    called = labels(gathering.roster)
    groups = tuple(tuple(_short(called[number]) for number in table if number not in gone and number in called)
                   for table in seats.tables)
    here = sum(map(len, groups))
    named = any(person.name for person in gathering.roster.people)
    if here <= (NAMES_ON_WALL if named else BADGES_ON_WALL):
        heading = say("Find your table") if is_table(step.form) else say("Find your people")
        return Audience(Scene.SEATS, family, step.form, words(heading), groups=groups,
                        foot2=words(say("Your partner comes with you. Not on the wall? Raise a hand."))
                        if joins(gathering, step) else
                        step.wall.gather or words(say("Not on the wall? Raise a hand.")))
    return Audience(Scene.GATHER, family, step.form, words(say("Look at your slip.\nIt names your place.")),
                    step.wall.gather or words(say("Greet whoever is there.")),
                    foot=words(say("No slip? Raise a hand.")), foot2=words(say("There is a place for you.")))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_ON_WALL else name[:LONGEST_ON_WALL - 1].rstrip() + "…"


def _moving(gathering: Gathering, step: PlannedStep, people: int, words: Words, family: str) -> Audience | None:
    if step.seating not in (*TRAVELS, Seating.HOME) or step.regroup is not Regroup.NEW or not is_small_group(step.form):
        return None
    now, rounds = turns(gathering, step)
    sizes = split(people, step.form)
    if now == 1 or not sizes:
        return None
    foot = words(say("Round {now} of {all}", now=now, all=rounds))
    if step.seating is Seating.HOME:
        return Audience(Scene.MOVE, family, step.form,
                        words(say("Go back to\nyour first table.\nCame late?\nTake any empty chair.")), foot=foot,
                        foot2=step.wall.gather or words(say("Bring home what you heard elsewhere.")), home=True)
    tables, seats = len(sizes), max(sizes)
    if step.seating is Seating.CARDS and seats <= SEATS and map_holds(tables, seats, rounds):
        return Audience(Scene.MOVE, family, step.form, words(say("Say thank you.\nThen travel.")), foot=foot,
                        foot2=words(say("Look at your card. After {last} comes 1.", last=tables)),
                        tables=tables, signs=tuple(words(text) for text in _STEPS_ON[:seats]))
    return Audience(Scene.MOVE, family, step.form,
                    words(say("Hosts stay.\nEveryone else:\na different table each.\nTake an empty chair.")),
                    foot=foot, foot2=step.wall.gather or words(say("Bring one thing you heard.")))
