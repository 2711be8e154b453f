"""What the room sees of an Open Space: what runs when and where, with who called it out; and sentences as a list.

All times stand on one wall while eighteen topics or fewer are placed; with more, walls follow each other in turn. What
waits for a place is not on the wall: the room would look for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.design.gathering import PlannedStep
from app.library.protocol import Beat, Kind, Step
from app.live.clock import clock_time
from app.live.marketplace import Market, Slot, at_time, conveners, slots
from app.live.places import Here
from app.live.scene import Audience, Hour, Scene, Talk, family_of
from app.words import Words, say

ONE_WALL, ROWS = 18, 9
"""Topics on one wall, and in one of its two columns, that a back row reads."""
_HEAD = 1.5
"""How much of a column the line with the time takes, in rows."""
_ROOM = (10.5, 11.0, 11.5, 12.0, 12.5, 13.0)
"""Rows a column holds, from letters of the usual size to the smallest."""

Column = tuple[Hour, ...]


def as_list(step: Step, words: Words) -> Audience:
    """A step whose wall is a few sentences, one under the other."""
    return Audience(Scene.LINES, family_of(step), step.form, step.question or step.title, lines=step.wall.lines,
                    foot2=step.wall.foot)


def with_topics(here: Here, step: Step, beat: Beat, asked: Audience, words: Words) -> Audience:
    """The wall of topics where there is one to see; otherwise `asked`, the step's own question."""
    plan = here.gathering
    if plan is None or not isinstance(step, PlannedStep) or step.kind not in (Kind.MARKETPLACE, Kind.SESSIONS):
        return asked
    times, market = slots(plan, here.market), here.market
    if step.kind is Kind.MARKETPLACE:
        walls = _walls(market, times) if beat is Beat.ROUND else ()
        heading = words(say("Where do you want to be?"))
    else:
        after = next((n for n, slot in enumerate(times) if slot.step_id == step.id), 0)
        walls = _walls(market, times[after:]) if beat is Beat.FRAME else _running(market, times[after:after + 1])
        heading = step.question or step.title
    if not walls:
        return asked
    letter = words(say("The letter hangs where they meet."))
    turns = words(say("There are {n} walls, each seen for twenty seconds.", n=len(walls))) if len(walls) > 1 else ""
    seen = replace(asked, scene=Scene.TOPICS, heading=heading, second=turns, form="", walls=walls,
                   last=(asked.last[0], words(say("It may end where it is."))) if asked.last[0] else ("", ""),
                   over=(words(say("Let it end, gently")), words(say("Come back when you are ready."))),
                   foot=letter, foot2=step.wall.foot or words(say("Not learning, not giving? Walk on, with thanks.")))
    return seen if step.kind is Kind.SESSIONS and beat is Beat.ROUND else replace(seen, ring=None)


def _running(market: Market, now: Sequence[Slot]) -> tuple[tuple[Column, ...], ...]:
    """What runs now, in two columns of one height that leave room for the ring."""
    return tuple(tuple(columns) for slot in now for columns in _pairs(_halves(_hour(market, slot), least=4)))


def _walls(market: Market, times: Sequence[Slot]) -> tuple[tuple[Column, ...], ...]:
    hours = [hour for slot in times if (hour := _hour(market, slot)).talks]
    if sum(len(hour.talks) for hour in hours) > ONE_WALL:
        return tuple(_in_turn(hours))
    for whole in (True, False):
        for room in _ROOM:
            columns = _flowed(hours, room, whole=whole)
            broken = any(room < _HEAD + len(hour.talks) <= _ROOM[-1] for hour in hours)
            if len(columns) <= 2 and not (whole and broken):
                return (tuple(columns),) if columns else ()
    return tuple(_in_turn(hours))


def _flowed(hours: Iterable[Hour], room: float, *, whole: bool) -> list[Column]:
    """The times one under the other into columns of `room` rows; `whole`: a time is not broken if a column holds it."""
    columns: list[list[Hour]] = []
    left = 0.0
    for hour in hours:
        rest = hour
        while rest.talks:
            fits = int(left - _HEAD)
            if fits < 1 or (whole and fits < len(rest.talks) <= room - _HEAD):
                columns.append([])
                left = room
                continue
            columns[-1].append(replace(rest, talks=rest.talks[:fits]))
            left -= _HEAD + len(rest.talks[:fits])
            rest = replace(rest, talks=rest.talks[fits:])
    return [tuple(column) for column in columns]


def _in_turn(hours: Sequence[Hour]) -> Iterable[tuple[Column, ...]]:
    """Walls of two columns. A time that needs two has a wall of its own."""
    wall: list[Column] = []
    for hour in hours:
        columns = _halves(hour, least=ROWS)
        if len(wall) + len(columns) > 2:
            yield from [tuple(wall)] if wall else []
            wall = []
        *full, wall_ = _pairs([*wall, *columns])
        yield from full
        wall = list(wall_)
    if wall:
        yield tuple(wall)


def _halves(hour: Hour, *, least: int) -> list[Column]:
    """One time in columns of nearly one height: one column up to `least` topics, then an even number of them."""
    talks = hour.talks
    if len(talks) <= least:
        return [(hour,)] if talks else []
    many = 2 * -(-len(talks) // ONE_WALL)
    high = -(-len(talks) // many)
    return [(replace(hour, talks=talks[at:at + high]),) for at in range(0, len(talks), high)]


def _pairs(columns: Sequence[Column]) -> list[tuple[Column, ...]]:
    return [tuple(columns[at:at + 2]) for at in range(0, len(columns), 2)]


def _hour(market: Market, slot: Slot) -> Hour:
    talks = tuple(Talk(topic.spot.space if topic.spot is not None else "", topic.title,
                       ", ".join(conveners(market, topic))) for topic in at_time(market, slot))
    return Hour(clock_time(slot.begins), clock_time(slot.ends), talks)
