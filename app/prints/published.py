"""The harvest as others may read it by a program: the structs here are the published form, which
`resources/harvest.schema.json` describes; and Markdown, Word and the spreadsheet are written from the same values.

A field may be added; nothing that is here is renamed or taken away without another `version`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from app.harvest.kinds import conversation_name, fields_of, keeps_names, told
from app.harvest.note import OWN, Note
from app.harvest.photos import caption
from app.harvest.shaping import by_theme
from app.library.protocol import NAMELESS, Keeps
from app.live.clock import clock_time
from app.live.marketplace import conveners
from app.prints.harvest import HarvestPages
from app.prints.outline import GIVEN, Section, circle, photos_of, sections, tidy, with_photographed
from app.prints.topics import hours, merged_into, reports
from app.words import Words, say


class Detail(msgspec.Struct, frozen=True):
    """One more thing a note says, such as at which table: the field's id, its name for people, what stands in it."""

    field: str
    label: str
    text: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One note. `at` is when it was written down (ISO 8601); a name stands only where the person said yes. `theme` is
    the words of the theme it was gathered under, or "".
    """

    kind: Keeps
    words: str
    at: str
    name: str = ""
    to: str = ""
    by_when: str = ""
    details: tuple[Detail, ...] = ()
    theme: str = ""


class Photograph(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph of what a step wrote on a flip chart: its size in pixels, and the JPEG itself in base64."""

    caption: str
    width: int
    height: int
    jpeg: bytes


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """What one step of the gathering kept. `family` is "" for ordinary business, `title` "" for notes of no step."""

    family: str
    name: str
    title: str
    question: str
    nameless: bool
    entries: tuple[Entry, ...]
    photos: tuple[Photograph, ...] = ()


class TalkedAbout(msgspec.Struct, frozen=True, kw_only=True):
    """A topic of an Open Space: its place is a letter, `with_topics` what was put together with it."""

    title: str
    place: str
    conveners: tuple[str, ...]
    with_topics: tuple[str, ...]


class AgendaTime(msgspec.Struct, frozen=True, kw_only=True):
    """What ran at one time, local and as "11:00"; without times for topics that had no place."""

    begins: str
    ends: str
    topics: tuple[TalkedAbout, ...]


class TopicReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was reported of one topic."""

    title: str
    conveners: tuple[str, ...]
    entries: tuple[Entry, ...]


class StepTime(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes planned and seconds lived of a step; null when it was never reached."""

    title: str
    planned_minutes: int
    lived_seconds: int | None


class PeerTime(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds of rounds in which people spoke with each other (`together`), `of` so many that count (no breaks, no
    moving), and how many `each` voice had of them in the whole gathering; null where nobody can say.
    """

    together: int
    of: int
    each: int | None


class Peers(msgspec.Struct, frozen=True, kw_only=True):
    """Time among peers as it was planned and as it was lived so far."""

    planned: PeerTime
    lived: PeerTime


class Sat(msgspec.Struct, frozen=True, kw_only=True):
    """The circle: how many voices, and the names of those who said yes to it."""

    voices: int
    names: tuple[str, ...]


class Harvest(msgspec.Struct, frozen=True, kw_only=True):
    """A whole harvest. Times are ISO 8601; `finished` is null while the gathering runs. `given` holds promises,
    offers and requests by the step in which they were spoken, `conversations` everything else.
    """

    format: Literal["convener-harvest"] = "convener-harvest"
    version: Literal[1] = 1
    title: str
    purpose: str
    place: str
    began: str
    finished: str | None
    people: int
    language: str
    named: bool
    circle: Sat | None
    agenda: tuple[AgendaTime, ...]
    reports: tuple[TopicReport, ...]
    without_report: tuple[str, ...]
    conversations: tuple[Conversation, ...]
    given: tuple[Conversation, ...]
    lived: tuple[StepTime, ...]
    peers: Peers | None = None

    def everything(self) -> tuple[tuple[Conversation | TopicReport, Entry], ...]:
        """Every note once, with where it belongs."""
        parts: tuple[Conversation | TopicReport, ...] = (*self.reports, *self.conversations, *self.given)
        return tuple((part, entry) for part in parts for entry in part.entries)

    def is_empty(self) -> bool:
        """Whether nothing was kept, neither a note nor a photograph."""
        return not self.everything() and not any(part.photos for part in self.conversations)


def published(pages: HarvestPages, words: Words) -> Harvest:
    """The harvest as it is published; the names of fields and conversations are in the language of `words`."""
    gathering, sat, found = pages.gathering, circle(pages), hours(pages)
    told_of, silent = reports(pages, found)
    themes = _themes(pages)
    return Harvest(
        title=tidy(gathering.title) or words(say("A gathering")), purpose=tidy(gathering.purpose),
        place=tidy(gathering.place), began=_instant(pages.began),
        finished=_instant(pages.finished) if pages.finished is not None else None,
        people=pages.people, language=words.language, named=pages.named,
        circle=None if sat is None else Sat(voices=sat.voices, names=_tidied(sat.names)),
        agenda=tuple(AgendaTime(
            begins=clock_time(hour.slot.begins) if hour.slot is not None else "",
            ends=clock_time(hour.slot.ends) if hour.slot is not None else "",
            topics=tuple(TalkedAbout(
                title=tidy(topic.title), place=topic.spot.space if hour.slot is not None and topic.spot else "",
                conveners=_tidied(conveners(pages.market, topic)),
                with_topics=_tidied(merged_into(pages.market, topic))) for topic in hour.topics)) for hour in found),
        reports=tuple(TopicReport(title=tidy(one.title), conveners=_tidied(one.conveners), entries=tuple(
            _entry(note, words, themes, named=True, leaves_out="topic") for note in one.notes)) for one in told_of),
        without_report=_tidied(silent),
        conversations=_conversations(pages, words, promises=False),
        given=_conversations(pages, words, promises=True),
        lived=tuple(StepTime(title=tidy(row.title), planned_minutes=row.planned, lived_seconds=row.seconds)
                    for row in pages.lived),
        peers=None if pages.together is None else msgspec.convert(
            pages.together, Peers, from_attributes=True))


def as_json(harvest: Harvest) -> bytes:
    """UTF-8, indented, for people who look inside."""
    return msgspec.json.format(msgspec.json.encode(harvest), indent=2) + b"\n"


def schema() -> bytes:
    """The JSON Schema of what `as_json` writes."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Harvest), order="deterministic")) + b"\n"


def _conversations(pages: HarvestPages, words: Words, *, promises: bool) -> tuple[Conversation, ...]:
    found, themes = sections(pages, promises=promises), _themes(pages)
    return tuple(
        Conversation(
            family=section.family.value if section.family is not None else "",
            name=words(conversation_name(section.family)), title=tidy(section.step.title) if section.step else "",
            question=tidy(section.heading) if section.step and section.heading != section.step.title else "",
            nameless=section.family in NAMELESS,
            entries=tuple(_entry(note, words, themes, named=keeps_names(section.family, note.kind))
                          for note in _by_kind(section.notes)),
            photos=() if promises else _photographs(pages, section, words))
        for section in (found if promises else with_photographed(pages, found)))


def _photographs(pages: HarvestPages, section: Section, words: Words) -> tuple[Photograph, ...]:
    found = photos_of(pages, section)
    return tuple(
        Photograph(caption=tidy(words(caption(section.heading, number, len(found)))), width=photo.width,
                   height=photo.height, jpeg=jpeg) for number, (photo, jpeg) in enumerate(found, 1))


def _by_kind(notes: tuple[Note, ...]) -> list[Note]:
    """Kind by kind as on paper, each in the order it was spoken."""
    order = {kind: place for place, kind in enumerate((*GIVEN, *(kind for kind in Keeps if kind not in GIVEN)))}
    return sorted(notes, key=lambda note: order[note.kind])


def _themes(pages: HarvestPages) -> dict[str, str]:
    """The words of the theme that a note was gathered under, by the id of the note."""
    return {note.id: tidy(theme.text) for theme, under in by_theme(pages.notes) for note in under}


def _entry(note: Note, words: Words, themes: Mapping[str, str], *, named: bool, leaves_out: str = "") -> Entry:
    person = {field.id for field in fields_of(note.kind) if field.person and not named}
    own = {field: "" if field in person or not (named or field == "by_when") else tidy(note.said(field))
           for field in OWN}
    details = tuple(Detail(field.id, words(field.label), tidy(words(text))) for field, text in told(note, named=named)
                    if field.id != leaves_out)
    return Entry(kind=note.kind, words=tidy(note.text), at=_instant(note.at), details=details,
                 theme=themes.get(note.id, ""), **own)


def _tidied(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tidy(text) for text in texts)


def _instant(at: int) -> str:
    return datetime.fromtimestamp(at / 1000).astimezone().isoformat(timespec="seconds")
