"""The agenda of an Open Space as it stands, folded from what was posted; who waits, what shares a place, what is where.

Nothing is refused: a topic without a place waits in sight, two in one place are both there, and whatever was called out
stays known, merged or taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from app.design.agenda import agenda
from app.design.gathering import Gathering, new_id
from app.design.open_space import SIGNS, size_for, slots_of
from app.errors import Trouble
from app.groups.roster import Roster, clean_name, labels
from app.live.clock import MINUTE, clock_time
from app.live.posting import (
    CalledOut,
    MarketFact,
    Merged,
    Placed,
    Retitled,
    SlotTime,
    SpacesOpened,
    Spot,
    StoodUp,
    TakenAway,
    TimesTold,
    Topic,
)
from app.words import Text, say

LONGEST_TOPIC, FITS_WALL = 120, 28
"""Characters of a title: the most that are kept, and as many as stand on one line of the wall."""
_LETTERS_FIRST = re.compile(r"([A-Za-z])\s*(?:[./,-]?\s*(\d{1,2})(?:[:.h]?(\d\d))?)?")
_FIGURES_FIRST = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s*([A-Za-z])")
_BETWEEN = re.compile(r"\s*(?:,|/|\+|&)\s*")


@dataclass(frozen=True, slots=True)
class Market:
    """Everything called out, in the order it was. `spaces` is 0 while the room's own number holds."""

    topics: tuple[Topic, ...] = ()
    spaces: int = 0
    times: tuple[SlotTime, ...] = ()

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of that id, standing or not."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)

    def standing(self) -> tuple[Topic, ...]:
        """Topics that somebody hosts now: neither merged nor taken away."""
        return tuple(topic for topic in self.topics if not topic.away and not topic.into)


EMPTY = Market()


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of talks: its step, its place among the times from 1, and when its sign says it begins and ends (ms)."""

    step_id: str
    number: int
    begins: int
    ends: int


def posted(market: Market, fact: MarketFact) -> Market:
    """One fact further. What does not apply changes nothing."""
    match fact:
        case CalledOut(topic=topic):
            return market if market.topic(topic.id) else replace(market, topics=(*market.topics, topic))
        case SpacesOpened(spaces=spaces):
            return replace(market, spaces=max(1, min(len(SIGNS), spaces)))
        case TimesTold(times=times):
            return replace(market, times=times)
        case Retitled(topic_id=topic_id, title=title, conveners=conveners):
            return _with(market, topic_id, title=title, conveners=conveners)
        case Placed(topic_id=topic_id, spot=spot):
            return _with(market, topic_id, spot=spot)
        case Merged(topic_id=topic_id, into=into):
            stand = {topic.id for topic in market.standing()}
            mergeable = topic_id != into and {topic_id, into} <= stand
            return _with(market, topic_id, into=into) if mergeable else market
        case TakenAway(topic_id=topic_id):
            return _with(market, topic_id, away=True)
        case StoodUp(topic_id=topic_id):
            return _with(market, topic_id, away=False, into="")


def slots(gathering: Gathering, market: Market = EMPTY) -> tuple[Slot, ...]:
    """The times of talks: as the host told them, otherwise as the plan has them."""
    told = {time.step_id: time.begins for time in market.times}
    plan = agenda(gathering)
    starts = {row.step.id: round(plan.at(row.starts).timestamp() * 1000) for row in plan.rows}
    begins = [(step, told.get(step.id, starts[step.id])) for step in slots_of(gathering)]
    return tuple(Slot(step.id, number, at, at + step.minutes * MINUTE)
                 for number, (step, at) in enumerate(begins, 1))


def signs(gathering: Gathering, market: Market = EMPTY) -> str:
    """The letters of the spaces: as many as the host opened, or as the room's size asks for, and every one in use."""
    open_ = market.spaces or size_for(gathering.people, len(slots_of(gathering))).spaces
    used = {topic.spot.space for topic in market.standing() if topic.spot is not None}
    return "".join(sign for place, sign in enumerate(SIGNS) if place < open_ or sign in used)


def conveners(market: Market, topic: Topic) -> tuple[str, ...]:
    """Who hosts it: who called it out, and who called out what was merged into it. Nobody is named twice."""
    names = [*topic.conveners]
    for other in market.topics:
        if other.into == topic.id and not other.away:
            names += conveners(market, other)
    return tuple(dict.fromkeys(names))


def waiting(market: Market, times: Sequence[Slot]) -> tuple[Topic, ...]:
    """Standing topics without a place, or whose time is no longer in the plan."""
    known = {slot.step_id for slot in times}
    return tuple(topic for topic in market.standing() if topic.spot is None or topic.spot.step_id not in known)


def put_by(market: Market) -> tuple[Topic, ...]:
    """Topics that were merged or taken away, and can stand again."""
    return tuple(topic for topic in market.topics if topic.away or topic.into)


def at_time(market: Market, slot: Slot) -> tuple[Topic, ...]:
    """What runs at that time, by the letters of the places."""
    here = [topic for topic in market.standing() if topic.spot is not None and topic.spot.step_id == slot.step_id]
    return tuple(sorted(here, key=lambda topic: topic.spot.space if topic.spot is not None else ""))


def sharing(market: Market, topic: Topic) -> tuple[Topic, ...]:
    """Other topics in the same place at the same time."""
    if topic.spot is None:
        return ()
    return tuple(other for other in market.standing() if other.spot == topic.spot and other.id != topic.id)


def free_spots(market: Market, times: Sequence[Slot], letters: str) -> tuple[Spot, ...]:
    """Places that nobody has, time by time."""
    taken = {topic.spot for topic in market.standing()}
    spots = (Spot(space=sign, step_id=slot.step_id) for slot in times for sign in letters)
    return tuple(spot for spot in spots if spot not in taken)


def called_out(title: str, by: str = "", spot: Spot | None = None, *, roster: Roster | None = None) -> CalledOut:
    """The fact of a new topic. Raises Trouble for one without words, or with too many."""
    return CalledOut(topic=Topic(id=new_id(), title=titled(title), conveners=named(by, roster), spot=spot))


def titled(title: str) -> str:
    """A title as it is kept. Raises Trouble for an empty or an overlong one."""
    title = " ".join(title.split())
    if not title:
        raise Trouble(say("This topic has no words yet; copy its title from the sheet."))
    if len(title) > LONGEST_TOPIC:
        raise Trouble(say("This topic has {length} letters and {most} are the most; keep its first words.",
                          length=len(title), most=LONGEST_TOPIC))
    return title


def named(by: str, roster: Roster | None = None) -> tuple[str, ...]:
    """Who hosts a topic, from what was typed: names with a comma between them, or the numbers of badges."""
    badges = labels(roster) if roster is not None else {}
    names = (clean_name(name) for name in _BETWEEN.split(by))
    return tuple(dict.fromkeys(badges.get(int(name), name) if name.isascii() and name.isdigit() else name
                               for name in names if name))


def spot_typed(typed: str, times: Sequence[Slot], market: Market = EMPTY) -> Spot | None:
    """The place that “B2”, “2b”, “B 11:00” or “B” means; None for nothing typed. Raises Trouble where none is meant.

    A letter alone is that space at the first time it is free.
    """
    typed = typed.strip()
    if not typed:
        return None
    if not times:
        raise Trouble(say("This plan has no time for talks yet; the topic can wait without a place."))
    letter, hour, minute = _read(typed)
    if letter not in SIGNS or not letter:
        raise Trouble(_no_place(typed, times))
    if not hour:
        taken = {topic.spot for topic in market.standing()}
        every = [Spot(space=letter, step_id=slot.step_id) for slot in times]
        return next((spot for spot in every if spot not in taken), every[0])
    slot = _slot(int(hour), int(minute) if minute else None, times)
    if slot is None:
        raise Trouble(_no_place(typed, times))
    return Spot(space=letter, step_id=slot.step_id)


def told_place(spot: Spot, times: Sequence[Slot]) -> str:
    """A place as it is typed: "B2"."""
    number = next((slot.number for slot in times if slot.step_id == spot.step_id), None)
    return f"{spot.space}{number}" if number is not None else ""


def _read(typed: str) -> tuple[str, str, str]:
    """(letter, hour or number of the time, minutes) of a typed place; without a letter, nothing."""
    found = _LETTERS_FIRST.fullmatch(typed)
    if found is not None:
        return found[1].upper(), found[2] or "", found[3] or ""
    found = _FIGURES_FIRST.fullmatch(typed)
    return (found[3].upper(), found[1], found[2] or "") if found is not None else ("", "", "")


def _slot(hour: int, minute: int | None, times: Iterable[Slot]) -> Slot | None:
    """The time of that number, or that begins in that hour (and minute, where one was typed)."""
    slots_ = tuple(times)
    if minute is None and hour <= len(slots_):
        return next((slot for slot in slots_ if slot.number == hour), None)
    for slot in slots_:
        begins = datetime.fromtimestamp(slot.begins / 1000)
        if begins.hour == hour and minute in (None, begins.minute):
            return slot
    return None


def _no_place(typed: str, times: Sequence[Slot]) -> Text:
    first = times[0]
    return say("“{typed}” is no place here. Write a letter and a time: {sign}{number}, or {sign} {time}.",
               typed=typed[:20], sign="B", number=first.number, time=clock_time(first.begins))


def _with(market: Market, topic_id: str, **changes: object) -> Market:
    return replace(market, topics=tuple(
        msgspec.structs.replace(topic, **changes) if topic.id == topic_id else topic for topic in market.topics))
