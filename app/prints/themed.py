"""What was gathered under themes: it goes to paper once, under its theme, and no more in its conversation.

A theme under which nothing stands is a note like any other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from app.harvest.kinds import conversation_name, kind_name
from app.harvest.note import Note
from app.harvest.shaping import by_theme
from app.library.protocol import Family, Keeps
from app.prints.harvest import HarvestPages
from app.prints.published import Conversation, Entry, Harvest, TopicReport
from app.prints.telling import besides, whose
from app.words import Words, say

P = TypeVar("P", Conversation, TopicReport)
ALL_GATHERED = say("What was said here stands under the themes.")
"""Instead of the notes of a conversation, where each of them is under a theme."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A theme, and what was gathered under it with where it was said."""

    theme: Entry
    notes: tuple[tuple[Conversation | TopicReport, Entry], ...]


def notes_by_theme(pages: HarvestPages) -> tuple[tuple[Note, tuple[Note, ...]], ...]:
    """(theme, its notes) for every theme under which a note stands."""
    return tuple((theme, under) for theme, under in by_theme(pages.notes) if under)


def gathered_notes(pages: HarvestPages) -> frozenset[str]:
    """The ids of the notes that stand in a chapter of themes, as its heading or under one."""
    return frozenset(note.id for theme, under in notes_by_theme(pages) for note in (theme, *under))


def chapters(harvest: Harvest) -> tuple[Chapter, ...]:
    """Every theme under which something stands, as they were said; two of the same words are one."""
    themes: dict[str, tuple[Entry, list[tuple[Conversation | TopicReport, Entry]]]] = {}
    for _, entry in harvest.everything():
        if entry.kind is Keeps.THEME and entry.words:
            themes.setdefault(entry.words, (entry, []))
    for part, entry in harvest.everything():
        if entry.theme in themes:
            themes[entry.theme][1].append((part, entry))
    return tuple(Chapter(theme, tuple(sorted(notes, key=lambda note: note[1].at)))
                 for theme, notes in sorted(themes.values(), key=lambda found: found[0].at) if notes)


def apart(part: P, themes: Collection[str]) -> P:
    """The conversation without what stands under these themes, and without these themes."""
    return msgspec.structs.replace(part, entries=tuple(
        entry for entry in part.entries
        if entry.theme not in themes and not (entry.kind is Keeps.THEME and entry.words in themes)))


def beneath(theme: Entry, words: Words) -> str:
    """What a theme says besides its words, in a line, or ""."""
    return " · ".join(part for part in (whose(theme, words), *besides(theme, words)) if part)


def where_said(part: Conversation | TopicReport, entry: Entry, words: Words) -> str:
    """What kind of note it is, and in which conversation it was said, in a line."""
    if isinstance(part, TopicReport):
        return said_in(entry.kind, Family.OPEN_SPACE, part.title, words)
    return said_in(entry.kind, Family(part.family) if part.family else None, part.title, words)


def said_in(kind: Keeps, family: Family | None, title: str, words: Words) -> str:
    """The same of its pieces. What is called like what stands before it, or is of no conversation, is named once."""
    title = " ".join(title.split())
    conversation = "" if family is None and title else words(conversation_name(family))
    parts = {part.casefold(): part for part in (words(kind_name(kind)), conversation, title)}
    return " · ".join(part for part in parts.values() if part)
