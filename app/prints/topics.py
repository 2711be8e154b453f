"""An Open Space's wall of topics and what was reported of each, as values that every kind of file is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.design.open_space import is_open_space
from app.harvest.note import Note
from app.library.folding import folded
from app.library.protocol import Keeps
from app.live.marketplace import Market, Slot, at_time, conveners, slots, waiting
from app.live.posting import Topic
from app.prints.harvest import HarvestPages


@dataclass(frozen=True, slots=True)
class Hour:
    """What ran at one time, by the letters of the places; `slot` is None for topics that had no place."""

    slot: Slot | None
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The reports of one topic: who called it out, and what was written; `title` is "" where nobody gave one."""

    title: str
    conveners: tuple[str, ...]
    notes: tuple[Note, ...]


def is_told_by_topic(pages: HarvestPages, note: Note) -> bool:
    """Whether this note stands under its topic, and not with its step."""
    return note.kind is Keeps.REPORT and is_open_space(pages.gathering)


def hours(pages: HarvestPages) -> tuple[Hour, ...]:
    """The wall of topics as it stood: time by time, then what had no place."""
    if not is_open_space(pages.gathering):
        return ()
    times = slots(pages.gathering, pages.market)
    found = [Hour(slot, at_time(pages.market, slot)) for slot in times]
    return tuple(hour for hour in (*found, Hour(None, waiting(pages.market, times))) if hour.topics)


def merged_into(market: Market, topic: Topic) -> tuple[str, ...]:
    """The titles of the topics that were put together with this one."""
    return tuple(other.title for other in market.topics if other.into == topic.id)


def reports(pages: HarvestPages, found: Sequence[Hour]) -> tuple[tuple[Told, ...], tuple[str, ...]]:
    """(the reports topic by topic, then those of no topic that was called out; the topics nobody reported of)."""
    written = [note for note in pages.notes if is_told_by_topic(pages, note)]
    told: list[Told] = []
    silent: list[str] = []
    known: set[str] = set()
    for topic in (topic for hour in found for topic in hour.topics):
        titles = {folded(title) for title in _titles(pages.market, topic)}
        mine = tuple(note for note in written if folded(note.said("topic")) in titles)
        known |= {note.id for note in mine}
        if mine:
            told.append(Told(topic.title, conveners(pages.market, topic), mine))
        else:
            silent.append(topic.title)
    told += [Told(note.said("topic"), (), (note,)) for note in written if note.id not in known]
    return tuple(told), tuple(silent)


def _titles(market: Market, topic: Topic) -> tuple[str, ...]:
    """Its title, and those of the topics that were merged into it."""
    return (topic.title, *(title for other in market.topics if other.into == topic.id
                           for title in _titles(market, other)))
